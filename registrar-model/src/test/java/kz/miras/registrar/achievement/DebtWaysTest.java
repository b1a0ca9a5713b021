package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DebtWaysTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-01-14");
  private static final BigDecimal PRICE = new BigDecimal("21000.00");
  private static final ComingTerm SPRING =
      new ComingTerm(
          TermRef.spring(2025),
          LocalDate.parse("2026-01-19"),
          LocalDate.parse("2026-01-23"),
          PRICE);
  private static final ComingTerm SUMMER =
      new ComingTerm(TermRef.summer(2025), LocalDate.parse("2026-06-08"), null, null);
  private static final ComingTerm AUTUMN =
      new ComingTerm(TermRef.autumn(2026), LocalDate.parse("2026-09-01"), null, PRICE);
  private static final List<ComingTerm> TERMS = List.of(AUTUMN, SUMMER, SPRING);

  private static final RuleSet RULES =
      RuleSet.defaults(Level.BACHELOR, LocalDate.parse("2025-09-01"));

  private static DebtWay fx(String until) {
    LocalDate last = until == null ? null : LocalDate.parse(until);
    return DebtWays.fx(TermRef.autumn(2025), last, RULES, PRICE);
  }

  @Test
  @DisplayName("FXR-2 an FX retake costs something where the rules of its result say so")
  void paidFx() {
    assertThat(fx("2026-01-14").paid()).isFalse();
    assertThat(fx("2026-01-14").price()).as("nothing is to be paid").isNull();
    RuleSet asPaid = RULES.with(RuleParameter.FX_PAID, "true");
    DebtWay paid = DebtWays.fx(TermRef.autumn(2025), null, asPaid, PRICE);
    assertThat(paid.paid()).isTrue();
    assertThat(paid.price()).isEqualTo(PRICE);
    assertThat(DebtWays.fx(TermRef.autumn(2025), null, asPaid, null).price())
        .as("no order sets one")
        .isNull();
  }

  @Test
  @DisplayName("DEB-4 an FX is retaken till its last day, studied again in the next term or summer")
  void ways() {
    assertThat(DebtWays.of(5, true, null, fx("2026-01-14"), TERMS, TODAY))
        .containsExactly(
            fx("2026-01-14"),
            new DebtWay(
                DebtWay.Kind.REPEAT,
                TermRef.spring(2025),
                LocalDate.parse("2026-01-23"),
                true,
                new BigDecimal("105000.00")),
            new DebtWay(DebtWay.Kind.SUMMER, TermRef.summer(2025), null, true, null));
    assertThat(DebtWays.of(5, true, null, fx("2026-01-13"), TERMS, TODAY))
        .extracting(DebtWay::kind)
        .as("the window is over")
        .containsExactly(DebtWay.Kind.REPEAT, DebtWay.Kind.SUMMER);
    assertThat(DebtWays.of(5, true, null, fx(null), List.of(), TODAY))
        .as("the calendar does not name the window yet")
        .containsExactly(fx(null));
  }

  @Test
  @DisplayName("DEB-4 what was never taken costs nothing but in the summer")
  void neverTaken() {
    assertThat(DebtWays.of(4, false, null, null, TERMS, TODAY))
        .extracting(DebtWay::kind, DebtWay::paid, DebtWay::price)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(DebtWay.Kind.TAKE, false, null),
            org.assertj.core.groups.Tuple.tuple(DebtWay.Kind.SUMMER, true, null));
  }

  @Test
  @DisplayName("DEB-4 once registration is over the next semester is told, not the running one")
  void registrationOver() {
    LocalDate later = LocalDate.parse("2026-01-24");
    assertThat(DebtWays.of(5, true, null, null, TERMS, later))
        .extracting(DebtWay::term)
        .containsExactly(TermRef.summer(2025), TermRef.autumn(2026));
  }

  @Test
  @DisplayName("DEB-4 a difference is closed by what begins before its day is over")
  void difference() {
    assertThat(DebtWays.of(5, false, LocalDate.parse("2026-06-07"), null, TERMS, TODAY))
        .extracting(DebtWay::term)
        .containsExactly(TermRef.spring(2025));
  }
}
