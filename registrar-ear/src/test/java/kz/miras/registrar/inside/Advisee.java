package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import kz.miras.registrar.registration.service.PlanAnswer;

/** A student of a level with an adviser; each place another one. */
record Advisee(String number, long student, long adviser) {

  private static final String PLAN =
      "SELECT CAST(p.uuid AS CHAR) FROM study_plan p JOIN study_plan_line l ON l.plan_id = p.id JOIN"
          + " enrolment e ON e.id = l.enrolment_id WHERE e.uuid = ?";
  private static final String LINE =
      "SELECT l.id FROM study_plan_line l JOIN enrolment e ON e.id = l.enrolment_id WHERE e.uuid = ?";

  static Advisee of(String level, int place) throws SQLException {
    String number =
        Scene.text(
            "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " s.status = 'STUDYING' AND s.adviser_id IS NOT NULL AND p.level = ? AND NOT"
                + " EXISTS (SELECT 1 FROM student_hold h WHERE h.student_id = s.id AND"
                + " h.removed_at IS NULL) AND NOT EXISTS (SELECT 1 FROM study_plan v JOIN term t ON"
                + " t.academic_year_id = v.academic_year_id WHERE v.student_id = s.id AND t.code ="
                + " 'FAR') ORDER BY s.id DESC LIMIT 1 OFFSET ?",
            level,
            place);
    return new Advisee(
        number,
        Scene.number("SELECT id FROM student WHERE student_no = ?", number),
        Scene.number("SELECT adviser_id FROM student WHERE student_no = ?", number));
  }

  String adviserLogin() throws SQLException {
    return Scene.account("ADV", null, adviser);
  }

  /** Submits a plan of these offerings, all of which have seats. */
  PlanAnswer submitted(long... offerings) throws Exception {
    PlanAnswer answer =
        PlanScene.submit(
            number, PlanScene.request(false, true, offerings), UUID.randomUUID().toString());
    assertThat(answer.lines()).allMatch(line -> line.enrolment() != null);
    return answer;
  }

  /**
   * What the plans of the student have stands in the curriculum until it is closed: nobody has to
   * consent to it, whatever other tests have put there.
   */
  Prescribed prescribed() throws SQLException {
    Scene.change(
        "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component)"
            + " SELECT NEXT VALUE FOR curriculum_seq, x.curriculum_id, x.discipline_id, 21,"
            + " 'ADDITIONAL', 'UNIVERSITY' FROM (SELECT DISTINCT s.curriculum_id, l.discipline_id"
            + " FROM study_plan_line l JOIN study_plan p ON p.id = l.plan_id JOIN student s ON s.id"
            + " = p.student_id WHERE s.id = ? AND l.status <> 'REMOVED') x WHERE NOT EXISTS (SELECT"
            + " 1 FROM curriculum_item i WHERE i.curriculum_id = x.curriculum_id AND i.discipline_id"
            + " = x.discipline_id)",
        student);
    return () ->
        Scene.change(
            "DELETE i FROM curriculum_item i JOIN student s ON s.curriculum_id = i.curriculum_id"
                + " WHERE s.id = ? AND i.term_no = 21 AND i.cycle = 'ADDITIONAL'",
            student);
  }

  /** Disciplines of a curriculum for as long as a test lasts. */
  interface Prescribed extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  static long offering(int seats) throws Exception {
    long offering = Scene.offering(1);
    Scene.section(offering, "GROUP", seats);
    return offering;
  }

  static UUID plan(PlanAnswer answer) throws SQLException {
    return UUID.fromString(Scene.text(PLAN, answer.lines().get(0).enrolment().toString()));
  }

  static long line(PlanAnswer answer, int place) throws SQLException {
    return Scene.number(LINE, answer.lines().get(place).enrolment().toString());
  }

  static long enrolment(PlanAnswer answer, int place) throws SQLException {
    return Scene.number(
        "SELECT id FROM enrolment WHERE uuid = ?",
        answer.lines().get(place).enrolment().toString());
  }
}
