package kz.miras.registrar.registration.service;

import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;

/**
 * SQL of how full a section is, for statements that call the section {@code x}, its offering {@code
 * o}, its term {@code t} and its seats {@code q}.
 */
public final class SectionLoadSql {

  /** Seats of sections, all pools together. */
  public static final String SEATS =
      "(SELECT section_id, SUM(capacity) AS capacity, SUM(taken) AS taken, SUM(IF(pool = 'ALL',"
          + " waiting, 0)) AS waiting FROM section_seat GROUP BY section_id)";

  /**
   * Component and level in which most of its students have the discipline; where it has none, those
   * of the newest curriculum that names it. Two words, or null.
   */
  public static final String NATURE =
      "COALESCE((SELECT CONCAT(i.component, ' ', p.level) FROM enrolment_place ep JOIN enrolment e"
          + " ON e.id = ep.enrolment_id JOIN student s ON s.id = e.student_id JOIN curriculum_item i"
          + " ON i.curriculum_id = s.curriculum_id AND i.discipline_id = o.discipline_id JOIN"
          + " programme p ON p.id = s.programme_id WHERE ep.section_id = x.id AND i.component IS NOT"
          + " NULL GROUP BY i.component, p.level ORDER BY COUNT(*) DESC LIMIT 1), (SELECT"
          + " CONCAT(i.component, ' ', p.level) FROM curriculum_item i JOIN curriculum c ON c.id ="
          + " i.curriculum_id JOIN programme p ON p.id = c.programme_id WHERE i.discipline_id ="
          + " o.discipline_id AND i.component IS NOT NULL ORDER BY c.admission_year DESC LIMIT 1))";

  /** Students whom the log refused for want of a seat and who got none elsewhere. */
  static final String REFUSED =
      "(SELECT COUNT(DISTINCT l.student_id) FROM registration_log l WHERE l.section_id = x.id AND"
          + " l.act = 'REFUSED' AND l.verdict LIKE '%registration.full%' AND NOT EXISTS (SELECT 1"
          + " FROM enrolment e WHERE e.offering_id = x.offering_id AND e.student_id = l.student_id"
          + " AND e.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'COMPLETED')))";

  /** Who waits, each counted once: who waits for any group, where the plan was made. */
  public static final String WAITING =
      "(q.waiting - (SELECT COUNT(*) FROM waiting_place wp WHERE wp.section_id = x.id AND wp.instead"
          + " AND NOT wp.resting))";

  /** How many want a seat. */
  static final String DEMAND = "(COALESCE(q.taken + " + WAITING + ", 0) + " + REFUSED + ")";

  /** Open streams of the offering beside this one. */
  public static final String STREAMS =
      "(SELECT COUNT(*) FROM section y WHERE y.offering_id = o.id AND y.id <> x.id AND y.kind ="
          + " 'LECTURE' AND y.status = 'OPEN')";

  /** REG-4. Whether it is asked for its least number of students: a group, a stream of several. */
  public static final String JUDGED =
      "(x.kind = 'GROUP' OR x.kind = 'LECTURE' AND " + STREAMS + " > 0)";

  /**
   * REG-4. The least number of students of the section by the rules of its term ({@link
   * TermRules}); null where it has none to keep to.
   */
  static final String MINIMUM =
      "IF("
          + JUDGED
          + " AND "
          + NATURE
          + " = '"
          + Component.ELECTIVE
          + " "
          + Level.BACHELOR
          + "', IF(x.kind = 'GROUP', "
          + inForce(RuleParameter.REG_MIN_GROUP)
          + ", "
          + inForce(RuleParameter.REG_MIN_STREAM)
          + "), NULL)";

  /** What the number of students asks for; null for a section that takes none. */
  static final String LOAD =
      "CASE WHEN x.status <> 'OPEN' OR o.status <> 'OPEN' THEN NULL WHEN "
          + DEMAND
          + " > q.capacity THEN 'OVER' WHEN q.taken < "
          + MINIMUM
          + " THEN 'SMALL' ELSE 'FITS' END";

  private SectionLoadSql() {}

  /** A number of the rules in force for the term, of bachelors: no others are judged. */
  private static String inForce(RuleParameter parameter) {
    return "COALESCE((SELECT CAST(v.value AS INT) FROM rule_value v WHERE v.parameter = '"
        + parameter.name()
        + "' AND v.rule_set_id = (SELECT r.id FROM rule_set r WHERE r.level = '"
        + Level.BACHELOR
        + "' AND r.valid_from <= GREATEST(t.starts_on, university_today()) ORDER BY r.valid_from"
        + " DESC LIMIT 1)), "
        + parameter.defaultText().orElse("NULL")
        + ")";
  }
}
