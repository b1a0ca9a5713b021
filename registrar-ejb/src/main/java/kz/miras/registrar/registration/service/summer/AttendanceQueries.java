package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.summer.AttendanceCheck;
import kz.miras.registrar.registration.summer.Presence;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.registration.summer.SummerStatus;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Attendance of a discipline of the summer: groups, students and checks, for its page. */
@Stateless
@Guarded
public class AttendanceQueries {

  @Inject private Attendances attendances;
  @Inject private AttendanceFigures figures;
  @Inject private Summers summers;
  @Inject private Students students;
  @Inject private Access access;

  /**
   * What the page shows of one group.
   *
   * @param plan public id of the plan of the semester
   * @param groups those the caller may see
   * @param group public id of the one shown
   * @param recording whether the caller may record checks of it now
   */
  public record Page(
      String id,
      String code,
      LocalizedText name,
      String plan,
      String term,
      LocalDate begins,
      LocalDate ends,
      List<Group> groups,
      String group,
      boolean recording,
      List<Row> students,
      List<Check> checks)
      implements Serializable {}

  /** A group. */
  public record Group(String id, String code) implements Serializable {}

  /** A student of the group. */
  public record Row(String id, String number, String name, Attended attended)
      implements Serializable {}

  /**
   * A revision of a check.
   *
   * @param lesson which of the day; 0 where that is not said
   * @param last whether it is the one that counts
   * @param marks by public id of the student
   */
  public record Check(
      String id,
      LocalDate on,
      int lesson,
      int revision,
      String by,
      Instant at,
      String reason,
      boolean last,
      Map<String, Presence> marks)
      implements Serializable {

    /** How many were absent without a valid reason. */
    public long absent() {
      return marks.values().stream().filter(one -> one == Presence.ABSENT).count();
    }

    /** How many were absent with one. */
    public long excused() {
      return marks.values().stream().filter(one -> one == Presence.EXCUSED).count();
    }
  }

  /**
   * A group of a discipline.
   *
   * @param discipline public id of the discipline in the plan
   * @param group public id of the group; null for the first the caller may see
   */
  @RolesAllowed(Permissions.ATTENDANCE_READ)
  public Page page(String discipline, String group) {
    SummerDiscipline of = summers.discipline(discipline);
    List<Section> visible = attendances.visible(of);
    Section shown =
        visible.stream()
            .filter(one -> group == null || one.getUuid().toString().equals(group))
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("section", group));
    Term term = of.getPlan().getTerm();
    List<AttendanceCheck> checks = attendances.of(shown.getId());
    TreeSet<Long> keys = new TreeSet<>(attendances.roster(shown.getId()));
    List<Student> roster = inOrder(keys);
    checks.forEach(one -> keys.addAll(one.getMarks().keySet()));
    return new Page(
        discipline,
        of.getDiscipline().getCode(),
        of.getDiscipline().getName(),
        of.getPlan().getUuid().toString(),
        term.getCode(),
        term.getStartsOn(),
        term.getEndsOn(),
        visible.stream().map(one -> new Group(one.getUuid().toString(), one.getCode())).toList(),
        shown.getUuid().toString(),
        of.getPlan().getStatus() == SummerStatus.APPROVED
            && access.may(Permissions.ATTENDANCE_RECORD, attendances.whose(shown, of)),
        rows(of.getOfferingId(), roster),
        checks(checks, keys));
  }

  private List<Student> inOrder(TreeSet<Long> keys) {
    return students.byIds(keys).stream()
        .sorted(Comparator.comparing(Student::fullName).thenComparing(Student::getId))
        .toList();
  }

  private List<Row> rows(long offering, List<Student> roster) {
    Map<Long, Attended> attended = figures.of(offering, roster);
    return roster.stream()
        .map(
            one ->
                new Row(
                    one.getUuid().toString(),
                    one.getStudentNo(),
                    one.fullName(),
                    attended.get(one.getId())))
        .toList();
  }

  private List<Check> checks(List<AttendanceCheck> checks, TreeSet<Long> keys) {
    Map<Long, String> names = new HashMap<>();
    students.byIds(keys).forEach(one -> names.put(one.getId(), one.getUuid().toString()));
    List<Check> shown = new ArrayList<>();
    AttendanceCheck later = null;
    for (AttendanceCheck one : checks) {
      boolean last =
          later == null
              || !later.getHeldOn().equals(one.getHeldOn())
              || later.getLesson() != one.getLesson();
      Map<String, Presence> marks = new HashMap<>();
      one.getMarks().forEach((student, presence) -> marks.put(names.get(student), presence));
      shown.add(
          new Check(
              one.getUuid().toString(),
              one.getHeldOn(),
              one.getLesson(),
              one.getRevision(),
              one.getCheckedBy(),
              one.getCheckedAt(),
              one.getReason(),
              last,
              marks));
      later = one;
    }
    return shown;
  }
}
