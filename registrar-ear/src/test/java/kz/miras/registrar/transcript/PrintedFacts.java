package kz.miras.registrar.transcript;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import kz.miras.registrar.local.TestServer;

/**
 * An issued document as a stranger holds it: its file, and what the code printed in it says.
 *
 * @param link of the QR code
 */
public record PrintedFacts(String number, String date, String code, byte[] pdf, URI link) {

  /** The latest issued document that is valid. */
  public static PrintedFacts valid(TestServer server) throws SQLException, IOException {
    return of(
        server,
        "d.status = 'ISSUED' AND NOT d.migrated AND d.languages = 'ru' AND d.results_until IS NOT"
            + " NULL ORDER BY d.id LIMIT 1");
  }

  /** A document of this state. */
  public static PrintedFacts of(TestServer server, String where) throws SQLException, IOException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT d.number, d.issued_on, d.verification_code, d.pdf FROM issued_document d"
                    + " WHERE "
                    + where)) {
      row.next();
      byte[] pdf = row.getBytes(4);
      return new PrintedFacts(
          row.getString(1),
          row.getString(2),
          row.getString(3),
          pdf,
          URI.create(PrintedQr.read(pdf)));
    }
  }

  /** What is signed behind # in the code. */
  public String token() {
    return link.getFragment();
  }

  /** The file with one byte of what it prints changed. */
  public byte[] changed() {
    byte[] changed = pdf.clone();
    changed[pdf.length / 3] ^= 4;
    return changed;
  }
}
