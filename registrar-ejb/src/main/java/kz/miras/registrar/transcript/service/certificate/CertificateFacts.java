package kz.miras.registrar.transcript.service.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudentStatusChange;

/**
 * What is known of a student on a day.
 *
 * @param changes of the student's standing by orders that stand, in the order of their effect
 * @param term of the day; null between terms
 */
record CertificateFacts(
    Student student,
    List<StudentStatusChange> changes,
    Term term,
    StudyRecord record,
    LocalizedText university,
    LocalizedText city,
    LocalDate date) {

  /** With which the study began; null where no order is known. */
  StudentStatusChange entry() {
    return changes.isEmpty() ? null : changes.get(0);
  }

  /** With which it ended; null while it goes on. */
  StudentStatusChange end() {
    return student.getStatus().isTerminal() ? last(StudentStatus::isTerminal) : null;
  }

  /** With which the leave began that lasts; null for none. */
  StudentStatusChange leave() {
    return student.getStatus() == StudentStatus.ON_LEAVE
        ? last(StudentStatus.ON_LEAVE::equals)
        : null;
  }

  private StudentStatusChange last(Predicate<StudentStatus> status) {
    return changes.stream()
        .filter(change -> status.test(change.getAfter().getStatus()))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }
}
