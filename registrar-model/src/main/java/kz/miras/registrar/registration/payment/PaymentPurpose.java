package kz.miras.registrar.registration.payment;

import java.util.Optional;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Keyed;

/** What is paid for (domain 2.2, check 11; SUM-4). */
public enum PaymentPurpose implements Keyed {
  /** Everything of the summer semester. */
  SUMMER,
  /** A discipline studied again in a regular term. */
  RETAKE,
  /** A passed discipline studied again for a better grade, in a regular term. */
  GPA_RAISE,
  /** The retake of one exam after FX, where the rules ask for a payment (FXR-2). */
  FX;

  /**
   * What an enrolment is paid as; empty where nothing is to be paid.
   *
   * @param summer whether the term is a summer semester
   */
  public static Optional<PaymentPurpose> of(EnrolmentType type, boolean summer) {
    if (summer) {
      return Optional.of(SUMMER);
    }
    return switch (type) {
      case RETAKE -> Optional.of(RETAKE);
      case GPA_RAISE -> Optional.of(GPA_RAISE);
      case MAIN, DEBT, DIFFERENCE, MINOR, ADDITIONAL -> Optional.empty();
    };
  }

  @Override
  public String key() {
    return "registration.payment-purpose." + name();
  }
}
