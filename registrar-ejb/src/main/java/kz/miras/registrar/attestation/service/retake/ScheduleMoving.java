package kz.miras.registrar.attestation.service.retake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.retake.IndividualSchedule;
import kz.miras.registrar.attestation.retake.IndividualSitting;
import kz.miras.registrar.attestation.retake.ScheduleSound;
import kz.miras.registrar.attestation.service.IndividualSittings;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/**
 * EXM-7. Gives an approved individual session other days: a mistake in them, or an illness that
 * lasts longer, would keep its exams from ever being sat.
 */
@Stateless
@Guarded
public class ScheduleMoving {

  @Inject private Schedules schedules;
  @Inject private IndividualSittings sittings;
  @Inject private Sheets sheets;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * Sets the days; the student is told.
   *
   * @param from first day of the individual session
   * @param to its last day
   * @throws RegistrarException.Refused with every reason against it: also where an exam that is
   *     still to be posted is set on a day outside
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public void move(String id, BasisDocument basis, LocalDate from, LocalDate to) {
    IndividualSchedule schedule = schedules.named(id);
    Student student = students.byId(schedule.getStudentId()).orElseThrow();
    access.requireVisible(
        Permissions.INDIVIDUAL_SCHEDULE_APPROVE, scope.target(student), "individual-schedule", id);
    schedules.lock(schedule);
    Actor me = access.current();
    Verdict verdict =
        schedule
            .judgeMove(me.login(), me.studentId())
            .and(basis.judge("EXM-7", time.today()))
            .and(ScheduleSound.session(from, to, time.today()));
    if (verdict.isAllowed()) {
      verdict =
          ScheduleSound.approved(schedule.isEarly(), false, basis).and(sat(schedule, from, to));
    }
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    audit.because(basis.reason().strip());
    schedule.move(basis, from, to, me.login(), time.now());
    notices.tellStudent(
        student.getId(),
        "attestation.notice.schedule-moved",
        "/attestation/individual.xhtml?id=" + schedule.getUuid(),
        basis.number().strip(),
        basis.date(),
        from,
        to);
  }

  /** The first of its sittings that is set on a day outside these. */
  private Verdict sat(IndividualSchedule schedule, LocalDate from, LocalDate to) {
    return schedules.sittings(schedule.getId()).stream()
        .map(sitting -> own(schedule, sitting))
        .flatMap(Optional::stream)
        .filter(sheet -> !sheet.getStatus().isPosted())
        .map(Sheet::getExamDate)
        .filter(Objects::nonNull)
        .map(day -> ScheduleSound.sits(day, from, to))
        .filter(each -> !each.isAllowed())
        .findFirst()
        .orElseGet(Verdict::allowed);
  }

  private Optional<Sheet> own(IndividualSchedule schedule, IndividualSitting sitting) {
    return sitting.getIndividualSheetId() == null
        ? sheets
            .byId(sitting.getSheetId())
            .flatMap(sheet -> sittings.after(sheet, schedule.getStudentId()))
        : sheets.byId(sitting.getIndividualSheetId());
  }
}
