package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import kz.miras.registrar.curriculum.Grade;

/** What attestation asks of the results it has posted; the history of achievements answers. */
public interface PostedResults {

  /**
   * What stands of what a sheet has posted for a student: the entry no other one corrects.
   *
   * @param position in the student's history
   * @param rating admission rating; null where there is none
   * @param score null where there is none
   * @param date of the control
   * @param ruleSetCode rules it was made by
   */
  record Posted(
      long position, Integer rating, Integer score, Grade grade, LocalDate date, String ruleSetCode)
      implements Serializable {}

  /** Everything that stands of a student, by key of the sheet that posted it. */
  Map<Long, Posted> of(long student);
}
