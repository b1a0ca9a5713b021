package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.FeedPlaces;

/**
 * Who came to sections and who left them, in an order no late commit can break: a change gets its
 * place in the feed only after it has been committed, under one lock.
 */
@Stateless
@Guarded
public class RosterQueries {

  private static final String LOCK = "SELECT place FROM roster_feed WHERE id = 1 FOR UPDATE";
  private static final String FRESH =
      "SELECT id FROM roster_change WHERE place IS NULL ORDER BY at, id LIMIT 5000";
  private static final String PLACE = "UPDATE roster_change SET place = ? WHERE id = ?";
  private static final String MOVED = "UPDATE roster_feed SET place = ? WHERE id = 1";
  private static final String PAGE =
      "SELECT r.place, r.joined, r.at, o.uuid, o.code, x.uuid, x.code, s.uuid, s.student_no FROM"
          + " roster_change r JOIN section x ON x.id = r.section_id JOIN offering o ON o.id ="
          + " x.offering_id JOIN student s ON s.id = r.student_id WHERE r.term_id = ? AND r.place >"
          + " ? ORDER BY r.place LIMIT ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private PlanWishes terms;
  @Inject private Access access;

  /**
   * A change.
   *
   * @param place in the feed, growing
   * @param joined whether the student came; false where they left
   */
  public record Change(
      long place,
      boolean joined,
      Instant at,
      UUID offering,
      String offeringCode,
      UUID section,
      String sectionCode,
      UUID student,
      String studentNo)
      implements Serializable {}

  /**
   * Changes of a term behind a place.
   *
   * @param after place of the last change seen, 0 for the beginning
   * @throws RegistrarException.Forbidden where the caller may not read all enrolments
   */
  @RolesAllowed(Permissions.ENROL_READ)
  public List<Change> changes(String term, long after, int most) {
    if (!access.scopes(Permissions.ENROL_READ).contains(Scope.ALL)) {
      throw new RegistrarException.Forbidden(Permissions.ENROL_READ);
    }
    long id = terms.term(term).getId();
    try (Connection connection = database.getConnection()) {
      FeedPlaces.number(connection, LOCK, FRESH, PLACE, MOVED);
      return page(connection, id, after, most);
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static List<Change> page(Connection connection, long term, long after, int most)
      throws SQLException {
    List<Change> changes = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setLong(1, term);
      select.setLong(2, after);
      select.setInt(3, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          changes.add(
              new Change(
                  row.getLong(1),
                  row.getBoolean(2),
                  row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                  UUID.fromString(row.getString(4)),
                  row.getString(5),
                  UUID.fromString(row.getString(6)),
                  row.getString(7),
                  UUID.fromString(row.getString(8)),
                  row.getString(9)));
        }
      }
    }
    return changes;
  }
}
