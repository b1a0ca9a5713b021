package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.miras.registrar.calendar.TermRef;

/**
 * The present: the current semester in the middle of its session, the next one in the middle of its
 * registration.
 */
final class DemoTerm {

  /**
   * A group's section of an offering.
   *
   * @param enrolments enrolment of each student, in the order of the members
   */
  record SectionRow(
      long id,
      DemoPlan.Item item,
      DemoStudents.GroupRow group,
      DemoPlan.TeacherRow teacher,
      DemoPlan.TeacherRow examiner,
      List<DemoStudents.StudentRow> members,
      List<Long> enrolments) {}

  /** A lecture stream with the enrolments to be placed in it. */
  private record Stream(long offering, int place, String department, List<SectionRow> sections) {}

  private static final int CAPACITY = 30;

  private final Rows rows;
  private final DemoOfferings offerings;
  private final Random random;
  private final DemoPlan plan;
  private final List<DemoStudents.StudentRow> students;
  private final LocalDate anchor;
  private final DemoStudents.StudentRow undecided;

  /**
   * The terms.
   *
   * @param undecided a student who has not registered for the next term yet
   */
  DemoTerm(
      Rows rows,
      Random random,
      DemoPlan plan,
      List<DemoStudents.StudentRow> students,
      LocalDate anchor,
      DemoStudents.StudentRow undecided) {
    this.undecided = undecided;
    this.rows = rows;
    this.offerings = new DemoOfferings(rows);
    this.random = random;
    this.plan = plan;
    this.students = students;
    this.anchor = anchor;
  }

  /** Both terms; the sections of the one that runs, whose sheets are to be formed. */
  List<SectionRow> build() throws SQLException {
    boolean autumn = plan.calendar.current().ref().equals(TermRef.autumn(plan.year));
    List<SectionRow> running = offer(plan.calendar.current(), autumn ? 1 : 2, true);
    offer(plan.calendar.next(), autumn ? 2 : 3, false);
    rows.flush();
    return running;
  }

  /** Offerings of the disciplines the groups study in a term, a section for each group. */
  private List<SectionRow> offer(DemoCalendar.TermRow term, int half, boolean running)
      throws SQLException {
    Map<DemoStudents.GroupRow, List<DemoStudents.StudentRow>> groups = new LinkedHashMap<>();
    for (DemoStudents.StudentRow one : students) {
      if (one.studies()) {
        groups.computeIfAbsent(one.group(), g -> new ArrayList<>()).add(one);
      }
    }
    DemoTimetable timetable = new DemoTimetable(rows, random);
    Map<String, Stream> streams = new LinkedHashMap<>();
    for (Map.Entry<DemoStudents.GroupRow, List<DemoStudents.StudentRow>> group :
        groups.entrySet()) {
      int termNo = group.getKey().termsBefore(group.getKey().course()) + half;
      int place = 0;
      for (DemoPlan.Item item : group.getKey().items()) {
        // final attestation is nothing one registers for
        if (item.termNo() == termNo && !item.discipline().subject().isFinal()) {
          Stream stream = stream(term, item, group.getKey(), place, streams);
          section(term, item, group.getKey(), group.getValue(), stream, timetable, place, running);
          place++;
        }
      }
    }
    rows.flush();
    List<SectionRow> sections = new ArrayList<>();
    for (Stream stream : streams.values()) {
      if (stream.sections().size() > 1) {
        lecture(term, stream, timetable);
      }
      sections.addAll(stream.sections());
    }
    return sections;
  }

  private Stream stream(
      DemoCalendar.TermRow term,
      DemoPlan.Item item,
      DemoStudents.GroupRow group,
      int place,
      Map<String, Stream> streams)
      throws SQLException {
    String code = item.discipline().subject().name().code() + "-" + group.language();
    Stream known = streams.get(code);
    if (known != null) {
      return known;
    }
    long offering = offerings.offering(term, item.discipline().id(), code, group.language());
    Stream made = new Stream(offering, place, item.discipline().department(), new ArrayList<>());
    streams.put(code, made);
    return made;
  }

  private void section(
      DemoCalendar.TermRow term,
      DemoPlan.Item item,
      DemoStudents.GroupRow group,
      List<DemoStudents.StudentRow> members,
      Stream stream,
      DemoTimetable timetable,
      int place,
      boolean running)
      throws SQLException {
    // registration of the next term is half done; some groups are nearly full, some just begin
    List<DemoStudents.StudentRow> enrolled =
        running
            ? members
            : members
                .subList(0, Math.max(1, members.size() * (20 + random.nextInt(70)) / 100))
                .stream()
                .filter(one -> !one.equals(undecided))
                .toList();
    long section =
        offerings.section(stream.offering(), "GROUP", group.code(), enrolled.size(), CAPACITY);
    List<DemoPlan.TeacherRow> staff = plan.teachers.get(item.discipline().department());
    DemoPlan.TeacherRow main = timetable.teacher(staff, group.code(), place);
    DemoPlan.TeacherRow examiner =
        random.nextInt(4) == 0 ? staff.get(random.nextInt(staff.size())) : main;
    duty(section, main, "TEACHER", term);
    duty(section, examiner, "EXAMINER", term);
    if (item.discipline().subject().kind().equals("DISCIPLINE")) {
      timetable.group(section, group.code(), place);
    }
    List<Long> enrolments = new ArrayList<>();
    LocalDateTime at =
        (running ? term.starts().minusDays(5) : anchor.minusDays(isEarly(group) ? 7 : 1))
            .atTime(4, random.nextInt(60));
    for (DemoStudents.StudentRow one : enrolled) {
      long enrolment = rows.nextKey();
      enrolments.add(enrolment);
      rows.add(
          "enrolment",
          "id, uuid, student_id, offering_id, type, attempt_no, status, enrolled_at",
          enrolment,
          rows.uuid(),
          one.id(),
          stream.offering(),
          "MAIN",
          1,
          "ENROLLED",
          at);
    }
    rows.flush();
    for (long enrolment : enrolments) {
      rows.add("enrolment_place", "enrolment_id, section_id, pool", enrolment, section, "ALL");
    }
    stream
        .sections()
        .add(new SectionRow(section, item, group, main, examiner, enrolled, enrolments));
  }

  /** Some groups came at once; their advisers have had their plans for a week. */
  private static boolean isEarly(DemoStudents.GroupRow group) {
    return group.code().chars().sum() % 6 == 0;
  }

  private void lecture(DemoCalendar.TermRow term, Stream stream, DemoTimetable timetable)
      throws SQLException {
    int all = stream.sections().stream().mapToInt(s -> s.enrolments().size()).sum();
    int capacity = stream.sections().size() * CAPACITY;
    long section = offerings.section(stream.offering(), "LECTURE", "Л", all, capacity);
    List<DemoPlan.TeacherRow> staff = plan.teachers.get(stream.department());
    duty(section, staff.get(random.nextInt(Math.min(4, staff.size()))), "TEACHER", term);
    if (stream.sections().get(0).item().discipline().subject().kind().equals("DISCIPLINE")) {
      timetable.lecture(section, stream.place());
    }
    for (SectionRow row : stream.sections()) {
      for (long enrolment : row.enrolments()) {
        rows.add("enrolment_place", "enrolment_id, section_id, pool", enrolment, section, "ALL");
      }
    }
    rows.flush();
  }

  private void duty(
      long section, DemoPlan.TeacherRow teacher, String duty, DemoCalendar.TermRow term)
      throws SQLException {
    rows.add(
        "section_teacher",
        "id, section_id, teacher_id, duty, valid_from",
        rows.nextKey(),
        section,
        teacher.id(),
        duty,
        term.starts());
  }
}
