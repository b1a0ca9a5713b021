package kz.miras.registrar.office.service.demo;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
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

  private static final int CAPACITY = 30;
  private static final int ADMISSION = 50;

  private final Rows rows;
  private final Random random;
  private final DemoPlan plan;
  private final List<DemoStudents.StudentRow> students;
  private final LocalDate anchor;
  private int sheetNumber;

  /** The teacher and the student the demonstration accounts belong to. */
  Long teacher;

  Long student;

  DemoTerm(
      Rows rows,
      Random random,
      DemoPlan plan,
      List<DemoStudents.StudentRow> students,
      LocalDate anchor) {
    this.rows = rows;
    this.random = random;
    this.plan = plan;
    this.students = students;
    this.anchor = anchor;
  }

  void build(String rules) throws SQLException {
    boolean autumn = plan.calendar.current().ref().equals(TermRef.autumn(plan.year));
    offer(plan.calendar.current(), autumn ? 1 : 2, true, rules);
    offer(plan.calendar.next(), autumn ? 2 : 3, false, rules);
    rows.flush();
  }

  /** Offerings of the disciplines the groups study in a term, a section for each group. */
  private void offer(DemoCalendar.TermRow term, int half, boolean running, String rules)
      throws SQLException {
    Map<DemoStudents.GroupRow, List<DemoStudents.StudentRow>> groups = new LinkedHashMap<>();
    for (DemoStudents.StudentRow one : students) {
      if (one.status().equals("STUDYING")) {
        groups.computeIfAbsent(one.group(), g -> new ArrayList<>()).add(one);
      }
    }
    Map<String, Long> streams = new LinkedHashMap<>();
    for (Map.Entry<DemoStudents.GroupRow, List<DemoStudents.StudentRow>> group :
        groups.entrySet()) {
      int termNo = (group.getKey().course() - 1) * 2 + half;
      for (DemoPlan.Item item : group.getKey().programme().items()) {
        if (item.termNo() == termNo) {
          section(term, item, group.getKey(), group.getValue(), streams, running, rules);
        }
      }
    }
  }

  private void section(
      DemoCalendar.TermRow term,
      DemoPlan.Item item,
      DemoStudents.GroupRow group,
      List<DemoStudents.StudentRow> members,
      Map<String, Long> streams,
      boolean running,
      String rules)
      throws SQLException {
    String code = item.discipline().subject().name().code() + "-" + group.language();
    Long offering = streams.get(code);
    if (offering == null) {
      offering = rows.nextKey();
      streams.put(code, offering);
      rows.add(
          "offering",
          "id, uuid, term_id, discipline_id, code, language, status",
          offering,
          rows.uuid(),
          term.id(),
          item.discipline().id(),
          code,
          group.language(),
          "OPEN");
    }
    long section = rows.nextKey();
    rows.flush();
    rows.add(
        "section",
        "id, uuid, offering_id, kind, code, status",
        section,
        rows.uuid(),
        offering,
        "GROUP",
        group.code(),
        "OPEN");
    List<DemoStudents.StudentRow> enrolled =
        running
            ? members
            : members.subList(0, Math.max(1, members.size() * (20 + random.nextInt(70)) / 100));
    rows.flush();
    rows.add(
        "section_seat",
        "section_id, pool, capacity, taken",
        section,
        "ALL",
        Math.max(CAPACITY, enrolled.size()),
        enrolled.size());
    List<Long> staff = plan.teachers.get(item.discipline().department());
    long main = staff.get(random.nextInt(staff.size()));
    long examiner = random.nextInt(4) == 0 ? staff.get(random.nextInt(staff.size())) : main;
    rows.add(
        "section_teacher",
        "id, section_id, teacher_id, duty, valid_from",
        rows.nextKey(),
        section,
        main,
        "TEACHER",
        term.starts());
    rows.add(
        "section_teacher",
        "id, section_id, teacher_id, duty, valid_from",
        rows.nextKey(),
        section,
        examiner,
        "EXAMINER",
        term.starts());
    List<Long> enrolments = new ArrayList<>();
    for (DemoStudents.StudentRow one : enrolled) {
      long enrolment = rows.nextKey();
      enrolments.add(enrolment);
      rows.add(
          "enrolment",
          "id, uuid, student_id, offering_id, type, attempt_no, status, enrolled_at",
          enrolment,
          rows.uuid(),
          one.id(),
          offering,
          "MAIN",
          1,
          "ENROLLED",
          term.starts().isAfter(anchor)
              ? anchor.minusDays(1).atTime(4, 0)
              : term.starts().minusDays(5).atTime(4, 0));
    }
    rows.flush();
    for (long enrolment : enrolments) {
      rows.add("enrolment_place", "enrolment_id, section_id, pool", enrolment, section, "ALL");
    }
    if (running) {
      sheet(term, item, section, main, examiner, enrolled, enrolments, rules);
    }
  }

  /** A third of the sheets is submitted, a third being filled, the rest waits for its exam. */
  private void sheet(
      DemoCalendar.TermRow term,
      DemoPlan.Item item,
      long section,
      long main,
      long examiner,
      List<DemoStudents.StudentRow> enrolled,
      List<Long> enrolments,
      String rules)
      throws SQLException {
    long sheet = rows.nextKey();
    int stage = sheetNumber % 3;
    String control = item.discipline().subject().control();
    boolean rated = control.equals("EXAM") || control.equals("STATE_EXAM");
    String status = stage == 0 ? "SUBMITTED" : "OPEN";
    rows.add(
        "sheet",
        "id, uuid, number, kind, term_id, discipline_id, section_id, rule_set_code, teacher_id,"
            + " examiner_id, exam_date, exam_time, room, status, submitted_by, submitted_at",
        sheet,
        rows.uuid(),
        term.code() + "-" + String.format("%04d", ++sheetNumber),
        item.discipline().subject().stateExam() ? "GOS_HISTORY" : "MAIN",
        term.id(),
        item.discipline().id(),
        section,
        rules.replace("{level}", level(enrolled)),
        main,
        examiner,
        anchor.plusDays(stage == 0 ? -3 : stage == 1 ? 0 : 5),
        "09:00",
        "2" + (10 + sheetNumber % 40),
        status,
        stage == 0 ? "examiner" : null,
        stage == 0 ? anchor.minusDays(2).atTime(9, 0) : null);
    rows.flush();
    int position = 1;
    for (int i = 0; i < enrolled.size(); i++) {
      DemoStudents.StudentRow one = enrolled.get(i);
      boolean scored = stage == 0 || (stage == 1 && i % 2 == 0);
      boolean absent = scored && random.nextInt(40) == 0;
      BigDecimal first = rated ? rating(one) : null;
      BigDecimal second = rated ? rating(one) : null;
      boolean admitted = !rated || first.add(second).intValue() >= 2 * ADMISSION;
      rows.add(
          "sheet_row",
          "id, sheet_id, student_id, enrolment_id, position, p1, p2, score, mark, typed_by",
          rows.nextKey(),
          sheet,
          one.id(),
          enrolments.get(i),
          position++,
          first,
          second,
          scored && !absent && admitted ? rating(one).intValue() : null,
          absent && admitted ? "AB" : null,
          scored ? "examiner" : "teacher");
    }
    if (stage == 1 && teacher == null) {
      teacher = main;
    }
    if (student == null && enrolled.get(0).group().course() == 2) {
      student = enrolled.get(0).id();
    }
  }

  private static String level(List<DemoStudents.StudentRow> enrolled) {
    return switch (enrolled.get(0).group().programme().row().level()) {
      case "MASTER" -> "master";
      case "PHD" -> "phd";
      default -> "bachelor";
    };
  }

  private BigDecimal rating(DemoStudents.StudentRow one) {
    return BigDecimal.valueOf(
        (int) Math.max(20, Math.min(100, one.ability() + random.nextGaussian() * 8)));
  }
}
