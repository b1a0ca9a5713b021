package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.registration.service.summer.SummerDesk;
import kz.miras.registrar.registration.service.summer.SummerPlanDesk;
import kz.miras.registrar.registration.service.summer.SummerQueries;
import kz.miras.registrar.registration.service.summer.SummerSteps;
import kz.miras.registrar.registration.service.summer.SummerView;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** Summer semesters with plans and students of their own, for whoever tests them. */
final class SummerScene {

  private SummerScene() {}

  static SummerPlanDesk plans() {
    return Inside.bean(SummerPlanDesk.class);
  }

  static SummerDesk desk() {
    return Inside.bean(SummerDesk.class);
  }

  static SummerSteps steps() {
    return Inside.bean(SummerSteps.class);
  }

  /** A specialist has checked every application for a discipline. */
  static void check(String line) throws Exception {
    String specialist = Scene.holding("SPE");
    for (SummerView.Application one :
        Inside.as(specialist, () -> Inside.bean(SummerQueries.class).group(line)).applications()) {
      if (one.isToCheck()) {
        assertThat(refused(specialist, () -> steps().check(one.id()))).isEmpty();
      }
    }
  }

  /** Codes of what a verdict refuses. */
  static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  /** Codes of what is refused to somebody; empty where it was done. */
  static List<String> refused(String login, Callable<Verdict> work) throws Exception {
    return codes(Inside.as(login, work));
  }

  /** A summer term of its own, in a year nobody else uses. */
  static synchronized String term() throws SQLException {
    // every archive brings a copy of this class: which years are free, only the database knows
    long year =
        Scene.number(
            "SELECT COALESCE(MAX(start_year) + 1, 2070) FROM academic_year WHERE start_year BETWEEN"
                + " 2070 AND 2088");
    long key = Scene.next("calendar_seq");
    Scene.change(
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, ?, ?, ?)",
        key,
        year,
        year + "-09-01",
        (year + 1) + "-08-31");
    String code = year + "-S";
    Scene.change(
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " VALUES (?, ?, 'SUMMER', ?, ?, ?, 6)",
        Scene.next("calendar_seq"),
        key,
        code,
        (year + 1) + "-06-20",
        (year + 1) + "-08-05");
    return code;
  }

  /** A discipline nobody has studied. */
  static String discipline() throws SQLException {
    return Scene.text(
        "SELECT d.code FROM offering o JOIN discipline d ON d.id = o.discipline_id WHERE o.id = ?",
        Scene.offering(5));
  }

  /** The office adds a discipline with its smallest group and its prices. */
  static void add(String senior, String term, String discipline) throws Exception {
    Map<String, String> row = new HashMap<>();
    row.put("term", term);
    row.put("discipline", discipline);
    row.put("language", "ru");
    row.put("minimum", "2");
    row.put("individual_price", "30000");
    row.put("group_cost", "100000");
    RecordDesk records = Inside.bean(RecordDesk.class);
    assertThat(
            codes(
                Inside.as(
                    senior, () -> records.save("summer-disciplines", Map.of(), row, null, true))))
        .isEmpty();
  }

  /** An approved plan that takes applications today. */
  static SummerView approved(int disciplines) throws Exception {
    String senior = Scene.holding("SEN");
    String term = term();
    String id = Inside.as(senior, () -> plans().begin(term));
    for (int i = 0; i < disciplines; i++) {
      add(senior, term, discipline());
    }
    LocalDate today = Scene.today();
    assertThat(refused(senior, () -> plans().dates(id, today, today.plusDays(9)))).isEmpty();
    assertThat(refused(Scene.holding("DIR"), () -> plans().submit(id))).isEmpty();
    assertThat(refused(Scene.holding("VR"), () -> plans().approve(id, "№ 31"))).isEmpty();
    return view(senior, id);
  }

  /** A plan as somebody sees it. */
  static SummerView view(String login, String id) throws Exception {
    return Inside.as(login, () -> Inside.bean(SummerQueries.class).plan(id));
  }

  /** Students who are not in their last course, other ones for each test. */
  static List<String> students(int from, int many) throws SQLException {
    List<String> numbers = new ArrayList<>();
    for (String number : Scene.students(150)) {
      if (Scene.number(
              "SELECT COUNT(*) FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                  + " s.student_no = ? AND s.course_year < p.years",
              number)
          == 1) {
        numbers.add(number);
      }
    }
    return numbers.subList(from, from + many);
  }

  /** An account of this student. */
  static String account(String student) throws SQLException {
    return Scene.account(
        "STU", Scene.number("SELECT id FROM student WHERE student_no = ?", student), null);
  }
}
