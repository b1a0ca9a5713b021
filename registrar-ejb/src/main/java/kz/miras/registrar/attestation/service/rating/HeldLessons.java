package kz.miras.registrar.attestation.service.rating;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.rating.RatingPeriod;

/** How many lessons of a discipline a student of a group has in a period, at most. */
@ApplicationScoped
class HeldLessons {

  /** Lessons a week of the group, and the most of any stream and any subgroup beside it. */
  private static final String A_WEEK =
      "SELECT MAX(x.id = g.id), MAX(l.held) FROM section g JOIN section x ON x.offering_id = g.offering_id AND"
          + " (x.kind <> g.kind OR x.id = g.id) JOIN (SELECT section_id, COUNT(*) AS held FROM"
          + " section_slot GROUP BY section_id) l ON l.section_id = x.id WHERE g.id = ? GROUP BY"
          + " x.kind";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** Lessons of the period; 0 where the timetable does not say. */
  int of(Sheet sheet, RatingPeriod period) {
    if (sheet.getSectionId() == null) {
      return 0;
    }
    int week = 0;
    boolean known = false;
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(A_WEEK)) {
      select.setLong(1, sheet.getSectionId());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known |= row.getBoolean(1);
          week += row.getInt(2);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("lessons cannot be read", e);
    }
    return known ? week * period.weeks() : 0;
  }
}
