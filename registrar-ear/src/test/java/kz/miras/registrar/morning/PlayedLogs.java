package kz.miras.registrar.morning;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The logs of a morning's sections, played once more and compared with the seats there are.
 *
 * @param sections their keys, as SQL
 */
record PlayedLogs(Connection database, String sections) {

  private static final String LOG =
      "SELECT section_id, position, CASE WHEN act = 'REFUSED' AND verdict LIKE"
          + " '%registration.clash%' THEN 'OVERLAPPED' WHEN act = 'REFUSED' AND verdict LIKE"
          + " '%registration.enrolment.ended%' THEN 'GONE_ALREADY' ELSE act END, COALESCE(enrolment_id, 0), capacity, taken, waiting,"
          + " COALESCE(queue_rank, 0), waits_since FROM registration_log WHERE section_id IN ";
  private static final String SEATS =
      "SELECT p.enrolment_id FROM enrolment_place p JOIN enrolment e ON e.id = p.enrolment_id WHERE"
          + " e.status = 'ENROLLED' AND p.section_id = ";
  private static final String QUEUE =
      "SELECT enrolment_id FROM waiting_place WHERE section_id = %d AND NOT resting ORDER BY"
          + " queue_rank, since, enrolment_id";

  /** What cannot have been, or ends otherwise than the tables say. */
  List<String> findings() throws SQLException {
    List<String> findings = new ArrayList<>();
    for (Map.Entry<Long, List<Replay.Entry>> log : logs().entrySet()) {
      Replay replay = Replay.of(log.getValue());
      replay.findings().forEach(one -> findings.add("REPLAY " + one));
      List<Long> seats = keys(SEATS + log.getKey());
      if (seats.size() != replay.seats().size()
          || !replay.seats().containsAll(seats)
          || !replay.queue().equals(keys(QUEUE.formatted(log.getKey())))) {
        findings.add("REPLAY of section " + log.getKey() + " ends otherwise than its seats");
      }
    }
    return findings;
  }

  private Map<Long, List<Replay.Entry>> logs() throws SQLException {
    Map<Long, List<Replay.Entry>> logs = new TreeMap<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(LOG + sections + " ORDER BY section_id, position")) {
      while (row.next()) {
        logs.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
            .add(
                new Replay.Entry(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getInt(7),
                    row.getInt(8),
                    row.getObject(9, LocalDateTime.class)));
      }
    }
    return logs;
  }

  private List<Long> keys(String sql) throws SQLException {
    List<Long> keys = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        keys.add(row.getLong(1));
      }
    }
    return keys;
  }
}
