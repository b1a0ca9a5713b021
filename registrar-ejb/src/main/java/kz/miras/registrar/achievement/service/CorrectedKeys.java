package kz.miras.registrar.achievement.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.service.Statements;

/**
 * Keys of the entries that others correct. They are read before a batch is written: a question
 * inside the rows of one batch is asked once and answered alike for all of them.
 */
final class CorrectedKeys {

  private static final int AT_ONCE = 500;

  private record Place(long student, long position) {}

  private final Map<Place, Long> keys = new HashMap<>();

  private CorrectedKeys() {}

  /** Of all that these correct. */
  static CorrectedKeys of(Connection connection, List<Ledger.Posting> postings)
      throws SQLException {
    List<Object> places = new ArrayList<>();
    for (Ledger.Posting posting : postings) {
      if (posting.source().corrects() != null) {
        places.add(posting.studentId());
        places.add(posting.source().corrects());
      }
    }
    CorrectedKeys found = new CorrectedKeys();
    for (int from = 0; from < places.size(); from += 2 * AT_ONCE) {
      found.read(connection, places.subList(from, Math.min(from + 2 * AT_ONCE, places.size())));
    }
    return found;
  }

  private void read(Connection connection, List<Object> places) throws SQLException {
    String sql =
        "SELECT student_id, position, id FROM achievement WHERE (student_id, position) IN ("
            + "(?, ?), ".repeat(places.size() / 2 - 1)
            + "(?, ?))";
    Statements.list(
        connection,
        sql,
        places,
        row -> keys.put(new Place(row.getLong(1), row.getLong(2)), row.getLong(3)));
  }

  /**
   * What a posting corrects; null where it corrects nothing.
   *
   * @throws IllegalStateException where there is no such entry
   */
  Long of(Ledger.Posting posting) {
    Long position = posting.source().corrects();
    if (position == null) {
      return null;
    }
    Long key = keys.get(new Place(posting.studentId(), position));
    if (key == null) {
      throw new IllegalStateException(
          "no entry " + position + " of student " + posting.studentId() + " to correct");
    }
    return key;
  }
}
