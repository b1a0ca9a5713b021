package kz.miras.registrar.attestation.service.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.room.WorkCoding;

/**
 * Codes of written works, the marks under them and who did what with them. Plain statements: the
 * audit trail of changed entities would tell whose work is whose.
 */
@ApplicationScoped
class WorkRecords {

  private static final String WORKS =
      "SELECT w.code, m.score, m.marked_by FROM work_code w LEFT JOIN work_mark m ON m.sheet_id ="
          + " w.sheet_id AND m.code = w.code WHERE w.sheet_id = ? ORDER BY w.code";
  private static final String OWNERS =
      "SELECT w.student_id, w.code, m.score, m.marked_by FROM work_code w LEFT JOIN work_mark m ON"
          + " m.sheet_id = w.sheet_id AND m.code = w.code WHERE w.sheet_id = ?";
  private static final String LOG =
      "SELECT act, login, at, works FROM work_log WHERE sheet_id = ? ORDER BY id";
  private static final String STATE =
      "SELECT decoded_at IS NOT NULL FROM work_coding WHERE sheet_id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** Acts with codes. */
  enum Act {
    CODED,
    SEEN,
    MARKED,
    LIFTED,
    DECODED;

    String key() {
      return "attestation.coding.log." + name();
    }
  }

  /**
   * A work as whoever marks it sees it.
   *
   * @param score null where it is not marked
   * @param markedBy null where it is not
   */
  record Work(String code, Integer score, String markedBy) {}

  /** A work with its student. */
  record Owned(long student, Work work) {}

  /** The works of a sheet by their codes. */
  List<Work> works(long sheet) {
    List<Work> works = new ArrayList<>();
    read(
        WORKS,
        sheet,
        row ->
            works.add(
                new Work(row.getString(1), row.getObject(2, Integer.class), row.getString(3))));
    return works;
  }

  /** The works of a sheet with their students. */
  List<Owned> owned(long sheet) {
    List<Owned> works = new ArrayList<>();
    read(
        OWNERS,
        sheet,
        row ->
            works.add(
                new Owned(
                    row.getLong(1),
                    new Work(
                        row.getString(2), row.getObject(3, Integer.class), row.getString(4)))));
    return works;
  }

  /** What was done with the codes of a sheet, in its order. */
  List<RoomView.Logged> log(long sheet) {
    List<RoomView.Logged> log = new ArrayList<>();
    read(
        LOG,
        sheet,
        row ->
            log.add(
                new RoomView.Logged(
                    Act.valueOf(row.getString(1)).key(),
                    row.getString(2),
                    row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    row.getInt(4))));
    return log;
  }

  /** Whether the works of a sheet carry codes. */
  boolean isCoded(long sheet) {
    List<Boolean> found = new ArrayList<>();
    read(STATE, sheet, row -> found.add(row.getBoolean(1)));
    return !found.isEmpty();
  }

  /** Whether they wait to be decoded. */
  boolean isOpen(long sheet) {
    List<Boolean> found = new ArrayList<>();
    read(STATE, sheet, row -> found.add(row.getBoolean(1)));
    return found.contains(false);
  }

  /** Who knows and who marked: of codes that were lifted, whoever saw them knows nothing. */
  WorkCoding coding(long sheet) {
    Set<String> knowing = new HashSet<>();
    Set<String> marking = new HashSet<>();
    for (RoomView.Logged one : log(sheet)) {
      if (one.act().equals(Act.LIFTED.key())) {
        knowing.clear();
      } else if (one.act().equals(Act.MARKED.key())) {
        marking.add(one.login());
      } else {
        knowing.add(one.login());
      }
    }
    List<Work> works = works(sheet);
    int marked = (int) works.stream().filter(work -> work.score() != null).count();
    boolean decoded = isCoded(sheet) && !isOpen(sheet);
    return new WorkCoding(knowing, marking, works.size(), marked, decoded);
  }

  /** Gives each of these students the code of the same place. */
  void code(long sheet, List<Long> students, List<String> codes, String by, Instant at) {
    run(
        "INSERT INTO work_coding (sheet_id, coded_by, coded_at) VALUES (?, ?, ?)",
        sheet,
        by,
        utc(at));
    for (int i = 0; i < codes.size(); i++) {
      run(
          "INSERT INTO work_code (sheet_id, student_id, code) VALUES (?, ?, ?)",
          sheet,
          students.get(i),
          codes.get(i));
    }
  }

  /** Takes the codes away; nothing is marked by them. */
  void lift(long sheet) {
    run("DELETE FROM work_code WHERE sheet_id = ?", sheet);
    run("DELETE FROM work_coding WHERE sheet_id = ?", sheet);
  }

  /** Marks a work; null takes the mark back. */
  void mark(long sheet, String code, Integer score, String by, Instant at) {
    if (score == null) {
      run("DELETE FROM work_mark WHERE sheet_id = ? AND code = ?", sheet, code);
    } else {
      run(
          "INSERT INTO work_mark (sheet_id, code, score, marked_by, marked_at) VALUES (?, ?, ?, ?,"
              + " ?) ON DUPLICATE KEY UPDATE score = VALUES(score), marked_by = VALUES(marked_by),"
              + " marked_at = VALUES(marked_at)",
          sheet,
          code,
          score,
          by,
          utc(at));
    }
  }

  /** Names stand from now on. */
  void decode(long sheet, String by, Instant at) {
    run(
        "UPDATE work_coding SET decoded_by = ?, decoded_at = ? WHERE sheet_id = ?",
        by,
        utc(at),
        sheet);
  }

  /** Writes down who did what. */
  void log(long sheet, Act act, int works, String by, Instant at) {
    run(
        "INSERT INTO work_log (id, sheet_id, act, login, at, works) VALUES (NEXT VALUE FOR"
            + " attestation_seq, ?, ?, ?, ?, ?)",
        sheet,
        act.name(),
        by,
        utc(at),
        works);
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private void read(String sql, long sheet, Row each) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, sheet);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          each.take(row);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("coded works cannot be read", e);
    }
  }

  private void run(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("coded works cannot be stored", e);
    }
  }
}
