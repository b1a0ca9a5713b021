package kz.miras.registrar.attestation.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Who sits the exams that are still to come, in one statement. */
@ApplicationScoped
class SittingStudents {

  private static final String ALL =
      "SELECT h.number, r.student_id FROM sheet h JOIN sheet_row r ON r.sheet_id = h.id WHERE"
          + " h.closed_at IS NULL AND (r.mark IS NULL OR r.mark <> 'W')";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** Keys of the students by number of the sheet; who has left the discipline is left out. */
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
