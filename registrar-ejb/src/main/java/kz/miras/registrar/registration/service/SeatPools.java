package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.student.Student;

/** Which seats of a section a student may take: those kept for the own group or programme first. */
@ApplicationScoped
class SeatPools {

  private static final String OWN =
      "SELECT section_id, pool FROM section_reserve WHERE section_id IN (%s) AND released_at IS NULL"
          + " AND (programme_id = ? OR group_id = ?) ORDER BY section_id, group_id IS NULL, pool";
  private static final String SEATED =
      "SELECT p.section_id, COUNT(*) FROM enrolment_place p JOIN enrolment e ON e.id ="
          + " p.enrolment_id AND e.status = 'ENROLLED' JOIN student s ON s.id = e.student_id WHERE"
          + " p.section_id IN (%s) AND s.group_id = ? GROUP BY p.section_id";
  private static final String SEEN =
      "SELECT q.section_id, q.pool, q.capacity, q.taken, q.waiting, EXISTS (SELECT 1 FROM"
          + " waiting_place w WHERE w.resting AND w.section_id = q.section_id) FROM section_seat q"
          + " WHERE q.section_id IN (%s)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** Pools by section, in the order they are used; a section that is missing has only ALL. */
  Map<Long, List<String>> of(Student student, Collection<Long> sections) {
    Map<Long, List<String>> pools = new HashMap<>();
    TreeSet<Long> wanted = new TreeSet<>(sections);
    if (wanted.isEmpty()) {
      return pools;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql(OWN, wanted.size()))) {
      int at = bind(select, wanted);
      select.setLong(at, student.getProgramme().getId());
      select.setLong(at + 1, student.getGroup() == null ? 0 : student.getGroup().getId());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          pools.computeIfAbsent(row.getLong(1), key -> new ArrayList<>()).add(row.getString(2));
        }
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
    pools.values().forEach(own -> own.add(SeatBook.ALL));
    return pools;
  }

  /** How many students of an academic group have a seat, by section; none for who has nobody. */
  Map<Long, Integer> seated(long group, Collection<Long> sections) {
    Map<Long, Integer> seated = new HashMap<>();
    TreeSet<Long> wanted = new TreeSet<>(sections);
    if (wanted.isEmpty()) {
      return seated;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql(SEATED, wanted.size()))) {
      select.setLong(bind(select, wanted), group);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          seated.put(row.getLong(1), row.getInt(2));
        }
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
    return seated;
  }

  /** How full these sections are, without locking them. */
  SeatHints hints(Collection<Long> sections) {
    Map<SeatBook.Key, SeatHints.Seen> seen = new HashMap<>();
    TreeSet<Long> wanted = new TreeSet<>(sections);
    if (wanted.isEmpty()) {
      return new SeatHints(seen);
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql(SEEN, wanted.size()))) {
      bind(select, wanted);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          seen.put(
              new SeatBook.Key(row.getLong(1), row.getString(2)),
              new SeatHints.Seen(row.getInt(3), row.getInt(4), row.getInt(5), row.getBoolean(6)));
        }
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
    return new SeatHints(seen);
  }

  private static String sql(String pattern, int sections) {
    return String.format(pattern, Statements.places(sections));
  }

  private static int bind(PreparedStatement select, Collection<Long> sections) throws SQLException {
    int at = 1;
    for (long section : sections) {
      select.setLong(at++, section);
    }
    return at;
  }
}
