package kz.miras.registrar.correspondence.service.ministry;

import static kz.miras.registrar.correspondence.service.ministry.RecordSource.number;

import java.util.List;
import kz.miras.registrar.correspondence.ministry.PlatformType;

/** Orders, their paragraphs and who stands in them, as the platform takes them. */
final class OrderSources {

  /** An order with several paragraphs is one there. */
  private static final String WHOLE_ORDER =
      "(SELECT MIN(x.id) FROM student_order x WHERE x.number = o.number AND x.signed_on ="
          + " o.signed_on)";

  private static final String ORDER =
      "o.number, o.signed_on, o.title, o.kind, o.category AS ground, o.uuid AS link_key";

  private static final String YEAR = "YEAR(o.signed_on) - (MONTH(o.signed_on) < 9) AS year";

  /** Who was refused by the rules, or taken out by another order, was not moved. */
  private static final String LINE =
      "JOIN student_order_line l ON l.id = e.our_id AND (l.outcome IS NULL OR l.outcome ="
          + " 'APPLIED') JOIN student_order o ON o.id = l.order_id JOIN student s ON s.id ="
          + " l.student_id"
          + number("n", PlatformType.STUDENT, "s.id")
          + number("k", PlatformType.ORDER_SECTIONS, "o.id")
          + number("r", PlatformType.ORDERS, WHOLE_ORDER);

  private static final String OF_LINE =
      ORDER
          + ", n.number AS student, k.number AS `section`, r.number AS `order`, o.effective_on,"
          + " o.until_on, s.id AS student_key, CONCAT_WS(' ', o.number, s.last_name, s.first_name)"
          + " AS label";

  private static final String LINES = "SELECT id AS our_id, '' AS part FROM student_order_line";

  private OrderSources() {}

  static List<RecordSource> all() {
    return List.of(orders(), sections(), persons(), details(), transfers(), mobilities(), leaves());
  }

  private static RecordSource orders() {
    return new RecordSource(
        PlatformType.ORDERS,
        "SELECT MIN(id) AS our_id, '' AS part FROM student_order GROUP BY number, signed_on",
        ORDER + ", " + YEAR + ", CONCAT(o.number, ' ', o.title) AS label",
        "JOIN student_order o ON o.id = e.our_id WHERE 1 = 1");
  }

  private static RecordSource sections() {
    return new RecordSource(
        PlatformType.ORDER_SECTIONS,
        "SELECT id AS our_id, '' AS part FROM student_order",
        ORDER + ", o.paragraph, r.number AS `order`, CONCAT(o.number, ' § ', o.paragraph) AS label",
        "JOIN student_order o ON o.id = e.our_id"
            + number("r", PlatformType.ORDERS, WHOLE_ORDER)
            + "WHERE 1 = 1");
  }

  private static RecordSource persons() {
    return new RecordSource(PlatformType.SECTION_PERSON, LINES, OF_LINE, LINE + "WHERE 1 = 1");
  }

  private static RecordSource details() {
    return new RecordSource(
        PlatformType.ORDER_STUDENT_INFO,
        LINES,
        OF_LINE
            + ", a.number AS profession, COALESCE(c.course_year, s.course_year) AS course, f.number"
            + " AS study_form, COALESCE(c.to_study_language, s.study_language) AS language,"
            + " COALESCE(c.to_funding, s.funding) AS funding, b.number AS old_profession,"
            + " c.from_course_year AS old_course, h.number AS old_study_form, c.from_study_language"
            + " AS old_language, c.from_funding AS old_funding",
        LINE
            + "LEFT JOIN student_status_change c ON c.student_id = s.id AND c.order_id = o.id AND"
            + " c.undoing = 0 LEFT JOIN curriculum u ON u.id = COALESCE(c.to_curriculum_id,"
            + " s.curriculum_id) LEFT JOIN programme p ON p.id = u.programme_id LEFT JOIN curriculum"
            + " w ON w.id = c.from_curriculum_id LEFT JOIN programme q ON q.id = w.programme_id"
            + number("a", PlatformType.PROFESSION, "0", CatalogueSources.GROUP_OF_PROGRAMMES)
            + number(
                "f",
                PlatformType.STUDY_FORMS,
                "0",
                "CONCAT(p.level, '.', COALESCE(c.to_study_form, s.study_form))")
            + number("b", PlatformType.PROFESSION, "0", "COALESCE(q.group_code, q.code)")
            + number("h", PlatformType.STUDY_FORMS, "0", "CONCAT(q.level, '.', c.from_study_form)")
            + "WHERE 1 = 1");
  }

  private static RecordSource transfers() {
    return new RecordSource(
        PlatformType.COURSE_TRANSFER_ORDER,
        LINES,
        OF_LINE
            + ", m.gpa_points, m.gpa_credits, y.gpa AS course_gpa, (SELECT d.honours FROM diploma d"
            + " WHERE d.student_id = s.id AND d.duplicate_of IS NULL AND d.status <> 'ANNULLED') AS"
            + " honours",
        LINE
            + "LEFT JOIN achievement_summary m ON m.student_id = s.id LEFT JOIN promotion_line y ON"
            + " y.order_id = o.id AND y.student_id = s.id WHERE o.kind IN ('COURSE_PROMOTION',"
            + " 'REPEAT_YEAR', 'GRADUATION')");
  }

  private static RecordSource mobilities() {
    return new RecordSource(
        PlatformType.ORDERS_ACADEMIC_MOBILITY,
        LINES,
        OF_LINE,
        LINE + "WHERE o.kind = 'MOBILITY_OUT'");
  }

  private static RecordSource leaves() {
    return new RecordSource(
        PlatformType.RETIRES,
        LINES,
        OF_LINE
            + ", LEFT(o.title, 300) AS reason, COALESCE((SELECT c.course_year FROM"
            + " student_status_change c WHERE c.student_id = s.id AND c.order_id = o.id AND"
            + " c.undoing = 0), s.course_year) AS course",
        LINE + "WHERE o.kind IN ('LEAVE', 'LEAVE_EXTENSION')");
  }
}
