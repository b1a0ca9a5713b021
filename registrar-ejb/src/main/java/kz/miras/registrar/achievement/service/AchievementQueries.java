package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.ChainVerifier;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.SealKey;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.StudyRecords;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/** A student's history of achievements, as of now or of any past day. */
@Stateless
@Guarded
public class AchievementQueries {

  @Inject private LedgerReader ledger;
  @Inject private KnownHistory history;
  @Inject private StudentScope scope;
  @Inject private StudyRules rules;
  @Inject private UniversityTime time;
  @Inject private SealKey seals;

  /**
   * The whole record.
   *
   * @param student public id or number
   * @param asOf as it stood at the end of this day; null for now
   */
  @RolesAllowed({
    Permissions.ACHIEVEMENT_READ,
    Permissions.TRANSCRIPT_READ,
    Permissions.TRANSCRIPT_PREPARE
  })
  public StudyRecord record(String student, LocalDate asOf) {
    Student found =
        scope.visible(
            student,
            Permissions.ACHIEVEMENT_READ,
            Permissions.TRANSCRIPT_READ,
            Permissions.TRANSCRIPT_PREPARE);
    return of(found, asOf);
  }

  private StudyRecord of(Student student, LocalDate asOf) {
    LocalDate day = asOf == null ? time.today() : asOf;
    return StudyRecords.of(
        history.of(student, asOf), rules.on(student.getProgramme().getLevel(), day));
  }

  /** Whether the chain of a student's results is as it was sealed. */
  @RolesAllowed(Permissions.AUDIT_VERIFY)
  public ChainReport verify(String student) {
    Student found = scope.visible(student, Permissions.AUDIT_VERIFY);
    return new ChainVerifier(seals.chain("achievement-" + found.getId()))
        .verify(ledger.of(found.getId(), null).iterator(), List.<ChainHead>of());
  }
}
