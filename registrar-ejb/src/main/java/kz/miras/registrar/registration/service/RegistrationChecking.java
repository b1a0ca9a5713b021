package kz.miras.registrar.registration.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Function;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.ChainVerifier;
import kz.miras.registrar.access.ChainedRecord;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.access.service.ChainCommand;
import kz.miras.registrar.registration.log.LogEntry;

/**
 * AUD-3. Verifies the registration logs of all sections in one pass over the table, some thousands
 * of rows in memory at a time, then the histories of all plans, and then the receipts that were
 * made of them.
 */
public final class RegistrationChecking {

  private static final int FETCH = 5000;
  private static final String LOG =
      "SELECT " + LogRows.COLUMNS + " FROM registration_log l ORDER BY l.section_id, l.position";
  private static final String HEADS =
      "SELECT section_id, log_position, log_seal FROM section_seat WHERE pool = 'ALL' AND"
          + " log_position > 0";
  private static final String NAME =
      "SELECT CONCAT_WS(' ', t.code, o.code, x.code) FROM section x JOIN offering o ON o.id ="
          + " x.offering_id JOIN term t ON t.id = o.term_id WHERE x.id = ?";

  private final Function<String, SealChain> chains;
  private final Map<Long, ChainHead> heads = new TreeMap<>();
  private final List<Long> broken = new ArrayList<>();
  private final List<ChainReport> reports = new ArrayList<>();
  private final ReceiptChecking receipts = new ReceiptChecking();
  private long sections;
  private long rows;

  /**
   * A section whose log does not hold, or a plan whose history does not.
   *
   * @param whose term, offering and section, or number of the student and year
   */
  public record Finding(String whose, ChainReport report) {}

  /**
   * What was read and what was found.
   *
   * @param plans how many have a history
   * @param steps how many decisions about plans these histories are made of
   * @param receipts how many were made once more
   * @param lost receipts that do not hold or are missing, requests that are gone, and steps of
   *     plans that nobody has sealed
   */
  public record Outcome(
      long sections,
      long rows,
      List<Finding> findings,
      long plans,
      long steps,
      long receipts,
      List<ChainCommand.Said> lost) {}

  private RegistrationChecking(Function<String, SealChain> chains) {
    this.chains = chains;
  }

  /**
   * Reads every decision.
   *
   * @param chains the seals of a chain by its name
   */
  public static Outcome run(Connection connection, Function<String, SealChain> chains)
      throws SQLException {
    RegistrationChecking checking = new RegistrationChecking(chains);
    // all of one moment: what is decided meanwhile is missing everywhere
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    PlanChecking plans = new PlanChecking(connection, chains, checking.receipts);
    List<Finding> findings = new ArrayList<>();
    List<ChainCommand.Said> lost = new ArrayList<>();
    try {
      checking.readHeads(connection);
      checking.walk(connection);
      plans.run();
      checking.receipts.compare(connection, chains.apply(Receipts.CHAIN));
      for (int i = 0; i < checking.broken.size(); i++) {
        String name = name(connection, checking.broken.get(i));
        findings.add(new Finding(name, checking.reports.get(i)));
      }
      findings.addAll(plans.findings());
      lost.addAll(checking.receipts.findings());
      lost.addAll(plans.unsealed());
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return new Outcome(
        checking.sections,
        checking.rows,
        findings,
        plans.plans(),
        plans.steps(),
        checking.receipts.count(),
        lost);
  }

  private void readHeads(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HEADS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long section = row.getLong(1);
        byte[] seal = row.getBytes(3);
        heads.put(
            section,
            new ChainHead(
                LogEntry.chain(section),
                row.getLong(2),
                seal == null ? new byte[SealChain.SEAL_LENGTH] : seal));
      }
    }
  }

  private void walk(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOG)) {
      select.setFetchSize(FETCH);
      try (ResultSet row = select.executeQuery();
          LogAhead log = new LogAhead(row)) {
        Cursor cursor = new Cursor(log);
        while (cursor.isOpen()) {
          check(cursor.section(), cursor.ofSection());
        }
      } catch (Unreadable e) {
        throw e.reason;
      }
    }
    // whoever has a head but no row any more
    List.copyOf(heads.keySet()).forEach(section -> check(section, List.<Stored>of().iterator()));
  }

  private void check(long section, Iterator<Stored> entries) {
    sections++;
    ChainHead known = heads.remove(section);
    ChainReport report =
        new ChainVerifier(chains.apply(LogEntry.chain(section)))
            .verify(entries, known == null ? List.of() : List.of(known));
    if (!report.isIntact()) {
      broken.add(section);
      reports.add(report);
    }
  }

  private static String name(Connection connection, long section) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NAME)) {
      select.setLong(1, section);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : String.valueOf(section);
      }
    }
  }

  /**
   * An entry as it is stored; one that cannot even be read has no content any seal could hold for.
   */
  private record Stored(long position, byte[] content, byte[] seal) implements ChainedRecord {

    static Stored of(LogAhead.Row row, ReceiptChecking receipts) {
      if (row.entry() == null) {
        return new Stored(row.position(), new byte[0], row.seal());
      }
      receipts.see(row.entry());
      return new Stored(row.position(), row.entry().content(), row.seal());
    }
  }

  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException reason;

    Unreadable(SQLException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /** The rows, given section by section without keeping them. */
  private final class Cursor {
    private final LogAhead log;
    private LogAhead.Row row;

    Cursor(LogAhead log) {
      this.log = log;
      step();
    }

    private void step() {
      try {
        row = log.next();
      } catch (SQLException e) {
        throw new Unreadable(e);
      }
    }

    boolean isOpen() {
      return row != null;
    }

    long section() {
      return row.section();
    }

    Iterator<Stored> ofSection() {
      long wanted = row.section();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return row != null && row.section() == wanted;
        }

        @Override
        public Stored next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          Stored stored = Stored.of(row, receipts);
          rows++;
          step();
          return stored;
        }
      };
    }
  }
}
