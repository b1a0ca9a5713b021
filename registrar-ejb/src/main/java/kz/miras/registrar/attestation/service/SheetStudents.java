package kz.miras.registrar.attestation.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The names beside the rows of a sheet, in one statement. */
@ApplicationScoped
public class SheetStudents {

  private static final String NAMES =
      "SELECT s.id, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"
          + " FROM sheet_row r JOIN student s ON s.id = r.student_id WHERE r.sheet_id = ?";

  /** Number and name of a student. */
  public record Name(String number, String name) {}

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** By key of the student. */
  public Map<Long, Name> of(long sheet) {
    Map<Long, Name> names = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(NAMES)) {
      select.setLong(1, sheet);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          names.put(row.getLong(1), new Name(row.getString(2), row.getString(3)));
        }
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException("names cannot be read", e);
    }
  }
}
