package kz.miras.registrar.registration;

import java.io.Serializable;
import java.util.List;

/**
 * Somebody was enrolled or left; told within the same transaction, so that sheets follow.
 *
 * @param status what the enrolment is now
 * @param sections where it has its places
 * @param reason why it ended; null for none
 * @param offeringId key of the offering
 * @param type why it is taken
 * @param promoted whether it came out of a waiting list
 * @param planned whether the plan of the student knows already
 */
public record EnrolmentChange(
    long enrolmentId,
    long studentId,
    EnrolmentStatus status,
    List<Long> sections,
    String reason,
    long offeringId,
    EnrolmentType type,
    boolean promoted,
    boolean planned)
    implements Serializable {

  public EnrolmentChange {
    sections = List.copyOf(sections);
  }
}
