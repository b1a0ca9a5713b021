package kz.miras.registrar.correspondence.service.mailbox;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Statements;

/** Which letter of the office a mail answers. */
@ApplicationScoped
class MailReplies {

  /** How this product names its mails. */
  private static final Pattern OURS =
      Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@registrar>");

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** Index of the letter; null for none. */
  String answered(String header) {
    Matcher ours = OURS.matcher(String.valueOf(header));
    if (!ours.find()) {
      return null;
    }
    try (Connection connection = database.getConnection()) {
      return Statements.list(
              connection,
              "SELECT l.letter_index FROM letter l JOIN mail m ON m.id = l.mail_id WHERE m.uuid = ?",
              List.of(ours.group(1)),
              row -> row.getString(1))
          .stream()
          .findFirst()
          .orElse(null);
    } catch (SQLException e) {
      throw new IllegalStateException("letters cannot be read", e);
    }
  }
}
