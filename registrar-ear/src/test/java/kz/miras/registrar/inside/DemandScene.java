package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.ListQuery;

/** Disciplines students choose before they have groups. */
final class DemandScene {

  /** Keys of disciplines that stand in curricula because of a test. */
  private static final Set<Long> ADDED = new HashSet<>();

  private DemandScene() {}

  /** A discipline in the scene's term nobody offers. */
  record Wanted(long term, long discipline, String code) {

    String name(String language) throws SQLException {
      return Scene.text("SELECT code FROM term WHERE id = ?", term) + "~" + code + "~" + language;
    }
  }

  static Wanted wanted() throws SQLException {
    long offering = Scene.offering(5);
    Wanted wanted =
        new Wanted(
            Scene.number("SELECT term_id FROM offering WHERE id = ?", offering),
            Scene.number("SELECT discipline_id FROM offering WHERE id = ?", offering),
            Scene.text("SELECT code FROM offering WHERE id = ?", offering));
    Scene.change("DELETE FROM offering WHERE id = ?", offering);
    return wanted;
  }

  /**
   * A student chooses it in the own plan.
   *
   * @param block of the student's curriculum it is chosen from; null where everybody must take it
   * @return key of the line
   */
  static long choose(Wanted wanted, String student, Language language, String block)
      throws Exception {
    long key = Scene.number("SELECT id FROM student WHERE student_no = ?", student);
    Scene.change(
        "INSERT IGNORE INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle,"
            + " component, choice_block, choice_credits) SELECT ?, curriculum_id, ?, 1, 'PROFILE',"
            + " ?, ?, 5 FROM student WHERE id = ?",
        Scene.next("curriculum_seq"),
        wanted.discipline(),
        block == null ? "UNIVERSITY" : "ELECTIVE",
        block,
        key);
    // taught in whatever language is asked for
    Scene.change(
        "UPDATE programme p JOIN student s ON s.programme_id = p.id SET p.languages = 'kk ru en'"
            + " WHERE s.id = ?",
        key);
    ADDED.add(wanted.discipline());
    PlanRequest request =
        new PlanRequest(
            Scene.text("SELECT code FROM term WHERE id = ?", wanted.term()),
            List.of(
                new PlanRequest.Line(
                    null, wanted.code(), null, EnrolmentType.MAIN, language, null)),
            false,
            false);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Inside.as(Scene.account("STU", key, null), () -> counter.choose(student, request));
    return Scene.number(
        "SELECT l.id FROM study_plan_line l JOIN study_plan p ON p.id = l.plan_id WHERE"
            + " p.student_id = ? AND l.term_id = ? AND l.discipline_id = ? AND l.status = 'CHOSEN'",
        key,
        wanted.term(),
        wanted.discipline());
  }

  /** Curricula are judged elsewhere; what was added to them here goes again. */
  static void tidy() throws SQLException {
    for (long discipline : ADDED) {
      Scene.change("DELETE FROM curriculum_item WHERE discipline_id = ?", discipline);
    }
    ADDED.clear();
  }

  /** A teacher of the department of a discipline, or of another, who has never taught anything. */
  static long teacher(Wanted wanted, boolean same) throws SQLException {
    long teacher = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO teacher (id, uuid, personnel_no, last_name, first_name, department_id) SELECT"
            + " ?, UUID(), ?, 'Т', 'Т', u.id FROM org_unit u JOIN discipline d ON d.id = ? WHERE"
            + " u.kind = 'DEPARTMENT' AND (u.id = d.department_id) = ? ORDER BY u.id LIMIT 1",
        teacher,
        "IN" + teacher,
        wanted.discipline(),
        same);
    return teacher;
  }

  static boolean lists(String login, Wanted wanted) throws Exception {
    ListQuery query = new ListQuery(0, 50, null, true, Map.of("discipline", wanted.code()), null);
    return Inside.as(login, () -> Inside.bean(ListQueries.class).page("demand", query)).total() > 0;
  }
}
