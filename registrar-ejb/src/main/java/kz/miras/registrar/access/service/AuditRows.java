package kz.miras.registrar.access.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import kz.miras.registrar.access.AuditRecord;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.SealedAudit;

/**
 * The sealed audit trail by position, streamed. A seal whose entry is gone is passed over, so that
 * the verifier sees the gap.
 */
final class AuditRows implements Iterator<SealedAudit>, AutoCloseable {

  private static final int FETCH = 2000;
  private static final String SELECT =
      "SELECT s.position, s.seal, e.id, e.at, e.actor, e.origin, e.action, e.entity, e.entity_id,"
          + " e.reason, e.outcome, e.detail_hash, d.salt, d.before_values, d.after_values"
          + " FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id"
          + " LEFT JOIN audit_detail d ON d.entry_id = e.id ORDER BY s.position";

  private final PreparedStatement statement;
  private final ResultSet rows;
  private boolean more;

  AuditRows(Connection connection) throws SQLException {
    this.statement = connection.prepareStatement(SELECT);
    statement.setFetchSize(FETCH);
    this.rows = statement.executeQuery();
    this.more = rows.next();
  }

  @Override
  public boolean hasNext() {
    return more;
  }

  @Override
  public SealedAudit next() {
    if (!more) {
      throw new NoSuchElementException();
    }
    try {
      SealedAudit row =
          new SealedAudit(
              rows.getLong("position"),
              record(rows),
              rows.getBytes("seal"),
              rows.getBytes("salt"),
              rows.getString("before_values"),
              rows.getString("after_values"));
      more = rows.next();
      return row;
    } catch (SQLException e) {
      throw new IllegalStateException("the audit trail cannot be read", e);
    }
  }

  /** The entry in the current row of a result. */
  static AuditRecord record(ResultSet row) throws SQLException {
    return new AuditRecord(
        row.getLong("id"),
        row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getString("actor"),
        row.getString("origin"),
        row.getString("action"),
        row.getString("entity"),
        row.getString("entity_id"),
        row.getString("reason"),
        Outcome.valueOf(row.getString("outcome")),
        row.getBytes("detail_hash"));
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
