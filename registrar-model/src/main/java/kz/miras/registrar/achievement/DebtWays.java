package kz.miras.registrar.achievement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * DEB-4. How a debt can be closed, until when and at what price: by the FX retake while it is open,
 * in the next semester the student can still register for, and in the next summer. What failed is
 * studied again for money, in the summer everything is (O152 п.22, 36).
 */
public final class DebtWays {

  private DebtWays() {}

  /**
   * The ways, the earliest first.
   *
   * @param failed whether it was taken and not passed
   * @param until last day of a difference: what begins later closes nothing; null for others
   * @param fx the FX retake; null where it is not open
   * @param terms those of the calendar the student may study in
   */
  public static List<DebtWay> of(
      int credits,
      boolean failed,
      LocalDate until,
      DebtWay fx,
      Collection<ComingTerm> terms,
      LocalDate today) {
    List<DebtWay> ways = new ArrayList<>();
    if (fx != null && (fx.until() == null || !fx.until().isBefore(today))) {
      ways.add(fx);
    }
    List<ComingTerm> open =
        terms.stream()
            .filter(term -> term.isOpen(today))
            .filter(term -> until == null || !term.begins().isAfter(until))
            .sorted(Comparator.comparing(ComingTerm::begins))
            .toList();
    Optional<ComingTerm> semester =
        open.stream().filter(term -> !term.term().type().isSummer()).findFirst();
    Optional<ComingTerm> summer =
        open.stream().filter(term -> term.term().type().isSummer()).findFirst();
    open.stream()
        .filter(term -> term.equals(semester.orElse(null)) || term.equals(summer.orElse(null)))
        .map(term -> study(term, credits, failed))
        .forEach(ways::add);
    return ways;
  }

  /**
   * FXR-2. The FX retake as a way: for money where the rules say so.
   *
   * @param until last day of the window; null while the calendar names none
   * @param inForce rules the FX was given by
   * @param fee of the retake; null where no order sets one
   */
  public static DebtWay fx(TermRef term, LocalDate until, RuleSet inForce, BigDecimal fee) {
    boolean paid = inForce.flag(RuleParameter.FX_PAID);
    return new DebtWay(DebtWay.Kind.FX, term, until, paid, paid ? fee : null);
  }

  private static DebtWay study(ComingTerm term, int credits, boolean failed) {
    boolean summer = term.term().type().isSummer();
    boolean paid = summer || failed;
    BigDecimal price =
        paid && term.creditPrice() != null
            ? term.creditPrice().multiply(BigDecimal.valueOf(credits))
            : null;
    DebtWay.Kind again = failed ? DebtWay.Kind.REPEAT : DebtWay.Kind.TAKE;
    return new DebtWay(
        summer ? DebtWay.Kind.SUMMER : again, term.term(), term.registerUntil(), paid, price);
  }
}
