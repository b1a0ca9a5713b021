package kz.miras.registrar.registration.rule;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.registration.AcademicRecord;

/** How a discipline that another one needs stands for the student. */
public enum NeededStanding {
  /** Passed or recognised. */
  PASSED,
  /** Studied in a term before the one registered for: its mark is not there yet. */
  STUDIED,
  /** Tried and not passed. */
  FAILED,
  NONE;

  /**
   * What the record and the running enrolments say together.
   *
   * @param standing what the history says
   * @param studied whether the student is on the discipline in an earlier term that still runs
   */
  public static NeededStanding of(AcademicRecord.Standing standing, boolean studied) {
    if (standing == AcademicRecord.Standing.PASSED) {
      return PASSED;
    }
    if (studied) {
      return STUDIED;
    }
    return standing == AcademicRecord.Standing.FAILED ? FAILED : NONE;
  }

  /** The same in the order of their codes. */
  static Map<String, NeededStanding> ordered(Map<String, NeededStanding> needed) {
    return needed.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(needed));
  }
}
