package kz.miras.registrar.access.service.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Notes what other programs are told, in the transaction of the fact: both are there or neither.
 */
@ApplicationScoped
public class Events {

  private static final String INSERT =
      "INSERT INTO api_event (id, uuid, type, at, student_id, section_id, sheet_id, document_id,"
          + " order_id, detail) VALUES (NEXT VALUE FOR api_event_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /**
   * Something that has happened, by the keys of what it is about; null for what it is not about.
   *
   * @param detail what else it tells; no personal data
   */
  public record Happened(
      EventType type,
      Long student,
      Long section,
      Long sheet,
      Long document,
      Long order,
      Map<String, ?> detail) {

    /** About a student. */
    public static Happened toStudent(EventType type, long student, Map<String, ?> detail) {
      return new Happened(type, student, null, null, null, null, detail);
    }

    /** About a student and a section. */
    public static Happened inSection(long student, long section, Map<String, ?> detail) {
      return new Happened(EventType.ENROLLMENT_CHANGED, student, section, null, null, null, detail);
    }

    /** About a sheet. */
    public static Happened toSheet(EventType type, long sheet, Map<String, ?> detail) {
      return new Happened(type, null, null, sheet, null, null, detail);
    }

    /** About a document of a student. */
    public static Happened toDocument(EventType type, long student, long document) {
      return new Happened(type, student, null, null, document, null, Map.of());
    }

    /** About an order. */
    public static Happened toOrder(EventType type, long order, Map<String, ?> detail) {
      return new Happened(type, null, null, null, null, order, detail);
    }
  }

  /** Notes one. */
  public void note(Happened one) {
    note(List.of(one));
  }

  /** Notes several, in their order. */
  public void note(Collection<Happened> all) {
    if (all.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = Batches.prepare(connection, INSERT)) {
      for (Happened one : all) {
        insert.setString(1, UUID.randomUUID().toString());
        insert.setString(2, one.type().name());
        insert.setObject(3, TableRows.utc(time.now()));
        insert.setObject(4, one.student());
        insert.setObject(5, one.section());
        insert.setObject(6, one.sheet());
        insert.setObject(7, one.document());
        insert.setObject(8, one.order());
        insert.setString(9, Json.write(one.detail()));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("an event cannot be noted", e);
    }
  }
}
