package kz.miras.registrar.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import kz.miras.registrar.access.Visitor;

/**
 * A sheet of a hundred rows is opened again and again over HTTP, alone and by some people at once;
 * what it asks of the database must be what one of five rows asks.
 */
final class SheetOpening {

  static final int ROWS = 100;

  private static final int FEW = 5;
  private static final int PEOPLE = 8;
  private static final int WARM_UPS = 60;
  private static final int VISITS = 400;

  private final String url;
  private final Connection database;

  SheetOpening(String url, Connection database) {
    this.url = url;
    this.database = database;
  }

  void run(Consumer<String> told) throws Exception {
    try (LargeSheet few = new LargeSheet(database, FEW);
        LargeSheet many = new LargeSheet(database, ROWS)) {
      Visitor visitor = visitor();
      List<Pages.Need> needs = new Pages(visitor, database).compare(few, many);
      needs.forEach(
          need ->
              told.accept(
                  String.format(
                      Locale.ROOT, "  %4d rows %6d statements", need.rows(), need.statements())));
      if (needs.get(0).statements() != needs.get(1).statements()) {
        throw new IllegalStateException("statements grow with the rows of a sheet");
      }
      times(visitor, many.address(), WARM_UPS);
      told.accept("  one after another: " + words(times(visitor, many.address(), VISITS)));
      told.accept("  " + PEOPLE + " people at once:  " + words(together(many.address())));
    }
  }

  private Visitor visitor() {
    return new Visitor(url).signedIn("senior", "senior-Demo1");
  }

  private long[] together(String address) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try {
      List<Callable<long[]>> visits = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        Visitor one = visitor();
        visits.add(() -> times(one, address, VISITS / PEOPLE));
      }
      List<Long> all = new ArrayList<>();
      for (Future<long[]> one : people.invokeAll(visits)) {
        Arrays.stream(one.get()).forEach(all::add);
      }
      return all.stream().mapToLong(Long::longValue).toArray();
    } finally {
      people.shutdown();
    }
  }

  /** How many milliseconds each visit took, up to the last byte. */
  private static long[] times(Visitor visitor, String address, int visits) {
    long[] times = new long[visits];
    for (int i = 0; i < visits; i++) {
      long begun = System.nanoTime();
      int status = visitor.get(address).statusCode();
      times[i] = (System.nanoTime() - begun) / 1_000_000;
      if (status != 200) {
        throw new IllegalStateException(address + " answers " + status);
      }
    }
    return times;
  }

  private static String words(long[] times) {
    Arrays.sort(times);
    return String.format(
        Locale.ROOT,
        "%d visits; p50 %d ms, p95 %d ms, longest %d ms",
        times.length,
        times[times.length / 2],
        times[times.length * 95 / 100],
        times[times.length - 1]);
  }
}
