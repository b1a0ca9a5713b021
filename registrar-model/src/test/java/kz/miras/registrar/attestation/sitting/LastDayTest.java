package kz.miras.registrar.attestation.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LastDayTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final LocalDate TODAY = LocalDate.of(2025, 12, 1);
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, TODAY);
  private static final Span TERM = new Span(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 24));

  @Test
  @DisplayName("SHT-33 a control ends with its period of the calendar, else with its term")
  void byTheCalendar() {
    Span session = new Span(LocalDate.of(2025, 12, 22), LocalDate.of(2026, 1, 10));
    Span early = new Span(LocalDate.of(2025, 12, 15), LocalDate.of(2025, 12, 20));
    assertThat(LastDay.usual(List.of(session, early), TERM, TODAY, RULES)).isEqualTo(session.to());
    assertThat(LastDay.usual(List.of(), TERM, TODAY, RULES)).isEqualTo(TERM.to());
  }

  @Test
  @DisplayName("SHT-33 whoever gets a sheet late has the days of the rules for it")
  void formedLate() {
    LocalDate late = LocalDate.of(2026, 1, 20);
    assertThat(LastDay.usual(List.of(), TERM, late, RULES)).isEqualTo(late.plusDays(14));
    RuleSet others = RULES.with(RuleParameter.CONTROL_USUAL_DAYS, "3");
    assertThat(LastDay.usual(List.of(), TERM, late, others)).isEqualTo(TERM.to());
  }

  @Test
  @DisplayName("RAT-9 a control taken alone is proposed to end before the exam")
  void alone() {
    assertThat(LastDay.alone(TODAY, null, RULES)).isEqualTo(TODAY.plusDays(14));
    assertThat(LastDay.alone(TODAY, TODAY.plusDays(5), RULES)).isEqualTo(TODAY.plusDays(4));
    assertThat(LastDay.alone(TODAY, TODAY.plusDays(14), RULES)).isEqualTo(TODAY.plusDays(13));
    assertThat(LastDay.alone(TODAY, TODAY.plusDays(15), RULES)).isEqualTo(TODAY.plusDays(14));
    assertThat(LastDay.alone(TODAY, TODAY.minusDays(1), RULES))
        .as("an exam that was is no bound")
        .isEqualTo(TODAY.plusDays(14));
  }

  private static List<String> said(Sheet sheet, LocalDate last, LocalDate now) {
    SittingClock clock =
        SittingClock.of(null, null, RULES, WorkingDays::weekendsOnly, ALMATY)
            .lasting(EntryForm.PASS_FAIL, sheet.getLastDay());
    return sheet
        .judgeLastDay(last, clock, now.atStartOfDay(ALMATY).toInstant(), now)
        .refusals()
        .stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("SHT-33 another last day is one to come, and none once entry is locked")
  void another() {
    Sheet sheet = new Sheet("A-1", SheetKind.PRACTICE, 1, 2, 3L, "R");
    sheet.lastOn(TODAY);
    assertThat(said(sheet, TODAY, TODAY.plusDays(9))).as("it stands").isEmpty();
    assertThat(said(sheet, TODAY.plusDays(3), TODAY)).isEmpty();
    assertThat(said(sheet, TODAY.minusDays(1), TODAY))
        .containsExactly("attestation.sheet.last-day-past");
    assertThat(said(sheet, null, TODAY)).containsExactly("attestation.sheet.last-day-past");
    assertThat(said(sheet, TODAY.plusDays(9), TODAY.plusDays(1)))
        .containsExactly("attestation.sheet.day-stands");
  }
}
