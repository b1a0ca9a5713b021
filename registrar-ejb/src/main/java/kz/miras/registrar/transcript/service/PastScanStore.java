package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.transcript.PastScans;

/** DOC-8. Scans in the register of past documents, each kept in a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PastScanStore {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AuditTrail audit;

  /** A scan as it was kept. */
  public record Kept(String name, byte[] content) implements Serializable {}

  /** Every document of the time before this system. */
  public List<PastScans.Entry> entries() {
    List<PastScans.Entry> entries = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT uuid, number, scan_file, scan_sha256 FROM issued_document WHERE migrated");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        byte[] kept = row.getBytes(4);
        entries.add(
            new PastScans.Entry(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                row.getString(3),
                kept == null ? null : HexFormat.of().formatHex(kept)));
      }
      return entries;
    } catch (SQLException e) {
      throw new IllegalStateException("documents cannot be read", e);
    }
  }

  /** Keeps a scan; false where the document has one meanwhile. */
  public boolean keep(UUID document, String name, byte[] sha256, byte[] content) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE issued_document SET scan_name = ?, scan_sha256 = ?, scan = ?, version ="
                    + " version + 1 WHERE uuid = ? AND migrated AND scan_sha256 IS NULL")) {
      update.setString(1, name);
      update.setBytes(2, sha256);
      update.setBytes(3, content);
      update.setString(4, document.toString());
      if (update.executeUpdate() == 0) {
        return false;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a scan cannot be kept", e);
    }
    Map<String, String> what = new TreeMap<>();
    what.put("scan_name", name);
    what.put("scan_sha256", HexFormat.of().formatHex(sha256));
    audit.record("document.scan", "Document", document, null, Json.write(what));
    return true;
  }

  /** The scan of a document. */
  public Optional<Kept> scan(UUID document) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT scan_name, scan FROM issued_document WHERE uuid = ? AND scan IS NOT"
                    + " NULL")) {
      select.setString(1, document.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Kept(row.getString(1), row.getBytes(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the scan cannot be read", e);
    }
  }
}
