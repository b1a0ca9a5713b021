package kz.miras.registrar.bench.inside;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kz.miras.registrar.bench.driver.Recorder;
import kz.miras.registrar.bench.driver.Sent;
import org.wildfly.security.auth.server.SecurityIdentity;

/** Product and bare JDBC in turns, on the same state of the same database. */
final class Rounds {

  private static final int ROUNDS = 3;

  /** A server that has served for a while is asked about: its code is compiled by then. */
  private static final int WARM_UPS = 5;

  private static final int REST_SECONDS = 150;
  private static final String TO_SETTLE =
      "SELECT COUNT(*) FROM enrolment WHERE to_settle = TRUE AND status IN ('WAITLISTED',"
          + " 'ENROLLED')";
  private static final long AUDIT_STEP = 1_000_000_000_000L;

  private final Workload workload;
  private final SecurityIdentity identity;
  private final Connection administrator;
  private final PrintWriter out;

  Rounds(Workload workload, SecurityIdentity identity, Connection administrator, PrintWriter out) {
    this.workload = workload;
    this.identity = identity;
    this.administrator = administrator;
    this.out = out;
  }

  void run() throws Exception {
    workload.prepare(administrator);
    awaitRest();
    // not measured: both sides warm up, and what the product sends is written down
    for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
      product();
      workload.takeBack(administrator);
    }
    List<List<Sent>> recorded = record();
    workload.takeBack(administrator);
    Crew.run(workload.operations(), () -> new BareJdbc(recorded, AUDIT_STEP));
    workload.takeBack(administrator);
    tellStatements(recorded);
    for (int round = 1; round <= ROUNDS; round++) {
      long shift = AUDIT_STEP * (round + 1);
      measured("product", this::product);
      workload.takeBack(administrator);
      measured("bare", () -> Crew.run(workload.operations(), () -> new BareJdbc(recorded, shift)));
      workload.takeBack(administrator);
    }
  }

  /** The university that was loaded leaves the job of every minute much to look at once. */
  private void awaitRest() throws SQLException, InterruptedException {
    long end = System.nanoTime() + REST_SECONDS * 1_000_000_000L;
    Tables tables = new Tables(administrator);
    while (tables.number(TO_SETTLE) > 0 && System.nanoTime() < end) {
      Thread.sleep(500);
    }
  }

  private void measured(String side, Meter.Work work) throws Exception {
    int units = 0;
    for (int i = 0; i < workload.operations(); i++) {
      units += workload.units(i);
    }
    new Meter(administrator, out).measure(side, units, workload.operations(), work);
  }

  private long product() throws Exception {
    return Crew.run(
        workload.operations(),
        () -> operation -> identity.runAs((Runnable) () -> workload.run(operation)));
  }

  private List<List<Sent>> record() throws Exception {
    List<List<Sent>> recorded =
        new ArrayList<>(Collections.nCopies(workload.operations(), List.of()));
    Crew.run(
        workload.operations(),
        () ->
            operation -> {
              Recorder.begin();
              identity.runAs((Runnable) () -> workload.run(operation));
              recorded.set(operation, List.copyOf(Recorder.end()));
            });
    Recorder.rest();
    return recorded;
  }

  /** What one operation sends: the one in the middle, one line for each run of a statement. */
  private void tellStatements(List<List<Sent>> recorded) {
    String last = null;
    int times = 0;
    for (Sent sent : recorded.get(recorded.size() / 2)) {
      int rows = sent.rows() == null ? 0 : sent.rows().size();
      String line =
          sent.sql() == null ? "COMMIT" : sent.sql() + (rows > 1 ? " [" + rows + " rows]" : "");
      if (last != null && !line.equals(last)) {
        out.println("> " + times + " × " + last);
        times = 0;
      }
      last = line;
      times++;
    }
    out.println("> " + times + " × " + last);
  }
}
