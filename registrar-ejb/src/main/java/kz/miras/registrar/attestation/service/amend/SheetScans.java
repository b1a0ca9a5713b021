package kz.miras.registrar.attestation.service.amend;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.amend.SignedScan;

/** SHT-18. The scans of signed sheets: a table that is only added to. */
@ApplicationScoped
public class SheetScans {

  private static final String KEEP =
      "INSERT INTO sheet_scan (id, uuid, sheet_id, version_no, name, sha256, content, signed_on,"
          + " attached_by, attached_at) VALUES (NEXT VALUE FOR attestation_seq, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A scan as it was kept.
   *
   * @param sheet public id of its sheet
   */
  record Kept(String sheet, String name, byte[] content) implements Serializable {}

  /** Whether a version has a scan with these bytes. */
  boolean has(long sheet, int version, byte[] sha256) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT 1 FROM sheet_scan WHERE sheet_id = ? AND version_no = ? AND sha256 = ?")) {
      select.setLong(1, sheet);
      select.setInt(2, version);
      select.setBytes(3, sha256);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("scans cannot be read", e);
    }
  }

  /** Keeps a scan. */
  void keep(
      long sheet, int version, SignedScan scan, String name, byte[] sha256, String by, Instant at) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(KEEP)) {
      insert.setString(1, UUID.randomUUID().toString());
      insert.setLong(2, sheet);
      insert.setInt(3, version);
      insert.setString(4, name);
      insert.setBytes(5, sha256);
      insert.setBytes(6, scan.content());
      insert.setObject(7, scan.signedOn());
      insert.setString(8, by);
      insert.setObject(9, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a scan cannot be kept", e);
    }
  }

  /** A scan by its public id. */
  Optional<Kept> byId(UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT h.uuid, c.name, c.content FROM sheet_scan c JOIN sheet h ON h.id ="
                    + " c.sheet_id WHERE c.uuid = ?")) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Kept(row.getString(1), row.getString(2), row.getBytes(3)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the scan cannot be read", e);
    }
  }
}
