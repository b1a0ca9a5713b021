package kz.miras.registrar.bench.inside;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Offerings laid behind the application's back. */
final class OfferingRows {

  private OfferingRows() {}

  /**
   * A new offering with a stream and a group, of a discipline of its own.
   *
   * @param place of its lessons in the week: plans of six whose places differ never clash
   * @return its public id
   */
  static UUID lay(Tables tables, String name, int place, String term, int seats)
      throws SQLException {
    long like = tables.number("SELECT id FROM discipline WHERE credits = 5 LIMIT 1");
    long open = tables.number("SELECT id FROM offering WHERE status = 'OPEN' LIMIT 1");
    String code = "'" + name + "'";
    long studied = tables.number("SELECT NEXT VALUE FOR curriculum_seq");
    tables.copy(
        "discipline",
        like,
        Map.of("id", studied + "", "uuid", "UUID()", "code", code, "version", "0", "credits", "2"));
    long id = tables.number("SELECT NEXT VALUE FOR registration_seq");
    UUID uuid = UUID.randomUUID();
    tables.copy(
        "offering",
        open,
        Map.of(
            "id", id + "",
            "uuid", "'" + uuid + "'",
            "code", code,
            "term_id", "(SELECT t.id FROM term t WHERE t.code = '" + term + "')",
            "discipline_id", studied + ""));
    for (String kind : List.of("LECTURE", "GROUP")) {
      long section = tables.number("SELECT NEXT VALUE FOR registration_seq");
      tables.execute(
          "INSERT INTO section (id, uuid, offering_id, kind, code) VALUES ("
              + section
              + ", UUID(), "
              + id
              + ", '"
              + kind
              + "', CONCAT("
              + code
              + ", '"
              + kind
              + "'))");
      tables.execute(
          "INSERT INTO section_seat (section_id, capacity) VALUES ("
              + section
              + ", "
              + seats
              + ")");
      // a place of its own in the week: day, hour and minute, so that plans of six never clash
      int start = place % 8 * 90 + (kind.equals("GROUP") ? 45 : 0);
      tables.execute(
          "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at) VALUES"
              + " (NEXT VALUE FOR registration_seq, "
              + section
              + ", "
              + (1 + place / 8)
              + ", SEC_TO_TIME("
              + (8 * 60 + start) * 60
              + "), SEC_TO_TIME("
              + (8 * 60 + start + 40) * 60
              + "))");
    }
    return uuid;
  }
}
