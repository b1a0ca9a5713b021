package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A session that waits to be closed, laid by some statements of many rows each: groups of students,
 * each with a history and a sheet in each of as many disciplines, all typed and submitted.
 */
final class SessionRows {

  static final String TERM = "SESSION";
  static final int ROWS = 25;

  /** Sheets a group has, and so results each of its students gets. */
  static final int EACH = 6;

  /** Results each student has already. */
  private static final int ENTRIES = 20;

  private static final String LETTERS = "'A','A-','B+','B','B-','C+','C','C-','D+','D','F'";
  private static final String DIGITALS = "4.00,3.67,3.33,3.00,2.67,2.33,2.00,1.67,1.33,1.00,0.00";
  private static final String PERCENTS = "97,92,87,82,77,72,67,62,57,52,10";
  private static final String SEAL = "REPEAT('b', 32)";

  /** Rows that are sorted get no NEXTVAL: keys far above those of sequences. */
  private static final String KEY = "1000000000000 + ROW_NUMBER() OVER (ORDER BY h.n, q.seq)";

  /**
   * Disciplines that need no other: who sat for both at once would have the second settled anew
   * while it is measured (REG-2).
   */
  private static final String ALONE =
      "d.control_form = 'EXAM' AND d.id NOT IN (SELECT p.discipline_id FROM prerequisite p) AND d.id"
          + " NOT IN (SELECT p.discipline_id FROM corequisite p)";

  private final Tables tables;
  private final int sheets;
  private final int groups;

  /**
   * A session.
   *
   * @param wanted how many sheets; as many more as the hands need to have the same number each
   */
  SessionRows(Connection administrator, int wanted) {
    this.tables = new Tables(administrator);
    int together = EACH * Crew.THREADS;
    this.sheets = (wanted + together - 1) / together * together;
    this.groups = sheets / EACH;
  }

  /** Lays all of it. */
  void lay() throws SQLException {
    students();
    term();
    String teacher = "(SELECT MIN(id) FROM teacher)";
    tables.unguarded(
        "sheet",
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, section_id,"
            + " rule_set_code, teacher_id, examiner_id, exam_date, exam_time, status, submitted_by,"
            + " submitted_at) SELECT 1000000000000 + x.id, UUID(), x.code, 'MAIN', o.term_id,"
            + " o.discipline_id, x.id, 'policy-bachelor', "
            + teacher
            + ", "
            + teacher
            + ", CURRENT_DATE - INTERVAL 1 DAY, '09:00', 'SUBMITTED', 'examiner', UTC_TIMESTAMP(6)"
            + " FROM section x JOIN offering o ON o.id = x.offering_id WHERE x.code LIKE 'SN-%'");
    tables.execute(
        "CREATE TABLE bench_sn_sheet AS SELECT CAST(SUBSTRING(h.number, 4) AS UNSIGNED) AS n, h.id,"
            + " x.offering_id FROM sheet h JOIN section x ON x.id = h.section_id WHERE h.number"
            + " LIKE 'SN-%'");
    tables.execute("ALTER TABLE bench_sn_sheet ADD PRIMARY KEY (n)");
    String members =
        " FROM bench_sn_sheet h JOIN seq_1_to_"
            + ROWS
            + " q JOIN bench_sn_student s ON s.n = (h.n DIV "
            + EACH
            + ") * "
            + ROWS
            + " + q.seq";
    tables.unguarded(
        "enrolment",
        "INSERT INTO enrolment (id, uuid, student_id, offering_id, term_id, discipline_id, type,"
            + " attempt_no, status, enrolled_at) SELECT "
            + KEY
            + ", UUID(), s.id, o.id, o.term_id, o.discipline_id, 'MAIN', 1, 'ENROLLED', '2025-09-01'"
            + members
            + " JOIN offering o ON o.id = h.offering_id");
    tables.unguarded(
        "sheet_row",
        "INSERT INTO sheet_row (id, sheet_id, student_id, enrolment_id, position, p1, p2, score)"
            + " SELECT "
            + KEY
            + ", h.id, s.id, (SELECT e.id FROM enrolment e WHERE"
            + " e.student_id = s.id AND e.offering_id = h.offering_id), q.seq, 50 +"
            + " CRC32(CONCAT('p', s.id, h.n)) % 40, 50 + CRC32(CONCAT('q', s.id, h.n)) % 40, 35 +"
            + " CRC32(CONCAT('s', s.id, h.n)) % 55"
            + members);
    tables.unguarded(
        "sheet_typist",
        "INSERT INTO sheet_typist (sheet_id, login) SELECT id, 'examiner' FROM bench_sn_sheet");
    tables.execute("ANALYZE TABLE sheet, sheet_row, enrolment, achievement, student");
  }

  /** Students like one there is, each with a history. */
  private void students() throws SQLException {
    long like =
        tables.number(
            "SELECT MIN(s.id) FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " p.level = 'BACHELOR' AND s.status = 'STUDYING' AND 6 <= (SELECT COUNT(DISTINCT"
                + " d.id) FROM curriculum_item i JOIN discipline d ON d.id = i.discipline_id WHERE"
                + " i.curriculum_id = s.curriculum_id AND "
                + ALONE
                + ")");
    tables.copies(
        "student",
        like,
        groups * ROWS,
        Map.of(
            "id", "NEXTVAL(student_seq)",
            "uuid", "UUID()",
            "student_no", "CONCAT('SN', copy.seq)",
            "iin", "NULL",
            "identity_doc", "CONCAT('SN', copy.seq)",
            "identity_country", "'KZ'"));
    tables.execute(
        "CREATE TABLE bench_sn_student AS SELECT CAST(SUBSTRING(student_no, 3) AS UNSIGNED) AS n,"
            + " id FROM student WHERE student_no LIKE 'SN%' AND identity_doc LIKE 'SN%'");
    tables.execute("ALTER TABLE bench_sn_student ADD PRIMARY KEY (n)");
    tables.execute(
        "CREATE TABLE bench_sn_discipline AS SELECT ROW_NUMBER() OVER (ORDER BY d.id) - 1 AS n, d.id"
            + " FROM discipline d WHERE "
            + ALONE
            + " AND d.id IN (SELECT"
            + " i.discipline_id FROM curriculum_item i JOIN student s ON s.curriculum_id ="
            + " i.curriculum_id WHERE s.id = "
            + like
            + ")");
    tables.execute(
        "CREATE TABLE bench_sn_term AS SELECT id, ROW_NUMBER() OVER (ORDER BY starts_on) - 1 AS n"
            + " FROM term WHERE type IN ('AUTUMN', 'SPRING') ORDER BY starts_on LIMIT "
            + ENTRIES / 5);
    String grade = " % 11, ";
    String drawn = "ELT(1 + CRC32(CONCAT(s.id, '-', q.seq))" + grade;
    tables.unguarded(
        "achievement",
        "INSERT INTO achievement (id, uuid, student_id, position, discipline_code, name_kk,"
            + " name_ru, name_en, credits, cycle, component, term_id, kind, attempt_no, percent,"
            + " letter, digital, result_on, excluded_from_gpa, additional, final_attestation,"
            + " source_document, migrated, rule_set_code, author, recorded_at, seal) SELECT"
            + " 1000000000000 + s.n * 100 + q.seq, UUID(), s.id, q.seq, CONCAT('SN', q.seq), 'S', 'S', 'S',"
            + " 5, ELT(1 + q.seq % 3, 'GENERAL', 'BASIC', 'PROFILE'), 'UNIVERSITY', t.id, 'MAIN', 1,"
            + " "
            + drawn
            + PERCENTS
            + "), "
            + drawn
            + LETTERS
            + "), "
            + drawn
            + DIGITALS
            + "), '2025-01-20', FALSE, FALSE, FALSE, 'bench', FALSE, 'policy-bachelor', 'bench',"
            + " NOW(6), "
            + SEAL
            + " FROM bench_sn_student s JOIN seq_1_to_"
            + ENTRIES
            + " q JOIN bench_sn_term t ON t.n = (q.seq - 1) DIV 5 ORDER BY s.id, q.seq");
    tables.execute(
        "INSERT INTO achievement_head (student_id, position, seal) SELECT id, "
            + ENTRIES
            + ", "
            + SEAL
            + " FROM bench_sn_student");
  }

  /** A term with an offering of each discipline and a group of it for each sheet. */
  private void term() throws SQLException {
    tables.execute(
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES"
            + " (NEXTVAL(calendar_seq), 2195, '2195-09-01', '2196-06-30')");
    tables.execute(
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks) SELECT"
            + " NEXTVAL(calendar_seq), id, 'AUTUMN', '"
            + TERM
            + "', '2195-09-01', '2195-12-31', 15 FROM academic_year WHERE start_year = 2195");
    tables.unguarded(
        "offering",
        "INSERT INTO offering (id, uuid, term_id, discipline_id, code, language, status) SELECT"
            + " NEXTVAL(registration_seq), UUID(), t.id, d.id, CONCAT('SN', d.n), 'ru', 'OPEN' FROM"
            + " bench_sn_discipline d JOIN term t ON t.code = '"
            + TERM
            + "'");
    long disciplines = tables.number("SELECT COUNT(*) FROM bench_sn_discipline");
    tables.execute(
        "INSERT INTO section (id, uuid, offering_id, kind, code, status) SELECT"
            + " NEXTVAL(registration_seq), UUID(), o.id, 'GROUP', CONCAT('SN-', q.seq), 'OPEN' FROM"
            + " seq_0_to_"
            + (sheets - 1)
            + " q JOIN offering o ON o.code = CONCAT('SN', q.seq % "
            + disciplines
            + ") JOIN term t ON t.id = o.term_id AND t.code = '"
            + TERM
            + "'");
  }

  /**
   * Public ids of the sheets so ordered that those of one group stand in places of one remainder:
   * hands that each take every fourth share no students.
   */
  List<String> ids() throws SQLException {
    List<Object> all =
        tables.column(
            "SELECT h.uuid FROM sheet h JOIN bench_sn_sheet b ON b.id = h.id ORDER BY b.n");
    List<List<String>> hands = new ArrayList<>();
    for (int hand = 0; hand < Crew.THREADS; hand++) {
      hands.add(new ArrayList<>());
    }
    for (int i = 0; i < all.size(); i++) {
      hands.get(i / EACH % Crew.THREADS).add(all.get(i).toString());
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < all.size() / Crew.THREADS; i++) {
      for (List<String> hand : hands) {
        ids.add(hand.get(i));
      }
    }
    return ids;
  }
}
