package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.shared.service.Batches;

/**
 * AUD-1. Chains committed audit rows. Rows are chosen because they are unsealed, never because
 * their key follows the last one: keys do not commit in order. The head row is locked meanwhile, so
 * one node of a cluster seals at a time and the others pass.
 */
@Stateless
@RolesAllowed(Permissions.AUDIT_SEAL)
public class Sealer {

  /** Name of the chain of the audit trail. */
  public static final String CHAIN = "audit";

  /** Rows sealed in one transaction. */
  static final int BATCH = 1000;

  private static final String HEAD =
      "SELECT position, seal FROM audit_head WHERE chain = ? FOR UPDATE SKIP LOCKED";
  private static final String UNSEALED =
      "SELECT e.* FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id"
          + " WHERE s.entry_id IS NULL AND e.at >= ? ORDER BY e.at, e.id LIMIT ?";
  private static final String SEAL =
      "INSERT INTO audit_seal (position, entry_id, seal) VALUES (?, ?, ?)";
  private static final String MOVE = "UPDATE audit_head SET position = ?, seal = ? WHERE chain = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SealKey key;

  /**
   * Seals the next rows.
   *
   * @param since rows written before are left to a wider sweep; it only keeps the search short
   * @return how many, at most {@value #BATCH}; 0 also while another node is sealing
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int seal(Instant since) {
    try (Connection connection = database.getConnection()) {
      Optional<ChainHead> locked = head(connection, HEAD);
      return locked.isEmpty() ? 0 : seal(connection, locked.get(), since);
    } catch (SQLException e) {
      throw new IllegalStateException("audit rows cannot be sealed", e);
    }
  }

  private int seal(Connection connection, ChainHead first, Instant since) throws SQLException {
    SealChain chain = key.chain(CHAIN);
    ChainHead head = first;
    int sealed = 0;
    try (PreparedStatement select = connection.prepareStatement(UNSEALED);
        PreparedStatement insert = Batches.prepare(connection, SEAL)) {
      select.setObject(1, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
      select.setInt(2, BATCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          head = chain.next(head, AuditRows.record(row).content());
          insert.setLong(1, head.position());
          insert.setLong(2, row.getLong("id"));
          insert.setBytes(3, head.seal());
          insert.addBatch();
          sealed++;
        }
      }
      if (sealed > 0) {
        insert.executeBatch();
        move(connection, head);
      }
    }
    return sealed;
  }

  private static void move(Connection connection, ChainHead head) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setLong(1, head.position());
      update.setBytes(2, head.seal());
      update.setString(3, head.chain());
      update.executeUpdate();
    }
  }

  /** The last sealed row, for the export. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public ChainHead head() {
    try (Connection connection = database.getConnection()) {
      return currentHead(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the head of the audit chain cannot be read", e);
    }
  }

  /** The head as the database remembers it; the verifier compares it like an exported one. */
  static ChainHead currentHead(Connection connection) throws SQLException {
    return head(connection, "SELECT position, seal FROM audit_head WHERE chain = ?")
        .orElse(new ChainHead(CHAIN, 0, new byte[SealChain.SEAL_LENGTH]));
  }

  private static Optional<ChainHead> head(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, CHAIN);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new ChainHead(CHAIN, row.getLong(1), row.getBytes(2)))
            : Optional.empty();
      }
    }
  }
}
