package kz.miras.registrar.attestation.service.retake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.retake.IndividualSchedule;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** EXM-7. Takes back what was asked for, so that its exams may be asked for again. */
@Stateless
@Guarded
public class ScheduleWithdrawal {

  private static final String TOLD = "attestation.notice.schedule-withdrawn";

  @Inject private Schedules schedules;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * Takes a schedule back.
   *
   * @throws RegistrarException.Refused where it is decided, or somebody else asked for it
   */
  @RolesAllowed({Permissions.INDIVIDUAL_SCHEDULE_REQUEST, Permissions.INDIVIDUAL_SCHEDULE_PREPARE})
  public void withdraw(String id) {
    IndividualSchedule schedule = schedules.named(id);
    Student student = students.byId(schedule.getStudentId()).orElseThrow();
    Target target = scope.target(student);
    if (!access.may(Permissions.INDIVIDUAL_SCHEDULE_REQUEST, target)) {
      access.requireVisible(
          Permissions.INDIVIDUAL_SCHEDULE_PREPARE, target, "individual-schedule", id);
    }
    schedules.lock(schedule);
    Actor me = access.current();
    Verdict verdict = schedule.judgeWithdrawal(me.login(), me.studentId());
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    schedule.withdraw(me.login(), time.now());
    String link = "/attestation/individual.xhtml?id=" + schedule.getUuid();
    notices.tellSchool(
        Permissions.INDIVIDUAL_SCHEDULE_AGREE,
        student.getProgramme().getSchool().getId(),
        TOLD,
        link,
        student.fullName());
    if (!student.getId().equals(me.studentId())) {
      notices.tellStudent(student.getId(), TOLD, link, student.fullName());
    }
  }
}
