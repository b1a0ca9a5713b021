package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The day of an exam, the lock that counts from it, and the sheet nobody hands in. */
class SheetDayTest {

  private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private final Sheet sheet = new Sheet("2025-1-0001", SheetKind.MAIN, 1, 2, 3L, "B-2025");

  private static void refused(String rule, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused -> assertThat(refused.refusals()).extracting("rule").containsExactly(rule));
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
}
