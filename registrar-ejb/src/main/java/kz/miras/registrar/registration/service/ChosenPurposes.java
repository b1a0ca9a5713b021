package kz.miras.registrar.registration.service;

import java.util.Map;
import java.util.Set;
import kz.miras.registrar.registration.SummerPurpose;

/**
 * What the plan of a summer semester has and what students have applied for, as registration asks
 * for it.
 */
public interface ChosenPurposes {

  /** The purposes a student has named in a term, by key of the discipline. */
  Map<Long, SummerPurpose> purposes(long student, long term);

  /**
   * SUM-8. What the approved plan of a term has: by key of the discipline the offerings whose
   * groups are opened; none while that is not decided.
   */
  Map<Long, Set<Long>> planned(long term);
}
