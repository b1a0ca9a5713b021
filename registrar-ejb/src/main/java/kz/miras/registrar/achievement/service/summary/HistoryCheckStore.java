package kz.miras.registrar.achievement.service.summary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.achievement.summary.HistoryCheck;
import kz.miras.registrar.achievement.summary.HistoryCheck.Event;
import kz.miras.registrar.achievement.summary.HistoryCheck.Found;
import kz.miras.registrar.achievement.summary.HistoryCheck.Kind;
import kz.miras.registrar.shared.service.Statements;

/**
 * ACH-11. Keeps checks and what became of their differences; rows are added only. Checks are kept
 * one after the other, so that two at once open no difference twice.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HistoryCheckStore {

  private static final String LAST = "SELECT MAX(id) FROM history_check FOR UPDATE";
  private static final String CHECK =
      "INSERT INTO history_check (id, uuid, figures, chains, students, results, differences,"
          + " made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String DIFFERENCE =
      "INSERT INTO history_difference (id, uuid, check_id, student_id, kind, figure, stored,"
          + " derived) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String EVENT =
      "INSERT INTO history_difference_event (id, difference_id, kind, words, made_by, made_at)"
          + " VALUES (NEXT VALUE FOR achievement_seq, ?, ?, ?, ?, ?)";
  private static final String OPEN =
      "SELECT d.id, d.student_id, d.kind, d.figure, d.stored, d.derived FROM history_difference d"
          + " WHERE NOT EXISTS (SELECT 1 FROM history_difference_event e WHERE e.ends = d.id)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AuditTrail audit;

  /**
   * What a check has read.
   *
   * @param students who have results
   */
  record Read(long students, long results) {}

  /** Who has made it, and when. */
  record Made(String by, Instant at) {

    private LocalDateTime utc() {
      return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
  }

  /**
   * Keeps a check.
   *
   * @param repaired whether what it found of figures has been put right with it
   */
  public void keep(HistoryCheck check, Read read, Made made, boolean repaired) {
    try (Connection connection = database.getConnection()) {
      number(connection, LAST);
      Map<Found, Long> open = open(connection);
      long id = number(connection, "SELECT NEXT VALUE FOR achievement_seq");
      UUID uuid = UUID.randomUUID();
      execute(
          connection,
          CHECK,
          id,
          uuid.toString(),
          check.looked().contains(Kind.FIGURE),
          check.looked().contains(Kind.CHAIN),
          read.students(),
          read.results(),
          check.found().size(),
          made.by(),
          made.utc());
      for (Found gone : check.gone(open.keySet())) {
        end(connection, open.remove(gone), Event.GONE, made);
      }
      for (Found found : check.appeared(open.keySet())) {
        open.put(found, appear(connection, id, found));
      }
      if (repaired) {
        for (Found found : check.found()) {
          end(connection, open.get(found), Event.REPAIRED, made);
        }
      }
      audit.record(
          "history.check", "HistoryCheck", uuid, null, String.valueOf(check.found().size()));
    } catch (SQLException e) {
      throw new IllegalStateException("a check cannot be kept", e);
    }
  }

  private static Map<Found, Long> open(Connection connection) throws SQLException {
    Map<Found, Long> open = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(OPEN);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        open.put(
            new Found(
                row.getLong(2),
                Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6)),
            row.getLong(1));
      }
    }
    return open;
  }

  private static long appear(Connection connection, long check, Found found) throws SQLException {
    long id = number(connection, "SELECT NEXT VALUE FOR achievement_seq");
    execute(
        connection,
        DIFFERENCE,
        id,
        UUID.randomUUID().toString(),
        check,
        found.student(),
        found.kind().name(),
        found.figure(),
        found.stored(),
        found.derived());
    return id;
  }

  private static void end(Connection connection, long difference, Event how, Made made)
      throws SQLException {
    execute(connection, EVENT, difference, how.name(), null, made.by(), made.utc());
  }

  /** Adds what somebody has done about a difference; false where there is no such difference. */
  public boolean remark(UUID difference, String words, Made made) {
    try (Connection connection = database.getConnection()) {
      Optional<Long> key = key(connection, difference);
      if (key.isEmpty()) {
        return false;
      }
      execute(connection, EVENT, key.get(), Event.REMARK.name(), words, made.by(), made.utc());
      audit.record("history.remark", "HistoryDifference", difference, null, null);
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("a remark cannot be kept", e);
    }
  }

  private static Optional<Long> key(Connection connection, UUID difference) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM history_difference WHERE uuid = ?")) {
      select.setString(1, difference.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    Statements.change(connection, sql, Arrays.asList(values));
  }
}
