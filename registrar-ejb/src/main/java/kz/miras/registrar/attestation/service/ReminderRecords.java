package kz.miras.registrar.attestation.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * SHT-26. Who was reminded of which sheet on which day; the database lets nobody be twice a day.
 */
@ApplicationScoped
public class ReminderRecords {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /** Somebody who is reminded of a sheet; keys of both. */
  public record Reminded(long sheet, long teacher) {}

  /** Notes today's reminders before anybody is told: where another node was first, nobody is. */
  public void note(Collection<Reminded> reminded, String by) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            Batches.prepare(
                connection,
                "INSERT INTO sheet_reminder (sheet_id, teacher_id, reminded_on, reminded_by,"
                    + " reminded_at) VALUES (?, ?, ?, ?, ?)")) {
      for (Reminded one : reminded) {
        insert.setLong(1, one.sheet());
        insert.setLong(2, one.teacher());
        insert.setObject(3, time.today());
        insert.setString(4, by);
        insert.setObject(5, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("reminders cannot be noted", e);
    }
  }
}
