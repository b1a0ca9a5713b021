package kz.miras.registrar.correspondence.ministry;

import static kz.miras.registrar.correspondence.ministry.PlatformMappingTest.TODAY;
import static kz.miras.registrar.correspondence.ministry.PlatformMappingTest.found;
import static kz.miras.registrar.correspondence.ministry.PlatformMappingTest.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Reason;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of results in the words of the platform, by worked examples. */
class PlatformTranscriptTest {

  private static LedgerEntry entry(ResultKind kind, Grade grade) {
    return new LedgerEntry(
        UUID.randomUUID(),
        1,
        1,
        new LedgerEntry.Studied(
            301L,
            "IKT1105",
            LocalizedText.of("АКТ", "ИКТ", "ICT"),
            5,
            null,
            null,
            false,
            false,
            false),
        new LedgerEntry.Outcome(
            1, new TermRef(2190, TermType.AUTUMN), kind, 1, 80, 88, grade, TODAY, null),
        new LedgerEntry.Source(null, null, "1", null, null, false, "system", Instant.EPOCH),
        new byte[32]);
  }

  private static Map<String, Object> line(LedgerEntry entry) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("student", 7001);
    facts.put("subject", 301);
    facts.put("code_kk", "AKT1105");
    facts.put("code_en", "ICT1105");
    facts.put("course", 1);
    facts.put("term", 1);
    return new PlatformFacts(facts)
        .with(entry, new CountedLine(entry.toResult(), Reason.ONLY_ATTEMPT, null, Credits.of(5)))
        .values();
  }

  @Test
  @DisplayName("GOV-8 a result of B+ with 85 percent is the line of the specification")
  void transcript() {
    Map<String, Object> facts = line(entry(ResultKind.MAIN, new Grade(85, Letter.B_PLUS, null)));
    PlatformRecord record = mapped(PlatformType.TRANSCRIPT, facts).record();
    assertThat(record.get("alphaMark")).isEqualTo("B+");
    assertThat(record.get("numeralMark")).hasToString("3.33");
    assertThat(record.get("totalMark")).hasToString("85");
    assertThat(record.get("accepted")).isEqualTo(1L);
    assertThat(record.get("type")).isEqualTo(0L);
    assertThat(record.get("deleted")).isEqualTo(false);
    assertThat(found(PlatformType.TRANSCRIPT, facts)).isEmpty();
  }

  @Test
  @DisplayName(
      "GOV-8 a credit has no marks, a practice and a state exam say what the platform lacks")
  void kindsOfLines() {
    Map<String, Object> credit = line(entry(ResultKind.MAIN, Grade.of(Mark.P)));
    assertThat(mapped(PlatformType.TRANSCRIPT, credit).record().get("type")).isEqualTo(5L);
    assertThat(found(PlatformType.TRANSCRIPT, credit)).isEmpty();
    Map<String, Object> practice = line(entry(ResultKind.PRACTICE, new Grade(95, Letter.A, null)));
    assertThat(PlatformSound.judge(mapped(PlatformType.TRANSCRIPT, practice), TODAY).warnings())
        .extracting(Refusal::field)
        .containsExactly("groupTypeId");
    Map<String, Object> exam = line(entry(ResultKind.STATE_EXAM, new Grade(95, Letter.A, null)));
    assertThat(PlatformSound.judge(mapped(PlatformType.TRANSCRIPT, exam), TODAY).warnings())
        .extracting(Refusal::field)
        .containsExactly("hash");
  }
}
