package kz.miras.registrar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import kz.miras.registrar.access.Visitor;

/** The program behind {@code mvn -Pbench}; how to read what it prints: docs/benchmarks.md. */
public final class Bench {

  private final BenchServer server;

  private Bench(BenchServer server) {
    this.server = server;
  }

  /** Runs everything once and prints it. */
  public static void main(String[] args) throws Exception {
    long begin = System.nanoTime();
    int students = Integer.getInteger("registrar.demo.students", 3_000);
    try (BenchServer server = BenchServer.start(students)) {
      System.out.printf(
          Locale.ROOT,
          "%nRegistrar benchmark, %d students (started and loaded in %d s)%n",
          students,
          (System.nanoTime() - begin) / 1_000_000_000);
      server.awaitInside();
      new Bench(server).all();
      System.out.printf(
          Locale.ROOT, "%nWhole run: %d s%n", (System.nanoTime() - begin) / 1_000_000_000);
    }
  }

  private void all() throws IOException, InterruptedException, SQLException {
    try (Connection database = server.administrator()) {
      System.out.println(
          "MariaDB "
              + text(database, "SELECT VERSION()")
              + ", innodb_flush_log_at_trx_commit = "
              + text(database, "SELECT @@innodb_flush_log_at_trx_commit")
              + ", READ COMMITTED, 4 threads, as many connections, three alternating rounds");
      pages(database);
      compare("enrolments", "Enrolments", "enrolments/s", "bare JDBC, same statements");
      compare("postings", "Closing sheets", "results/s", "bare JDBC, same statements");
      compare("gpas", "GPA of all students", "students/s", "one SQL aggregate");
      compare("transcripts", "Transcripts", "PDFs/s", "PDF library, page filled in before");
    }
  }

  private void compare(String task, String title, String unit, String baseline)
      throws IOException, InterruptedException {
    Measured measured = Measured.of(server.run(task));
    System.out.printf("%n%s%n", title);
    System.out.print(measured.table(unit, baseline));
    measured.remarks().forEach(remark -> System.out.println("    " + remark));
    if (!measured.sent().isEmpty()) {
      Path sent = Path.of(System.getProperty("registrar.bench"), task + ".sql");
      Files.write(sent, measured.sent());
      System.out.println("    what one operation sends: " + sent);
    }
  }

  private void pages(Connection database) throws SQLException {
    Pages pages = new Pages(new Visitor(server.url()).signedIn("senior", "senior-Demo1"), database);
    System.out.printf("%nStatements per page%n");
    for (Pages.Page page : Pages.Page.values()) {
      List<Pages.Need> needs = pages.compare(page);
      for (Pages.Need need : needs) {
        System.out.printf(
            Locale.ROOT,
            "  %-44s %6d rows %6d statements%n",
            page.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            need.rows(),
            need.statements());
      }
      if (needs.get(0).statements() != needs.get(1).statements()) {
        throw new IllegalStateException("statements grow with the rows of " + page);
      }
    }
  }

  private static String text(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
