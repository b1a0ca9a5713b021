package kz.miras.registrar.bench.inside;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.miras.registrar.achievement.service.WorkProgress;
import kz.miras.registrar.achievement.service.summary.SummaryDesk;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * All figures of a large university: credits, cycles and GPA of terms, years and the whole study,
 * derived from every result and compared with what is stored, against the database's own GPA.
 */
final class Summaries {

  private static final int ROUNDS = 3;
  private static final int STUDENTS = 20_000;
  private static final int ENTRIES = 40;

  private static final String LETTERS = "'A','A-','B+','B','B-','C+','C','C-','D+','D','F'";
  private static final String DIGITALS = "4.00,3.67,3.33,3.00,2.67,2.33,2.00,1.67,1.33,1.00,0.00";
  private static final String PERCENTS = "97,92,87,82,77,72,67,62,57,52,10";

  private static final String NEW =
      "SELECT s.id FROM student s WHERE NOT EXISTS (SELECT 1 FROM achievement a WHERE a.student_id ="
          + " s.id)";
  private static final String RESULTS =
      "INSERT INTO achievement (id, uuid, student_id, position, discipline_code, name_kk, name_ru,"
          + " name_en, credits, cycle, component, term_id, kind, attempt_no, percent, letter, digital,"
          + " result_on, excluded_from_gpa, additional, final_attestation, source_document, migrated,"
          + " rule_set_code, author, recorded_at, seal) SELECT 2000000000000 + s.id * 100 + q.seq, UUID(), s.id,"
          + " q.seq, CONCAT('BN', (q.seq - 1) % 38), 'B', 'B', 'B', 5, ELT(1 + q.seq % 3, 'GENERAL',"
          + " 'BASIC', 'PROFILE'), 'UNIVERSITY', t.id, IF(q.seq > 38, 'RETAKE', 'MAIN'), 1, ELT(1 +"
          + " CRC32(CONCAT(s.id, '-', q.seq)) % 11, "
          + PERCENTS
          + "), ELT(1 + CRC32(CONCAT(s.id, '-', q.seq)) % 11, "
          + LETTERS
          + "), ELT(1 + CRC32(CONCAT(s.id, '-', q.seq)) % 11, "
          + DIGITALS
          + "), '2025-01-20', FALSE, FALSE, FALSE, 'bench', FALSE, 'policy-bachelor', 'bench', NOW(6),"
          + " REPEAT('b', 32) FROM bench_new s JOIN seq_1_to_40 q JOIN bench_term t ON t.n = (q.seq -"
          + " 1) DIV 5 ORDER BY s.id, q.seq";

  private final SummaryDesk desk;
  private final SecurityIdentity identity;
  private final Connection administrator;
  private final PrintWriter out;

  Summaries(
      SummaryDesk desk, SecurityIdentity identity, Connection administrator, PrintWriter out) {
    this.desk = desk;
    this.identity = identity;
    this.administrator = administrator;
    this.out = out;
  }

  void run() throws Exception {
    fill();
    recalculated();
    SummaryDesk.Recalculated all = recalculated();
    if (all.differing() > 0) {
      throw new IllegalStateException(all.differing() + " students differ after recalculation");
    }
    Map<String, BigDecimal> theirs = gpas(Gpas.AGGREGATE);
    Map<String, BigDecimal> stored =
        gpas(
            "SELECT s.student_no, ROUND(a.gpa_points / a.gpa_credits, 2) FROM achievement_summary a"
                + " JOIN student s ON s.id = a.student_id WHERE a.gpa_credits > 0");
    if (!stored.equals(theirs)) {
      throw new IllegalStateException("stored averages are not those of the aggregate");
    }
    out.println(
        "# "
            + all.students()
            + " students with "
            + all.results()
            + " results, every stored figure as derived, all GPAs equal to the hundredth");
    Meter meter = new Meter(administrator, out);
    for (int round = 0; round < ROUNDS; round++) {
      meter.measure("product", (int) all.students(), 1, () -> time(this::recalculated));
      meter.measure("bare", theirs.size(), 1, () -> time(() -> gpas(Gpas.AGGREGATE)));
    }
  }

  /** As many students as a large university has, each with as many results. */
  private void fill() throws SQLException {
    Tables tables = new Tables(administrator);
    long missing = STUDENTS - tables.number("SELECT COUNT(DISTINCT student_id) FROM achievement");
    long like =
        tables.number(
            "SELECT MIN(s.id) FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " p.level = 'BACHELOR'");
    for (long i = 0; i < missing; i++) {
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
    tables.execute("CREATE TABLE bench_new AS " + NEW + " AND s.student_no LIKE 'BN%'");
    tables.execute(
        "CREATE TABLE bench_term AS SELECT id, ROW_NUMBER() OVER (ORDER BY starts_on) - 1 AS n FROM"
            + " term WHERE type IN ('AUTUMN', 'SPRING') ORDER BY starts_on LIMIT "
            + ENTRIES / 5);
    tables.unguarded("achievement", RESULTS);
    tables.execute(
        "INSERT INTO achievement_head (student_id, position, seal) SELECT id, "
            + ENTRIES
            + ", REPEAT('b', 32) FROM bench_new");
    tables.execute("ANALYZE TABLE achievement");
  }

  private static long time(Callable<?> work) throws Exception {
    long begin = System.nanoTime();
    work.call();
    return System.nanoTime() - begin;
  }

  private SummaryDesk.Recalculated recalculated() throws Exception {
    return identity.runAs(
        (Callable<SummaryDesk.Recalculated>) () -> desk.recalculate(new WorkProgress()));
  }

  private Map<String, BigDecimal> gpas(String sql) throws SQLException {
    Map<String, BigDecimal> gpas = new HashMap<>();
    try (Statement statement = administrator.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        gpas.put(row.getString(1), row.getBigDecimal(2));
      }
    }
    return gpas;
  }
}
