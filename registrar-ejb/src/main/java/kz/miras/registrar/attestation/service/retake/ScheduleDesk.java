package kz.miras.registrar.attestation.service.retake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.retake.IndividualSchedule;
import kz.miras.registrar.attestation.retake.IndividualSitting;
import kz.miras.registrar.attestation.retake.ScheduleReason;
import kz.miras.registrar.attestation.retake.ScheduleSound;
import kz.miras.registrar.attestation.service.IndividualSittings;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/**
 * EXM-7, EXM-9. Individual exam schedules: asked for by the student, or by the office on the
 * student's behalf, with the certificate; agreed by the dean; decided by a senior of the office. An
 * approval excuses the absences, or forms the sheets of an early session, in the same step.
 */
@Stateless
@Guarded
public class ScheduleDesk {

  private static final int NAME = 200;

  @Inject private Schedules schedules;
  @Inject private IndividualSittings sittings;
  @Inject private Sheets sheets;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * What is asked for.
   *
   * @param student public id or number, or "me"
   * @param early an early session instead of later sittings
   * @param sheets public ids of the sheets of the exams
   */
  public record Asked(
      String student, ScheduleReason reason, boolean early, String explanation, Set<String> sheets)
      implements Serializable {}

  /** The certificate; null content where nothing is attached. */
  public record Certificate(String name, byte[] content) {}

  /**
   * Asks for a schedule.
   *
   * @return its public id
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed({Permissions.INDIVIDUAL_SCHEDULE_REQUEST, Permissions.INDIVIDUAL_SCHEDULE_PREPARE})
  public String ask(Asked asked, Certificate certificate) {
    Student student =
        scope.visible(
            asked.student(),
            Permissions.INDIVIDUAL_SCHEDULE_REQUEST,
            Permissions.INDIVIDUAL_SCHEDULE_PREPARE);
    Instant now = time.now();
    Verdict verdict =
        ScheduleSound.asked(
            asked.reason(),
            asked.early(),
            asked.explanation(),
            certificate.content(),
            asked.sheets().size());
    List<SheetRow> rows =
        sittings.rows(student.getId()).stream()
            .filter(row -> asked.sheets().contains(row.getSheet().getUuid().toString()))
            .toList();
    // locked in order of key, so that the same exam is asked for once however often it is sent
    rows.stream()
        .map(SheetRow::getSheet)
        .sorted(Comparator.comparing(Sheet::getId))
        .forEach(sheets::lock);
    Set<Long> waiting = schedules.waiting(student.getId());
    for (SheetRow row : rows) {
      Sheet sheet = row.getSheet();
      verdict =
          verdict
              .and(sittings.judge(row, asked.early(), now))
              .and(ScheduleSound.again(sheet.getNumber(), waiting.contains(sheet.getId())));
    }
    if (rows.size() < asked.sheets().size()) {
      throw new RegistrarException.NotFound("sheet", asked.sheets().toString());
    }
    RegistrarException.refuse(verdict);
    IndividualSchedule schedule =
        new IndividualSchedule(
            student.getId(),
            rows.get(0).getSheet().getTermId(),
            asked.reason(),
            asked.early(),
            asked.explanation(),
            access.current().login(),
            now,
            Deadline.workingDaysAfter(
                    now,
                    rules
                        .inForce(student.getProgramme().getLevel(), time.today())
                        .integer(RuleParameter.INDIVIDUAL_DECISION_WORKING_DAYS),
                    calendars.workingDays(),
                    time.zone())
                .lastDay());
    schedule.attach(
        shortened(certificate.name()),
        Checksum.sha256(certificate.content()),
        certificate.content());
    audit.because(asked.explanation().strip());
    schedules.add(schedule);
    rows.forEach(
        row -> schedules.add(new IndividualSitting(schedule.getId(), row.getSheet().getId())));
    notices.tellSchool(
        Permissions.INDIVIDUAL_SCHEDULE_AGREE,
        student.getProgramme().getSchool().getId(),
        "attestation.notice.schedule-asked",
        link(schedule),
        student.fullName(),
        schedule.getDecideBy());
    return schedule.getUuid().toString();
  }

  private static String shortened(String fileName) {
    String name =
        Objects.toString(fileName, "").replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    return name.length() <= NAME ? name : name.substring(name.length() - NAME);
  }

  /**
   * The dean says yes or no.
   *
   * @param why of a no
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_AGREE)
  public void agree(String id, boolean yes, String why) {
    IndividualSchedule schedule = visible(id, Permissions.INDIVIDUAL_SCHEDULE_AGREE);
    Actor me = access.current();
    RegistrarException.refuse(
        schedule
            .judgeAgreement(me.login(), me.studentId())
            .and(yes ? Verdict.allowed() : IndividualSchedule.judgeRefusal(why)));
    schedule.agree(yes, why, me.login(), time.now());
    if (yes) {
      tell(schedule, "attestation.notice.schedule-agreed");
      notices.tellHolders(
          Permissions.INDIVIDUAL_SCHEDULE_APPROVE,
          "attestation.notice.schedule-to-decide",
          link(schedule),
          students.byId(schedule.getStudentId()).orElseThrow().fullName(),
          schedule.getDecideBy());
    } else {
      tell(schedule, "attestation.notice.schedule-no", why.strip());
    }
  }

  /** The office refuses and says why. */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public void refuse(String id, String why) {
    IndividualSchedule schedule = visible(id, Permissions.INDIVIDUAL_SCHEDULE_APPROVE);
    Actor me = access.current();
    RegistrarException.refuse(
        schedule
            .judgeDecision(me.login(), me.studentId(), time.today())
            .and(IndividualSchedule.judgeRefusal(why)));
    schedule.refuse(why, me.login(), time.now());
    tell(schedule, "attestation.notice.schedule-no", why.strip());
  }

  /**
   * The office approves on a document. An exam the student has sat meanwhile is left out.
   *
   * @param from first day of the individual session; its sittings are on its days
   * @param to its last day
   * @throws RegistrarException.Refused with every reason against it; where nothing is left, why
   *     each exam was left out
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public void approve(String id, BasisDocument basis, LocalDate from, LocalDate to) {
    IndividualSchedule schedule = visible(id, Permissions.INDIVIDUAL_SCHEDULE_APPROVE);
    Actor me = access.current();
    RegistrarException.refuse(
        schedule
            .judgeDecision(me.login(), me.studentId(), time.today())
            .and(basis.judge("EXM-7", time.today()))
            .and(ScheduleSound.session(from, to, time.today()))
            .and(
                ScheduleSound.approved(
                    schedule.isEarly(), schedule.isUnanswered(time.today()), basis)));
    List<Refusal> against = new ArrayList<>();
    int done = 0;
    for (IndividualSitting sitting : schedules.sittings(schedule.getId())) {
      Verdict verdict = carryOut(schedule, sitting, basis);
      if (verdict.isAllowed()) {
        done++;
      } else {
        sitting.leaveOut(verdict.refusals().get(0).code());
        against.addAll(verdict.refusals());
      }
    }
    if (done == 0) {
      throw new RegistrarException.Refused(against);
    }
    schedule.approve(basis, from, to, me.login(), time.now());
    tell(
        schedule,
        "attestation.notice.schedule-yes",
        basis.number().strip(),
        basis.date(),
        from,
        to);
  }

  private Verdict carryOut(
      IndividualSchedule schedule, IndividualSitting sitting, BasisDocument basis) {
    Sheet sheet = sheets.byId(sitting.getSheetId()).orElseThrow();
    if (!schedule.isEarly()) {
      return sittings.putOff(sheet, schedule.getStudentId(), basis, schedule.getAskedAt());
    }
    IndividualSittings.Early early = sittings.early(sheet, schedule.getStudentId(), time.now());
    if (early.sheet() != null) {
      sitting.sit(early.sheet().getId());
    }
    return early.verdict();
  }

  private void tell(IndividualSchedule schedule, String code, Serializable... args) {
    notices.tellStudent(schedule.getStudentId(), code, link(schedule), args);
  }

  private static String link(IndividualSchedule schedule) {
    return "/attestation/individual.xhtml?id=" + schedule.getUuid();
  }

  /** The schedule, locked, if the caller may do this for its student. */
  private IndividualSchedule visible(String id, String permission) {
    IndividualSchedule schedule = schedules.named(id);
    Student student = students.byId(schedule.getStudentId()).orElseThrow();
    access.requireVisible(permission, scope.target(student), "individual-schedule", id);
    return schedules.lock(schedule);
  }
}
