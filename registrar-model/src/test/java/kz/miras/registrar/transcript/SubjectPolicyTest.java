package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.transcript.SubjectPolicy.Earlier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When documents about sheets, groups and protocols are prepared and signed. */
class SubjectPolicyTest {

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static Earlier one(DocumentStatus status, boolean moved) {
    return new Earlier(status, status == DocumentStatus.PREPARED ? null : "ES-2184/00007", moved);
  }

  @ParameterizedTest
  @EnumSource(SubjectKind.class)
  @DisplayName(
      "DOC-70 only what is settled becomes a document, and each kind says what it waits for")
  void settled(SubjectKind kind) {
    assertThat(SubjectPolicy.settled(kind, true, List.of()).isAllowed()).isTrue();
    assertThat(codes(SubjectPolicy.settled(kind, false, List.of())))
        .containsExactly("transcript.subject.unsettled." + kind);
  }

  @Test
  @DisplayName("DOC-70 a group waits for the sheets of its students, and they are named")
  void openSheets() {
    Verdict verdict =
        SubjectPolicy.settled(SubjectKind.GROUP_SHEET, true, List.of("2184-1", "2184-2"));
    assertThat(codes(verdict)).containsExactly("transcript.subject.open");
    assertThat(verdict.refusals().get(0).args()).containsExactly("2184-1, 2184-2");
  }

  @Test
  @DisplayName(
      "DOC-71 one document of a kind stands: none beside a prepared, reserved or valid one")
  void oneStands() {
    assertThat(SubjectPolicy.another(List.of()).isAllowed()).isTrue();
    for (DocumentStatus status : List.of(DocumentStatus.PREPARED, DocumentStatus.RESERVED)) {
      assertThat(codes(SubjectPolicy.another(List.of(one(status, false)))))
          .as(status.name())
          .containsExactly("transcript.subject.prepared");
    }
    Verdict beside = SubjectPolicy.another(List.of(one(DocumentStatus.ISSUED, false)));
    assertThat(codes(beside)).containsExactly("transcript.subject.stands");
    assertThat(beside.refusals().get(0).args()).containsExactly("ES-2184/00007");
  }

  @Test
  @DisplayName(
      "DOC-71 what was superseded, taken back, annulled or replaced does not stand in the way")
  void nothingStands() {
    assertThat(
            SubjectPolicy.another(
                    List.of(
                        one(DocumentStatus.PREPARED, true),
                        one(DocumentStatus.ISSUED, true),
                        one(DocumentStatus.REPLACED, true),
                        one(DocumentStatus.ANNULLED, false),
                        one(DocumentStatus.SPOILED, false),
                        one(DocumentStatus.WITHDRAWN, false)))
                .isAllowed())
        .isTrue();
    assertThat(codes(SubjectPolicy.another(List.of(one(DocumentStatus.RESERVED, true)))))
        .as("its number is given up first")
        .containsExactly("transcript.subject.prepared");
    assertThat(one(DocumentStatus.ISSUED, true).isToReplace()).isTrue();
    assertThat(one(DocumentStatus.ISSUED, false).isToReplace()).isFalse();
    assertThat(one(DocumentStatus.PREPARED, true).isLeftBehind()).isTrue();
    assertThat(one(DocumentStatus.PREPARED, false).isLeftBehind()).isFalse();
  }

  @Test
  @DisplayName("DOC-73 what has moved since it was prepared is not signed any more")
  void moved() {
    assertThat(SubjectPolicy.signs(false).isAllowed()).isTrue();
    assertThat(codes(SubjectPolicy.signs(true))).containsExactly("transcript.subject.moved");
  }

  @Test
  @DisplayName(
      "DOC-70 a sheet that goes on from another is a retake sheet, a journal a rating sheet")
  void kindsOfSheets() {
    assertThat(SubjectKind.of(SheetKind.RATING)).isEqualTo(SubjectKind.RATING_SHEET);
    for (SheetKind kind : SheetKind.values()) {
      if (kind.continuesAttempt() || kind.isRetake()) {
        assertThat(SubjectKind.of(kind)).as(kind.name()).isEqualTo(SubjectKind.RETAKE_SHEET);
      }
    }
    assertThat(SubjectKind.of(SheetKind.MAIN)).isEqualTo(SubjectKind.EXAM_SHEET);
    assertThat(SubjectKind.of(SheetKind.FINAL)).isEqualTo(SubjectKind.EXAM_SHEET);
  }

  @Test
  @DisplayName("DOC-70 families about no student are never asked for by one")
  void families() {
    Set<DocumentFamily> others = EnumSet.noneOf(DocumentFamily.class);
    for (DocumentFamily family : DocumentFamily.values()) {
      if (!family.isAboutStudent()) {
        others.add(family);
      }
    }
    assertThat(others)
        .containsExactlyInAnyOrder(
            DocumentFamily.SHEET, DocumentFamily.SUMMARY_SHEET, DocumentFamily.PROTOCOL);
  }
}
