package kz.miras.registrar.correspondence.service.ministry;

import static kz.miras.registrar.correspondence.service.ministry.RecordSource.number;

import java.util.List;
import kz.miras.registrar.correspondence.ministry.PlatformType;

/** Students, their results, diplomas and sessions, as the platform takes them. */
final class StudentSources {

  private static final String ENTERED =
      "FROM student_status_change c JOIN student_order o ON o.id = c.order_id WHERE c.student_id ="
          + " s.id AND c.undoing = 0 AND o.kind IN ('ADMISSION', 'TRANSFER_IN', 'MOBILITY_IN') ORDER"
          + " BY c.effective_on, c.id LIMIT 1";

  private static final String LEFT_BY =
      "FROM student_status_change c JOIN student_order o ON o.id = c.order_id WHERE c.student_id ="
          + " s.id AND c.undoing = 0 AND o.kind = 'GRADUATION' ORDER BY c.effective_on DESC, c.id"
          + " DESC LIMIT 1";

  private static final String PERSON =
      "s.last_name, s.first_name, s.patronymic, s.last_name_latin, s.first_name_latin,"
          + " s.birth_date, s.sex, s.iin, s.iin_confirmed, s.citizenship, s.funding,"
          + " s.study_language AS language, s.admission_year, s.course_year, s.status, s.email,"
          + " s.phone, p.level, o.number AS profession, x.number AS specialization, f.number AS"
          + " study_form, m.gpa_points, m.gpa_credits, m.earned, (SELECT c.effective_on "
          + ENTERED
          + ") AS enrolled_on, s.id AS student_key, CONCAT_WS(' ', s.last_name, s.first_name,"
          + " s.patronymic) AS label";

  private static final String OF_PERSON =
      "JOIN programme p ON p.id = s.programme_id LEFT JOIN achievement_summary m ON m.student_id ="
          + " s.id"
          + number("o", PlatformType.PROFESSION, "0", CatalogueSources.GROUP_OF_PROGRAMMES)
          + number("x", PlatformType.SPECIALIZATIONS, "p.id")
          + number("f", PlatformType.STUDY_FORMS, "0", "CONCAT(p.level, '.', s.study_form)");

  private static final String DIPLOMA =
      "d.number AS diploma_number, d.series, d.handed_on, CASE WHEN d.book_number IS NOT NULL THEN"
          + " CONCAT(d.book_year, '-', d.book_number) END AS book, d.honours, d.protocol,"
          + " d.decided_on, d.qualification_kk, d.qualification_ru, d.qualification_en, d.uuid AS"
          + " link_key";

  /** A diploma that has been approved, whatever has become of it since but for being annulled. */
  private static final String APPROVED = "d.status IN ('APPROVED', 'HANDED_OUT', 'REPLACED')";

  private static final String STUDENTS = "SELECT id AS our_id, '' AS part FROM student";

  /** Results, not what is still to come or was given up. */
  private static final String RESULTS =
      "SELECT id AS our_id, '' AS part, student_id FROM achievement WHERE letter IS NOT NULL OR mark IN ('P',"
          + " 'NP', 'TR')";

  /** The course a term was of. */
  private static final String COURSE =
      "LEAST(GREATEST(y.start_year - s.admission_year + 1, 1), p.years)";

  private StudentSources() {}

  static List<RecordSource> all() {
    return List.of(
        results(PlatformType.TRANSCRIPT, "IN"),
        results(PlatformType.DELETED_TRANSCRIPT, "NOT IN"),
        exams(),
        students(),
        more(),
        diplomas(),
        graduates(),
        duplicates(),
        sessions());
  }

  private static RecordSource results(PlatformType type, String which) {
    return new RecordSource(
        type,
        RESULTS,
        "a.position, n.number AS student, b.number AS subject, COALESCE(d.code_kk,"
            + " a.discipline_code) AS code_kk, COALESCE(d.code_en, a.discipline_code) AS code_en,"
            + " d.kind AS discipline_kind, "
            + COURSE
            + " AS course, "
            + CatalogueSources.TERM_NUMBER
            + " AS term, p.level, s.id AS student_key, s.uuid AS link_key, CONCAT_WS(' ',"
            + " s.last_name, s.first_name, a.discipline_code) AS label",
        "JOIN achievement a ON a.id = e.our_id JOIN student s ON s.id = a.student_id JOIN programme"
            + " p ON p.id = s.programme_id JOIN term t ON t.id = a.term_id JOIN academic_year y ON"
            + " y.id = t.academic_year_id LEFT JOIN discipline d ON d.id = a.discipline_id"
            + number("n", PlatformType.STUDENT, "s.id")
            + number("b", PlatformType.SUBJECT, "a.discipline_id")
            + "WHERE s.status "
            + which
            + " ('STUDYING', 'ON_LEAVE')");
  }

  /** What was corrected stays there as a mark that is not the current one. */
  private static RecordSource exams() {
    return new RecordSource(
        PlatformType.GENERAL_EXAMS_MARKS,
        "SELECT id AS our_id, '' AS part FROM achievement WHERE kind IN ('STATE_EXAM',"
            + " 'FINAL_ATTESTATION') AND percent IS NOT NULL",
        "n.number AS student, a.result_on, a.percent, a.credits, "
            + COURSE
            + " AS course, "
            + CatalogueSources.TERM_NUMBER
            + " AS term, y.start_year AS year, a.name_kk, a.name_ru, a.name_en, CASE WHEN a.letter"
            + " IN ('FX', 'F') THEN 0 ELSE 1 END AS passed, NOT EXISTS (SELECT 1 FROM achievement z"
            + " WHERE z.corrects_id = a.id) AS standing, CASE WHEN a.kind = 'FINAL_ATTESTATION' THEN"
            + " d.protocol END AS protocol, CASE WHEN a.kind = 'FINAL_ATTESTATION' THEN d.decided_on"
            + " END AS decided_on, CASE WHEN a.kind = 'FINAL_ATTESTATION' THEN d.topic_kk END AS"
            + " topic_kk, CASE WHEN a.kind = 'FINAL_ATTESTATION' THEN d.topic_ru END AS topic_ru,"
            + " CASE WHEN a.kind = 'FINAL_ATTESTATION' THEN d.topic_en END AS topic_en, s.id AS"
            + " student_key, s.uuid AS link_key, CONCAT_WS(' ', s.last_name, s.first_name,"
            + " a.discipline_code) AS label",
        "JOIN achievement a ON a.id = e.our_id JOIN student s ON s.id = a.student_id JOIN programme"
            + " p ON p.id = s.programme_id JOIN term t ON t.id = a.term_id JOIN academic_year y ON"
            + " y.id = t.academic_year_id LEFT JOIN diploma d ON d.student_id = s.id AND"
            + " d.duplicate_of IS NULL AND "
            + APPROVED
            + number("n", PlatformType.STUDENT, "s.id")
            + "WHERE 1 = 1");
  }

  private static RecordSource students() {
    return new RecordSource(
        PlatformType.STUDENT,
        STUDENTS,
        PERSON + ", g.number AS `group`, s.uuid AS link_key",
        "JOIN student s ON s.id = e.our_id "
            + OF_PERSON
            + number("g", PlatformType.GROUPS, "s.group_id")
            + "WHERE 1 = 1");
  }

  /** Of what the platform wants to know beside, only the level of the study is kept here. */
  private static RecordSource more() {
    return new RecordSource(
        PlatformType.STUDENT_INFO,
        STUDENTS,
        "p.level, s.id AS student_key, s.uuid AS link_key, CONCAT_WS(' ', s.last_name, s.first_name,"
            + " s.patronymic) AS label",
        "JOIN student s ON s.id = e.our_id JOIN programme p ON p.id = s.programme_id WHERE 1 = 1");
  }

  private static RecordSource diplomas() {
    return new RecordSource(
        PlatformType.STUDENT_DIPLOMA_INFO,
        STUDENTS,
        DIPLOMA
            + ", s.id AS student_key, CONCAT_WS(' ', s.last_name, s.first_name, d.number) AS label",
        "JOIN student s ON s.id = e.our_id JOIN diploma d ON d.student_id = s.id AND d.duplicate_of"
            + " IS NULL WHERE "
            + APPROVED);
  }

  private static RecordSource graduates() {
    return new RecordSource(
        PlatformType.GRADUATES,
        STUDENTS,
        PERSON
            + ", e.number AS student, "
            + DIPLOMA
            + ", (SELECT o.number "
            + ENTERED
            + ") AS start_order, (SELECT o.number "
            + LEFT_BY
            + ") AS finish_order, (SELECT o.signed_on "
            + LEFT_BY
            + ") AS finish_signed_on, YEAR(d.decided_on) AS graduated_in",
        "JOIN student s ON s.id = e.our_id JOIN diploma d ON d.student_id = s.id AND d.duplicate_of"
            + " IS NULL "
            + OF_PERSON
            + "WHERE s.status = 'GRADUATED' AND "
            + APPROVED);
  }

  private static RecordSource duplicates() {
    return new RecordSource(
        PlatformType.DIPLOMA_DUPLICATES,
        "SELECT id AS our_id, '' AS part FROM diploma WHERE duplicate_of IS NOT NULL",
        DIPLOMA
            + ", CONCAT(d.series, ' ', d.number) AS series_number, n.number AS student, n.number AS"
            + " graduate, s.id AS student_key, CONCAT_WS(' ', s.last_name, s.first_name, d.number)"
            + " AS label",
        "JOIN diploma d ON d.id = e.our_id JOIN student s ON s.id = d.student_id"
            + number("n", PlatformType.STUDENT, "s.id")
            + "WHERE "
            + APPROVED);
  }

  private static RecordSource sessions() {
    String sat =
        "SELECT COUNT(DISTINCT a.student_id) FROM student s JOIN achievement a ON a.student_id ="
            + " s.id WHERE s.group_id = e.our_id AND a.term_id = t.id AND a.kind <> 'RECOGNISED'";
    String failed =
        sat
            + " AND (a.letter IN ('FX', 'F') OR a.mark = 'NP') AND NOT EXISTS (SELECT 1 FROM"
            + " achievement b WHERE b.student_id = a.student_id AND b.term_id = a.term_id AND"
            + " b.discipline_code = a.discipline_code AND b.position > a.position AND (b.letter NOT"
            + " IN ('FX', 'F') OR b.mark IN ('P', 'TR')))";
    return new RecordSource(
        PlatformType.SESSION_REPORT,
        "SELECT DISTINCT s.group_id AS our_id, CAST(a.term_id AS CHAR) AS part FROM achievement a"
            + " JOIN term t ON t.id = a.term_id AND t.ends_on < university_today() JOIN student s ON"
            + " s.id = a.student_id WHERE s.group_id IS NOT NULL",
        "y.start_year AS year, "
            + CatalogueSources.TERM_NUMBER
            + " AS term, g.number AS `group`, o.number AS profession, ("
            + sat
            + ") AS total, ("
            + failed
            + ") AS failed, ("
            + sat
            + ") - ("
            + failed
            + ") AS passed, CONCAT(h.code, ' ', t.code) AS label, h.code AS link_key",
        "JOIN student_group h ON h.id = e.our_id JOIN curriculum c ON c.id = h.curriculum_id JOIN"
            + " programme p ON p.id = c.programme_id JOIN term t ON t.id = CAST(e.part AS SIGNED)"
            + " JOIN academic_year y ON y.id = t.academic_year_id"
            + number("g", PlatformType.GROUPS, "h.id")
            + number("o", PlatformType.PROFESSION, "0", CatalogueSources.GROUP_OF_PROGRAMMES)
            + "WHERE 1 = 1");
  }
}
