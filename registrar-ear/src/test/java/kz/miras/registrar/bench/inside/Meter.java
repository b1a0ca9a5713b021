package kz.miras.registrar.bench.inside;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Tells a line for each measurement: side, rate, statements an operation. */
final class Meter {

  /** What is measured. */
  interface Work {
    /** Does it and tells how many nanoseconds it took. */
    long run() throws Exception;
  }

  private final Tables tables;
  private final PrintWriter out;

  Meter(Connection administrator, PrintWriter out) {
    this.tables = new Tables(administrator);
    this.out = out;
  }

  void measure(String side, int units, int operations, Work work) throws Exception {
    long before = questions(tables);
    long nanos = work.run();
    // the two questions themselves are one statement between them
    double statements = (double) (questions(tables) - before - 1) / operations;
    out.printf(Locale.ROOT, "%s %.3f %.2f%n", side, units * 1e9 / nanos, statements);
    out.flush();
  }

  /** Statements the database server has been sent, whoever sent them. */
  static long questions(Tables tables) throws SQLException {
    return tables.number(
        "SELECT variable_value + 0 FROM information_schema.global_status WHERE variable_name ="
            + " 'QUESTIONS'");
  }
}
