package kz.miras.registrar.achievement.service.summary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
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
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.FeedPlaces;

/**
 * Results of all students as they are published, in an order no late commit can break: an entry
 * gets its place in the feed only after it has been committed, under one lock, and no posting waits
 * for it. A correction is an entry of its own that names the one it corrects.
 */
@Stateless
@Guarded
public class ResultFeed {

  private static final String LOCK = "SELECT place FROM result_feed WHERE id = 1 FOR UPDATE";

  /**
   * Entries of one student come in the order of their keys, since one posting waits for another.
   * What is not published (PUB-1) gets its place once it is, and so does what corrects it.
   */
  private static final String FRESH =
      "SELECT r.achievement_id FROM result_change r JOIN achievement a ON a.id = r.achievement_id"
          + " LEFT JOIN achievement c ON c.id = a.corrects_id WHERE r.place IS NULL AND NOT EXISTS"
          + " (SELECT 1 FROM sheet h WHERE h.id IN (a.sheet_id, c.sheet_id) AND NOT EXISTS (SELECT 1"
          + " FROM sheet_publication p WHERE p.sheet_id = h.id AND p.part = 'RESULT')) ORDER BY"
          + " r.achievement_id LIMIT 5000";

  private static final String PLACE = "UPDATE result_change SET place = ? WHERE achievement_id = ?";
  private static final String MOVED = "UPDATE result_feed SET place = ? WHERE id = 1";
  private static final String PAGE =
      "SELECT r.place, s.uuid, s.student_no, a.position, c.position, a.discipline_code, y.start_year,"
          + " t.type, a.kind, a.credits, a.percent, COALESCE(a.letter, a.mark), a.digital,"
          + " a.result_on, a.source_document, a.recorded_at FROM result_change r JOIN achievement a"
          + " ON a.id = r.achievement_id JOIN student s ON s.id = a.student_id JOIN term t ON t.id ="
          + " a.term_id JOIN academic_year y ON y.id = t.academic_year_id LEFT JOIN achievement c ON"
          + " c.id = a.corrects_id WHERE r.place > ? ORDER BY r.place LIMIT ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * A result.
   *
   * @param place in the feed, growing
   * @param student public id
   * @param position place in the student's history
   * @param corrects position of the entry it corrects; null for none
   * @param year for example 2025/2026
   * @param grade letter, or the mark where there is none
   * @param points digital equivalent; null where there is none
   */
  public record Change(
      long place,
      UUID student,
      String studentNo,
      long position,
      Long corrects,
      String code,
      String year,
      String term,
      String kind,
      int credits,
      Integer percent,
      String grade,
      BigDecimal points,
      LocalDate date,
      String document,
      Instant recordedAt)
      implements Serializable {}

  /**
   * Results behind a place.
   *
   * @param after place of the last one seen, 0 for the beginning
   * @throws RegistrarException.Forbidden where the caller may not read all students' results
   */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public List<Change> changes(long after, int most) {
    if (!access.scopes(Permissions.ACHIEVEMENT_READ).contains(Scope.ALL)) {
      throw new RegistrarException.Forbidden(Permissions.ACHIEVEMENT_READ);
    }
    try (Connection connection = database.getConnection()) {
      FeedPlaces.number(connection, LOCK, FRESH, PLACE, MOVED);
      List<Change> page = page(connection, after, most);
      audit.record("results.feed", "Achievement", after, null, "{\"results\":" + page.size() + "}");
      return page;
    } catch (SQLException e) {
      throw new IllegalStateException("the feed of results cannot be read", e);
    }
  }

  private static List<Change> page(Connection connection, long after, int most)
      throws SQLException {
    List<Change> changes = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setLong(1, after);
      select.setInt(2, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          changes.add(change(row));
        }
      }
    }
    return changes;
  }

  private static Change change(ResultSet row) throws SQLException {
    int start = row.getInt(7);
    return new Change(
        row.getLong(1),
        UUID.fromString(row.getString(2)),
        row.getString(3),
        row.getLong(4),
        row.getObject(5, Long.class),
        row.getString(6),
        start + "/" + (start + 1),
        row.getString(8),
        row.getString(9),
        row.getInt(10),
        row.getObject(11, Integer.class),
        row.getString(12),
        row.getBigDecimal(13),
        row.getObject(14, LocalDate.class),
        row.getString(15),
        row.getObject(16, LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }
}
