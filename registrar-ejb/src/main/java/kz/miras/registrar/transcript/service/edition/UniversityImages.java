package kz.miras.registrar.transcript.service.edition;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.sql.DataSource;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Statements;

/** DOC-32. Images of the university by day, as addresses that hold the image itself. */
@ApplicationScoped
public class UniversityImages {

  /** The crest. */
  public static final String CREST = "image.crest";

  static final int LARGEST = 300_000;
  private static final int WIDEST = 2000;
  private static final String RULE = "DOC-32";

  private static final Map<String, String> TYPES = Map.of("png", "image/png", "JPEG", "image/jpeg");

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** The image in force on a day as a data address; empty where there is none. */
  public String address(String code, LocalDate day) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT media_type, content FROM university_image WHERE code = ? AND valid_from <= ?"
                    + " ORDER BY valid_from DESC LIMIT 1")) {
      select.setString(1, code);
      select.setObject(2, day);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBytes(2).length > 0
            ? address(row.getString(1), row.getBytes(2))
            : "";
      }
    } catch (SQLException e) {
      throw new IllegalStateException("images cannot be read", e);
    }
  }

  /** The same of several images, by their codes; those there are none of are left out. */
  public Map<String, String> addresses(Collection<String> codes, LocalDate day) {
    Map<String, String> addresses = new HashMap<>();
    List<Object> values = new ArrayList<>(codes);
    values.add(day);
    try (Connection connection = database.getConnection()) {
      Statements.each(
          connection,
          "SELECT i.code, i.media_type, i.content FROM university_image i WHERE i.code IN ("
              + Statements.places(codes.size())
              + ") AND i.valid_from = (SELECT MAX(l.valid_from) FROM university_image l WHERE"
              + " l.code = i.code AND l.valid_from <= ?)",
          values,
          row -> {
            byte[] content = row.getBytes(3);
            if (content.length > 0) {
              addresses.put(row.getString(1), address(row.getString(2), content));
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException("images cannot be read", e);
    }
    return addresses;
  }

  private static String address(String type, byte[] content) {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
  }

  /**
   * An uploaded image as a data address.
   *
   * @return empty where it is neither PNG nor JPEG
   */
  public static Optional<String> address(byte[] content) {
    return type(content).map(type -> address(type, content));
  }

  /** What is wrong with an image; empty where nothing is. */
  static Optional<Refusal> problem(String address) {
    byte[] content = content(address);
    if (content == null || content.length > LARGEST) {
      return Optional.of(Refusal.of("transcript.university.image-large", RULE, LARGEST / 1000));
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (readers.hasNext() && type(content).isPresent()) {
        ImageReader reader = readers.next();
        reader.setInput(in, true, true);
        // its size is looked at before its pixels: a small file may unfold to a huge image
        if (reader.getWidth(0) <= WIDEST && reader.getHeight(0) <= WIDEST) {
          BufferedImage image = reader.read(0);
          if (image != null) {
            return Optional.empty();
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      return Optional.of(Refusal.of("transcript.university.image", RULE, WIDEST));
    }
    return Optional.of(Refusal.of("transcript.university.image", RULE, WIDEST));
  }

  /** The bytes of a data address; null where it is none. */
  static byte[] content(String address) {
    int at = address.indexOf(";base64,");
    if (!address.startsWith("data:image/") || at < 0) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(address.substring(at + 8));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Optional<String> type(byte[] content) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      return readers.hasNext()
          ? Optional.ofNullable(TYPES.get(readers.next().getFormatName()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
