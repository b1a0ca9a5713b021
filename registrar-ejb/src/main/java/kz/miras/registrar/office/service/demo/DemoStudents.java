package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import kz.miras.registrar.shared.SearchText;

/** Groups and their students, each with a course of studies that results and orders follow. */
final class DemoStudents {

  /** A group of students who take everything together, their choices included. */
  record GroupRow(
      long id,
      String code,
      DemoPlan.ProgrammeRow programme,
      int admission,
      String language,
      int course,
      DemoPlan.TeacherRow adviser,
      List<DemoPlan.Item> items) {

    boolean graduated() {
      return course > programme.row().years();
    }

    /** Number of the last term the group has behind it at the end of a course. */
    int termsBefore(int ofCourse) {
      return (ofCourse - 1) * 2;
    }
  }

  /** Why somebody fell back a year. */
  enum Break {
    NONE,
    LEAVE,
    EXPULSION
  }

  /**
   * A student.
   *
   * @param admission year of admission; a year before the group's for those who fell back
   * @param ability mean of the scores, 0 to 100
   * @param leftTerm number of the last term studied; large for those who study on
   * @param awayTerm number of the term spent at another university; 0 for none
   * @param breakTerm number of the term after which the student fell back a year; 0 for none
   */
  record StudentRow(
      long id,
      String number,
      String name,
      GroupRow group,
      int admission,
      int ability,
      int leftTerm,
      int awayTerm,
      int breakTerm,
      Break because,
      boolean onMobility,
      String status) {

    /** Academic year in which the student takes a term of the plan. */
    int yearOf(int term) {
      return (term <= breakTerm ? admission : group.admission()) + (term - 1) / 2;
    }

    boolean studies() {
      return status.equals("STUDYING") && !onMobility;
    }
  }

  private static final int GRADUATES_SHARE = 8;
  private static final int ON_AND_ON = 99;

  private final Rows rows;
  private final Random random;
  private final DemoPlan plan;
  final List<StudentRow> students = new ArrayList<>();
  private final Map<String, Integer> advised = new HashMap<>();
  private int lastNumber;

  DemoStudents(Rows rows, Random random, DemoPlan plan) {
    this.rows = rows;
    this.random = random;
    this.plan = plan;
  }

  /**
   * Makes the students of the courses that study, and last summer's graduates beside them.
   *
   * @param wanted how many study or left before the end
   */
  void build(int wanted) throws SQLException {
    boolean small = wanted < 1000;
    DemoPeople people = new DemoPeople(random);
    int left = wanted;
    for (int round = 0; left > 0; round++) {
      left = fill(people, round, left, small);
    }
    left = wanted / GRADUATES_SHARE;
    for (int round = 0; left > 0; round++) {
      for (DemoPlan.ProgrammeRow programme : plan.programmes) {
        if (round == 0 || !programme.row().level().equals("PHD")) {
          int size = Math.min(left, size(programme, small));
          left -= size;
          group(people, programme, plan.year - programme.row().years(), round, size);
        }
      }
    }
    rows.flush();
  }

  /** One group for every programme and course, courses in turn so that all levels have some. */
  private int fill(DemoPeople people, int round, int wanted, boolean small) throws SQLException {
    int left = wanted;
    for (int step = 0; step < 4; step++) {
      for (DemoPlan.ProgrammeRow programme : plan.programmes) {
        int years = programme.row().years();
        boolean again = round > 0 && programme.row().level().equals("PHD");
        if (step >= years || again) {
          continue;
        }
        int admission = plan.year - (step + programme.row().school() + 1) % years;
        int size = Math.min(left, size(programme, small));
        left -= size;
        group(people, programme, admission, round, size);
      }
    }
    return left;
  }

  private static int size(DemoPlan.ProgrammeRow programme, boolean small) {
    int size =
        switch (programme.row().level()) {
          case "MASTER" -> 12;
          case "PHD" -> 4;
          default -> 25;
        };
    return small ? (size + 1) / 2 : size;
  }

  private void group(
      DemoPeople people, DemoPlan.ProgrammeRow programme, int admission, int round, int size)
      throws SQLException {
    if (size == 0) {
      return;
    }
    long id = rows.nextKey();
    String language = round % 2 == 0 ? "kk" : "ru";
    String code =
        programme.row().name().code()
            + "-"
            + admission % 100
            + "-"
            + (round + 1)
            + (language.equals("kk") ? "қ" : "р");
    List<DemoPlan.TeacherRow> staff = plan.teachers.get(programme.department());
    int turn = advised.merge(programme.department(), 1, Integer::sum);
    DemoPlan.TeacherRow adviser = staff.get(turn % staff.size());
    rows.add(
        "student_group",
        "id, code, curriculum_id, language, adviser_id",
        id,
        code,
        programme.curricula().get(admission),
        language,
        adviser.id());
    rows.flush();
    GroupRow group =
        new GroupRow(
            id,
            code,
            programme,
            admission,
            language,
            plan.year - admission + 1,
            adviser,
            programme.chosen(round + admission));
    for (int i = 0; i < size; i++) {
      student(people, group);
    }
  }

  private void student(DemoPeople people, GroupRow group) throws SQLException {
    int done = group.termsBefore(Math.min(group.course(), group.programme().row().years() + 1));
    int lot = random.nextInt(1000);
    boolean graduated = group.graduated();
    boolean gone = !graduated && done > 0 && lot < 40;
    boolean onLeave = !graduated && done > 0 && lot >= 40 && lot < 55;
    boolean fellBack =
        !graduated && done > 1 && group.admission() > plan.year - 4 && lot >= 55 && lot < 85;
    boolean readmitted = fellBack && lot >= 70;
    // both leave after an autumn term and come back a year later, before the spring term
    int breakTerm = !fellBack ? 0 : readmitted ? 1 : 2 * (1 + random.nextInt(done / 2)) - 1;
    boolean away = !graduated && !gone && !onLeave && !fellBack && done > 2 && lot > 980;
    int admission = fellBack ? group.admission() - 1 : group.admission();
    DemoPeople.Person who = people.next(admission - age(group), true);
    StudentRow row =
        new StudentRow(
            rows.nextKey(),
            String.format(Locale.ROOT, "%02d%05d", admission % 100, ++lastNumber),
            who.last() + " " + who.first(),
            group,
            admission,
            ability(graduated),
            gone ? 1 + random.nextInt(done) : onLeave ? done - random.nextInt(2) : ON_AND_ON,
            away ? 3 : 0,
            breakTerm,
            !fellBack ? Break.NONE : readmitted ? Break.EXPULSION : Break.LEAVE,
            !graduated && done == 4 && lot > 960 && lot <= 966,
            graduated ? "GRADUATED" : gone ? "EXPELLED" : onLeave ? "ON_LEAVE" : "STUDYING");
    store(row, who);
    students.add(row);
  }

  private static int age(GroupRow group) {
    return switch (group.programme().row().level()) {
      case "BACHELOR" -> 18;
      case "MASTER" -> 23;
      default -> 26;
    };
  }

  private int ability(boolean graduated) {
    int ability = (int) Math.max(38, Math.min(98, 76 + random.nextGaussian() * 13));
    return graduated ? Math.max(62, ability) : ability;
  }

  private void store(StudentRow row, DemoPeople.Person who) throws SQLException {
    GroupRow group = row.group();
    String search =
        SearchText.fold(
            String.join(
                " ",
                who.last(),
                who.first(),
                who.patronymic() == null ? "" : who.patronymic(),
                who.lastLatin(),
                who.firstLatin(),
                row.number(),
                who.iin() == null ? "" : who.iin()));
    rows.add(
        "student",
        "id, uuid, student_no, iin, iin_confirmed, last_name, first_name, patronymic,"
            + " last_name_latin, first_name_latin, birth_date, sex, citizenship, identity_doc,"
            + " identity_country, email,"
            + " programme_id, curriculum_id, group_id, course_year, study_form, study_language,"
            + " funding, admission_year, adviser_id, status, on_mobility, previous_education,"
            + " entrance_exams, search_text",
        row.id(),
        rows.uuid(),
        row.number(),
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
        who.document() == null ? null : who.citizenship(),
        "s" + row.number() + "@example.kz",
        group.programme().id(),
        group.programme().curricula().get(group.admission()),
        group.id(),
        courseYear(row),
        "FULL_TIME",
        group.language(),
        random.nextInt(3) == 0 ? "GRANT" : "PAID",
        row.admission(),
        group.adviser().id(),
        row.status(),
        row.onMobility(),
        DemoPapers.previous(random, group.programme().row().level(), row.admission()),
        DemoPapers.entrance(group.programme().row().level(), row.id(), row.admission()),
        search);
  }

  /** The course a student is or was on last. */
  static int courseYear(StudentRow row) {
    GroupRow group = row.group();
    int reached = Math.min(group.course(), group.programme().row().years());
    return Math.min(reached, (row.leftTerm() + 1) / 2);
  }
}
