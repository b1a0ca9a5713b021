package kz.miras.registrar.registration.service.campaign;

import kz.miras.registrar.registration.service.PlanCredits;
import kz.miras.registrar.student.CourseYears;
import kz.miras.registrar.student.service.CourseOrders;

/**
 * Students who are expected to register for a term, and how far each is; {@code t} is the term,
 * {@code s} the student, {@code p} the programme, {@code u} the school, {@code a} the adviser.
 */
final class ProgressSql {

  private static final String LINES =
      "SELECT sp.student_id, l.term_id, SUM(l.status = 'RETURNED') AS returned, SUM(l.status ="
          + " 'SUBMITTED') AS submitted, SUM(l.status = 'APPROVED') AS approved, SUM(l.status ="
          + " 'CHOSEN') AS chosen, SUM("
          + PlanCredits.OF_LINE
          + ") AS credits FROM study_plan_line l JOIN study_plan"
          + " sp ON sp.id = l.plan_id JOIN discipline d ON d.id = l.discipline_id WHERE l.status <>"
          + " 'REMOVED' GROUP BY sp.student_id, l.term_id";
  private static final String WAITING =
      "SELECT e.student_id, o.term_id, COUNT(*) AS waits FROM enrolment e JOIN offering o ON o.id ="
          + " e.offering_id WHERE e.status = 'WAITLISTED' GROUP BY e.student_id, o.term_id";
  private static final String YEAR_NOW =
      "(SELECT MAX(y2.start_year) FROM term t2 JOIN academic_year y2 ON y2.id = t2.academic_year_id"
          + " WHERE t2.starts_on <= university_today())";

  private static final String HELD =
      "(SELECT y3.start_year FROM term t3 JOIN academic_year y3 ON y3.id = t3.academic_year_id WHERE"
          + " t3.type <> 'SUMMER' AND t3.ends_on >= "
          + CourseOrders.DECIDED
          + " ORDER BY t3.ends_on LIMIT 1)";

  /** The course in the term, as {@link CourseYears} tells it. */
  private static final String COURSE =
      "CASE WHEN "
          + HELD
          + " >= "
          + YEAR_NOW
          + " - 1 THEN s.course_year + y.start_year - "
          + HELD
          + " ELSE s.course_year + LEAST(y.start_year - "
          + YEAR_NOW
          + ", GREATEST(0, y.start_year - c.admission_year + 1 - s.course_year)) END";

  /** A row a student and term: who studies, is not away, and does not graduate before the term. */
  static final String FROM =
      "term t JOIN academic_year y ON y.id = t.academic_year_id JOIN student s ON s.status ="
          + " 'STUDYING' AND s.on_mobility = FALSE JOIN programme p ON p.id = s.programme_id JOIN"
          + " curriculum c ON c.id = s.curriculum_id JOIN org_unit u ON u.id = p.school_id LEFT JOIN student_group g ON g.id = s.group_id LEFT"
          + " JOIN teacher a ON a.id = s.adviser_id LEFT JOIN ("
          + LINES
          + ") x ON x.student_id = s.id AND x.term_id = t.id LEFT JOIN ("
          + WAITING
          + ") w ON w.student_id = s.id AND w.term_id = t.id WHERE "
          + COURSE
          + " <= p.years AND t.type <> 'SUMMER'";

  /** The name of a {@link kz.miras.registrar.registration.plan.PlanProgress}. */
  static final String STATE =
      "CASE WHEN x.student_id IS NULL THEN 'NONE' WHEN x.returned > 0 THEN 'RETURNED' WHEN"
          + " x.submitted > 0 THEN 'SUBMITTED' WHEN x.approved > 0 THEN 'APPROVED' WHEN x.chosen > 0"
          + " THEN 'CHOSEN' ELSE 'REGISTERED' END";

  /** Lines that stand in a waiting list. */
  static final String WAITS = "COALESCE(w.waits, 0)";

  /** The adviser, whom the number tells from others of the name; null for none. */
  static final String ADVISER = "CONCAT(a.last_name, ' ', a.first_name, ' (', a.personnel_no, ')')";

  static final String CREDITS = "COALESCE(x.credits, 0)";

  private ProgressSql() {}
}
