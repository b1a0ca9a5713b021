package kz.miras.registrar.correspondence.service.ministry;

import static kz.miras.registrar.correspondence.service.ministry.RecordSource.number;

import java.util.List;
import kz.miras.registrar.correspondence.ministry.PlatformType;

/** Units, programmes, teachers, groups, disciplines and the calendar as the platform takes them. */
final class CatalogueSources {

  /** The group of programmes a programme is of; its own code where it is in none. */
  static final String GROUP_OF_PROGRAMMES = "COALESCE(p.group_code, p.code)";

  /** The periods of study of a year: two semesters or three trimesters. */
  static final String TERMS =
      "(SELECT COUNT(*) FROM term x WHERE x.type <> 'SUMMER' AND x.academic_year_id = (SELECT y.id"
          + " FROM academic_year y WHERE y.starts_on <= university_today() ORDER BY y.starts_on DESC"
          + " LIMIT 1))";

  /** The place of a term in its year. */
  static final String TERM_NUMBER =
      "CASE t.type WHEN 'AUTUMN' THEN 1 WHEN 'SPRING' THEN 2 WHEN 'SUMMER' THEN 3 ELSE"
          + " CAST(RIGHT(t.type, 1) AS INT) END";

  private CatalogueSources() {}

  static List<RecordSource> all() {
    return List.of(
        unit(PlatformType.FACULTIES, "SCHOOL", "NULL AS faculty", ""),
        unit(
            PlatformType.CAFEDRA,
            "DEPARTMENT",
            "f.number AS faculty",
            number("f", PlatformType.FACULTIES, "u.parent_id")),
        forms(),
        professions(),
        programmes(),
        plans(),
        teachers(),
        places(),
        groups(),
        disciplines(),
        lines(),
        terms(),
        periods());
  }

  private static RecordSource unit(PlatformType type, String kind, String more, String joins) {
    return new RecordSource(
        type,
        "SELECT id AS our_id, '' AS part FROM org_unit WHERE kind = '" + kind + "'",
        "u.name_kk, u.name_ru, u.name_en, u.code AS link_key, u.name_ru AS label, " + more,
        "JOIN org_unit u ON u.id = e.our_id" + joins + " WHERE u.kind = '" + kind + "'");
  }

  private static RecordSource forms() {
    return new RecordSource(
        PlatformType.STUDY_FORMS,
        "SELECT DISTINCT 0 AS our_id, CONCAT(p.level, '.', s.study_form) AS part FROM student s"
            + " JOIN programme p ON p.id = s.programme_id",
        "SUBSTRING_INDEX(e.part, '.', 1) AS level, SUBSTRING_INDEX(e.part, '.', -1) AS form,"
            + " (SELECT MAX(p.years) FROM programme p WHERE p.level = SUBSTRING_INDEX(e.part, '.',"
            + " 1)) AS years, (SELECT MAX(p.credits) FROM programme p WHERE p.level ="
            + " SUBSTRING_INDEX(e.part, '.', 1)) AS credits, "
            + TERMS
            + " AS terms, SUBSTRING_INDEX(e.part, '.', -1) = 'DISTANCE' AS distance, EXISTS (SELECT"
            + " 1 FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.study_form ="
            + " SUBSTRING_INDEX(e.part, '.', -1) AND p.level = SUBSTRING_INDEX(e.part, '.', 1) AND"
            + " s.status IN ('STUDYING', 'ON_LEAVE')) AS in_use, e.part AS label, '' AS link_key",
        "WHERE 1 = 1");
  }

  private static RecordSource professions() {
    return new RecordSource(
        PlatformType.PROFESSION,
        "SELECT DISTINCT 0 AS our_id, " + GROUP_OF_PROGRAMMES + " AS part FROM programme p",
        "e.part AS code, p.level, p.years * "
            + TERMS
            + " AS periods, e.part AS label, e.part AS link_key",
        "JOIN (SELECT "
            + GROUP_OF_PROGRAMMES
            + " AS code, MIN(p.level) AS level, MAX(p.years) AS years FROM programme p GROUP BY"
            + " 1) p ON p.code = e.part WHERE 1 = 1");
  }

  private static RecordSource programmes() {
    return new RecordSource(
        PlatformType.SPECIALIZATIONS,
        "SELECT id AS our_id, '' AS part FROM programme",
        "p.name_kk, p.name_ru, p.name_en, p.code, p.code AS link_key, CONCAT(p.code, ' ',"
            + " p.name_ru) AS label",
        "JOIN programme p ON p.id = e.our_id WHERE 1 = 1");
  }

  private static RecordSource plans() {
    return new RecordSource(
        PlatformType.TYP_CURRICULUM,
        "SELECT id AS our_id, '' AS part FROM curriculum",
        "o.number AS profession, c.admission_year AS year, CONCAT(p.name_kk, ', ',"
            + " c.admission_year) AS name_kk, CONCAT(p.name_ru, ', ', c.admission_year) AS name_ru,"
            + " CONCAT(p.name_en, ', ', c.admission_year) AS name_en, c.approved_by IS NOT NULL AS"
            + " approved, c.id AS link_key, CONCAT(p.code, ' ', c.admission_year) AS label",
        "JOIN curriculum c ON c.id = e.our_id JOIN programme p ON p.id = c.programme_id"
            + number("o", PlatformType.PROFESSION, "0", GROUP_OF_PROGRAMMES)
            + "WHERE 1 = 1");
  }

  /** Terms of a plan are counted from its beginning, those of the platform within each course. */
  private static RecordSource lines() {
    return new RecordSource(
        PlatformType.TUP_SUBJECT,
        "SELECT id AS our_id, '' AS part FROM curriculum_item",
        "n.number AS curriculum, b.number AS subject, CEILING(i.term_no / "
            + TERMS
            + ") AS course, 1 + MOD(i.term_no - 1, "
            + TERMS
            + ") AS term, d.credits, 30 * d.credits AS hours, i.component, i.id AS link_key,"
            + " CONCAT(p.code, ' ', c.admission_year, ' ', d.code) AS label",
        "JOIN curriculum_item i ON i.id = e.our_id JOIN curriculum c ON c.id = i.curriculum_id JOIN"
            + " programme p ON p.id = c.programme_id JOIN discipline d ON d.id = i.discipline_id"
            + number("n", PlatformType.TYP_CURRICULUM, "c.id")
            + number("b", PlatformType.SUBJECT, "d.id")
            + "WHERE 1 = 1");
  }

  private static final String TEACHER =
      "t.first_name, t.last_name, t.patronymic, t.email, t.personnel_no AS link_key, CONCAT_WS(' ',"
          + " t.last_name, t.first_name, t.patronymic) AS label";

  private static RecordSource teachers() {
    return new RecordSource(
        PlatformType.TUTOR,
        "SELECT id AS our_id, '' AS part FROM teacher",
        TEACHER,
        "JOIN teacher t ON t.id = e.our_id WHERE 1 = 1");
  }

  private static RecordSource places() {
    return new RecordSource(
        PlatformType.TUTOR_CAFEDRA,
        "SELECT id AS our_id, '' AS part FROM teacher",
        TEACHER + ", e.number AS tutor, d.number AS cafedra",
        "JOIN teacher t ON t.id = e.our_id"
            + number("d", PlatformType.CAFEDRA, "t.department_id")
            + "WHERE 1 = 1");
  }

  private static RecordSource groups() {
    return new RecordSource(
        PlatformType.GROUPS,
        "SELECT id AS our_id, '' AS part FROM student_group",
        "g.code, g.code AS link_key, g.code AS label, g.language, p.level, o.number AS profession,"
            + " a.number AS adviser, f.number AS study_form, m.course, YEAR(university_today()) -"
            + " (MONTH(university_today()) < 9) AS year",
        "JOIN student_group g ON g.id = e.our_id JOIN curriculum c ON c.id = g.curriculum_id JOIN"
            + " programme p ON p.id = c.programme_id LEFT JOIN (SELECT group_id, MAX(course_year) AS"
            + " course, CASE WHEN COUNT(DISTINCT study_form) = 1 THEN MIN(study_form) END AS form"
            + " FROM student WHERE status IN ('STUDYING', 'ON_LEAVE') GROUP BY group_id) m ON"
            + " m.group_id = g.id"
            + number("o", PlatformType.PROFESSION, "0", GROUP_OF_PROGRAMMES)
            + number("a", PlatformType.TUTOR, "g.adviser_id")
            + number("f", PlatformType.STUDY_FORMS, "0", "CONCAT(p.level, '.', m.form)")
            + "WHERE 1 = 1");
  }

  private static RecordSource disciplines() {
    return new RecordSource(
        PlatformType.SUBJECT,
        "SELECT id AS our_id, '' AS part FROM discipline",
        "d.name_kk, d.name_ru, d.name_en, d.code, d.code_kk, d.code_en, d.credits, d.code AS"
            + " link_key, CONCAT(d.code, ' ', d.name_ru) AS label",
        "JOIN discipline d ON d.id = e.our_id WHERE 1 = 1");
  }

  private static RecordSource terms() {
    return new RecordSource(
        PlatformType.TERMS,
        "SELECT id AS our_id, '' AS part FROM term",
        "y.start_year AS year, "
            + TERM_NUMBER
            + " AS term, t.starts_on, t.ends_on, t.code AS link_key, t.code AS label",
        "JOIN term t ON t.id = e.our_id JOIN academic_year y ON y.id = t.academic_year_id WHERE"
            + " 1 = 1");
  }

  private static RecordSource periods() {
    return new RecordSource(
        PlatformType.STUDYCALENDAR,
        "SELECT id AS our_id, '' AS part FROM calendar_event",
        "n.number AS term, GREATEST(1, TIMESTAMPDIFF(WEEK, t.starts_on, v.starts_on) + 1) AS week,"
            + " v.starts_on, v.ends_on, v.kind, t.code AS link_key, CONCAT(t.code, ' ', v.kind) AS"
            + " label",
        "JOIN calendar_event v ON v.id = e.our_id JOIN term t ON t.id = v.term_id"
            + number("n", PlatformType.TERMS, "t.id")
            + "WHERE 1 = 1");
  }
}
