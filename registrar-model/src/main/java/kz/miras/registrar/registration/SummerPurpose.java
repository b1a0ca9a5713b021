package kz.miras.registrar.registration;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.shared.Keyed;

/** What the summer semester may be used for (SUM-2; O152 п.22). */
public enum SummerPurpose implements Keyed {
  ADDITIONAL(EnumSet.of(EnrolmentType.ADDITIONAL)),
  DEBT(EnumSet.of(EnrolmentType.DEBT, EnrolmentType.RETAKE)),
  DIFFERENCE(EnumSet.of(EnrolmentType.DIFFERENCE)),
  /** Study at another university, to be recognised here. */
  OTHER_HEI(
      EnumSet.of(
          EnrolmentType.ADDITIONAL,
          EnrolmentType.DEBT,
          EnrolmentType.RETAKE,
          EnrolmentType.DIFFERENCE)),
  GPA_RAISE(EnumSet.of(EnrolmentType.GPA_RAISE)),
  MINOR(EnumSet.of(EnrolmentType.MINOR)),
  DOUBLE_DEGREE(EnumSet.of(EnrolmentType.ADDITIONAL, EnrolmentType.DIFFERENCE));

  private final Set<EnrolmentType> types;

  SummerPurpose(Set<EnrolmentType> types) {
    this.types = types;
  }

  /** Whether a discipline of this type can serve the purpose. */
  public boolean fits(EnrolmentType type) {
    return types.contains(type);
  }

  /** Whether another university takes part, so that the application names it. */
  public boolean isElsewhere() {
    return this == OTHER_HEI || this == DOUBLE_DEGREE;
  }

  /**
   * Whether it is studied at another university alone: no seat and no payment here, and the result
   * must be recognised.
   */
  public boolean isRecredited() {
    return this == OTHER_HEI;
  }

  /** What a discipline of this type usually serves; empty where the summer has no use for it. */
  public static Optional<SummerPurpose> usual(EnrolmentType type) {
    return Arrays.stream(values()).filter(purpose -> purpose.fits(type)).findFirst();
  }

  /**
   * What a discipline is taken as for this purpose.
   *
   * @param tried whether the student has studied it before without passing
   */
  public EnrolmentType type(boolean tried) {
    return switch (this) {
      case DEBT -> tried ? EnrolmentType.RETAKE : EnrolmentType.DEBT;
      case OTHER_HEI -> tried ? EnrolmentType.RETAKE : EnrolmentType.ADDITIONAL;
      case DIFFERENCE -> EnrolmentType.DIFFERENCE;
      case GPA_RAISE -> EnrolmentType.GPA_RAISE;
      case MINOR -> EnrolmentType.MINOR;
      case ADDITIONAL, DOUBLE_DEGREE -> EnrolmentType.ADDITIONAL;
    };
  }

  @Override
  public String key() {
    return "registration.summer-purpose." + name();
  }
}
