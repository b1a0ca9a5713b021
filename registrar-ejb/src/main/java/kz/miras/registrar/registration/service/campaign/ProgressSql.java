package kz.miras.registrar.registration.service.campaign;

import java.util.Arrays;
import java.util.stream.Collectors;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
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
          + ") AS credits, SUM(IF(l.type IN ('MAIN', 'MINOR'), "
          + PlanCredits.OF_LINE
          + ", 0)) AS of_programme FROM study_plan_line l JOIN study_plan"
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

  /** Number of the term in the curriculum, as {@link TermType#numberAfter} tells it. */
  private static final String TERM_NO =
      "CASE t.type "
          + Arrays.stream(TermType.values())
              .filter(type -> !type.isSummer())
              .map(ProgressSql::number)
              .collect(Collectors.joining(" "))
          + " END";

  /** Credits a curriculum asks for in a term: of a choice block those to be chosen. */
  private static final String ASKED =
      "SELECT b.curriculum_id, b.term_no, SUM(b.credits) AS credits FROM (SELECT i.curriculum_id,"
          + " i.term_no, MAX(IF(i.choice_block IS NULL, d.credits, COALESCE(i.choice_credits, 0)))"
          + " AS credits FROM curriculum_item i JOIN discipline d ON d.id = i.discipline_id GROUP BY"
          + " i.curriculum_id, i.term_no, COALESCE(i.choice_block, CONCAT('#', i.discipline_id))) b"
          + " GROUP BY b.curriculum_id, b.term_no";

  /** Credits of them that need no line: passed or recognised, or planned in another term. */
  private static final String ELSEWHERE =
      "(SELECT COALESCE(SUM(di.credits), 0) FROM curriculum_item i JOIN discipline di ON di.id ="
          + " i.discipline_id WHERE i.curriculum_id = s.curriculum_id AND i.term_no = q.term_no AND"
          + " (EXISTS (SELECT 1 FROM achievement a1 WHERE a1.student_id = s.id AND a1.discipline_id"
          + " = i.discipline_id AND "
          + met("a1")
          + " AND NOT EXISTS (SELECT 1 FROM achievement a2 WHERE a2.student_id = s.id AND"
          + " a2.discipline_id = i.discipline_id AND a2.position > a1.position)) OR EXISTS (SELECT 1"
          + " FROM study_plan_line l1 JOIN study_plan p1 ON p1.id = l1.plan_id WHERE p1.student_id ="
          + " s.id AND l1.discipline_id = i.discipline_id AND l1.term_id <> t.id AND l1.status <>"
          + " 'REMOVED')))";

  /** Whether less is planned than the programme asks for; the history is read only where it is. */
  private static final String SHORT =
      "x.of_programme < q.credits AND x.of_programme + " + ELSEWHERE + " < q.credits";

  /** A row a student and term: who studies, is not away, and does not graduate before the term. */
  static final String FROM =
      "term t JOIN academic_year y ON y.id = t.academic_year_id JOIN student s ON s.status ="
          + " 'STUDYING' AND s.on_mobility = FALSE JOIN programme p ON p.id = s.programme_id JOIN"
          + " curriculum c ON c.id = s.curriculum_id JOIN org_unit u ON u.id = p.school_id LEFT JOIN student_group g ON g.id = s.group_id LEFT"
          + " JOIN teacher a ON a.id = s.adviser_id LEFT JOIN ("
          + LINES
          + ") x ON x.student_id = s.id AND x.term_id = t.id LEFT JOIN ("
          + WAITING
          + ") w ON w.student_id = s.id AND w.term_id = t.id LEFT JOIN ("
          + ASKED
          + ") q ON q.curriculum_id = s.curriculum_id AND q.term_no = "
          + TERM_NO
          + " WHERE "
          + COURSE
          + " <= p.years AND t.type <> 'SUMMER'";

  /** The name of a {@link kz.miras.registrar.registration.plan.PlanProgress}. */
  static final String STATE =
      "CASE WHEN x.student_id IS NULL THEN 'NONE' WHEN x.returned > 0 THEN 'RETURNED' WHEN"
          + " x.submitted > 0 THEN 'SUBMITTED' WHEN x.approved > 0 THEN 'APPROVED' WHEN x.chosen > 0"
          + " THEN 'CHOSEN' WHEN "
          + SHORT
          + " THEN 'PARTLY' ELSE 'REGISTERED' END";

  /** Lines that stand in a waiting list. */
  static final String WAITS = "COALESCE(w.waits, 0)";

  /** The adviser, whom the number tells from others of the name; null for none. */
  static final String ADVISER = "CONCAT(a.last_name, ' ', a.first_name, ' (', a.personnel_no, ')')";

  static final String CREDITS = "COALESCE(x.credits, 0)";

  private ProgressSql() {}

  /** The case of a kind of term: its number is that of the first course and as many a year more. */
  private static String number(TermType type) {
    int first = type.numberAfter(0);
    int each = type.numberAfter(1) - first;
    return "WHEN '" + type + "' THEN " + first + " + " + each + " * ((" + COURSE + ") - 1)";
  }

  /** Whether a result meets what was asked. */
  private static String met(String result) {
    String failing =
        Arrays.stream(Letter.values())
            .filter(letter -> !letter.passes())
            .map(letter -> "'" + letter.sign() + "'")
            .collect(Collectors.joining(", "));
    String meeting =
        Arrays.stream(Mark.values())
            .filter(Mark::meets)
            .map(mark -> "'" + mark + "'")
            .collect(Collectors.joining(", "));
    return "IF("
        + result
        + ".letter IS NULL, COALESCE("
        + result
        + ".mark IN ("
        + meeting
        + "), FALSE), "
        + result
        + ".letter NOT IN ("
        + failing
        + "))";
  }
}
