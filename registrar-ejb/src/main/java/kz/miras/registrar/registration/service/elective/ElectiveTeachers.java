package kz.miras.registrar.registration.service.elective;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Statements;

/** Who teaches electives, as far as sections already tell. */
@ApplicationScoped
class ElectiveTeachers {

  private static final String SELECT =
      "SELECT DISTINCT o.discipline_id, CONCAT_WS(' ', t.last_name, t.first_name, t.patronymic)"
          + " FROM offering o JOIN term m ON m.id = o.term_id JOIN academic_year y ON y.id ="
          + " m.academic_year_id JOIN section s ON s.offering_id = o.id JOIN section_teacher a ON"
          + " a.section_id = s.id AND a.duty = 'TEACHER' JOIN teacher t ON t.id = a.teacher_id WHERE"
          + " y.start_year BETWEEN ? AND ? AND o.discipline_id IN (%s) ORDER BY 2";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** Names of those who teach in the year or taught in the one before, by discipline. */
  Map<Long, List<String>> of(List<Long> disciplines, int startYear) {
    Map<Long, List<String>> teachers = new HashMap<>();
    if (disciplines.isEmpty()) {
      return teachers;
    }
    String marks = Statements.places(disciplines.size());
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(String.format(SELECT, marks))) {
      select.setInt(1, startYear - 1);
      select.setInt(2, startYear);
      int at = 3;
      for (long discipline : disciplines) {
        select.setLong(at++, discipline);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          teachers.computeIfAbsent(row.getLong(1), d -> new ArrayList<>()).add(row.getString(2));
        }
      }
      return teachers;
    } catch (SQLException e) {
      throw new IllegalStateException("teachers cannot be read", e);
    }
  }
}
