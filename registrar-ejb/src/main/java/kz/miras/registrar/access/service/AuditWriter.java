package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.access.AuditRecord;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.service.AuditTrail.Change;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.UniversityTime;

/** The two inserts of the audit trail, in batches, on the connection of the current transaction. */
@ApplicationScoped
class AuditWriter {

  private static final String NEXT = "SELECT NEXT VALUE FOR audit_entry_seq";
  private static final int BLOCK = 50;
  private static final int NAME = 64;
  private static final int REASON = 1000;
  private static final String ENTRY =
      "INSERT INTO audit_entry (id, at, actor, origin, action, entity, entity_id, reason, outcome,"
          + " detail_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String DETAIL =
      "INSERT INTO audit_detail (entry_id, salt, before_values, after_values)"
          + " VALUES (?, ?, ?, ?)";
  private static final SecureRandom RANDOM = new SecureRandom();

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;
  @Inject private AuditContext call;

  private long next;
  private long last = -1;

  /** Login of the caller; where nobody has signed in, the job or a visitor. */
  String author(Principal caller) {
    return "anonymous".equals(caller.getName()) ? call.authorWithoutAccount() : caller.getName();
  }

  /**
   * Writes one entry for each change, in one batch. A text too long for its column is cut: it must
   * not stop the business it tells of.
   */
  void write(Outcome outcome, String actor, String origin, String reason, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement entry = Batches.prepare(connection, ENTRY);
        PreparedStatement detail = Batches.prepare(connection, DETAIL)) {
      LocalDateTime now =
          LocalDateTime.ofInstant(time.now().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
      for (Change change : changes) {
        long id = nextId(connection);
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        entry.setLong(1, id);
        entry.setObject(2, now);
        entry.setString(3, Fitted.to(NAME, actor));
        entry.setString(4, Fitted.to(NAME, origin));
        entry.setString(5, Fitted.to(NAME, change.action()));
        entry.setString(6, Fitted.to(NAME, change.entity()));
        entry.setString(7, Fitted.to(NAME, change.entityId()));
        entry.setString(8, Fitted.to(REASON, reason));
        entry.setString(9, outcome.name());
        entry.setBytes(10, AuditRecord.hash(salt, change.before(), change.after()));
        entry.addBatch();
        detail.setLong(1, id);
        detail.setBytes(2, salt);
        detail.setString(3, change.before());
        detail.setString(4, change.after());
        detail.addBatch();
      }
      entry.executeBatch();
      detail.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the audit trail cannot be written", e);
    }
  }

  private synchronized long nextId(Connection connection) throws SQLException {
    if (next > last || last < 0) {
      try (PreparedStatement statement = connection.prepareStatement(NEXT);
          ResultSet row = statement.executeQuery()) {
        row.next();
        next = row.getLong(1);
        last = next + BLOCK - 1;
      }
    }
    return next++;
  }
}
