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
    Histories histories = new Histories(administrator);
    histories.lay(STUDENTS, false);
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
