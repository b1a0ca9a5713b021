package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StudyRecordsTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private final List<LedgerEntry> ledger = new ArrayList<>();

  @Test
  @DisplayName("DOC-4 every attempt is shown, FX, F, NA, I and W too, and says whether it counts")
  void everyAttemptIsShown() {
    entry("A", TermType.AUTUMN, ResultKind.MAIN, Grade.of(40, GradeScale.V2));
    entry("A", TermType.AUTUMN, ResultKind.FX, Grade.of(70, GradeScale.V2));
    entry("B", TermType.AUTUMN, ResultKind.MAIN, Grade.of(10, GradeScale.V2));
    entry("C", TermType.AUTUMN, ResultKind.MAIN, Grade.failed(Mark.NA));
    entry("D", TermType.SPRING, ResultKind.MAIN, Grade.of(Mark.I));
    entry("E", TermType.SPRING, ResultKind.MAIN, Grade.of(Mark.W));
    StudyRecord record = StudyRecords.of(ledger, RulesOfTime.always(rules));
    List<StudyRecord.Line> lines =
        record.terms().stream().flatMap(term -> term.lines().stream()).toList();
    assertThat(lines)
        .extracting(line -> line.code() + " " + line.sign() + " " + line.counts())
        .containsExactly(
            "A FX false", "A C+ true", "B F true", "C F true", "D I false", "E W false");
    assertThat(lines).allSatisfy(line -> assertThat(line.reason()).isNotBlank());
    assertThat(record.failed()).extracting(StudyRecord.Line::code).containsExactly("B", "C");
    assertThat(record.earned()).isEqualTo(5);
    assertThat(record.gpa()).isEqualByComparingTo("0.78");
  }

  @Test
  @DisplayName("GPA-2 each term of the record carries the GPA of its own attempts")
  void termsCarryTheirGpa() {
    entry("A", TermType.AUTUMN, ResultKind.MAIN, Grade.of(10, GradeScale.V2));
    entry("A", TermType.SPRING, ResultKind.RETAKE, Grade.of(95, GradeScale.V2));
    StudyRecord record = StudyRecords.of(ledger, RulesOfTime.always(rules));
    assertThat(record.terms())
        .extracting(term -> term.gpa().toPlainString())
        .containsExactly("0.00", "4.00");
    assertThat(record.gpa()).isEqualByComparingTo("4.00");
  }

  @Test
  @DisplayName("GPA-3 an academic year counts the last attempt within it, explained by its sums")
  void yearsCarryTheirGpa() {
    entry("A", TermType.AUTUMN, ResultKind.MAIN, Grade.of(10, GradeScale.V2));
    entry("B", TermType.AUTUMN, ResultKind.MAIN, Grade.of(80, GradeScale.V2));
    entry("A", TermType.SUMMER, ResultKind.RETAKE, Grade.of(95, GradeScale.V2));
    StudyRecord record = StudyRecords.of(ledger, RulesOfTime.always(rules));
    assertThat(record.years()).hasSize(1);
    StudyRecord.YearPart year = record.years().get(0);
    assertThat(year.year()).isEqualTo("2025/2026");
    assertThat(year.gpa()).isEqualByComparingTo("3.50");
    assertThat(year.gpaPoints()).isEqualByComparingTo("35.00");
    assertThat(year.gpaCredits()).isEqualTo(10);
    assertThat(record.terms().get(0).lines())
        .extracting(StudyRecord.Line::points)
        .satisfiesExactly(
            superseded -> assertThat(superseded).isNull(),
            counted -> assertThat(counted).isEqualByComparingTo("15.00"));
  }

  @Test
  @DisplayName("ACH-4 ACH-6 a withdrawal and additional study are no credits one is enrolled in")
  void enrolled() {
    entry("A", TermType.AUTUMN, ResultKind.MAIN, Grade.of(70, GradeScale.V2));
    entry("B", TermType.AUTUMN, ResultKind.MAIN, Grade.of(Mark.W));
    entry("C", TermType.AUTUMN, ResultKind.MAIN, Grade.of(Mark.I));
    additional("D", Grade.of(80, GradeScale.V2));
    StudyRecord.TermPart term = StudyRecords.of(ledger, RulesOfTime.always(rules)).terms().get(0);
    assertThat(term.lines()).hasSize(4);
    assertThat(term.enrolled()).isEqualTo(10);
    assertThat(term.earned()).isEqualTo(5);
  }

  @Test
  @DisplayName("GPA-5 an empty ledger gives an empty record without a GPA")
  void emptyLedger() {
    StudyRecord record = StudyRecords.of(ledger, RulesOfTime.always(rules));
    assertThat(record.terms()).isEmpty();
    assertThat(record.gpa()).isNull();
    assertThat(record.earned()).isZero();
  }

  @Test
  @DisplayName("ACH-8 what was taken over in 2026 had happened on the days it names")
  void pastOfTakenOver() {
    LedgerEntry taken = recorded("2026-09-01T05:00:00Z", "2024-12-20", true);
    assertThat(taken.stoodOn(LocalDate.of(2024, 12, 19), ALMATY)).isFalse();
    assertThat(taken.stoodOn(LocalDate.of(2024, 12, 20), ALMATY)).isTrue();
    assertThat(taken.stoodOn(LocalDate.of(2025, 1, 1), ALMATY)).isTrue();
  }

  @Test
  @DisplayName("ACH-8 a result of this system stands from the day it was recorded, in Almaty")
  void pastOfRecorded() {
    LedgerEntry late = recorded("2026-03-01T19:30:00Z", "2026-01-12", false);
    assertThat(late.stoodOn(LocalDate.of(2026, 1, 12), ALMATY)).isFalse();
    assertThat(late.stoodOn(LocalDate.of(2026, 3, 1), ALMATY)).isFalse();
    assertThat(late.stoodOn(LocalDate.of(2026, 3, 2), ALMATY)).isTrue();
  }

  private LedgerEntry recorded(String at, String on, boolean migrated) {
    entry("A", TermType.AUTUMN, ResultKind.MAIN, Grade.of(70, GradeScale.V2));
    LedgerEntry made = ledger.get(ledger.size() - 1);
    LedgerEntry.Outcome was = made.result();
    return new LedgerEntry(
        made.id(),
        made.studentId(),
        made.position(),
        made.discipline(),
        new LedgerEntry.Outcome(
            was.termId(),
            was.term(),
            was.kind(),
            was.attemptNo(),
            was.rating(),
            was.score(),
            was.grade(),
            LocalDate.parse(on),
            was.ruleSetCode()),
        new LedgerEntry.Source(
            null, null, "№ 1", null, null, migrated, "office", Instant.parse(at)),
        new byte[0]);
  }

  private void entry(String code, TermType term, ResultKind kind, Grade grade) {
    entry(code, term, kind, grade, false);
  }

  private void additional(String code, Grade grade) {
    entry(code, TermType.AUTUMN, ResultKind.ADDITIONAL, grade, true);
  }

  private void entry(String code, TermType term, ResultKind kind, Grade grade, boolean additional) {
    ledger.add(
        new LedgerEntry(
            UUID.randomUUID(),
            1,
            ledger.size() + 1L,
            new LedgerEntry.Studied(
                (long) code.charAt(0),
                code,
                LocalizedText.of(code, code, code),
                5,
                Cycle.BASIC,
                Component.UNIVERSITY,
                false,
                additional,
                false),
            new LedgerEntry.Outcome(
                1, new TermRef(2025, term), kind, 1, 60, null, grade, DAY, "B-2025"),
            new LedgerEntry.Source(1L, null, "№ 1", null, null, false, "office", Instant.EPOCH),
            new byte[0]));
  }
}
