package kz.miras.registrar.registration.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Statements;

/** Finds and marks what is to be looked at, enrolments and lines of plans alike. */
final class SettlingMarks {

  private static final int BLOCK = 500;

  private SettlingMarks() {}

  /** Keys a statement answers. */
  static List<Long> keys(DataSource database, String sql, List<Long> values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, values, row -> row.getLong(1));
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /**
   * Keys of what these students have that needs one of these disciplines, asked for some at a time.
   *
   * @param sql with the places of students, then those of disciplines
   */
  static List<Long> standingOn(
      DataSource database, String sql, Collection<Long> students, Collection<Long> disciplines) {
    List<Long> all = List.copyOf(new TreeSet<>(students));
    List<Long> needed = List.copyOf(new TreeSet<>(disciplines));
    List<Long> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BLOCK) {
      List<Long> some = all.subList(from, Math.min(from + BLOCK, all.size()));
      for (int at = 0; at < needed.size(); at += BLOCK) {
        List<Long> those = needed.subList(at, Math.min(at + BLOCK, needed.size()));
        List<Long> values = new ArrayList<>(some);
        values.addAll(those);
        String places =
            String.format(sql, Statements.places(some.size()), Statements.places(those.size()));
        found.addAll(keys(database, places, values));
      }
    }
    return found;
  }

  /** Marks these one by one in their order, so that nothing else is locked. */
  static void mark(DataSource database, String sql, Collection<Long> keys) {
    if (keys.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement update = Batches.prepare(connection, sql)) {
      for (long key : new TreeSet<>(keys)) {
        update.setLong(1, key);
        update.addBatch();
      }
      update.executeBatch();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
