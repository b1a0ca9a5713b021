package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.summer.AttendanceCheck;
import kz.miras.registrar.registration.summer.AttendanceSound;
import kz.miras.registrar.registration.summer.Presence;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** The control of attendance in the summer semester (regulation 3.1.6; SUM-11, SUM-12). */
@Stateless
@Guarded
public class AttendanceDesk {

  private static final String PAGE = "/registration/summer.xhtml?id=";

  @Inject private Attendances attendances;
  @Inject private AttendanceFigures figures;
  @Inject private Summers summers;
  @Inject private Students students;
  @Inject private Notices notices;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * SUM-11. Records who was in a lesson.
   *
   * @param group public id of the group
   * @param lesson which lesson of the day; null or 0 where that is not said
   * @param marks by public id of the student; whoever is not named was there
   */
  @RolesAllowed(Permissions.ATTENDANCE_RECORD)
  public Verdict record(String group, LocalDate on, Integer lesson, Map<String, Presence> marks) {
    Section section = attendances.section(group);
    SummerDiscipline of = own(section);
    attendances.takeTurn(section);
    int number = lesson == null ? 0 : lesson;
    List<Long> roster = attendances.roster(section.getId());
    boolean there = on != null && attendances.last(section.getId(), on, number).isPresent();
    Verdict verdict =
        AttendanceSound.records(held(of, on, number, roster.size()), time.today())
            .and(AttendanceSound.corrects(null, there, null, time.today()));
    if (verdict.isAllowed()) {
      keep(
          new AttendanceCheck(
              section.getId(),
              on,
              number,
              presences(students.byIds(roster), marks),
              access.current().login(),
              time.now()),
          of);
    }
    return verdict;
  }

  /**
   * SUM-11. Corrects a check; what it said stays beside it.
   *
   * @param check public id of the revision that is corrected
   * @param marks by public id of the student; whoever is not named was there
   * @param reason needed unless the author corrects it on the same day
   */
  @RolesAllowed(Permissions.ATTENDANCE_RECORD)
  public Verdict correct(String check, Map<String, Presence> marks, String reason) {
    AttendanceCheck before = attendances.check(check);
    Section section = attendances.section(before.getSectionId());
    SummerDiscipline of = own(section);
    attendances.takeTurn(section);
    boolean last =
        attendances
            .last(section.getId(), before.getHeldOn(), before.getLesson())
            .filter(before::equals)
            .isPresent();
    TreeSet<Long> roster = new TreeSet<>(attendances.roster(section.getId()));
    roster.addAll(before.getMarks().keySet());
    Verdict verdict =
        AttendanceSound.records(
                held(of, before.getHeldOn(), before.getLesson(), roster.size()), time.today())
            .and(
                AttendanceSound.corrects(
                    new AttendanceSound.Before(
                        last,
                        before.getCheckedBy().equals(access.current().login()),
                        before.getCheckedAt().atZone(time.zone()).toLocalDate()),
                    true,
                    reason,
                    time.today()));
    if (verdict.isAllowed()) {
      String why = reason == null || reason.isBlank() ? null : reason.strip();
      if (why != null) {
        audit.because(why);
      }
      keep(
          before.corrected(
              presences(students.byIds(roster), marks), why, access.current().login(), time.now()),
          of);
    }
    return verdict;
  }

  /** The discipline of a group the caller records for. */
  private SummerDiscipline own(Section section) {
    SummerDiscipline of = summers.taught(section.getOffering().getId());
    access.requireVisible(
        Permissions.ATTENDANCE_RECORD,
        attendances.whose(section, of),
        "section",
        section.getUuid().toString());
    return of;
  }

  private static AttendanceSound.Held held(
      SummerDiscipline of, LocalDate on, int lesson, int students) {
    Term term = of.getPlan().getTerm();
    return new AttendanceSound.Held(
        of.getPlan().getStatus(),
        of.getStatus(),
        on,
        lesson,
        term.getStartsOn(),
        term.getEndsOn(),
        students);
  }

  private static Map<Long, Presence> presences(
      Collection<Student> of, Map<String, Presence> marks) {
    Map<Long, Presence> presences = new HashMap<>();
    of.forEach(
        one ->
            presences.put(
                one.getId(), marks.getOrDefault(one.getUuid().toString(), Presence.PRESENT)));
    return presences;
  }

  /** Keeps a check; SUM-12 tells those who have missed too much from now on. */
  private void keep(AttendanceCheck check, SummerDiscipline of) {
    List<Student> everybody = students.byIds(check.getMarks().keySet());
    Map<Long, Attended> before = figures.of(of.getOfferingId(), everybody);
    attendances.add(check);
    figures
        .of(of.getOfferingId(), everybody)
        .forEach(
            (student, now) -> {
              if (now.isFlagged() && !before.get(student).isFlagged()) {
                notices.tellStudent(
                    student,
                    "registration.notice.summer-absence",
                    PAGE + of.getPlan().getUuid(),
                    of.getDiscipline().getCode(),
                    now.tally().missed(),
                    now.tally().checks());
              }
            });
  }
}
