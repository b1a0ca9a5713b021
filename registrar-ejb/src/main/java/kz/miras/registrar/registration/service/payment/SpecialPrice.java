package kz.miras.registrar.registration.service.payment;

import java.math.BigDecimal;
import java.util.Optional;

/** Prices of a credit that differ from the order's; whoever plans an offering answers. */
public interface SpecialPrice {

  /** Tenge of a credit of an offering; empty where the order's price holds. */
  Optional<BigDecimal> of(long offering);
}
