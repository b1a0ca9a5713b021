package kz.miras.registrar.transcript.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * DOC-1. Numbers of a register and calendar year: taken under the lock of their row, so that none
 * is given twice and a transaction that fails leaves no gap.
 */
public final class RegisterNumbers {

  private RegisterNumbers() {}

  /**
   * Begins a register's year, in a transaction of its own: who takes the first number then waits
   * for a row like everybody else. Two that make the row, the first of them in vain, would wait for
   * each other.
   */
  public static void open(Connection connection, String register, int year) throws SQLException {
    try (PreparedStatement make =
        connection.prepareStatement(
            "INSERT INTO document_register (code, year, last_number) SELECT ?, ?, 0 FROM DUAL"
                + " WHERE NOT EXISTS (SELECT 1 FROM document_register WHERE code = ? AND year = ?)"
                + " ON DUPLICATE KEY UPDATE last_number = last_number")) {
      make.setString(1, register);
      make.setInt(2, year);
      make.setString(3, register);
      make.setInt(4, year);
      make.executeUpdate();
    }
  }

  /** The next number, kept by whoever commits the connection's transaction. */
  public static int next(Connection connection, String register, int year) throws SQLException {
    // one statement takes the row's lock at once; asking first would let two wait for each other
    try (PreparedStatement take =
            connection.prepareStatement(
                "INSERT INTO document_register (code, year, last_number) VALUES (?, ?, 1)"
                    + " ON DUPLICATE KEY UPDATE last_number = last_number + 1");
        PreparedStatement taken =
            connection.prepareStatement(
                "SELECT last_number FROM document_register WHERE code = ? AND year = ?")) {
      take.setString(1, register);
      take.setInt(2, year);
      take.executeUpdate();
      taken.setString(1, register);
      taken.setInt(2, year);
      try (ResultSet row = taken.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** As it stands on the document, for example {@code TR-2026/00042}. */
  public static String written(String register, int year, int number) {
    return String.format(Locale.ROOT, "%s-%d/%05d", register, year, number);
  }
}
