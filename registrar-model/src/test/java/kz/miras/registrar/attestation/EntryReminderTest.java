package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.RegistrarException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryReminderTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
  private static final LocalDate EXAM = LocalDate.of(2026, 1, 10);
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, EXAM);

  private static SittingClock clock(LocalTime at) {
    return SittingClock.of(EXAM, at, RULES, WorkingDays::weekendsOnly, ZONE);
  }

  private static Instant moment(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static Optional<EntryReminder> of(SheetStatus status, LocalTime at, String now) {
    return EntryReminder.of(status, clock(at), RULES, null, moment(now), ZONE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-10T23:59,",
    "2026-01-11T00:00, SOON",
    "2026-01-12T08:59, SOON",
    "2026-01-12T09:00, LATE",
    "2026-01-19T23:59, LATE",
    "2026-01-20T00:00,",
  })
  @DisplayName(
      "SHT-26 an exam of the 10th at nine is entered until the 12th: reminded from the 11th to the"
          + " 19th")
  void window(String now, EntryReminder expected) {
    assertThat(of(SheetStatus.OPEN, LocalTime.of(9, 0), now))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  @DisplayName("SHT-26 anybody is reminded between the two hours of the rules only")
  void hours() {
    assertThat(EntryReminder.isTime(LocalTime.of(7, 59), RULES)).isFalse();
    assertThat(EntryReminder.isTime(LocalTime.of(8, 0), RULES)).isTrue();
    assertThat(EntryReminder.isTime(LocalTime.of(19, 59), RULES)).isTrue();
    assertThat(EntryReminder.isTime(LocalTime.of(20, 0), RULES)).isFalse();
    RuleSet night =
        RULES
            .with(RuleParameter.SHEET_REMINDER_HOUR_UNTIL, "24")
            .with(RuleParameter.SHEET_REMINDER_HOUR_FROM, "22");
    assertThat(EntryReminder.isTime(LocalTime.of(23, 59), night)).isTrue();
    assertThat(EntryReminder.isTime(LocalTime.NOON, night)).isFalse();
    RuleSet never = RULES.with(RuleParameter.SHEET_REMINDER_HOUR_UNTIL, "8");
    for (int hour = 0; hour < 24; hour++) {
      assertThat(EntryReminder.isTime(LocalTime.of(hour, 30), never)).isFalse();
    }
    assertThatThrownBy(() -> RULES.with(RuleParameter.SHEET_REMINDER_HOUR_UNTIL, "7"))
        .isInstanceOf(RegistrarException.Refused.class);
  }

  @Test
  @DisplayName("SHT-26 where only the day is known the last day is that before the lock")
  void wholeDay() {
    assertThat(of(SheetStatus.OPEN, null, "2026-01-12T12:00")).contains(EntryReminder.SOON);
    assertThat(of(SheetStatus.OPEN, null, "2026-01-11T12:00")).contains(EntryReminder.SOON);
    assertThat(of(SheetStatus.OPEN, null, "2026-01-10T12:00")).isEmpty();
    assertThat(of(SheetStatus.OPEN, null, "2026-01-13T00:00")).contains(EntryReminder.LATE);
  }

  @Test
  @DisplayName("SHT-26 only who still fills a sheet is reminded, and once a day")
  void whomAndOnce() {
    List<SheetStatus> reminded = new ArrayList<>();
    for (SheetStatus status : SheetStatus.values()) {
      of(status, LocalTime.of(9, 0), "2026-01-14T10:00").ifPresent(one -> reminded.add(status));
    }
    assertThat(reminded).containsExactlyInAnyOrder(SheetStatus.OPEN, SheetStatus.OVERDUE);
    Instant now = moment("2026-01-14T10:00");
    LocalDate today = LocalDate.of(2026, 1, 14);
    SittingClock clock = clock(LocalTime.of(9, 0));
    assertThat(EntryReminder.of(SheetStatus.OVERDUE, clock, RULES, today, now, ZONE)).isEmpty();
    assertThat(EntryReminder.of(SheetStatus.OVERDUE, clock, RULES, today.minusDays(1), now, ZONE))
        .contains(EntryReminder.LATE);
    SittingClock unknown = SittingClock.of(null, null, RULES, WorkingDays::weekendsOnly, ZONE);
    assertThat(EntryReminder.of(SheetStatus.OPEN, unknown, RULES, null, now, ZONE)).isEmpty();
  }

  @Test
  @DisplayName("SHT-26 the days are those of the rules, and late entry moves the last day")
  void otherDays() {
    RuleSet others =
        RULES
            .with(RuleParameter.SHEET_REMINDER_DAYS_BEFORE, "0")
            .with(RuleParameter.SHEET_REMINDER_DAYS_AFTER, "0");
    SittingClock clock =
        SittingClock.of(EXAM, LocalTime.of(9, 0), others, WorkingDays::weekendsOnly, ZONE);
    for (int day = 10; day <= 14; day++) {
      assertThat(
              EntryReminder.of(
                      SheetStatus.OPEN,
                      clock,
                      others,
                      null,
                      moment("2026-01-" + day + "T08:00"),
                      ZONE)
                  .isPresent())
          .as("of the " + day + "th")
          .isEqualTo(day == 12);
    }
    SittingClock extended = clock.extended(moment("2026-01-16T18:00"));
    assertThat(
            EntryReminder.of(
                SheetStatus.OPEN, extended, RULES, null, moment("2026-01-14T08:00"), ZONE))
        .isEmpty();
    assertThat(
            EntryReminder.of(
                SheetStatus.OPEN, extended, RULES, null, moment("2026-01-15T08:00"), ZONE))
        .contains(EntryReminder.SOON);
    assertThat(EntryReminder.SOON.notice()).isNotEqualTo(EntryReminder.LATE.notice());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-08,",
    "2026-01-09, SOON",
    "2026-01-10, SOON",
    "2026-01-11, LATE",
    "2026-01-17, LATE",
    "2026-01-18,",
  })
  @DisplayName("RAT-9 a control taken alone until the 10th is reminded of from the 9th to the 17th")
  void controlsAlone(LocalDate today, EntryReminder expected) {
    assertThat(EntryReminder.ofControl(EXAM, RULES, null, today))
        .isEqualTo(Optional.ofNullable(expected));
    assertThat(EntryReminder.ofControl(EXAM, RULES, today, today)).as("once a day").isEmpty();
  }
}
