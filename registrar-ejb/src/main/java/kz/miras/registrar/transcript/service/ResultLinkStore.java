package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.transcript.ResultLink;
import kz.miras.registrar.transcript.SharedPart;

/** DOC-25. Stores links to results; callers have checked whose they are. */
@Stateless
@PermitAll
public class ResultLinkStore {

  private static final String SELECT =
      "SELECT uuid, part, term, note, created_at, expires_at, revoked_at, views, last_viewed_at,"
          + " student_id FROM result_link WHERE ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** A link and whose results it shows. */
  public record Owned(ResultLink link, long student) implements Serializable {}

  /** Keeps others from making links of a student until the caller's transaction ends. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void lock(long student) {
    try (Connection connection = database.getConnection()) {
      Statements.list(
          connection,
          "SELECT id FROM student WHERE id = ? FOR UPDATE",
          List.of(student),
          row -> row.getLong(1));
    } catch (SQLException e) {
      throw new IllegalStateException("links cannot be locked", e);
    }
  }

  /** A new link. */
  public void add(long student, ResultLink link, byte[] sha256) {
    update(
        "INSERT INTO result_link (id, uuid, student_id, part, term, note, token_sha256, created_at,"
            + " expires_at) VALUES (NEXT VALUE FOR result_link_seq, ?, ?, ?, ?, ?, ?, ?, ?)",
        link.uuid().toString(),
        student,
        link.part().name(),
        link.term(),
        link.note(),
        sha256,
        utc(link.createdAt()),
        utc(link.expiresAt()));
  }

  /**
   * Takes a link of a student back.
   *
   * @return false where it is none of the student's, or was taken back before
   */
  public boolean revoke(long student, UUID link, Instant now) {
    return update(
            "UPDATE result_link SET revoked_at = ? WHERE uuid = ? AND student_id = ? AND revoked_at"
                + " IS NULL",
            utc(now),
            link.toString(),
            student)
        == 1;
  }

  /** Somebody has opened it. */
  public void viewed(UUID link, Instant now) {
    update(
        "UPDATE result_link SET views = views + 1, last_viewed_at = ? WHERE uuid = ?",
        utc(now),
        link.toString());
  }

  /** Every link of a student, the newest first. */
  public List<ResultLink> of(long student) {
    return find("student_id = ? ORDER BY created_at DESC, id DESC", student).stream()
        .map(Owned::link)
        .toList();
  }

  /** By the checksum of what the link carries. */
  public Optional<Owned> byToken(byte[] sha256) {
    return find("token_sha256 = ?", sha256).stream().findFirst();
  }

  private List<Owned> find(String where, Object parameter) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT + where)) {
      select.setObject(1, parameter);
      List<Owned> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Owned(
                  new ResultLink(
                      UUID.fromString(row.getString(1)),
                      SharedPart.valueOf(row.getString(2)),
                      row.getString(3),
                      row.getString(4),
                      instant(row, 5),
                      instant(row, 6),
                      instant(row, 7),
                      row.getInt(8),
                      instant(row, 9)),
                  row.getLong(10)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("links cannot be read", e);
    }
  }

  private int update(String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a link cannot be written", e);
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    LocalDateTime value = row.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }
}
