package kz.miras.registrar.attestation.room;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * EXR-1 to EXR-3. What is recorded of a student in the exam room.
 *
 * @param state null where nothing was chosen
 * @param identity document the student was known by; null for none
 */
public record AttendanceRecord(ExamAttendance state, IdentityDocument identity)
    implements Serializable {

  /** Of who did not come no document was seen. */
  public AttendanceRecord {
    identity = state == ExamAttendance.ABSENT ? null : identity;
  }

  /**
   * EXR-2. Whether anything may be recorded in a room now.
   *
   * @param day of the exam; null where none is named
   * @param coded whether its works wait to be decoded
   */
  public static Verdict mayRecord(
      SheetStatus status, LocalDate day, LocalDate today, boolean coded) {
    if (status == SheetStatus.CREATED || status.isPosted()) {
      return refused("attestation.room.closed", "EXR-2", "state");
    }
    if (coded) {
      return refused("attestation.room.coded", "EXR-2", "state");
    }
    if (day == null) {
      return refused("attestation.room.no-day", "EXR-2", "state");
    }
    return today.isBefore(day)
        ? Verdict.refused(Refusal.of("attestation.room.early", "EXR-2", day).at("state"))
        : Verdict.allowed();
  }

  /**
   * EXR-1, EXR-3. Whether this may be recorded of a student.
   *
   * @param admission whether the student is admitted (EXM-6)
   * @param acted whether an act that was not dismissed says that the student was sent out: nothing
   *     else is recorded then
   */
  public Verdict judge(Verdict admission, boolean acted) {
    if (state == null) {
      return refused("attestation.room.state", "EXR-1", "state");
    }
    Verdict verdict = Verdict.allowed();
    if (state.came() && !admission.isAllowed()) {
      verdict = verdict.and(refused("attestation.room.not-on-list", "EXR-1", "state"));
    }
    if (state.came() && identity == null) {
      verdict = verdict.and(refused("attestation.room.unknown", "EXR-1", "identity"));
    }
    if (acted == (state == ExamAttendance.REMOVED)) {
      return verdict;
    }
    return verdict.and(
        refused(acted ? "attestation.room.sent-out" : "attestation.room.no-act", "EXR-3", "state"));
  }

  private static Verdict refused(String code, String rule, String field) {
    return Verdict.refused(Refusal.of(code, rule).at(field));
  }
}
