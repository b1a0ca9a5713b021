package kz.miras.registrar.registration.rule;

import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-3, REG-30. What the seats of the sections say, asked under the lock that gives them: a full
 * section takes nobody, whoever may wait gets a place behind those who wait already (O152 п.30); of
 * a request that wants all or nothing nothing is taken unless everything can be.
 */
public final class SeatFree {

  private static final String SEAT = "REG-3";

  private SeatFree() {}

  /**
   * Whether there is a seat.
   *
   * @param section its code
   * @param free whether one of its seats may be taken
   * @param mayWait whether a place in its queue will do
   * @param waiting how many wait already
   * @param others how many other sections would do as well, and have no seat either
   */
  public static Verdict judge(
      String section, boolean free, boolean mayWait, int waiting, int others) {
    if (free) {
      return Verdict.allowed();
    }
    if (!mayWait) {
      return Verdict.refused(Refusal.of("registration.full", SEAT, section));
    }
    return Verdict.warning(
        others == 0
            ? Refusal.of("registration.waits", SEAT, section, waiting + 1)
            : Refusal.of("registration.waits-any", SEAT, section, waiting + 1, others));
  }

  /**
   * Nobody gets a seat where no section takes students.
   *
   * @param offering its code
   */
  public static Verdict noSection(String offering) {
    return Verdict.refused(Refusal.of("registration.no-section", SEAT, offering));
  }

  /**
   * What becomes of one line of a request that wants all or nothing.
   *
   * @param name code of the offering or discipline
   * @param everything whether everything can be taken at once
   * @param waits whether it is this line that could only wait
   */
  public static Verdict allOrNothing(String name, boolean everything, boolean waits) {
    return everything
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of(
                waits ? "registration.all-or-nothing.waits" : "registration.all-or-nothing",
                "REG-30",
                name));
  }
}
