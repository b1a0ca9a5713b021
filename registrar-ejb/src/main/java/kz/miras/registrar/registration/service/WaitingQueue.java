package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.shared.service.Statements;

/** REG-33. Who waits for the seats of an offering, in the published order. */
@ApplicationScoped
class WaitingQueue {

  private static final String QUEUE =
      "SELECT w.enrolment_id, e.student_id, w.section_id, w.pool, r.id, h.pool, (SELECT"
          + " GROUP_CONCAT(k.pool ORDER BY k.group_id IS NULL, k.pool) FROM section_reserve k JOIN"
          + " student s ON s.id = e.student_id WHERE k.section_id = w.section_id AND k.released_at"
          + " IS NULL AND (k.programme_id = s.programme_id OR k.group_id = s.group_id)), x.kind,"
          + " x.status = 'OPEN', w.any_of_kind, w.instead, w.resting, w.queue_rank, w.since,"
          + " o.id, o.term_id, d.code FROM waiting_place w JOIN section x ON x.id = w.section_id"
          + " JOIN offering o ON o.id = x.offering_id JOIN discipline d ON d.id = o.discipline_id JOIN enrolment e ON e.id = w.enrolment_id LEFT"
          + " JOIN enrolment r ON r.id = e.replaces_id AND r.status = 'ENROLLED' LEFT JOIN"
          + " enrolment_place h ON h.enrolment_id = r.id AND h.section_id = w.section_id WHERE"
          + " w.section_id IN (%s) ORDER BY w.queue_rank, w.since, w.enrolment_id, w.instead,"
          + " w.section_id";
  // whoever wants another group instead of the own one never waits for that, given up or not
  private static final String MISSING =
      "SELECT w.enrolment_id, MIN(w.section_id), x.id FROM waiting_place w JOIN section h ON"
          + " h.id = w.section_id JOIN section x ON x.offering_id = h.offering_id AND x.kind ="
          + " h.kind AND x.status = 'OPEN' JOIN section_seat q ON q.section_id = x.id AND q.pool ="
          + " 'ALL' JOIN enrolment e ON e.id = w.enrolment_id WHERE w.any_of_kind"
          + " AND w.section_id IN (%s) AND NOT EXISTS (SELECT 1 FROM waiting_place y WHERE"
          + " y.enrolment_id = w.enrolment_id AND y.section_id = x.id) AND NOT (x.kind = 'GROUP' AND"
          + " EXISTS (SELECT 1 FROM enrolment_place z WHERE z.enrolment_id = e.replaces_id AND"
          + " z.section_id = x.id)) GROUP BY w.enrolment_id, x.id ORDER BY w.enrolment_id, x.id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Somebody who waits for any section of a kind and not yet for this one.
   *
   * @param beside a section of that kind waited for
   */
  record Missing(long enrolment, long beside, long section) {}

  /** Everybody who waits for one of these sections, in order. */
  List<Waiter> of(Collection<Long> sections) {
    Map<Long, Waiter> queue = new LinkedHashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = prepared(connection, QUEUE, sections);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Waiter waiter = queue.get(row.getLong(1));
        if (waiter == null) {
          waiter = waiter(row);
          queue.put(waiter.enrolment(), waiter);
        }
        long section = row.getLong(3);
        waiter
            .places()
            .add(
                new Waiter.Place(
                    new WaitingRows.Queued(
                        new SeatBook.Key(section, row.getString(4)),
                        row.getBoolean(10),
                        row.getBoolean(11),
                        row.getBoolean(12)),
                    SectionKind.valueOf(row.getString(8)),
                    row.getBoolean(9),
                    pools(row.getString(7))));
        if (row.getString(6) != null) {
          waiter.kept().put(section, row.getString(6));
        }
      }
      return List.copyOf(queue.values());
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static Waiter waiter(ResultSet row) throws SQLException {
    return new Waiter(
        row.getLong(1),
        row.getLong(2),
        row.getLong(15),
        row.getLong(16),
        row.getString(17),
        row.getLong(5),
        row.getInt(13),
        row.getObject(14, LocalDateTime.class).toInstant(ZoneOffset.UTC),
        new ArrayList<>(),
        new HashMap<>());
  }

  /** Seats kept for the student's group and programme before everybody's. */
  private static List<String> pools(String own) {
    return own == null ? List.of(SeatBook.ALL) : List.of((own + "," + SeatBook.ALL).split(","));
  }

  /** Sections opened since somebody began to wait for any. */
  List<Missing> missing(Collection<Long> sections) {
    List<Missing> missing = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = prepared(connection, MISSING, sections);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        missing.add(new Missing(row.getLong(1), row.getLong(2), row.getLong(3)));
      }
      return missing;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, Collection<Long> sections) throws SQLException {
    TreeSet<Long> wanted = new TreeSet<>(sections);
    PreparedStatement select =
        connection.prepareStatement(String.format(sql, Statements.places(wanted.size())));
    int at = 1;
    for (long section : wanted) {
      select.setLong(at++, section);
    }
    return select;
  }
}
