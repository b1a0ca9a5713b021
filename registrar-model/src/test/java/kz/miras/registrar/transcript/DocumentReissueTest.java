package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentReissueTest {

  private static final DocumentKind TRANSCRIPT =
      new DocumentKind(
          DocumentKind.TRANSCRIPT,
          DocumentFamily.TRANSCRIPT,
          "TR",
          LocalizedText.of("к", "р", "e"),
          "transcript",
          new IssueTerm(IssueTerm.Unit.HOURS, 48),
          null,
          Set.of(DocumentChannel.values()),
          true,
          true,
          null,
          List.of(),
          true);

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "DOC-55 DOC-47 a transcript without a term of its own is issued within the hours of the rules"
          + " in force; a kind with one keeps it, a duplicate has working days")
  void term() {
    RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2206, 9, 1));
    DocumentKind own = TRANSCRIPT;
    DocumentKind open =
        new DocumentKind(
            own.code(),
            own.family(),
            own.register(),
            own.name(),
            own.template(),
            null,
            null,
            own.channels(),
            true,
            true,
            null,
            List.of(),
            true);
    assertThat(open.term(rules, false)).isEqualTo(new IssueTerm(IssueTerm.Unit.HOURS, 24));
    RuleSet later = rules.with(RuleParameter.TRANSCRIPT_SLA_HOURS, "8");
    assertThat(open.term(later, false)).isEqualTo(new IssueTerm(IssueTerm.Unit.HOURS, 8));
    assertThat(own.term(later, false)).as("its own").isEqualTo(own.term());
    assertThat(open.term(later, true)).isEqualTo(new IssueTerm(IssueTerm.Unit.WORKING_DAYS, 15));
  }

  @Test
  @DisplayName(
      "DOC-54 the office corrects what it says is wrong; a duplicate is of a document that stands"
          + " and is replaced by no other")
  void reissued() {
    assertThat(codes(DocumentReissue.corrects(" lost ")))
        .containsExactly("transcript.replace.reason");
    assertThat(codes(DocumentReissue.corrects(null))).containsExactly("transcript.replace.reason");
    assertThat(codes(DocumentReissue.corrects("a wrong birth date"))).isEmpty();
    assertThat(codes(DocumentReissue.duplicates(DocumentStatus.ISSUED, false))).isEmpty();
    assertThat(codes(DocumentReissue.duplicates(DocumentStatus.ISSUED, true)))
        .containsExactly("transcript.replace.state");
    for (DocumentStatus status : DocumentStatus.values()) {
      if (status != DocumentStatus.ISSUED) {
        assertThat(codes(DocumentReissue.duplicates(status, false)))
            .as("%s", status)
            .containsExactly("transcript.replace.state");
      }
    }
  }

  @Test
  @DisplayName(
      "DOC-54 a sheet or a protocol is duplicated by the office, which says what became of the"
          + " original, while what it states stands")
  void duplicated() {
    assertThat(codes(DocumentReissue.duplicates(false, " lost ")))
        .containsExactly("transcript.duplicate.reason");
    assertThat(codes(DocumentReissue.duplicates(false, null)))
        .containsExactly("transcript.duplicate.reason");
    assertThat(codes(DocumentReissue.duplicates(true, "lost from its archive file")))
        .containsExactly("transcript.duplicate.moved");
    assertThat(codes(DocumentReissue.duplicates(false, "lost from its archive file"))).isEmpty();
  }
}
