package kz.miras.registrar.registration.service;

import java.util.Map;
import kz.miras.registrar.registration.SummerPurpose;

/** What students have applied for in a summer semester, as registration asks for it. */
public interface ChosenPurposes {

  /** The purposes a student has named in a term, by key of the discipline. */
  Map<Long, SummerPurpose> purposes(long student, long term);
}
