package kz.miras.registrar.registration.summer;

import java.io.Serializable;

/**
 * How often a student, or everybody together, was looked for and not found.
 *
 * @param checks in how many checks
 * @param missed how many of them without a valid reason
 * @param excused how many of them with one
 */
public record AttendanceTally(int checks, int missed, int excused) implements Serializable {

  /** Nothing was checked. */
  public static final AttendanceTally NONE = new AttendanceTally(0, 0, 0);

  /** Both together. */
  public AttendanceTally plus(AttendanceTally other) {
    return new AttendanceTally(
        checks + other.checks, missed + other.missed, excused + other.excused);
  }

  /** Share of absence without a valid reason, whole percent, rounded half up; 0 without checks. */
  public int missedPercent() {
    return percent(missed);
  }

  /** Share of presence, whole percent, rounded half up; 0 without checks. */
  public int attendedPercent() {
    return percent(checks - missed - excused);
  }

  private int percent(int part) {
    return checks == 0 ? 0 : (200 * part + checks) / (2 * checks);
  }

  /**
   * Whether more than a share was missed without a valid reason; the exact share counts.
   *
   * @param percent 0 to 100
   */
  public boolean exceeds(int percent) {
    return 100L * missed > (long) percent * checks;
  }
}
