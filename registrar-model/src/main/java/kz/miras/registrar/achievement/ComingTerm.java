package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import kz.miras.registrar.calendar.TermRef;

/**
 * A term in which a debt can be closed by studying.
 *
 * @param begins its first day
 * @param registerUntil last day on which this student registers; null while nothing says so
 * @param creditPrice what a credit costs that is paid for in it; null where no order sets a price
 */
public record ComingTerm(
    TermRef term, LocalDate begins, LocalDate registerUntil, BigDecimal creditPrice)
    implements Serializable {

  /** Whether who reads it today can still register. */
  boolean isOpen(LocalDate today) {
    return registerUntil == null ? begins.isAfter(today) : !registerUntil.isBefore(today);
  }
}
