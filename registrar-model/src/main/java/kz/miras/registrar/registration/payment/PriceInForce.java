package kz.miras.registrar.registration.payment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import kz.miras.registrar.curriculum.Level;

/**
 * PAY-1. Of the orders in force on a day the most particular counts: for the term before for the
 * year before for all times, then for the level before for all, then the latest.
 */
public final class PriceInForce {

  private static final Comparator<PriceOrder> PARTICULAR =
      Comparator.comparing((PriceOrder one) -> one.getTermId() != null)
          .thenComparing(one -> one.getAcademicYearId() != null)
          .thenComparing(one -> one.getLevel() != null)
          .thenComparing(PriceOrder::getValidFrom)
          .thenComparing(PriceOrder::getEnteredAt);

  private PriceInForce() {}

  /**
   * What is priced.
   *
   * @param term key of the term
   * @param year key of its academic year
   */
  public record Asked(PaymentPurpose purpose, Level level, long term, long year) {}

  /** The order that sets the price on a day; empty where there is none. */
  public static Optional<PriceOrder> of(Collection<PriceOrder> orders, Asked asked, LocalDate day) {
    return orders.stream()
        .filter(one -> one.getPurpose() == asked.purpose())
        .filter(one -> !one.getValidFrom().isAfter(day))
        .filter(one -> one.getTermId() == null || one.getTermId() == asked.term())
        .filter(one -> one.getAcademicYearId() == null || one.getAcademicYearId() == asked.year())
        .filter(one -> one.getLevel() == null || one.getLevel() == asked.level())
        .max(PARTICULAR);
  }
}
