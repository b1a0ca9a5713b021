package kz.miras.registrar.access.service.mail;

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
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Gathers notices nobody has read into one mail for each account that has an address and wants it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NewMails {

  /** What comes together goes together, and who is reading anyway needs no mail. */
  private static final Duration GATHERED = Duration.ofMinutes(2);

  /** Older notices are no news: nobody is flooded on the day mail is switched on. */
  private static final Duration NEWS = Duration.ofDays(1);

  private static final String NEWS_OF =
      " FROM notice n JOIN account a ON %s WHERE n.read_at IS NULL AND n.at > ? AND n.at <= ?";
  private static final String WHOSE = "SELECT a.id AS account, n.id AS notice, n.code AS code";
  private static final String SELECT =
      "SELECT a.id, COALESCE(NULLIF(a.email, ''), NULLIF(e.email, ''), NULLIF(s.email, '')),"
          + " a.language, x.notice, x.code FROM ("
          + WHOSE
          + String.format(NEWS_OF, "a.id = n.account_id")
          + " UNION "
          + WHOSE
          + String.format(NEWS_OF, "a.teacher_id = n.teacher_id")
          + " UNION "
          + WHOSE
          + String.format(NEWS_OF, "a.student_id = n.student_id")
          + ") x JOIN account a ON a.id = x.account LEFT JOIN teacher e ON e.id = a.teacher_id LEFT"
          + " JOIN student s ON s.id = a.student_id WHERE a.kind = 'PERSON' AND a.mail_wanted AND"
          + " a.valid_from <= university_today() AND (a.valid_to IS NULL OR a.valid_to >="
          + " university_today()) AND NOT EXISTS (SELECT 1 FROM mail_notice y WHERE y.notice_id ="
          + " x.notice AND y.account_id = a.id) ORDER BY a.id, x.notice";
  private static final String MAIL =
      "INSERT INTO mail (id, uuid, account_id, address, language, topics, notices, state,"
          + " created_at, next_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)";
  private static final String NOTICE =
      "INSERT INTO mail_notice (notice_id, account_id, mail_id) VALUES (?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /** What goes to an account. */
  private record Gathered(
      long account, String address, String language, List<Long> notices, List<String> codes) {}

  /**
   * Gathers them.
   *
   * @return how many mails there are to send more
   */
  public int gather() {
    LocalDateTime now = LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC);
    try (Connection connection = database.getConnection()) {
      turn(connection);
      Map<Long, Gathered> gathered = read(connection, now);
      for (Gathered one : gathered.values()) {
        add(connection, one, now);
      }
      return gathered.size();
    } catch (SQLException e) {
      throw new IllegalStateException("mails cannot be gathered", e);
    }
  }

  /** One server at a time; the other finds nothing more to gather. */
  private static void turn(Connection connection) throws SQLException {
    try (PreparedStatement lock =
            connection.prepareStatement("SELECT id FROM mail_turn WHERE id = 1 FOR UPDATE");
        ResultSet row = lock.executeQuery()) {
      row.next();
    }
  }

  private static Map<Long, Gathered> read(Connection connection, LocalDateTime now)
      throws SQLException {
    Map<Long, Gathered> gathered = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      for (int i = 1; i <= 6; i += 2) {
        select.setObject(i, now.minus(NEWS));
        select.setObject(i + 1, now.minus(GATHERED));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String address = row.getString(2);
          if (address == null) {
            continue;
          }
          Gathered one = gathered.get(row.getLong(1));
          if (one == null) {
            one =
                new Gathered(
                    row.getLong(1),
                    address,
                    row.getString(3),
                    new ArrayList<>(),
                    new ArrayList<>());
            gathered.put(one.account(), one);
          }
          one.notices().add(row.getLong(4));
          one.codes().add(row.getString(5));
        }
      }
    }
    return gathered;
  }

  private static void add(Connection connection, Gathered one, LocalDateTime now)
      throws SQLException {
    long id = next(connection);
    try (PreparedStatement insert = connection.prepareStatement(MAIL)) {
      insert.setLong(1, id);
      insert.setString(2, UUID.randomUUID().toString());
      insert.setLong(3, one.account());
      insert.setString(4, one.address());
      insert.setString(5, one.language());
      insert.setString(6, MailText.topics(one.codes()));
      insert.setInt(7, one.notices().size());
      insert.setObject(8, now);
      insert.setObject(9, now);
      insert.executeUpdate();
    }
    try (PreparedStatement insert = Batches.prepare(connection, NOTICE)) {
      for (long notice : one.notices()) {
        insert.setLong(1, notice);
        insert.setLong(2, one.account());
        insert.setLong(3, id);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static long next(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT NEXT VALUE FOR office_seq");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
