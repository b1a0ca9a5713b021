package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Groups, students and the orders their status follows from. */
final class DemoStudents {

  /** A group of students who take everything together. */
  record GroupRow(
      long id,
      String code,
      DemoPlan.ProgrammeRow programme,
      int admission,
      String language,
      int course) {}

  /**
   * A student.
   *
   * @param ability mean of the scores, 0 to 100
   * @param leftTerm number of the last term studied; large for those who study on
   * @param awayTerm number of the term spent at another university; 0 for none
   */
  record StudentRow(
      long id,
      String number,
      GroupRow group,
      int ability,
      int leftTerm,
      int awayTerm,
      String status) {}

  private final Rows rows;
  private final Random random;
  private final DemoPlan plan;
  private final LocalDate anchor;
  final List<GroupRow> groups = new ArrayList<>();
  final List<StudentRow> students = new ArrayList<>();

  DemoStudents(Rows rows, Random random, DemoPlan plan, LocalDate anchor) {
    this.rows = rows;
    this.random = random;
    this.plan = plan;
    this.anchor = anchor;
  }

  void build(int wanted) throws SQLException {
    makeGroups(wanted);
    rows.flush();
    DemoPeople people = new DemoPeople(random);
    for (int i = 0; i < wanted; i++) {
      student(people, groups.get(i % groups.size()), i);
    }
    rows.flush();
    orders();
    rows.flush();
  }

  private void makeGroups(int wanted) throws SQLException {
    int perGroup = 25;
    int needed = Math.max(1, wanted / perGroup);
    int round = 0;
    while (groups.size() < needed) {
      for (DemoPlan.ProgrammeRow programme : plan.programmes) {
        for (int admission : programme.curricula().keySet().stream().sorted().toList()) {
          if (groups.size() < needed) {
            makeGroup(programme, admission, round);
          }
        }
      }
      round++;
    }
  }

  private void makeGroup(DemoPlan.ProgrammeRow programme, int admission, int round)
      throws SQLException {
    long id = rows.nextKey();
    String language = round % 2 == 0 ? "kk" : "ru";
    String code =
        programme.row().name().code()
            + "-"
            + admission % 100
            + "-"
            + (round + 1)
            + (language.equals("kk") ? "қ" : "р");
    List<Long> advisers = plan.teachers.get(plan.departments.get(programme.row().school()).get(0));
    rows.add(
        "student_group",
        "id, code, curriculum_id, language, adviser_id",
        id,
        code,
        programme.curricula().get(admission),
        language,
        advisers.get(groups.size() % advisers.size()));
    groups.add(new GroupRow(id, code, programme, admission, language, plan.year - admission + 1));
  }

  private void student(DemoPeople people, GroupRow group, int index) throws SQLException {
    DemoPlan.ProgrammeRow programme = group.programme();
    int age = programme.row().level().equals("BACHELOR") ? 18 : 23;
    DemoPeople.Person who = people.next(group.admission() - age, true);
    long id = rows.nextKey();
    String number = String.format("%02d%05d", group.admission() % 100, index + 1);
    int lot = random.nextInt(100);
    int termsDone = (group.course() - 1) * 2;
    boolean goneBefore = termsDone > 1 && lot < 3;
    boolean onLeave = !goneBefore && termsDone > 0 && lot < 5;
    String status = goneBefore ? "EXPELLED" : onLeave ? "ON_LEAVE" : "STUDYING";
    int leftTerm = goneBefore || onLeave ? 1 + random.nextInt(termsDone) : 99;
    List<Long> advisers = plan.teachers.get(plan.departments.get(programme.row().school()).get(0));
    String search =
        String.join(
                " ",
                who.last(),
                who.first(),
                who.patronymic() == null ? "" : who.patronymic(),
                who.lastLatin(),
                who.firstLatin(),
                number,
                who.iin() == null ? "" : who.iin())
            .toLowerCase(Locale.ROOT);
    rows.add(
        "student",
        "id, uuid, student_no, iin, iin_confirmed, last_name, first_name, patronymic,"
            + " last_name_latin, first_name_latin, birth_date, sex, citizenship, identity_doc, email,"
            + " programme_id, curriculum_id, group_id, course_year, study_form, study_language,"
            + " funding, admission_year, adviser_id, status, search_text",
        id,
        rows.uuid(),
        number,
        who.iin(),
        false,
        who.last(),
        who.first(),
        who.patronymic(),
        who.lastLatin(),
        who.firstLatin(),
        who.born(),
        who.sex().name(),
        who.citizenship(),
        who.document(),
        "s" + number + "@example.kz",
        programme.id(),
        programme.curricula().get(group.admission()),
        group.id(),
        group.course(),
        "FULL_TIME",
        group.language(),
        random.nextInt(3) == 0 ? "GRANT" : "PAID",
        group.admission(),
        advisers.get(groups.indexOf(group) % advisers.size()),
        status,
        search);
    students.add(
        new StudentRow(
            id,
            number,
            group,
            (int) Math.max(38, Math.min(98, 76 + random.nextGaussian() * 13)),
            leftTerm,
            termsDone > 2 && leftTerm == 99 && lot > 97 ? 3 : 0,
            status));
  }

  private void orders() throws SQLException {
    for (int year = plan.year - 3; year <= plan.year; year++) {
      int admission = year;
      long order =
          order(
              "З-" + year + "/1",
              LocalDate.of(year, 8, 25),
              LocalDate.of(year, 9, 1),
              "ADMISSION",
              "О зачислении на " + year + "/" + (year + 1) + " учебный год");
      rows.flush();
      for (StudentRow student : students) {
        if (student.group().admission() == admission) {
          line(order, student, LocalDate.of(year, 9, 1), null, "STUDYING", 1);
        }
      }
      int course = year;
      if (year > plan.year - 3) {
        long up =
            order(
                "П-" + year + "/1",
                LocalDate.of(year, 8, 27),
                LocalDate.of(year, 9, 1),
                "COURSE_PROMOTION",
                "О переводе с курса на курс");
        rows.flush();
        for (StudentRow student : students) {
          int now = course - student.group().admission() + 1;
          if (now > 1 && (now - 1) * 2 <= student.leftTerm()) {
            line(up, student, LocalDate.of(year, 9, 1), "STUDYING", "STUDYING", now);
          }
        }
      }
    }
    leaving();
    away();
  }

  /** A term of the second year at a partner university, and the return. */
  private void away() throws SQLException {
    int number = 1;
    for (StudentRow student : students) {
      if (student.awayTerm() == 0) {
        continue;
      }
      int year = student.group().admission() + 1;
      LocalDate out = LocalDate.of(year, 9, 1);
      LocalDate back = LocalDate.of(year + 1, 1, 26);
      long leaves =
          order(
              "М-" + year + "/" + number,
              out.minusDays(12),
              out,
              "MOBILITY_OUT",
              "О направлении по программе академической мобильности");
      long returns =
          order(
              "М-" + (year + 1) + "/" + number++,
              back.minusDays(3),
              back,
              "MOBILITY_RETURN",
              "О возвращении из академической мобильности");
      rows.flush();
      line(leaves, student, out, "STUDYING", "STUDYING", 2);
      line(returns, student, back, "STUDYING", "STUDYING", 2);
    }
  }

  private void leaving() throws SQLException {
    int number = 1;
    for (StudentRow student : students) {
      if (student.status().equals("STUDYING")) {
        continue;
      }
      boolean expelled = student.status().equals("EXPELLED");
      LocalDate day =
          LocalDate.of(student.group().admission() + (student.leftTerm() - 1) / 2, 9, 1)
              .plusMonths(student.leftTerm() % 2 == 0 ? 10 : 5);
      LocalDate on = day.isAfter(anchor) ? anchor.minusDays(20) : day;
      long order =
          order(
              (expelled ? "О-" : "А-") + on.getYear() + "/" + number++,
              on.minusDays(2),
              on,
              expelled ? "EXPULSION" : "LEAVE",
              expelled
                  ? "Об отчислении за академическую неуспеваемость"
                  : "О предоставлении академического отпуска");
      rows.flush();
      line(order, student, on, "STUDYING", student.status(), (student.leftTerm() + 1) / 2);
    }
  }

  private long order(
      String number, LocalDate signed, LocalDate effective, String kind, String title)
      throws SQLException {
    long id = rows.nextKey();
    rows.add(
        "student_order",
        "id, uuid, number, signed_on, effective_on, kind, title, migrated, applied_at",
        id,
        rows.uuid(),
        number,
        signed,
        effective,
        kind,
        title,
        true,
        effective.atStartOfDay());
    return id;
  }

  private void line(
      long order, StudentRow student, LocalDate on, String from, String to, int course)
      throws SQLException {
    rows.add("student_order_line", "id, order_id, student_id", rows.nextKey(), order, student.id());
    LocalDateTime at = on.atStartOfDay();
    rows.add(
        "student_status_change",
        "id, student_id, effective_on, from_status, to_status, course_year, order_id, recorded_at",
        rows.nextKey(),
        student.id(),
        on,
        from,
        to,
        course,
        order,
        at);
  }
}
