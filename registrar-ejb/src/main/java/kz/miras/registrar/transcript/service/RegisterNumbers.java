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

  /** The next number, kept by whoever commits the connection's transaction. */
  public static int next(Connection connection, String register, int year) throws SQLException {
    try (PreparedStatement make =
            connection.prepareStatement(
                "INSERT IGNORE INTO document_register (code, year) VALUES (?, ?)");
        PreparedStatement lock =
            connection.prepareStatement(
                "SELECT last_number FROM document_register WHERE code = ? AND year = ?"
                    + " FOR UPDATE");
        PreparedStatement step =
            connection.prepareStatement(
                "UPDATE document_register SET last_number = ? WHERE code = ? AND year = ?")) {
      make.setString(1, register);
      make.setInt(2, year);
      make.executeUpdate();
      lock.setString(1, register);
      lock.setInt(2, year);
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        int next = row.getInt(1) + 1;
        step.setInt(1, next);
        step.setString(2, register);
        step.setInt(3, year);
        step.executeUpdate();
        return next;
      }
    }
  }

  /** As it stands on the document, for example {@code TR-2026/00042}. */
  public static String written(String register, int year, int number) {
    return String.format(Locale.ROOT, "%s-%d/%05d", register, year, number);
  }
}
