package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** As many students as a large university has, each with as many results. */
final class Histories {

  /** Results of each student that is laid. */
  static final int ENTRIES = 40;

  private static final String LETTERS = "'A','A-','B+','B','B-','C+','C','C-','D+','D','F'";
  private static final String DIGITALS = "4.00,3.67,3.33,3.00,2.67,2.33,2.00,1.67,1.33,1.00,0.00";
  private static final String PERCENTS = "97,92,87,82,77,72,67,62,57,52,10";

  private static final String NEW =
      "SELECT s.id FROM student s WHERE NOT EXISTS (SELECT 1 FROM achievement a WHERE a.student_id ="
          + " s.id)";
  private static final String RESULTS =
      "INSERT INTO achievement (id, uuid, student_id, position, discipline_id, discipline_code,"
          + " name_kk, name_ru, name_en, credits, cycle, component, term_id, kind, attempt_no, percent, letter, digital,"
          + " result_on, excluded_from_gpa, additional, final_attestation, source_document, migrated,"
          + " rule_set_code, author, recorded_at, seal) SELECT 2000000000000 + s.id * 100 + q.seq, UUID(), s.id,"
          + " q.seq, %s, CONCAT('BN', (q.seq - 1) %% 38), 'B', 'B', 'B', 5, ELT(1 + q.seq %% 3, 'GENERAL',"
          + " 'BASIC', 'PROFILE'), 'UNIVERSITY', t.id, IF(q.seq > 38, 'RETAKE', 'MAIN'), 1, ELT(1 +"
          + " CRC32(CONCAT(s.id, '-', q.seq)) %% 11, "
          + PERCENTS
          + "), ELT(1 + CRC32(CONCAT(s.id, '-', q.seq)) %% 11, "
          + LETTERS
          + "), ELT(1 + CRC32(CONCAT(s.id, '-', q.seq)) %% 11, "
          + DIGITALS
          + "), '2025-01-20', FALSE, FALSE, FALSE, 'bench', FALSE, 'policy-bachelor', 'bench', NOW(6),"
          + " REPEAT('b', 32) FROM bench_new s JOIN seq_1_to_40 q JOIN bench_term t ON t.n = (q.seq -"
          + " 1) DIV 5 ORDER BY s.id, q.seq";

  private final Connection administrator;

  Histories(Connection administrator) {
    this.administrator = administrator;
  }

  /**
   * Lays students who study until so many have results.
   *
   * @param wanted students with results
   * @param ofCatalogue whether results are of disciplines of the catalogue
   */
  void lay(int wanted, boolean ofCatalogue) throws SQLException {
    Tables tables = new Tables(administrator);
    long missing = wanted - tables.number("SELECT COUNT(DISTINCT student_id) FROM achievement");
    long like =
        tables.number(
            "SELECT MIN(s.id) FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " p.level = 'BACHELOR' AND s.status = 'STUDYING'");
    long laid = tables.number("SELECT COUNT(*) FROM student WHERE student_no LIKE 'BN%'");
    for (long i = laid; i < laid + missing; i++) {
      tables.copy(
          "student",
          like,
          Map.of(
              "id", "NEXTVAL(student_seq)",
              "uuid", "UUID()",
              "student_no", "'BN" + i + "'",
              "iin", "NULL",
              "identity_doc", "'BN" + i + "'",
              "identity_country", "'KZ'"));
    }
    tables.execute("CREATE OR REPLACE TABLE bench_new AS " + NEW + " AND s.student_no LIKE 'BN%'");
    tables.execute(
        "CREATE OR REPLACE TABLE bench_term AS SELECT id, ROW_NUMBER() OVER (ORDER BY starts_on) - 1"
            + " AS n FROM term WHERE type IN ('AUTUMN', 'SPRING') ORDER BY starts_on LIMIT "
            + ENTRIES / 5);
    tables.execute(
        "CREATE OR REPLACE TABLE bench_discipline AS SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS n"
            + " FROM discipline ORDER BY id LIMIT "
            + ENTRIES);
    tables.unguarded(
        "achievement",
        RESULTS.formatted(
            ofCatalogue
                ? "(SELECT d.id FROM bench_discipline d WHERE d.n = 1 + (q.seq - 1) % 38)"
                : "NULL"));
    tables.execute(
        "INSERT INTO achievement_head (student_id, position, seal) SELECT id, "
            + ENTRIES
            + ", REPEAT('b', 32) FROM bench_new");
    tables.execute("ANALYZE TABLE achievement");
  }
}
