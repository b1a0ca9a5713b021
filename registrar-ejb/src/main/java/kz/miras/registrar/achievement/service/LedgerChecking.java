package kz.miras.registrar.achievement.service;

import java.math.BigDecimal;
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
import kz.miras.registrar.access.ChainedRecord;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.achievement.LedgerEntry;

/** AUD-3. Verifies the chains of all students in one pass, one student in memory at a time. */
public final class LedgerChecking {

  private static final int FETCH = 2000;
  private static final String HEADS =
      "SELECT student_id, position, seal FROM achievement_head WHERE position > 0";
  private static final String NUMBERS = "SELECT id, student_no FROM student";

  private final Function<String, SealChain> chains;
  private final Runnable each;
  private final Map<Long, List<ChainHead>> heads = new TreeMap<>();
  private final Map<Long, String> numbers = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private long rows;
  private long students;

  /**
   * An entry as it is stored. Its digital equivalent is no part of the chain, so it is held against
   * the letter; an entry that cannot even be read has no content any seal could hold for.
   */
  private record Stored(
      long student, long position, byte[] content, byte[] seal, boolean matchesItsValues)
      implements ChainedRecord {

    static Stored of(ResultSet row) throws SQLException {
      long student = row.getLong("student_id");
      long position = row.getLong("position");
      byte[] seal = row.getBytes("seal");
      try {
        LedgerEntry entry = LedgerReader.entry(row);
        BigDecimal due = entry.result().grade().digital().orElse(null);
        BigDecimal digital = row.getBigDecimal("digital");
        boolean agrees =
            due == null || digital == null ? due == digital : due.compareTo(digital) == 0;
        return new Stored(student, position, entry.content(), seal, agrees);
      } catch (IllegalArgumentException unreadable) {
        return new Stored(student, position, new byte[0], seal, true);
      }
    }
  }

  /**
   * A student whose chain does not hold.
   *
   * @param student key
   */
  public record Finding(long student, String studentNumber, ChainReport report) {}

  /** What was read and what was found. */
  public record Outcome(long students, long rows, List<Finding> findings) {}

  private LedgerChecking(Function<String, SealChain> chains, Runnable each) {
    this.chains = chains;
    this.each = each;
  }

  /**
   * Reads every result.
   *
   * @param chains the seals of a chain by its name
   */
  public static Outcome run(Connection connection, Function<String, SealChain> chains)
      throws SQLException {
    return run(connection, chains, () -> {});
  }

  /**
   * Reads every result.
   *
   * @param chains the seals of a chain by its name
   * @param each told of each student
   */
  public static Outcome run(
      Connection connection, Function<String, SealChain> chains, Runnable each)
      throws SQLException {
    LedgerChecking checking = new LedgerChecking(chains, each);
    checking.readHeads(connection);
    checking.walk(connection);
    long students = checking.students;
    return new Outcome(students, checking.rows, List.copyOf(checking.findings));
  }

  private void readHeads(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HEADS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long student = row.getLong(1);
        add(new ChainHead(name(student), row.getLong(2), row.getBytes(3)), student);
      }
    }
    LedgerHeads.noted(connection)
        .values()
        .forEach(all -> all.forEach(head -> add(head, student(head))));
    try (PreparedStatement select = connection.prepareStatement(NUMBERS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        numbers.put(row.getLong(1), row.getString(2));
      }
    }
  }

  private void add(ChainHead head, long student) {
    heads.computeIfAbsent(student, key -> new ArrayList<>()).add(head);
  }

  private void walk(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(LedgerReader.SELECT + " ORDER BY a.student_id, a.position")) {
      select.setFetchSize(FETCH);
      List<Stored> one = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Stored entry = Stored.of(row);
          if (!one.isEmpty() && one.get(0).student() != entry.student()) {
            check(one.get(0).student(), one);
            one = new ArrayList<>();
          }
          one.add(entry);
          rows++;
        }
      }
      if (!one.isEmpty()) {
        check(one.get(0).student(), one);
      }
    }
    // whoever has a head but no row any more
    List.copyOf(heads.keySet()).forEach(student -> check(student, List.of()));
  }

  private void check(long student, List<Stored> entries) {
    students++;
    each.run();
    List<ChainHead> known = heads.remove(student);
    ChainReport report =
        new ChainVerifier(chains.apply(name(student)))
            .verify(entries.iterator(), known == null ? List.of() : known);
    if (!report.isIntact()) {
      findings.add(
          new Finding(student, numbers.getOrDefault(student, String.valueOf(student)), report));
    }
  }

  private static long student(ChainHead head) {
    return Long.parseLong(head.chain().substring(head.chain().indexOf('-') + 1));
  }

  private static String name(long student) {
    return "achievement-" + student;
  }
}
