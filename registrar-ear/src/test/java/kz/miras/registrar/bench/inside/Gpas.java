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
import kz.miras.registrar.achievement.service.GpaRecount;
import org.wildfly.security.auth.server.SecurityIdentity;

/** The GPA of everybody: derived by the rules from every result, and by one SQL aggregate. */
final class Gpas {

  private static final int ROUNDS = 3;

  /** The rule "the last positive attempt counts", failures included, written for the database. */
  static final String AGGREGATE =
      "SELECT s.student_no, ROUND(SUM(r.credits * r.digital) / SUM(r.credits), 2) FROM (SELECT"
          + " a.student_id, a.credits, a.digital, ROW_NUMBER() OVER (PARTITION BY a.student_id,"
          + " a.discipline_code ORDER BY a.letter NOT IN ('FX', 'F') DESC, t.starts_on DESC,"
          + " a.position DESC) AS n FROM achievement a JOIN term t ON t.id = a.term_id LEFT JOIN"
          + " achievement c ON c.corrects_id = a.id WHERE c.id IS NULL AND a.digital IS NOT NULL AND"
          + " NOT a.excluded_from_gpa AND NOT a.additional) r JOIN student s ON s.id ="
          + " r.student_id WHERE r.n = 1 GROUP BY r.student_id";

  private final GpaRecount recount;
  private final SecurityIdentity identity;
  private final Connection administrator;
  private final PrintWriter out;

  Gpas(GpaRecount recount, SecurityIdentity identity, Connection administrator, PrintWriter out) {
    this.recount = recount;
    this.identity = identity;
    this.administrator = administrator;
    this.out = out;
  }

  void run() throws Exception {
    Map<String, BigDecimal> ours = product();
    Map<String, BigDecimal> theirs = aggregate();
    if (!ours.equals(theirs)) {
      ours.entrySet().removeAll(theirs.entrySet());
      throw new IllegalStateException(ours.size() + " differ, such as " + first(ours, theirs));
    }
    out.println("# " + theirs.size() + " GPAs, all equal to the hundredth");
    Meter meter = new Meter(administrator, out);
    for (int round = 0; round < ROUNDS; round++) {
      meter.measure("product", ours.size(), 1, () -> time(this::product));
      meter.measure("bare", theirs.size(), 1, () -> time(this::aggregate));
    }
  }

  private static String first(Map<String, BigDecimal> ours, Map<String, BigDecimal> theirs) {
    return ours.entrySet().stream()
        .findFirst()
        .map(e -> e + " against " + theirs.get(e.getKey()))
        .orElse("one we do not know");
  }

  private static long time(Callable<?> work) throws Exception {
    long begin = System.nanoTime();
    work.call();
    return System.nanoTime() - begin;
  }

  private Map<String, BigDecimal> product() throws Exception {
    return identity.runAs((Callable<Map<String, BigDecimal>>) recount::all);
  }

  private Map<String, BigDecimal> aggregate() throws SQLException {
    Map<String, BigDecimal> gpas = new HashMap<>();
    try (Statement statement = administrator.createStatement();
        ResultSet row = statement.executeQuery(AGGREGATE)) {
      while (row.next()) {
        gpas.put(row.getString(1), row.getBigDecimal(2));
      }
    }
    return gpas;
  }
}
