package kz.miras.registrar.achievement.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.ChainVerifier;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.achievement.LedgerEntry;

/** AUD-3. Verifies the chains of all students in one pass, one student in memory at a time. */
public final class LedgerChecking {

  private static final int FETCH = 2000;
  private static final String HEADS =
      "SELECT h.student_id, h.position, h.seal, s.student_no FROM achievement_head h"
          + " JOIN student s ON s.id = h.student_id WHERE h.position > 0";

  private final Function<String, SealChain> chains;
  private final Map<Long, ChainHead> heads = new TreeMap<>();
  private final Map<Long, String> numbers = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private long rows;

  /** A student whose chain does not hold. */
  public record Finding(String studentNumber, ChainReport report) {}

  /** What was read and what was found. */
  public record Outcome(long students, long rows, List<Finding> findings) {}

  private LedgerChecking(Function<String, SealChain> chains) {
    this.chains = chains;
  }

  /**
   * Reads every result.
   *
   * @param chains the seals of a chain by its name
   */
  public static Outcome run(Connection connection, Function<String, SealChain> chains)
      throws SQLException {
    LedgerChecking checking = new LedgerChecking(chains);
    checking.readHeads(connection);
    long students = checking.numbers.size();
    checking.walk(connection);
    return new Outcome(students, checking.rows, List.copyOf(checking.findings));
  }

  private void readHeads(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HEADS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long student = row.getLong(1);
        heads.put(student, new ChainHead(name(student), row.getLong(2), row.getBytes(3)));
        numbers.put(student, row.getString(4));
      }
    }
  }

  private void walk(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(LedgerReader.SELECT + " ORDER BY a.student_id, a.position")) {
      select.setFetchSize(FETCH);
      List<LedgerEntry> one = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LedgerEntry entry = LedgerReader.entry(row);
          if (!one.isEmpty() && one.get(0).studentId() != entry.studentId()) {
            check(one.get(0).studentId(), one);
            one = new ArrayList<>();
          }
          one.add(entry);
          rows++;
        }
      }
      if (!one.isEmpty()) {
        check(one.get(0).studentId(), one);
      }
    }
    // whoever has a head but no row any more
    List.copyOf(heads.keySet()).forEach(student -> check(student, List.of()));
  }

  private void check(long student, List<LedgerEntry> entries) {
    ChainHead head = heads.remove(student);
    ChainReport report =
        new ChainVerifier(chains.apply(name(student)))
            .verify(entries.iterator(), head == null ? List.of() : List.of(head));
    if (!report.isIntact()) {
      findings.add(new Finding(numbers.getOrDefault(student, String.valueOf(student)), report));
    }
  }

  private static String name(long student) {
    return "achievement-" + student;
  }
}
