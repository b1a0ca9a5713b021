package kz.miras.registrar.inside;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds a database against the journal of whoever asked for seats. Plain SQL and text; shares no
 * code with the product.
 *
 * <p>Lines of the journal: {@code ENROLLED enrolment student offering}, {@code LEFT enrolment},
 * {@code FULL student offering}.
 */
final class SeatChecker {

  /** The tables it looks at. */
  static final List<String> TABLES = List.of("enrolment", "enrolment_place", "section_seat");

  private final Connection connection;
  private final Set<String> held = new TreeSet<>();
  private final Set<String> offerings = new TreeSet<>();
  private final Set<String> refused = new TreeSet<>();
  private final Set<String> left = new HashSet<>();
  private final List<String> findings = new ArrayList<>();

  SeatChecker(Connection connection, List<String> journal) {
    this.connection = connection;
    for (String line : journal) {
      if (line.startsWith("LEFT ")) {
        left.add(line.split(" ")[1]);
      }
    }
    Set<String> leftFrom = new HashSet<>();
    for (String line : journal) {
      String[] part = line.split(" ");
      if (part[0].equals("ENROLLED")) {
        offerings.add(part[3]);
        if (left.contains(part[1])) {
          leftFrom.add(part[3]);
        } else {
          held.add(part[1] + " " + part[2] + " " + part[3]);
        }
      } else if (part[0].equals("FULL")) {
        refused.add(part[2]);
      }
    }
    refused.removeAll(leftFrom);
  }

  /** What does not agree; empty where everything does. */
  List<String> findings() throws SQLException {
    String ours = "(" + String.join(",", offerings) + ")";
    String active = " e.status IN ('ENROLLED', 'COMPLETED') AND e.offering_id IN " + ours;
    rows(
        "OVERSOLD section %s",
        "SELECT q.section_id FROM section_seat q JOIN section s ON s.id = q.section_id WHERE"
            + " s.offering_id IN "
            + ours
            + " AND (q.taken > q.capacity OR q.taken < 0)");
    rows(
        "SEATS of section %s are not its lines",
        "SELECT q.section_id FROM section_seat q JOIN section s ON s.id = q.section_id WHERE"
            + " s.offering_id IN "
            + ours
            + " AND q.taken <> (SELECT COUNT(*) FROM enrolment_place p JOIN enrolment e ON e.id ="
            + " p.enrolment_id WHERE p.section_id = q.section_id AND"
            + active
            + ")");
    rows(
        "DOUBLED student %s",
        "SELECT e.student_id FROM enrolment e WHERE"
            + active
            + " GROUP BY e.student_id, e.offering_id HAVING COUNT(*) > 1");
    rows(
        "PLACES of enrolment %s are not one in each kind",
        "SELECT e.id FROM enrolment e WHERE"
            + active
            + " AND (SELECT COUNT(DISTINCT s.kind) * 1000 + COUNT(*) FROM enrolment_place p JOIN"
            + " section s ON s.id = p.section_id WHERE p.enrolment_id = e.id) <> (SELECT"
            + " COUNT(DISTINCT k.kind) * 1001 FROM section k WHERE k.offering_id ="
            + " e.offering_id)");
    Set<String> stored =
        new TreeSet<>(
            texts(
                "SELECT CONCAT(e.id, ' ', t.student_no, ' ', e.offering_id) FROM enrolment e JOIN"
                    + " student t ON t.id = e.student_id WHERE"
                    + active));
    held.stream().filter(line -> !stored.contains(line)).forEach(l -> findings.add("LOST " + l));
    stored.stream().filter(line -> !held.contains(line)).forEach(l -> findings.add("UNASKED " + l));
    for (String offering : refused) {
      rows(
          "UNSOLD seats of offering %s, though somebody was refused",
          "SELECT s.offering_id FROM section s JOIN section_seat q ON q.section_id = s.id WHERE"
              + " s.offering_id = "
              + offering
              + " GROUP BY s.offering_id HAVING (SELECT MIN(free) FROM (SELECT SUM(y.capacity -"
              + " y.taken) free FROM section x JOIN section_seat y ON y.section_id = x.id WHERE"
              + " x.offering_id = "
              + offering
              + " GROUP BY x.kind) kinds) > 0");
    }
    return findings;
  }

  private void rows(String finding, String sql) throws SQLException {
    texts(sql).forEach(text -> findings.add(String.format(finding, text)));
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
