package kz.miras.registrar.transcript.service.signing;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * DOC-21. Every key this installation ever signed with, its public half, with the first and last
 * day it was used: documents signed before a key was changed verify for ever, and nothing signed
 * with it later does.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PublishedKeys {

  private static final String NOTE =
      "INSERT INTO published_key (id, purpose, label, content, valid_from, valid_until, first_day,"
          + " last_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE last_day ="
          + " GREATEST(last_day, VALUES(last_day))";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /** What a key signs. */
  public enum Purpose {
    /** The files of documents. */
    DOCUMENT,
    /** The facts in their QR codes. */
    FACTS
  }

  /**
   * A key.
   *
   * @param id fingerprint of a certificate, or key id of facts
   * @param content the certificate, or the key as JWK
   * @param lastDay it was used on until now
   */
  public record Key(
      String id,
      Purpose purpose,
      String label,
      byte[] content,
      LocalDate firstDay,
      LocalDate lastDay)
      implements Serializable {}

  /** A certificate is used now. */
  public void used(SigningCertificate certificate) {
    note(
        certificate.fingerprint(),
        Purpose.DOCUMENT,
        certificate.owner(),
        certificate.encoded(),
        certificate.validFrom(),
        certificate.validUntil());
  }

  /** A key of facts is used now. */
  public void used(String id, String jwk) {
    note(id, Purpose.FACTS, id, jwk.getBytes(StandardCharsets.UTF_8), time.now(), null);
  }

  private void note(
      String id, Purpose purpose, String label, byte[] content, Instant from, Instant until) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(NOTE)) {
      insert.setString(1, id);
      insert.setString(2, purpose.name());
      insert.setString(3, label.length() > 200 ? label.substring(0, 200) : label);
      insert.setBytes(4, content);
      insert.setObject(5, utc(from));
      insert.setObject(6, utc(until));
      insert.setObject(7, time.today());
      insert.setObject(8, time.today());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a key cannot be published", e);
    }
  }

  /** Every key of a purpose, the newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Key> all(Purpose purpose) {
    return find("purpose = ? ORDER BY first_day DESC, id", purpose.name());
  }

  /** One key. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Key> byId(String id) {
    return find("id = ?", id).stream().findFirst();
  }

  private List<Key> find(String where, String value) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, purpose, label, content, first_day, last_day FROM published_key WHERE "
                    + where)) {
      select.setString(1, value);
      List<Key> keys = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          keys.add(
              new Key(
                  row.getString(1),
                  Purpose.valueOf(row.getString(2)),
                  row.getString(3),
                  row.getBytes(4),
                  row.getObject(5, LocalDate.class),
                  row.getObject(6, LocalDate.class)));
        }
      }
      return keys;
    } catch (SQLException e) {
      throw new IllegalStateException("published keys cannot be read", e);
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
