package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * How often a refusal that needs no seat to be seen is written into the log of a section: once a
 * minute for each student. Whoever asks again meanwhile is refused as before, with an answer and a
 * receipt that is sealed over it, but neither keeps others from the section's seats nor fills its
 * log.
 */
@ApplicationScoped
class RefusalPace {

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final String LATELY =
      "SELECT DISTINCT section_id FROM registration_log FORCE INDEX (ix_registration_log_student)"
          + " WHERE student_id = ? AND act = 'REFUSED' AND"
          + " decided_at > ? AND section_id IN (%s)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** Those of the sections whose logs say already that the student was refused just now. */
  Set<Long> lately(long student, Collection<Long> sections, Instant now) {
    String sql =
        String.format(LATELY, String.join(", ", Collections.nCopies(sections.size(), "?")));
    Set<Long> lately = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, student);
      select.setObject(2, EnrolmentRows.utc(now.minus(PAUSE)));
      int at = 3;
      for (long section : sections) {
        select.setLong(at++, section);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lately.add(row.getLong(1));
        }
      }
      return lately;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
