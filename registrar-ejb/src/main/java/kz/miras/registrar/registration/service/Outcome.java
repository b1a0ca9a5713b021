package kz.miras.registrar.registration.service;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.shared.Verdict;

/**
 * What became of one wish.
 *
 * @param status ENROLLED, WAITLISTED or REQUESTED; null where it was refused, or is only chosen
 * @param enrolment key; null where there is none
 * @param link its public id; null where there is none
 * @param sections codes of its sections
 * @param keepsOld whether what it replaces stays: until there is a seat, or it is paid; but who
 *     waits for another group of the discipline waits there instead
 */
record Outcome(
    Wish wish,
    EnrolmentStatus status,
    Long enrolment,
    UUID link,
    List<Section> sections,
    Verdict verdict,
    boolean keepsOld) {

  /** Whether it has its seat. */
  boolean isSeated() {
    return status == EnrolmentStatus.ENROLLED;
  }

  Outcome(
      Wish wish,
      EnrolmentStatus status,
      Long enrolment,
      UUID link,
      List<Section> sections,
      Verdict verdict) {
    this(wish, status, enrolment, link, sections, verdict, status != EnrolmentStatus.ENROLLED);
  }
}
