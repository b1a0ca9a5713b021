package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetTest {

  private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private final Sheet sheet = new Sheet("2025-1-0001", SheetKind.MAIN, 1, 2, 3L, "B-2025");

  @Test
  @DisplayName("CTL-1 CTL-15 the office opens, the examiner submits, the office closes")
  void theOrdinaryLife() {
    assertThat(sheet.getStatus().allowsEntry()).isFalse();
    sheet.open();
    assertThat(sheet.getStatus().allowsEntry()).isTrue();
    sheet.submit("examiner", NOW);
    assertThat(sheet.getStatus().allowsEntry()).isFalse();
    sheet.close("office", Set.of("examiner"), NOW, new byte[] {1});
    assertThat(sheet.getStatus().isPosted()).isTrue();
    assertThat(sheet.getClosedBy()).isEqualTo("office");
  }

  @Test
  @DisplayName("CTL-15 a closed sheet is never opened, submitted, closed or reassigned again")
  void closedIsClosed() {
    sheet.open();
    sheet.submit("examiner", NOW);
    sheet.close("office", Set.of("examiner"), NOW, new byte[] {1});
    refused("CTL-15", sheet::open);
    refused("CTL-15", () -> sheet.giveBack("office", "row 3"));
    refused("CTL-15", () -> sheet.submit("examiner", NOW));
    refused("CTL-15", () -> sheet.close("other", Set.of(), NOW, new byte[] {2}));
    refused("CTL-15", () -> sheet.assign(5L, 6L));
    refused("CTL-15", () -> sheet.schedule(DAY, null, null));
    assertThat(sheet.getChecksum()).containsExactly(1);
  }

  @Test
  @DisplayName("SHT-5 what is given back needs a remark and forgets its submission")
  void givenBack() {
    sheet.open();
    sheet.submit("examiner", NOW);
    refused("SHT-5", () -> sheet.giveBack("office", "  "));
    sheet.giveBack("office", "row 3: 19 or 91?");
    assertThat(sheet.getStatus()).isEqualTo(SheetStatus.OPEN);
    assertThat(sheet.getSubmittedBy()).isNull();
    assertThat(sheet.getReturnedBy()).isEqualTo("office");
    assertThat(sheet.getReturnedRemark()).isEqualTo("row 3: 19 or 91?");
  }

  @Test
  @DisplayName("SHT-6 once a sheet is open, teacher and examiner are replaced on a basis only")
  void replacement() {
    sheet.appoint(5L, 6L, null);
    sheet.open();
    refused("SHT-6", () -> sheet.appoint(5L, 7L, " "));
    sheet.appoint(5L, 6L, "");
    sheet.appoint(5L, 7L, "order 12 of 2026-01-10");
    assertThat(sheet.getExaminerId()).isEqualTo(7L);
    sheet.appoint(5L, 7L, null);
    assertThat(sheet.getAppointmentBasis()).isEqualTo("order 12 of 2026-01-10");
  }

  @Test
  @DisplayName("SHT-7 a following sheet stands for the same group and names what it continues")
  void following() {
    Sheet retake = Sheet.following(sheet, "2025-1-0002", SheetKind.FX, "B-2025");
    assertThat(retake.getSectionId()).isEqualTo(3L);
    assertThat(retake.getStatus()).isEqualTo(SheetStatus.CREATED);
    assertThat(retake.getKind().fxRetakes()).isEqualTo(1);
    assertThat(SheetKind.MAIN.fxRetakes()).isZero();
  }

  @Test
  @DisplayName("SHT-14 a sheet falls overdue once entry is locked, and is posted by nobody for it")
  void overdue() {
    SittingClock clock =
        SittingClock.of(
            LocalDate.of(2026, 1, 10),
            LocalTime.of(14, 0),
            RuleSet.defaults(Level.BACHELOR, DAY),
            WorkingDays::weekendsOnly,
            ZoneId.of("Asia/Almaty"));
    sheet.open();
    refused("SHT-14", () -> sheet.fallOverdue(clock, NOW.minusSeconds(1)));
    assertThat(sheet.getStatus()).isEqualTo(SheetStatus.OPEN);
    sheet.fallOverdue(clock, NOW);
    assertThat(sheet.getStatus()).isEqualTo(SheetStatus.OVERDUE);
    assertThat(sheet.getStatus().allowsEntry()).isFalse();
    refused("CTL-15", () -> sheet.close("office", Set.of(), NOW, new byte[] {1}));
    sheet.goOn();
    assertThat(sheet.getStatus()).isEqualTo(SheetStatus.OPEN);
    sheet.goOn();
    sheet.fallOverdue(clock, NOW);
    // what was typed in time may be handed in late
    sheet.submit("examiner", NOW);
    assertThat(sheet.getStatus()).isEqualTo(SheetStatus.SUBMITTED);
    sheet.goOn();
    assertThat(sheet.getStatus()).isEqualTo(SheetStatus.SUBMITTED);
  }

  @Test
  @DisplayName("SHT-15 another day of the exam does not open an overdue sheet by the back door")
  void theDayStands() {
    SittingClock clock =
        SittingClock.of(
            LocalDate.of(2026, 1, 10),
            null,
            RuleSet.defaults(Level.BACHELOR, DAY),
            WorkingDays::weekendsOnly,
            ZoneId.of("Asia/Almaty"));
    sheet.open();
    sheet.schedule(LocalDate.of(2026, 1, 10), null, "204");
    sheet.fallOverdue(clock, Instant.parse("2026-01-12T19:00:00Z"));
    refused("SHT-15", () -> sheet.schedule(DAY, null, "204"));
    refused("SHT-15", () -> sheet.schedule(LocalDate.of(2026, 1, 10), LocalTime.NOON, "204"));
    sheet.schedule(LocalDate.of(2026, 1, 10), null, "110");
    assertThat(sheet.getRoom()).isEqualTo("110");
  }

  @Test
  @DisplayName(
      "SHT-15 the exam is postponed while nobody has a score; its lock moves by no other day")
  void postponed() {
    LocalDate saturday = LocalDate.of(2026, 1, 10);
    LocalTime nine = LocalTime.of(9, 0);
    SittingClock clock =
        SittingClock.of(
            saturday,
            nine,
            RuleSet.defaults(Level.BACHELOR, DAY),
            WorkingDays::weekendsOnly,
            ZoneId.of("Asia/Almaty"));
    Instant before = Instant.parse("2026-01-09T18:59:59Z");
    Instant midnight = Instant.parse("2026-01-09T19:00:00Z");
    Instant lock = Instant.parse("2026-01-12T04:00:00Z");
    sheet.schedule(saturday, nine, "204");
    assertThat(sheet.judgeDay(DAY, nine, clock, true, lock).isAllowed())
        .as("nothing can be typed in it")
        .isTrue();
    sheet.open();
    assertThat(sheet.judgeDay(DAY, nine, clock, true, before).isAllowed()).isTrue();
    assertThat(sheet.judgeDay(null, null, clock, false, before).isAllowed()).isTrue();
    assertThat(sheet.judgeDay(DAY, nine, clock, false, lock.minusSeconds(1)).isAllowed())
        .as("a real postponement")
        .isTrue();
    assertThat(sheet.judgeDay(DAY, nine, clock, true, midnight).refusals())
        .extracting(Refusal::code, Refusal::field)
        .containsExactly(tuple("attestation.sheet.day-stands", "exam_date"));
    assertThat(sheet.judgeDay(saturday, LocalTime.NOON, clock, true, midnight).isAllowed())
        .isFalse();
    assertThat(sheet.judgeDay(null, null, clock, false, midnight).isAllowed())
        .as("without a day there would be no lock")
        .isFalse();
    assertThat(sheet.judgeDay(DAY, nine, clock, false, lock).isAllowed()).isFalse();
    assertThat(
            sheet
                .judgeDay(DAY, nine, clock.extended(lock.plusSeconds(60)), false, lock)
                .isAllowed())
        .as("a decision lets entry go on till its moment only")
        .isFalse();
    assertThat(sheet.judgeDay(saturday, nine, clock, true, lock).isAllowed()).isTrue();
  }

  @Test
  @DisplayName("SHT-15 a score or a mark binds the day of the exam; W is neither")
  void scored() {
    SheetRow row = new SheetRow(sheet, 1, null, 1, null);
    assertThat(row.isScored()).isFalse();
    row.rate(BigDecimal.TEN, BigDecimal.TEN, "teacher");
    assertThat(row.isScored()).isFalse();
    row.grade(0, null, "examiner");
    assertThat(row.isScored()).isTrue();
    row.grade(null, Mark.AB, "examiner");
    assertThat(row.isScored()).isTrue();
    row.withdraw("order 5");
    assertThat(row.isScored()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(SheetStatus.class)
  @DisplayName("CTL-15 nothing leads back from a posted state to one of entry")
  void noWayBack(SheetStatus from) {
    if (from.isPosted()) {
      assertThat(from.next()).allMatch(SheetStatus::isPosted);
    }
    assertThat(from.canBecome(SheetStatus.CLOSED)).isEqualTo(from == SheetStatus.SUBMITTED);
    assertThat(from.next()).doesNotContain(SheetStatus.CREATED);
  }

  @Test
  @DisplayName("SOD-1 neither who submitted nor who typed a score closes")
  void fourEyes() {
    SheetRow row = new SheetRow(sheet, 7, 8L, 1, null);
    row.grade(80, null, "substitute");
    row.rate(null, null, "teacher");
    assertThat(row.getTypedBy()).isEqualTo("teacher");
    assertThat(row.getScoredBy()).isEqualTo("substitute");
    sheet.open();
    sheet.submit("examiner", NOW);
    for (String own : List.of("examiner", "substitute")) {
      refused("SOD-1", () -> sheet.close(own, Set.of(row.getScoredBy()), NOW, new byte[] {1}));
    }
    sheet.close("office", Set.of(row.getScoredBy()), NOW, new byte[] {1});
  }

  @Test
  @DisplayName("SHT-3 a group has one sheet, and none while nobody is enrolled")
  void oneSheetPerGroup() {
    assertThat(OneSheetPerGroup.judge("A-1", false, 1).isAllowed()).isTrue();
    assertThat(OneSheetPerGroup.judge("A-1", true, 25).refusals())
        .extracting("code")
        .containsExactly("attestation.sheet.exists");
    assertThat(OneSheetPerGroup.judge("A-1", false, 0).refusals())
        .extracting("code")
        .containsExactly("attestation.sheet.nobody");
  }

  @Test
  @DisplayName("SHT-8 a row that is closed as W has a result, whatever was typed before")
  void withdrawnRow() {
    SheetRow row = new SheetRow(sheet, 7, 8L, 1, null);
    row.grade(80, null, "teacher");
    row.withdraw("illness");
    assertThat(row.isWithdrawn()).isTrue();
    assertThat(row.scores().score()).isNull();
    assertThat(row.getNote()).isEqualTo("illness");
  }

  @Test
  @DisplayName("SHT-4 a sheet with an open row is not complete and says how many are open")
  void completeWithoutOpenRows() {
    FinalGradePolicy policy = FinalGradePolicy.of(RuleSet.defaults(Level.BACHELOR, DAY), DAY);
    RowScores full = RowScores.of(60, 60, 70);
    RowScores withdrawn = new RowScores(null, null, null, Mark.W);
    RowScores notAdmitted = RowScores.ratings(40, 40);
    RowScores open = RowScores.ratings(60, 60);
    assertThat(
            SheetComplete.judge(policy, ControlForm.EXAM, List.of(full, withdrawn, notAdmitted))
                .isAllowed())
        .isTrue();
    assertThat(
            SheetComplete.judge(
                    policy,
                    ControlForm.EXAM,
                    List.of(full, open, new RowScores(null, null, null, null)))
                .refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.rule()).isEqualTo("SHT-4");
              assertThat(refusal.args()).containsExactly(2L);
            });
  }

  @Test
  @DisplayName("SHT-10 a sheet of a level goes by the calendar of that level and of everybody")
  void goesByTheCalendarOfItsLevel() {
    AcademicYear year = new AcademicYear(2025, DAY, DAY.plusYears(1), null);
    Term term = new Term(year, TermType.AUTUMN, "2025-1", DAY, DAY.plusWeeks(15), 15);
    CalendarEvent all = new CalendarEvent(term, EventKind.RK1, DAY, DAY, null, null);
    CalendarEvent masters = new CalendarEvent(term, EventKind.RK1, DAY, DAY, "MASTER", null);
    assertThat(sheet.isConcernedBy(masters)).as("a sheet of several levels").isTrue();
    sheet.limitTo(Level.BACHELOR);
    assertThat(sheet.isConcernedBy(masters)).isFalse();
    assertThat(sheet.isConcernedBy(all)).isTrue();
    sheet.limitTo(Level.MASTER);
    assertThat(sheet.isConcernedBy(masters)).isTrue();
  }

  private static void refused(String rule, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused -> assertThat(refused.refusals()).extracting("rule").containsExactly(rule));
  }
}
