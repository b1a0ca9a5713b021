package kz.miras.registrar.bench.inside;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.miras.registrar.correspondence.ministry.PlatformCodes;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.ministry.SendPauses;
import kz.miras.registrar.correspondence.service.ministry.MinistryStore;
import kz.miras.registrar.correspondence.service.ministry.MinistryWork;
import kz.miras.registrar.correspondence.service.ministry.NumberBook;
import kz.miras.registrar.correspondence.service.ministry.PlatformAddress;

/**
 * Lines of transcripts told to the ministry's platform: read, counted, judged and written into
 * files, then the same and sent, with the memory in use after each quarter, which must not grow
 * with the records.
 */
final class Exports {

  private static final String SEEN =
      "SELECT COALESCE(SUM(p.seen), 0) FROM ministry_part p JOIN ministry_run r ON r.id = p.run_id"
          + " WHERE r.uuid = '%s'";

  private final NumberBook numbers;
  private final MinistryStore store;
  private final MinistryWork work;
  private final Connection administrator;
  private final PrintWriter out;

  Exports(
      NumberBook numbers,
      MinistryStore store,
      MinistryWork work,
      Connection administrator,
      PrintWriter out) {
    this.numbers = numbers;
    this.store = store;
    this.work = work;
    this.administrator = administrator;
    this.out = out;
  }

  /**
   * Exports as many records.
   *
   * @param url the platform
   */
  void run(int size, String url) throws Exception {
    Tables tables = new Tables(administrator);
    long there =
        tables.number(
            "SELECT COUNT(*) FROM achievement a JOIN student s ON s.id = a.student_id WHERE s.status"
                + " IN ('STUDYING', 'ON_LEAVE') AND (a.letter IS NOT NULL OR a.mark IN ('P', 'NP',"
                + " 'TR'))");
    long missing = Math.max(0, size - there + Histories.ENTRIES - 1) / Histories.ENTRIES;
    new Histories(administrator)
        .lay(
            (int) (tables.number("SELECT COUNT(DISTINCT student_id) FROM achievement") + missing),
            true);
    for (var dictionary : PlatformCodes.needed().entrySet()) {
      for (String value : dictionary.getValue()) {
        tables.execute(
            "INSERT IGNORE INTO ministry_code (dictionary, our_value, number, changed_by,"
                + " changed_at) VALUES ('"
                + dictionary.getKey()
                + "', '"
                + value
                + "', 1, 'bench', NOW(6))");
      }
    }
    numbers.giveAll();
    export(RunKind.DRY_RUN, null, "written into files");
    export(RunKind.SEND, new PlatformAddress(url, 999, "miras", "stub"), "sent and sampled");
  }

  private void export(RunKind kind, PlatformAddress address, String what) throws Exception {
    Tables tables = new Tables(administrator);
    UUID run = store.begin(kind, List.of(PlatformType.TRANSCRIPT), false, "bench").orElseThrow();
    ExecutorService beside = Executors.newSingleThreadExecutor();
    long[] used = new long[5];
    long begin = System.nanoTime();
    try {
      Future<?> working = beside.submit(() -> work.work(run, address, SendPauses.USUAL));
      while (!ended(working)) {
        long total =
            tables.number(
                "SELECT COALESCE(MAX(total), 0) FROM ministry_part p JOIN"
                    + " ministry_run r ON r.id = p.run_id WHERE r.uuid = '"
                    + run
                    + "'");
        int quarter =
            total == 0 ? 0 : (int) Math.min(4, tables.number(SEEN.formatted(run)) * 4 / total);
        if (quarter > 0 && used[quarter] == 0) {
          used[quarter] = Memory.used();
        }
      }
      working.get();
    } finally {
      beside.shutdownNow();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    used[4] = Memory.used();
    expectWhole(kind, run, tables);
    long records = tables.number(SEEN.formatted(run));
    out.printf(
        Locale.ROOT,
        "# %,d records %s in %.1f s: %,.0f records/s; MiB in use after each quarter: %s%n",
        records,
        what,
        seconds,
        records / seconds,
        told(used));
    out.flush();
    Memory.expectFlat("records", used[1], used[4]);
  }

  private static String told(long[] used) {
    StringBuilder told = new StringBuilder();
    for (int quarter = 1; quarter <= 4; quarter++) {
      told.append(quarter == 1 ? "" : ", ").append(used[quarter] == 0 ? "–" : used[quarter]);
    }
    return told.toString();
  }

  private static void expectWhole(RunKind kind, UUID run, Tables tables) throws SQLException {
    long left =
        tables.number(
            "SELECT COUNT(*) FROM ministry_run r JOIN ministry_part p ON p.run_id = r.id WHERE r.uuid"
                + " = '"
                + run
                + "' AND (r.state <> 'ENDED' OR p.seen <> p.total OR p.blocked > p.total / 10"
                + (kind == RunKind.SEND ? " OR p.taken + p.blocked <> p.total" : "")
                + ")");
    if (left > 0) {
      throw new IllegalStateException("not all records were told");
    }
  }

  private static boolean ended(Future<?> working) throws Exception {
    try {
      working.get(500, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
