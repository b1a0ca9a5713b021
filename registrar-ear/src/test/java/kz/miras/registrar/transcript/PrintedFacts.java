package kz.miras.registrar.transcript;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.local.TestServer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * An issued document as a stranger holds it: its file, and what the code printed in it says.
 *
 * @param link of the QR code
 */
public record PrintedFacts(String number, String date, String code, byte[] pdf, URI link) {

  private static final float DPI = 200;

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
          row.getString(1), row.getString(2), row.getString(3), pdf, URI.create(read(pdf)));
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

  private static String read(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        Optional<String> code = read(new PDFRenderer(document).renderImageWithDPI(page, DPI));
        if (code.isPresent()) {
          return code.get();
        }
      }
    }
    throw new AssertionError("no QR code on any page");
  }

  private static Optional<String> read(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    RGBLuminanceSource light =
        new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(light)),
                  Map.of(DecodeHintType.TRY_HARDER, true))
              .getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
