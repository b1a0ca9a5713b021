package kz.miras.registrar.registration.service;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kz.miras.registrar.access.service.ChainCommand;

/**
 * REG-32. Whether the receipts of each student follow one another without gaps, up to the newest
 * one the head remembers. Each seals its place and the one before, so that none can be taken out
 * and none be put in between.
 */
final class ReceiptLinks {

  private static final String HEADS =
      "SELECT student_id, position, receipt FROM registration_receipt_head";
  private static final String NUMBER = "SELECT student_no FROM student WHERE id = ?";
  private static final String AROUND =
      "SELECT (SELECT b.receipt FROM registration_submission b WHERE b.student_id = ? AND"
          + " b.chain_position = ?), (SELECT n.previous FROM registration_submission n WHERE"
          + " n.student_id = ? AND n.chain_position = ?), h.position, h.receipt FROM (SELECT 1 AS"
          + " one) x LEFT JOIN registration_receipt_head h ON h.student_id = ?";

  private record Link(long position, byte[] previous, byte[] receipt) {}

  private final Map<Long, List<Link>> links = new HashMap<>();

  /** A receipt, in any order. */
  void see(Receipts.Kept kept) {
    if (kept.isChained()) {
      links
          .computeIfAbsent(kept.student(), student -> new ArrayList<>(1))
          .add(new Link(kept.position(), kept.previous(), kept.receipt()));
    }
  }

  /** Students whose receipts have gaps, or end before the newest one. */
  List<ChainCommand.Said> findings(Connection connection) throws SQLException {
    Map<Long, Link> heads = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(HEADS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        heads.put(row.getLong(1), new Link(row.getLong(2), null, row.getBytes(3)));
      }
    }
    TreeSet<Long> students = new TreeSet<>(links.keySet());
    students.addAll(heads.keySet());
    List<ChainCommand.Said> findings = new ArrayList<>();
    for (long student : students) {
      List<Link> ofStudent = links.getOrDefault(student, List.of());
      ofStudent.sort(Comparator.comparingLong(Link::position));
      long gap = gap(ofStudent, heads.get(student));
      if (gap > 0) {
        findings.add(
            new ChainCommand.Said(
                "registration.receipts.missing", List.of(number(connection, student), gap)));
      }
    }
    return findings;
  }

  /** Place of the first receipt that is not where the next one or the head expects it; or 0. */
  private static long gap(List<Link> links, Link head) {
    byte[] last = Receipts.none();
    long expected = 1;
    for (Link link : links) {
      if (link.position() != expected) {
        return expected;
      }
      if (!MessageDigest.isEqual(link.previous(), last)) {
        return Math.max(1, expected - 1);
      }
      last = link.receipt();
      expected++;
    }
    boolean ends =
        head != null
            && head.position() == expected - 1
            && MessageDigest.isEqual(head.receipt(), last);
    return ends
        ? 0
        : Math.max(1, head == null ? expected - 1 : Math.min(head.position(), expected));
  }

  private static String number(Connection connection, long student) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NUMBER)) {
      select.setLong(1, student);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : String.valueOf(student);
      }
    }
  }

  /** Whether the receipts before and after this one are those it was sealed with. */
  static boolean hold(Connection connection, Receipts.Kept kept) throws SQLException {
    if (!kept.isChained()) {
      return true;
    }
    try (PreparedStatement select = connection.prepareStatement(AROUND)) {
      select.setLong(1, kept.student());
      select.setLong(2, kept.position() - 1);
      select.setLong(3, kept.student());
      select.setLong(4, kept.position() + 1);
      select.setLong(5, kept.student());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        byte[] before = kept.position() == 1 ? Receipts.none() : row.getBytes(1);
        long newest = row.getLong(3);
        byte[] after = newest == kept.position() ? row.getBytes(4) : row.getBytes(2);
        return newest >= kept.position()
            && MessageDigest.isEqual(before, kept.previous())
            && MessageDigest.isEqual(after, kept.receipt());
      }
    }
  }
}
