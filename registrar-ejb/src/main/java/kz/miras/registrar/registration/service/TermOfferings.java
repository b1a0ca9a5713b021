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
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;

/**
 * What is offered in a term, with sections, hours, teachers and free seats; open to all signed in.
 */
@Stateless
@Guarded
public class TermOfferings {

  private static final String PAGE =
      "SELECT o.id, o.uuid, o.code, d.code, d.name_kk, d.name_ru, d.name_en, d.credits, o.language"
          + " FROM offering o JOIN discipline d ON d.id = o.discipline_id WHERE o.term_id = ? AND"
          + " o.status = 'OPEN' AND o.id > ? AND (? IS NULL OR d.code = ?) ORDER BY o.id LIMIT ?";
  private static final String OF_DISCIPLINES =
      "SELECT o.id, o.uuid, o.code, d.code, d.name_kk, d.name_ru, d.name_en, d.credits, o.language"
          + " FROM offering o JOIN discipline d ON d.id = o.discipline_id WHERE o.term_id = ? AND"
          + " o.status = 'OPEN' AND d.code IN (%s) ORDER BY d.code, o.code";
  private static final String ONE =
      "SELECT o.id, o.uuid, o.code, d.code, d.name_kk, d.name_ru, d.name_en, d.credits, o.language"
          + " FROM offering o JOIN discipline d ON d.id = o.discipline_id WHERE o.uuid = ?";
  private static final String SECTIONS =
      "SELECT s.id, s.offering_id, s.kind, s.code, SUM(q.capacity), SUM(q.taken), MAX(q.waiting),"
          + " (SELECT GROUP_CONCAT(CONCAT_WS(' ', t.last_name, t.first_name) SEPARATOR ', ') FROM"
          + " section_teacher st JOIN teacher t ON t.id = st.teacher_id WHERE st.section_id = s.id"
          + " AND st.duty = 'TEACHER' AND st.valid_to IS NULL) FROM section s LEFT JOIN"
          + " section_seat q ON q.section_id = s.id AND (q.pool = 'ALL' OR ? = 0 OR EXISTS (SELECT 1"
          + " FROM section_reserve k JOIN student z ON z.id = ? WHERE k.section_id = q.section_id AND"
          + " k.pool = q.pool AND k.released_at IS NULL AND (k.programme_id = z.programme_id OR k.group_id = z.group_id))) WHERE s.status = 'OPEN' AND s.offering_id IN"
          + " (%s) GROUP BY s.id, s.offering_id, s.kind, s.code ORDER BY s.kind, s.code";
  private static final String SLOTS =
      "SELECT x.section_id, x.day_of_week, x.starts_at, x.ends_at, x.weeks, x.first_week,"
          + " x.last_week, x.room FROM section_slot x JOIN section s ON s.id = x.section_id WHERE"
          + " s.offering_id IN (%s) ORDER BY x.day_of_week, x.starts_at";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private PlanWishes terms;
  @Inject private Access access;

  /** An offering of a term. */
  public record Offered(
      long key,
      UUID id,
      String code,
      String discipline,
      LocalizedText name,
      int credits,
      String language,
      List<Part> sections)
      implements Serializable {}

  /**
   * A section.
   *
   * @param capacity seats the student who looks may take: without those kept for others; all for
   *     the office
   * @param teacher names; null where none is named
   */
  public record Part(
      long key,
      SectionKind kind,
      String code,
      int capacity,
      int taken,
      int waiting,
      String teacher,
      List<Hour> hours)
      implements Serializable {}

  /** When and where it meets. */
  public record Hour(
      DayOfWeek day,
      LocalTime from,
      LocalTime to,
      SectionSlot.Weeks weeks,
      int firstWeek,
      int lastWeek,
      String room)
      implements Serializable {

    /** To be held against others. */
    public LessonTime time() {
      return new LessonTime(day, from, to, weeks, firstWeek, lastWeek);
    }
  }

  /**
   * Offerings in the order of their keys.
   *
   * @param term code of the term
   * @param discipline code; null for all
   * @param after key of the last one seen, 0 for the beginning
   */
  @RolesAllowed({Permissions.OFFERING_READ, Permissions.ENROL_OWN})
  public List<Offered> page(String term, String discipline, long after, int most) {
    long id = terms.term(term).getId();
    Long own = access.current().studentId();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setLong(1, id);
      select.setLong(2, after);
      select.setString(3, discipline);
      select.setString(4, discipline);
      select.setInt(5, most);
      return read(connection, select, own == null ? 0 : own);
    } catch (SQLException e) {
      throw new IllegalStateException("offerings cannot be read", e);
    }
  }

  /**
   * Offerings of these disciplines.
   *
   * @param student key of the student who is to choose
   */
  @RolesAllowed({Permissions.OFFERING_READ, Permissions.ENROL_OWN})
  public List<Offered> of(long student, String term, Collection<String> disciplines) {
    if (disciplines.isEmpty()) {
      return List.of();
    }
    long id = terms.term(term).getId();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                String.format(OF_DISCIPLINES, Statements.places(disciplines.size())))) {
      select.setLong(1, id);
      int at = 2;
      for (String code : disciplines) {
        select.setString(at++, code);
      }
      return read(connection, select, student);
    } catch (SQLException e) {
      throw new IllegalStateException("offerings cannot be read", e);
    }
  }

  /** Open sections of an offering by its public id; its seats as the caller may take them. */
  @RolesAllowed({Permissions.OFFERING_READ, Permissions.ENROL_OWN})
  public List<Part> sections(UUID offering) {
    Long own = access.current().studentId();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ONE)) {
      select.setString(1, offering.toString());
      return read(connection, select, own == null ? 0 : own).stream()
          .flatMap(one -> one.sections().stream())
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException("sections cannot be read", e);
    }
  }

  private static List<Offered> read(Connection connection, PreparedStatement select, long student)
      throws SQLException {
    List<Offered> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new Offered(
                row.getLong(1),
                UUID.fromString(row.getString(2)),
                row.getString(3),
                row.getString(4),
                LocalizedText.of(row.getString(5), row.getString(6), row.getString(7)),
                row.getInt(8),
                row.getString(9),
                new ArrayList<>()));
      }
    }
    if (!found.isEmpty()) {
      parts(connection, found, student);
    }
    return found;
  }

  private static void parts(Connection connection, List<Offered> found, long student)
      throws SQLException {
    Map<Long, List<Hour>> hours = hours(connection, found);
    Map<Long, Offered> byKey = new HashMap<>();
    found.forEach(one -> byKey.put(one.key(), one));
    try (PreparedStatement select =
        connection.prepareStatement(String.format(SECTIONS, Statements.places(found.size())))) {
      select.setLong(1, student);
      select.setLong(2, student);
      bind(select, 3, found);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          byKey
              .get(row.getLong(2))
              .sections()
              .add(
                  new Part(
                      row.getLong(1),
                      SectionKind.valueOf(row.getString(3)),
                      row.getString(4),
                      row.getInt(5),
                      row.getInt(6),
                      row.getInt(7),
                      row.getString(8),
                      hours.getOrDefault(row.getLong(1), List.of())));
        }
      }
    }
  }

  private static Map<Long, List<Hour>> hours(Connection connection, List<Offered> found)
      throws SQLException {
    Map<Long, List<Hour>> hours = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(String.format(SLOTS, Statements.places(found.size())))) {
      bind(select, 1, found);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          hours
              .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
              .add(
                  new Hour(
                      DayOfWeek.of(row.getInt(2)),
                      row.getObject(3, LocalTime.class),
                      row.getObject(4, LocalTime.class),
                      SectionSlot.Weeks.valueOf(row.getString(5)),
                      row.getInt(6),
                      row.getInt(7),
                      row.getString(8)));
        }
      }
    }
    return hours;
  }

  private static void bind(PreparedStatement select, int first, List<Offered> found)
      throws SQLException {
    int at = first;
    for (Offered one : found) {
      select.setLong(at++, one.key());
    }
  }
}
