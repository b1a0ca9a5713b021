package kz.miras.registrar.registration;

import kz.miras.registrar.curriculum.WaitingOrder;

/**
 * REG-33. The published order of waiting lists: by time alone, or by class of need and then by
 * time.
 */
public final class WaitingRank {

  private WaitingRank() {}

  /**
   * The class of a place in the queue; a lower one comes first, within one the earlier.
   *
   * @param graduating whether the student is on the last course
   * @return from 0
   */
  public static int of(WaitingOrder order, EnrolmentType type, boolean graduating) {
    if (order == WaitingOrder.TIME || graduating) {
      return 0;
    }
    return switch (type) {
      case MAIN, DEBT, RETAKE, DIFFERENCE -> 1;
      case GPA_RAISE, MINOR, ADDITIONAL -> 2;
    };
  }
}
