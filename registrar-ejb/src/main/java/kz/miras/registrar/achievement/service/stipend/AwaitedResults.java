package kz.miras.registrar.achievement.service.stipend;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;

/** What students study in a term, and so expect a result in; additional study is left out. */
@ApplicationScoped
class AwaitedResults {

  private static final String OF_TERM =
      " JOIN academic_year y ON y.id = t.academic_year_id WHERE y.start_year = ? AND t.type = ? AND"
          + " @who.student_id IN (@students)";

  private static final String STUDIED =
      "SELECT x.student_id, d.id, d.name_kk, d.name_ru, d.name_en FROM (SELECT e.student_id,"
          + " f.discipline_id FROM enrolment e JOIN offering f ON f.id = e.offering_id JOIN term t"
          + " ON t.id = f.term_id"
          + OF_TERM.replace("@who", "e")
          + " AND (e.status = 'ENROLLED' OR e.status IN ('COMPLETED', 'WITHDRAWN') AND e.ended_at > ?)"
          + " AND e.type <> 'ADDITIONAL' UNION SELECT r.student_id,"
          + " h.discipline_id FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id LEFT JOIN enrolment"
          + " e ON e.id = r.enrolment_id JOIN term t ON t.id = h.term_id"
          + OF_TERM.replace("@who", "r")
          + " AND (h.closed_at IS NULL OR h.closed_at > ?) AND h.kind <> 'RATING' AND COALESCE(e.type, '') <>"
          + " 'ADDITIONAL') x JOIN discipline d ON d.id = x.discipline_id ORDER BY x.student_id,"
          + " d.name_ru, d.id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** A discipline of the term by its key. */
  record Studied(String discipline, LocalizedText name) {}

  /**
   * The disciplines each was enrolled in, or stood on a sheet of that was not closed.
   *
   * @param at the moment that is asked about
   */
  Map<Long, List<Studied>> of(TermRef term, Collection<Long> students, Instant at) {
    Map<Long, List<Studied>> studied = new HashMap<>();
    if (students.isEmpty()) {
      return studied;
    }
    String places = Statements.places(students.size());
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(STUDIED.replace("@students", places))) {
      int place = 1;
      for (int part = 0; part < 2; part++) {
        select.setInt(place++, term.yearStart());
        select.setString(place++, term.type().name());
        for (long student : students) {
          select.setLong(place++, student);
        }
        select.setObject(place++, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          studied
              .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
              .add(
                  new Studied(
                      "id:" + row.getLong(2),
                      LocalizedText.of(row.getString(3), row.getString(4), row.getString(5))));
        }
      }
      return studied;
    } catch (SQLException e) {
      throw new IllegalStateException("what is studied cannot be read", e);
    }
  }
}
