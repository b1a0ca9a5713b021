package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Individual study plans behind the enrolments: those of the running term are confirmed, those of
 * the next lie with advisers and the office, half done like the registration itself.
 */
final class DemoStudyPlans {

  private static final String OPEN =
      " FROM enrolment e JOIN offering o ON o.id = e.offering_id JOIN term t ON t.id = o.term_id"
          + " %s WHERE t.closed_at IS NULL AND e.status IN ('ENROLLED', 'COMPLETED')";

  /** A quarter lies with advisers, a quarter with the office. */
  private static final List<String> STEPS =
      List.of(
          "INSERT INTO study_plan (id, uuid, student_id, academic_year_id, status, revision) SELECT"
              + " 2000000000000000 + ROW_NUMBER() OVER (ORDER BY x.student_id,"
              + " x.academic_year_id), UUID(), x.student_id, x.academic_year_id,"
              + " 'REGISTERED', 1 FROM (SELECT DISTINCT e.student_id, t.academic_year_id"
              + String.format(OPEN, "")
              + ") x",
          "INSERT INTO study_plan_line (id, plan_id, term_id, discipline_id, type, language,"
              + " prescribed, offering_id, section_id, enrolment_id, status, revision, decided_at,"
              + " decided_by) SELECT 2000000000000000 + ROW_NUMBER() OVER"
              + " (ORDER BY e.id), p.id, o.term_id,"
              + " o.discipline_id, e.type, o.language, FALSE, o.id, (SELECT MIN(s.id) FROM"
              + " enrolment_place q JOIN section s ON s.id = q.section_id AND s.kind = 'GROUP'"
              + " WHERE q.enrolment_id = e.id), e.id, IF(t.starts_on <= CURRENT_DATE,"
              + " 'REGISTERED', CASE MOD(e.student_id, 4) WHEN 0 THEN 'SUBMITTED' WHEN 1 THEN"
              + " 'APPROVED' ELSE 'REGISTERED' END), 1, e.enrolled_at, 'system'"
              + String.format(
                  OPEN,
                  "JOIN study_plan p ON p.student_id = e.student_id AND p.academic_year_id ="
                      + " t.academic_year_id"),
          "UPDATE study_plan p SET status = CASE WHEN EXISTS (SELECT 1 FROM study_plan_line l WHERE"
              + " l.plan_id = p.id AND l.status = 'SUBMITTED') THEN 'SUBMITTED' WHEN EXISTS (SELECT"
              + " 1 FROM study_plan_line l WHERE l.plan_id = p.id AND l.status = 'APPROVED') THEN"
              + " 'ADVISER_APPROVED' ELSE 'REGISTERED' END, submitted_at = (SELECT"
              + " MAX(l.decided_at) FROM study_plan_line l WHERE l.plan_id = p.id)",
          "INSERT INTO study_plan_event (id, plan_id, revision, at, actor, act) SELECT 2000000000000000 +"
              + " ROW_NUMBER() OVER (ORDER BY p.id), p.id, 1, p.submitted_at, s.student_no, 'SUBMITTED' FROM"
              + " study_plan p JOIN student s ON s.id = p.student_id");

  private final Connection connection;

  DemoStudyPlans(Connection connection) {
    this.connection = connection;
  }

  /** Builds them, with keys far above what sequences reach. */
  void build() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String step : STEPS) {
        statement.executeUpdate(step);
      }
    }
  }
}
