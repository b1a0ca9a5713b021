package kz.miras.registrar.access.service.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.subsystem.EventTerm;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.shared.service.FeedPlaces;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.TableRows;

/** Events in the order of the feed, as CloudEvents 1.0 has them. */
@ApplicationScoped
class EventStore {

  private static final String LOCK = "SELECT place FROM api_event_feed WHERE id = 1 FOR UPDATE";
  private static final String FRESH =
      "SELECT id FROM api_event WHERE place IS NULL ORDER BY id LIMIT 5000";
  private static final String PLACE = "UPDATE api_event SET place = ? WHERE id = ?";
  private static final String MOVED = "UPDATE api_event_feed SET place = ? WHERE id = 1";
  private static final String EVENT =
      "SELECT e.*, s.uuid AS student, s.student_no, x.uuid AS section, x.code AS section_code, o.uuid"
          + " AS offering, o.code AS offering_code, h.uuid AS sheet, h.number AS sheet_number, i.uuid"
          + " AS document, i.number AS document_number, i.kind AS document_kind, w.uuid AS signed_order,"
          + " w.number AS order_number FROM api_event e LEFT"
          + " JOIN student s ON s.id = e.student_id LEFT JOIN section x ON x.id = e.section_id LEFT"
          + " JOIN offering o ON o.id = x.offering_id LEFT JOIN sheet h ON h.id = e.sheet_id LEFT JOIN"
          + " issued_document i ON i.id = e.document_id LEFT JOIN student_order w ON w.id = e.order_id"
          + " WHERE ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private TableRows rows;

  /**
   * An event with its place.
   *
   * @param cloudEvent its envelope and data
   */
  record Placed(long place, Map<String, Object> cloudEvent) {}

  /** Gives what has been committed its place, in the transaction of the caller. */
  void number() {
    try (Connection connection = database.getConnection()) {
      FeedPlaces.number(connection, LOCK, FRESH, PLACE, MOVED);
    } catch (SQLException e) {
      throw new IllegalStateException("events cannot be numbered", e);
    }
  }

  /** Whether everything behind a place is still kept. */
  boolean reaches(long after) {
    return EventTerm.reaches(after, forgotten());
  }

  /** The last place that was given; in the transaction that numbers nobody gives another. */
  long head() {
    return rows.one("SELECT place FROM api_event_feed WHERE id = 1", row -> row.getLong(1))
        .orElse(0L);
  }

  /** The last place that is not kept any more; 0 where all are. */
  long forgotten() {
    return rows.one("SELECT forgotten FROM api_event_feed WHERE id = 1", row -> row.getLong(1))
        .orElse(0L);
  }

  /** Events of these types behind a place. */
  List<Placed> behind(long after, Collection<EventType> types, int most) {
    if (types.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>();
    values.add(after);
    types.forEach(type -> values.add(type.name()));
    values.add(most);
    return rows.list(
        EVENT
            + "e.place > ? AND e.type IN ("
            + Statements.places(types.size())
            + ") ORDER BY e.place LIMIT ?",
        row -> new Placed(row.getLong("place"), cloudEvent(row)),
        values.toArray());
  }

  /** One event by its key. */
  Map<String, Object> one(long id) {
    return rows.one(EVENT + "e.id = ?", EventStore::cloudEvent, id).orElseThrow();
  }

  private static Map<String, Object> cloudEvent(ResultSet row) throws SQLException {
    EventType type = EventType.valueOf(row.getString("type"));
    Map<String, Object> data = new LinkedHashMap<>();
    named(data, "student", row.getString("student"), "studentNo", row.getString("student_no"));
    named(data, "offering", row.getString("offering"), "code", row.getString("offering_code"));
    named(data, "section", row.getString("section"), "code", row.getString("section_code"));
    named(data, "gradeSheet", row.getString("sheet"), "number", row.getString("sheet_number"));
    named(data, "document", row.getString("document"), "number", row.getString("document_number"));
    named(data, "order", row.getString("signed_order"), "number", row.getString("order_number"));
    if (row.getString("document_kind") != null) {
      data.put("kind", row.getString("document_kind"));
    }
    Map<?, ?> detail = Json.read(row.getString("detail"), Map.class);
    detail.forEach((name, value) -> data.put(String.valueOf(name), value));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", row.getString("uuid"));
    event.put("source", "/miras/registrar");
    event.put("type", type.type());
    event.put("subject", subject(row));
    event.put("time", TableRows.instant(row, "at").toString());
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return event;
  }

  private static String subject(ResultSet row) throws SQLException {
    for (String thing : List.of("document", "sheet", "student")) {
      if (row.getString(thing) != null) {
        return thing + "/" + row.getString(thing);
      }
    }
    return row.getString("signed_order") == null ? null : "order/" + row.getString("signed_order");
  }

  private static void named(
      Map<String, Object> data, String name, String id, String code, String value) {
    if (id != null) {
      Map<String, Object> thing = new LinkedHashMap<>();
      thing.put("id", id);
      thing.put(code, value);
      data.put(name, thing);
    }
  }
}
