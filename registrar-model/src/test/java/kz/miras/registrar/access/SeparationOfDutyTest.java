package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeparationOfDutyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Test
  @DisplayName("SOD-1 whoever entered exam scores does not close the sheet, another one does")
  void entererDoesNotClose() {
    refused(SeparationOfDuty.closesSheet(4, List.of(3L, 4L)), "access.duty.closes-own-entry");
    allowed(SeparationOfDuty.closesSheet(5, List.of(3L, 4L)));
    allowed(SeparationOfDuty.closesSheet(5, List.of()));
  }

  @Test
  @DisplayName("SOD-2 the drafter is not the approver")
  void drafterDoesNotApprove() {
    refused(SeparationOfDuty.approvesDraft(4, List.of(4L)), "access.duty.approves-own-draft");
    allowed(SeparationOfDuty.approvesDraft(5, List.of(4L)));
  }

  @Test
  @DisplayName("SOD-3 whoever asked for a correction does not approve it")
  void requesterDoesNotApprove() {
    refused(SeparationOfDuty.approvesCorrection(4, 4), "access.duty.approves-own-request");
    allowed(SeparationOfDuty.approvesCorrection(5, 4));
  }

  @Test
  @DisplayName("SOD-4 a transcript signed only by its preparer, or by nobody, is not complete")
  void preparerIsNotTheOnlySigner() {
    refused(SeparationOfDuty.completesTranscript(4, List.of()), "access.duty.only-signer");
    refused(SeparationOfDuty.completesTranscript(4, List.of(4L)), "access.duty.only-signer");
    allowed(SeparationOfDuty.completesTranscript(4, List.of(4L, 5L)));
    allowed(SeparationOfDuty.completesTranscript(4, List.of(5L)));
  }

  @Test
  @DisplayName("SOD-5 the administrator changes no grade, by role, by order or by delegation")
  void administratorChangesNoGrade() {
    for (String permission : SeparationOfDuty.GRADE_WRITING) {
      PersonalRight byOrder =
          new PersonalRight(permission, Set.of(Scope.ALL), TODAY, null, "№ 60-ж");
      Actor admin =
          new Actor(
              2,
              "admin",
              null,
              7L,
              List.of(
                  Grant.of(Role.ADM, TODAY, "№ 61-ж"),
                  Grant.of(Role.DIR, TODAY, "№ 62-ж").until(TODAY).delegatedFrom(1),
                  Grant.of(Role.TCH, TODAY, "№ 63-ж")),
              List.of(byOrder));
      assertThat(admin.may(permission, TODAY)).as(permission).isFalse();
      refused(SeparationOfDuty.ofActor(admin, permission, TODAY), "access.duty.administrator");
    }
    allowed(SeparationOfDuty.administers(Set.of(Role.ADM), Permissions.ACCOUNT_EDIT));
    allowed(SeparationOfDuty.administers(Set.of(Role.DIR), Permissions.SHEET_CLOSE));
  }

  @Test
  @DisplayName("SOD-6 a person of the office who teaches decides nothing about the own sheets")
  void doubleHattedPersonDoesNotDecideOnOwnSheets() {
    refused(SeparationOfDuty.decidesOnOwnSheet(7L, List.of(6L, 7L)), "access.duty.own-sheet");
    allowed(SeparationOfDuty.decidesOnOwnSheet(8L, List.of(6L, 7L)));
    allowed(SeparationOfDuty.decidesOnOwnSheet(null, List.of(6L, 7L)));
  }

  @Test
  @DisplayName("SOD-7 a junior specialist never closes, decides or changes grades")
  void juniorDoesNotDecide() {
    Actor junior =
        new Actor(
            3,
            "dana",
            null,
            null,
            List.of(
                Grant.of(Role.JUN, TODAY, "№ 64-ж"),
                Grant.of(Role.DIR, TODAY, "№ 65-ж").until(TODAY).delegatedFrom(1)),
            List.of());
    for (String permission :
        List.of(
            Permissions.SHEET_CLOSE,
            Permissions.GRADE_CORRECTION_APPROVE,
            Permissions.EXAM_TIMETABLE_APPROVE,
            Permissions.TRANSCRIPT_SIGN,
            Permissions.PLAN_CONFIRM)) {
      assertThat(junior.may(permission, TODAY)).as(permission).isFalse();
      refused(SeparationOfDuty.ofActor(junior, permission, TODAY), "access.duty.junior");
    }
    assertThat(junior.may(Permissions.SHEET_CREATE, TODAY)).isTrue();
  }

  @Test
  @DisplayName("SOD-7 a junior specialist who also teaches still enters marks as a teacher")
  void juniorWhoTeachesEntersMarks() {
    Set<Role> both = EnumSet.of(Role.JUN, Role.TCH);
    allowed(SeparationOfDuty.isJunior(both, Permissions.SHEET_ENTER_EXAM));
    refused(SeparationOfDuty.isJunior(both, Permissions.SHEET_CLOSE), "access.duty.junior");
  }

  @Test
  @DisplayName("SOD-8 the examiner does not vote on the appeal against the own mark")
  void examinerDoesNotVote() {
    refused(SeparationOfDuty.votesOnAppeal(7L, List.of(7L)), "access.duty.examiner-votes");
    allowed(SeparationOfDuty.votesOnAppeal(8L, List.of(7L)));
    allowed(SeparationOfDuty.votesOnAppeal(null, List.of(7L)));
  }

  @Test
  @DisplayName("SOD-10 nobody edits the audit log, and only the system seals it")
  void nobodyEditsTheAuditLog() {
    assertThat(Permissions.all().stream().filter(p -> p.startsWith("audit.")))
        .containsExactlyInAnyOrder(
            Permissions.AUDIT_READ, Permissions.AUDIT_VERIFY, Permissions.AUDIT_SEAL);
    assertThat(holders(Permissions.AUDIT_SEAL)).containsExactly(Role.SYSTEM);
  }

  @Test
  @DisplayName("SOD-10 internal audit reads and verifies, and writes nothing but its own profile")
  void auditWritesNothing() {
    assertThat(PermissionMatrix.standard().permissionsOf(Role.AUD))
        .allMatch(
            p ->
                p.matches(".*\\.(read|read-identity|read-published|verify|use)")
                    || p.equals(Permissions.PROFILE_EDIT));
  }

  @Test
  @DisplayName("SOD-5 and SOD-7 the matrix itself gives neither role what the rules forbid it")
  void matrixAgreesWithTheRules() {
    for (Role role : Role.values()) {
      for (String permission : PermissionMatrix.standard().permissionsOf(role)) {
        allowed(SeparationOfDuty.ofRoles(Set.of(role), permission));
      }
    }
  }

  private static List<Role> holders(String permission) {
    return Arrays.stream(Role.values())
        .filter(role -> PermissionMatrix.standard().allows(role, permission))
        .toList();
  }

  private static void allowed(Verdict verdict) {
    assertThat(verdict).isEqualTo(Verdict.allowed());
  }

  private static void refused(Verdict verdict, String code) {
    assertThat(verdict.refusals()).extracting(Refusal::code).contains(code);
  }
}
