package kz.miras.registrar.achievement.service.summary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * PRO-6. Whether results of a year are still to come for a student, as for the run that ends the
 * year: a sheet is not closed, or an enrolment has neither sheet nor result. Additional study is
 * left out, and an individual sitting may wait unless it is one of the summer.
 */
@ApplicationScoped
class AwaitedYear {

  private static final String AWAITED =
      "SELECT EXISTS (SELECT 1 FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id JOIN term t ON t.id"
          + " = h.term_id JOIN academic_year y ON y.id = t.academic_year_id LEFT JOIN enrolment e ON"
          + " e.id = r.enrolment_id WHERE r.student_id = ? AND y.start_year = ? AND h.kind <>"
          + " 'RATING' AND (h.kind <> 'INDIVIDUAL' OR t.type = 'SUMMER') AND COALESCE(e.type, '') <>"
          + " 'ADDITIONAL' AND (h.closed_at IS NULL OR h.closed_at >= ?)) OR EXISTS (SELECT 1 FROM"
          + " enrolment e JOIN offering f ON f.id = e.offering_id JOIN term t ON t.id = f.term_id"
          + " JOIN academic_year y ON y.id = t.academic_year_id WHERE e.student_id = ? AND"
          + " y.start_year = ? AND e.status = 'ENROLLED' AND e.type <> 'ADDITIONAL' AND e.enrolled_at"
          + " < ? AND NOT EXISTS (SELECT 1 FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE"
          + " r.enrolment_id = e.id AND h.kind <> 'RATING') AND NOT EXISTS (SELECT 1 FROM achievement"
          + " a WHERE a.student_id = e.student_id AND a.term_id = t.id AND a.discipline_id ="
          + " f.discipline_id))";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /** Whether something of a year was still to come at the end of a day. */
  boolean is(long student, int yearStart, LocalDate day) {
    LocalDateTime end =
        LocalDateTime.ofInstant(
            day.plusDays(1).atStartOfDay(time.zone()).toInstant(), ZoneOffset.UTC);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(AWAITED)) {
      for (int part = 0; part < 2; part++) {
        select.setLong(3 * part + 1, student);
        select.setInt(3 * part + 2, yearStart);
        select.setObject(3 * part + 3, end);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("results to come cannot be read", e);
    }
  }
}
