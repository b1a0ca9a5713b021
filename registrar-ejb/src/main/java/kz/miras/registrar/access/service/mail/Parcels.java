package kz.miras.registrar.access.service.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/** Mails to addresses outside, with words and files of their own, in the same outbox as notices. */
@ApplicationScoped
public class Parcels {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /** A file that goes with a mail. */
  public record Enclosure(String name, String mediaType, byte[] content) implements Serializable {}

  /**
   * Puts a mail into the outbox, in the transaction of the caller: it goes once that is committed.
   *
   * @return key of the mail
   */
  public long put(
      String address, Language language, String subject, String body, List<Enclosure> enclosures) {
    LocalDateTime now = LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC);
    try (Connection connection = database.getConnection()) {
      long id =
          Statements.list(
                  connection, "SELECT NEXT VALUE FOR office_seq", List.of(), row -> row.getLong(1))
              .get(0);
      change(
          connection,
          "INSERT INTO mail (id, uuid, address, language, topics, subject, body, notices, state,"
              + " created_at, next_at) VALUES (?, ?, ?, ?, '', ?, ?, 0, 'WAITING', ?, ?)",
          id,
          UUID.randomUUID().toString(),
          address,
          language.tag(),
          subject.replaceAll("\\s+", " "),
          body,
          now,
          now);
      int place = 1;
      for (Enclosure one : enclosures) {
        change(
            connection,
            "INSERT INTO mail_file (mail_id, place, name, media_type, content) VALUES (?, ?, ?, ?,"
                + " ?)",
            id,
            place++,
            one.name(),
            one.mediaType(),
            one.content());
      }
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException("a mail cannot be put into the outbox", e);
    }
  }

  private static void change(Connection connection, String sql, Object... values)
      throws SQLException {
    Statements.change(connection, sql, Arrays.asList(values));
  }

  /** The files of a mail, in their order. */
  static List<Enclosure> of(Connection connection, long mail) throws SQLException {
    return new ArrayList<>(
        Statements.list(
            connection,
            "SELECT name, media_type, content FROM mail_file WHERE mail_id = ? ORDER BY place",
            List.of(mail),
            row -> new Enclosure(row.getString(1), row.getString(2), row.getBytes(3))));
  }
}
