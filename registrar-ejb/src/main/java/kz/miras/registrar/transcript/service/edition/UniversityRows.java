package kz.miras.registrar.transcript.service.edition;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import kz.miras.registrar.transcript.edition.UniversityDetails;

/** Writes details of the university from a day on, within the transaction. */
@ApplicationScoped
class UniversityRows {

  private static final String TEXT =
      "INSERT INTO university_setting (code, valid_from, value) VALUES (?, ?, ?) ON DUPLICATE KEY"
          + " UPDATE value = VALUES(value)";
  private static final String IMAGE =
      "INSERT INTO university_image (code, valid_from, media_type, content) VALUES (?, ?, ?, ?) ON"
          + " DUPLICATE KEY UPDATE media_type = VALUES(media_type), content = VALUES(content)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** A detail from a day on; an image without content ends the one before it. */
  void write(String code, LocalDate from, String value) {
    boolean image = UniversityDetails.IMAGES.contains(code);
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(image ? IMAGE : TEXT)) {
      insert.setString(1, code);
      insert.setObject(2, from);
      if (image) {
        boolean jpeg = value.startsWith("data:image/jpeg");
        insert.setString(3, jpeg ? "image/jpeg" : "image/png");
        insert.setBytes(4, value.isEmpty() ? new byte[0] : UniversityImages.content(value));
      } else {
        insert.setString(3, value.strip());
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("details of the university cannot be written", e);
    }
  }
}
