package kz.miras.registrar.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.local.UnpackedApplication;
import kz.miras.registrar.registration.ReceiptBook;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;

/** Verifies the registration logs of all sections when a million decisions lie in them. */
final class ChainBench {

  private static final int DECISIONS = 1_000_000;
  private static final int SECTIONS = 200;
  private static final int BLOCK = 5_000;

  /** Lines of a request, each about another section. */
  private static final int LINES = 6;

  private static final int ANSWER = 2_000;
  private static final double MOST_SECONDS = 10;
  private static final Instant BEGIN = Instant.parse("2090-05-04T03:00:00.123456Z");
  private static final String VERDICT =
      "[{\"code\":\"registration.full\",\"rule\":\"REG-12\",\"args\":[\"25\",\"25\",\"4\"]}]";

  private final Connection database;
  private final String url;
  private final Map<String, String> secrets;
  private final UnpackedApplication application;

  /**
   * What it works on.
   *
   * @param secrets the command's password and seal key
   * @param application unpacked: the command runs in a process of its own, as the README says
   */
  ChainBench(
      Connection database,
      String url,
      Map<String, String> secrets,
      UnpackedApplication application) {
    this.database = database;
    this.url = url;
    this.secrets = secrets;
    this.application = application;
  }

  /**
   * Fills the logs and verifies them three times.
   *
   * @throws IllegalStateException where a chain does not hold, or it takes too long
   */
  void run() throws SQLException, IOException, InterruptedException {
    fill();
    double best = Double.MAX_VALUE;
    for (int round = 1; round <= 3; round++) {
      long begin = System.nanoTime();
      UnpackedApplication.Ended ended =
          application.run("VerifyRegistrations", url, "bench", secrets::get);
      double seconds = (System.nanoTime() - begin) / 1e9;
      best = Math.min(best, seconds);
      System.out.printf(Locale.ROOT, "  %6.1f s  %s", seconds, ended.said());
      if (ended.code() != 0) {
        throw new IllegalStateException("a chain does not hold");
      }
    }
    if (best > MOST_SECONDS) {
      throw new IllegalStateException("longer than " + MOST_SECONDS + " s");
    }
  }

  private void fill() throws SQLException {
    byte[] key = secrets.get("REGISTRAR_SEAL_KEY").getBytes(StandardCharsets.UTF_8);
    List<ChainHead> heads = new ArrayList<>();
    List<Long> sections = new ArrayList<>();
    try (Statement select = database.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT section_id, log_position, log_seal FROM section_seat WHERE pool = 'ALL'"
                    + " ORDER BY section_id LIMIT "
                    + SECTIONS)) {
      while (row.next()) {
        long section = row.getLong(1);
        byte[] seal = row.getBytes(3);
        sections.add(section);
        heads.add(
            new ChainHead(
                LogEntry.chain(section),
                row.getLong(2),
                seal == null ? new byte[SealChain.SEAL_LENGTH] : seal));
      }
    }
    ReceiptBook receipts = new ReceiptBook(database, key);
    String answer = VERDICT.repeat(ANSWER / VERDICT.length());
    database.setAutoCommit(false);
    for (int i = 0; i < sections.size(); i++) {
      extend(
          sections.get(i),
          heads.get(i),
          SealChain.of(LogEntry.chain(sections.get(i)), key),
          DECISIONS / sections.size(),
          i / LINES,
          receipts);
      if (i % LINES == LINES - 1 || i == sections.size() - 1) {
        receipts.write(key("student"), key("term"), answer);
      }
      database.commit();
    }
    database.setAutoCommit(true);
  }

  private long key(String table) throws SQLException {
    try (Statement select = database.createStatement();
        ResultSet row = select.executeQuery("SELECT MIN(id) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void extend(
      long section,
      ChainHead from,
      SealChain chain,
      int decisions,
      long requests,
      ReceiptBook receipts)
      throws SQLException {
    ChainHead head = from;
    try (PreparedStatement insert =
            database.prepareStatement(
                "INSERT INTO registration_log (section_id, position, arrived_at, decided_at,"
                    + " submission, act, pool, capacity, taken, waiting, verdict, author, seal)"
                    + " VALUES (?, ?, ?, ?, ?, ?, 'ALL', 25, ?, 4, ?, 'student', ?)");
        PreparedStatement update =
            database.prepareStatement(
                "UPDATE section_seat SET log_position = ?, log_seal = ? WHERE section_id = ? AND"
                    + " pool = 'ALL'")) {
      for (int i = 0; i < decisions; i++) {
        Instant at = BEGIN.plusMillis(i);
        boolean refused = i % 3 == 0;
        LogEntry.Fact fact =
            new LogEntry.Fact(
                at,
                at,
                null,
                null,
                new UUID(requests, i),
                refused ? LogAct.REFUSED : LogAct.TAKEN,
                "ALL",
                new LogEntry.Seats(25, i % 25, 4),
                refused ? VERDICT : null,
                "student",
                null);
        head = chain.next(head, LogEntry.content(section, fact));
        receipts.see(new LogEntry(section, head.position(), fact, head.seal()));
        LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        insert.setLong(1, section);
        insert.setLong(2, head.position());
        insert.setObject(3, utc);
        insert.setObject(4, utc);
        insert.setString(5, fact.submission().toString());
        insert.setString(6, fact.act().name());
        insert.setInt(7, fact.seats().taken());
        insert.setString(8, fact.verdict());
        insert.setBytes(9, head.seal());
        insert.addBatch();
        if ((i + 1) % BLOCK == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
      update.setLong(1, head.position());
      update.setBytes(2, head.seal());
      update.setLong(3, section);
      update.executeUpdate();
    }
  }
}
