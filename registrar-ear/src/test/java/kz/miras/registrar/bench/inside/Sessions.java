package kz.miras.registrar.bench.inside;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.achievement.service.WorkProgress;
import kz.miras.registrar.achievement.service.closing.SessionClosing;
import kz.miras.registrar.achievement.service.closing.SessionClosingView;
import kz.miras.registrar.achievement.service.summary.SummaryDesk;
import kz.miras.registrar.attestation.service.together.SheetRun;
import kz.miras.registrar.bench.driver.Recorder;
import kz.miras.registrar.bench.driver.Sent;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * The office closes a whole session in one act, as its page does, against bare JDBC that sends the
 * very statements again which closing these sheets sent.
 */
final class Sessions {

  private static final int ROUNDS = 3;

  /** The audit trail's rows stay: keys of each round are moved by this. */
  private static final long AUDIT_STEP = 1_000_000_000_000L;

  private static final long MEGABYTE = 1 << 20;

  private final SessionClosing desk;
  private final SheetPosting posting;
  private final SummaryDesk summaries;
  private final SecurityIdentity identity;
  private final Connection administrator;
  private final PrintWriter out;

  Sessions(
      SessionClosing desk,
      SheetPosting posting,
      SummaryDesk summaries,
      SecurityIdentity identity,
      Connection administrator,
      PrintWriter out) {
    this.desk = desk;
    this.posting = posting;
    this.summaries = summaries;
    this.identity = identity;
    this.administrator = administrator;
    this.out = out;
  }

  void run(int wanted) throws Exception {
    long begun = System.nanoTime();
    SessionRows session = new SessionRows(administrator, wanted);
    session.lay();
    identity.runAs((Callable<?>) () -> summaries.recalculate(new WorkProgress()));
    List<String> sheets = session.ids();
    int results = sheets.size() * SessionRows.ROWS;
    ClosedSheets closed = new ClosedSheets(administrator);
    closed.keep("number LIKE 'SN-%'");
    out.printf(
        Locale.ROOT,
        "# %,d sheets of %d rows, %,d students with a history, laid in %d s%n",
        sheets.size(),
        SessionRows.ROWS,
        results / SessionRows.EACH,
        seconds(begun));
    look();
    List<List<Sent>> recorded = record(sheets);
    closed.takeBack();
    for (int round = 1; round <= ROUNDS; round++) {
      long shift = AUDIT_STEP * (10 + round);
      Meter meter = new Meter(administrator, out);
      meter.measure("product", results, sheets.size(), () -> product(sheets.size(), results));
      closed.takeBack();
      meter.measure(
          "bare",
          results,
          sheets.size(),
          () -> Crew.run(sheets.size(), () -> new BareJdbc(recorded, shift)));
      closed.takeBack();
    }
  }

  /** What the page shows before anything is closed. */
  private void look() throws Exception {
    Tables tables = new Tables(administrator);
    for (int i = 0; i < 3; i++) {
      long before = Meter.questions(tables);
      long begun = System.nanoTime();
      SessionClosingView view =
          identity.runAs((Callable<SessionClosingView>) () -> desk.of(SessionRows.TERM));
      int count = view.count(true).all();
      out.printf(
          Locale.ROOT,
          "# what stands against each of %,d sheets and what they come to (%,d results): %d ms, %d"
              + " statements%n",
          view.sheets().size(),
          count,
          (System.nanoTime() - begun) / 1_000_000,
          Meter.questions(tables) - before - 1);
    }
  }

  private List<List<Sent>> record(List<String> sheets) throws Exception {
    List<List<Sent>> recorded = new ArrayList<>(Collections.nCopies(sheets.size(), List.of()));
    Crew.run(
        sheets.size(),
        () ->
            operation -> {
              Recorder.begin();
              identity.runAs((Runnable) () -> posting.close(sheets.get(operation)));
              recorded.set(operation, List.copyOf(Recorder.end()));
            });
    Recorder.rest();
    return recorded;
  }

  /** As the page does it: begun by the office, watched until it ends. */
  private long product(int sheets, int results) throws Exception {
    ManagementFactory.getMemoryMXBean().gc();
    long before = heap(MemoryPoolMXBean::getUsage);
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    long begun = System.nanoTime();
    SheetRun run = identity.runAs((Callable<SheetRun>) () -> desk.start(SessionRows.TERM, true));
    while (!run.ended()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    long nanos = System.nanoTime() - begun;
    if (run.done() != sheets || run.results() != results) {
      throw new IllegalStateException(run.done() + " of " + sheets + " closed, " + run.missed());
    }
    out.printf(
        Locale.ROOT,
        "# closed in %.1f s, %.1f sheets/s; heap %d MB before, %d MB at most%n",
        nanos / 1e9,
        sheets * 1e9 / nanos,
        before,
        heap(MemoryPoolMXBean::getPeakUsage));
    posted(results);
    return nanos;
  }

  /** The database itself says that all is there. */
  private void posted(int results) throws SQLException {
    long there =
        new Tables(administrator)
            .number(
                "SELECT COUNT(*) FROM achievement a JOIN bench_sn_sheet b ON b.id = a.sheet_id JOIN"
                    + " achievement_summary s ON s.student_id = a.student_id JOIN achievement_head"
                    + " h ON h.student_id = a.student_id AND h.position = s.position");
    if (there != results) {
      throw new IllegalStateException(there + " results with their figures, not " + results);
    }
  }

  /** Megabytes of the heap. */
  private static long heap(Function<MemoryPoolMXBean, MemoryUsage> usage) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> usage.apply(pool).getUsed())
            .sum()
        / MEGABYTE;
  }

  private static long seconds(long since) {
    return (System.nanoTime() - since) / 1_000_000_000;
  }
}
