package kz.miras.registrar.inside;

import java.sql.SQLException;
import kz.miras.registrar.registration.service.TermPlanner;

/** A term groups are preset for, and groups of the first course. */
final class PresetScene {

  private static final String GROUP =
      "SELECT g.code FROM student_group g JOIN student s ON s.group_id = g.id AND s.status ="
          + " 'STUDYING' JOIN programme p ON p.id = s.programme_id AND p.level = 'BACHELOR' WHERE"
          + " s.course_year = 1 GROUP BY g.id HAVING COUNT(*) BETWEEN 2 AND 40 AND COUNT(DISTINCT"
          + " s.curriculum_id) = 1 AND SUM(EXISTS (SELECT 1 FROM student_hold h WHERE h.student_id ="
          + " s.id AND h.removed_at IS NULL)) = 0 ORDER BY g.id LIMIT 1";
  private static final String MEMBERS =
      "SELECT COUNT(*) FROM student s JOIN student_group g ON g.id = s.group_id WHERE g.code = ? AND"
          + " s.status = 'STUDYING'";

  private PresetScene() {}

  /** The autumn after the year that runs, for presets alone. */
  static void nextAutumn() throws SQLException {
    long running =
        Scene.number(
            "SELECT COALESCE(MAX(start_year), YEAR(CURRENT_DATE)) FROM academic_year WHERE"
                + " starts_on <= CURRENT_DATE");
    Scene.term("PRESET", (int) running + 1);
  }

  /** The code of a group everybody of which has the same curriculum. */
  static String group() throws SQLException {
    return Scene.text(GROUP);
  }

  /** The code of another one, of another curriculum. */
  static String other() throws SQLException {
    return Scene.text(
        "SELECT g.code FROM student_group g JOIN student s ON s.group_id = g.id AND s.status ="
            + " 'STUDYING' WHERE s.course_year = 1 GROUP BY g.id HAVING COUNT(*) BETWEEN 1 AND 20"
            + " AND COUNT(DISTINCT s.curriculum_id) = 1 AND MIN(s.curriculum_id) <> (SELECT"
            + " MIN(x.curriculum_id) FROM student x JOIN student_group y ON y.id = x.group_id WHERE"
            + " y.code = ? AND x.status = 'STUDYING') ORDER BY COUNT(*), g.id LIMIT 1",
        group());
  }

  /** How many of a group study. */
  static long members(String group) throws SQLException {
    return Scene.number(MEMBERS, group);
  }

  /** The number of the first of those who study in a group. */
  static String first(String group) throws SQLException {
    return Scene.text(
        "SELECT MIN(s.student_no) FROM student s JOIN student_group g ON g.id = s.group_id WHERE"
            + " g.code = ? AND s.status = 'STUDYING'",
        group);
  }

  /** Which term of the studies of a student it is. */
  static int termNo(String student) throws Exception {
    TermPlanner planner = Inside.bean(TermPlanner.class);
    return Inside.as(PlanScene.office(), () -> planner.plan(student, "PRESET")).termNo();
  }

  /**
   * The curriculum of a student prescribes a discipline of an offering in the term.
   *
   * @return key of its item, which is to be deleted
   */
  static long prescribe(String student, long offering) throws Exception {
    int termNo = termNo(student);
    Scene.change(
        "UPDATE offering SET term_id = (SELECT id FROM term WHERE code = 'PRESET') WHERE id = ?",
        offering);
    long item = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component)"
            + " SELECT ?, s.curriculum_id, o.discipline_id, ?, 'BASIC', 'UNIVERSITY' FROM student s"
            + " JOIN offering o ON o.id = ? WHERE s.student_no = ?",
        item,
        termNo,
        offering,
        student);
    return item;
  }
}
