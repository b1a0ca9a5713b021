package kz.miras.registrar.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * SOD-1 to SOD-8, SOD-10. Two pairs of eyes: what the matrix allows a role, these rules still
 * refuse a person who would judge the own work. People are compared by account or, where they act
 * in two roles, by the teacher behind the account.
 */
public final class SeparationOfDuty {

  /** Operations that set, change or confirm a grade. */
  public static final Set<String> GRADE_WRITING =
      Set.of(
          Permissions.SHEET_ENTER_RATING,
          Permissions.SHEET_ENTER_EXAM,
          Permissions.SHEET_ENTER_SUBSTITUTE,
          Permissions.SHEET_SUBMIT,
          Permissions.SHEET_CLOSE,
          Permissions.SHEET_EXTEND,
          Permissions.SHEET_EXCHANGE,
          Permissions.INCIDENT_DECIDE,
          Permissions.SHEET_EXCHANGE_EXAM,
          Permissions.GRADE_CORRECTION_REQUEST,
          Permissions.GRADE_CORRECTION_APPROVE,
          Permissions.APPEAL_DECIDE,
          Permissions.APPEAL_APPLY,
          Permissions.RECOGNITION_DECIDE,
          Permissions.RECOGNITION_POST,
          Permissions.RESULTS_IMPORT,
          Permissions.RESULTS_ACCEPT);

  private static final Set<String> DECIDING =
      Set.of("approve", "agree", "confirm", "decide", "resolve", "accept", "sign", "close");

  private SeparationOfDuty() {}

  /** SOD-1. Whoever entered exam scores of a sheet does not close it. */
  public static Verdict closesSheet(long closer, Collection<Long> enteredBy) {
    return refuseIf(enteredBy.contains(closer), "access.duty.closes-own-entry", "SOD-1");
  }

  /** SOD-2. Whoever drafted a timetable, a window, a grant or an order does not approve it. */
  public static Verdict approvesDraft(long approver, Collection<Long> draftedBy) {
    return refuseIf(draftedBy.contains(approver), "access.duty.approves-own-draft", "SOD-2");
  }

  /** SOD-3. Whoever asked for the correction of a grade does not approve it. */
  public static Verdict approvesCorrection(long approver, long requestedBy) {
    return refuseIf(approver == requestedBy, "access.duty.approves-own-request", "SOD-3");
  }

  /**
   * SOD-4. A transcript is not complete while whoever prepared it is its only signer.
   *
   * @param preparedBy account that prepared the transcript
   * @param signers accounts that have signed, the present one included
   */
  public static Verdict completesTranscript(long preparedBy, Collection<Long> signers) {
    boolean another = signers.stream().anyMatch(signer -> signer != preparedBy);
    return refuseIf(!another, "access.duty.only-signer", "SOD-4");
  }

  /** SOD-5. The technical administrator sets, changes and confirms no grade, by no right at all. */
  public static Verdict administers(Set<Role> roles, String permission) {
    return refuseIf(
        roles.contains(Role.ADM) && GRADE_WRITING.contains(permission),
        "access.duty.administrator",
        "SOD-5");
  }

  /**
   * SOD-6. A person of the office who also teaches neither closes the own sheets nor approves
   * anything about them.
   *
   * @param teacherId the teacher behind the acting account, or null
   * @param teachers teachers and examiners of the sheet
   */
  public static Verdict decidesOnOwnSheet(Long teacherId, Collection<Long> teachers) {
    return refuseIf(
        teacherId != null && teachers.contains(teacherId), "access.duty.own-sheet", "SOD-6");
  }

  /**
   * SOD-7. A junior specialist neither closes sheets nor decides nor changes grades, whatever was
   * granted personally or delegated; what the same person may do as a teacher stays.
   */
  public static Verdict isJunior(Set<Role> roles, String permission) {
    boolean byOtherWork =
        roles.stream()
            .filter(role -> !role.isOffice())
            .anyMatch(role -> PermissionMatrix.standard().allows(role, permission));
    String verb = permission.substring(permission.indexOf('.') + 1);
    boolean beyond = GRADE_WRITING.contains(permission) || DECIDING.contains(verb);
    return refuseIf(
        roles.contains(Role.JUN) && beyond && !byOtherWork, "access.duty.junior", "SOD-7");
  }

  /** SOD-8. The examiner whose mark is appealed does not vote on the appeal. */
  public static Verdict votesOnAppeal(Long voterTeacherId, Collection<Long> examiners) {
    return refuseIf(
        voterTeacherId != null && examiners.contains(voterTeacherId),
        "access.duty.examiner-votes",
        "SOD-8");
  }

  /** SOD-5 and SOD-7 together: what the person's roles forbid whatever else was granted. */
  public static Verdict ofRoles(Set<Role> roles, String permission) {
    return administers(roles, permission).and(isJunior(roles, permission));
  }

  /** SOD-5 and SOD-7 for an actor. */
  public static Verdict ofActor(Actor actor, String permission, LocalDate today) {
    return ofRoles(actor.roles(today), permission);
  }

  private static Verdict refuseIf(boolean clash, String code, String rule) {
    return clash ? Verdict.refused(Refusal.of(code, rule)) : Verdict.allowed();
  }
}
