package kz.miras.registrar.attestation.service;

import java.time.LocalDate;
import java.util.Map;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.shared.Verdict;

/**
 * INC-4. Until when students may sit for results that are still I; the history of achievements
 * answers.
 */
public interface IndividualDays {

  /**
   * Whether each student of an individual sitting may sit on a day.
   *
   * @return by key of the student; who may not for a reason of its own is refused
   */
  Map<Long, Verdict> judge(Sheet sheet, LocalDate day);
}
