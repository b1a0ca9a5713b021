package kz.miras.registrar.attestation.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Statements;

/** Who sits the exams that are still to come, in one statement. */
@ApplicationScoped
class SittingStudents {

  private static final String ALL =
      "SELECT h.number, r.student_id FROM sheet h JOIN sheet_row r ON r.sheet_id = h.id WHERE"
          + " h.closed_at IS NULL AND r.exemption_id IS NULL AND (r.mark IS NULL OR r.mark <>"
          + " 'W')";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Keys of the students by key of the sheet; who has left the discipline or is exempt is left out.
   */
  Map<Long, Set<Long>> of(Collection<Long> sheets) {
    Map<Long, Set<Long>> students = new HashMap<>();
    if (sheets.isEmpty()) {
      return students;
    }
    try (Connection connection = database.getConnection()) {
      Statements.list(
              connection,
              "SELECT r.sheet_id, r.student_id FROM sheet_row r WHERE r.exemption_id IS NULL AND"
                  + " (r.mark IS NULL OR r.mark <> 'W') AND r.sheet_id IN ("
                  + Statements.places(sheets.size())
                  + ")",
              sheets,
              row -> List.of(row.getLong(1), row.getLong(2)))
          .forEach(
              row -> students.computeIfAbsent(row.get(0), key -> new HashSet<>()).add(row.get(1)));
      return students;
    } catch (SQLException e) {
      throw new IllegalStateException("students of exams cannot be read", e);
    }
  }

  /**
   * Keys of the students by number of the sheet; who has left the discipline or is exempt is left
   * out.
   */
  Map<String, Set<Long>> bySheet() {
    Map<String, Set<Long>> students = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        students.computeIfAbsent(row.getString(1), number -> new HashSet<>()).add(row.getLong(2));
      }
      return students;
    } catch (SQLException e) {
      throw new IllegalStateException("students of exams cannot be read", e);
    }
  }
}
