package kz.miras.registrar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.service.CheckUpgrade;
import kz.miras.registrar.registration.service.CheckUpgrade.Twice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator is told before an upgrade. */
@ExtendWith(ServerExtension.class)
class CheckUpgradeIT {

  private static final String OFFERING =
      "INSERT INTO offering (id, uuid, term_id, discipline_id, code, language, status) SELECT"
          + " NEXTVAL(registration_seq), UUID(), (SELECT MIN(id) FROM term), (SELECT MIN(id) FROM"
          + " discipline), 'TWICE-%s', '%s', 'OPEN'";

  /** Enrolments as they could lie in an older schema, seen by this connection alone. */
  private static void older(Statement statement, String second) throws SQLException {
    statement.execute(
        "CREATE TEMPORARY TABLE enrolment (student_id BIGINT, offering_id BIGINT, status"
            + " VARCHAR(16))");
    for (String language : List.of("kk", "ru")) {
      statement.execute(String.format(OFFERING, language, language));
      statement.execute(
          "INSERT INTO enrolment SELECT (SELECT MIN(id) FROM student), id, '"
              + (language.equals("ru") ? second : "ENROLLED")
              + "' FROM offering WHERE code = 'TWICE-"
              + language
              + "'");
    }
  }

  private static List<Twice> found(TestServer server, String second) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        older(statement, second);
        return CheckUpgrade.doubles(connection);
      } finally {
        connection.rollback();
        statement.execute("DROP TEMPORARY TABLE IF EXISTS enrolment");
      }
    }
  }

  @Test
  @DisplayName(
      "REG-10 whoever is enrolled twice in a discipline of a term is named before an upgrade; who has"
          + " left one of them is not")
  void doubles(TestServer server) throws SQLException {
    List<Twice> twice = found(server, "ENROLLED");

    assertThat(twice).singleElement().extracting(Twice::offerings).isEqualTo("TWICE-kk, TWICE-ru");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    assertThat(CheckUpgrade.tell(twice, new PrintStream(said, true, StandardCharsets.UTF_8)))
        .isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains(twice.get(0).student(), "TWICE-kk, TWICE-ru")
        .doesNotContain("??");
    assertThat(found(server, "DROPPED")).isEmpty();
  }

  @Test
  @DisplayName("the README names the command; on a database without doubles it ends with 0")
  void nothingInTheWay(TestServer server) throws Exception {
    String readme = Files.readString(Path.of(System.getProperty("registrar.root"), "README.md"));
    assertThat(readme).contains(CheckUpgrade.class.getName() + " \\\n");
    String url;
    String user;
    try (Connection connection = server.database()) {
      url = connection.getMetaData().getURL();
      user = connection.getMetaData().getUserName().replaceAll("@.*", "");
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        CheckUpgrade.run(
            new String[] {url, user},
            Map.of("REGISTRAR_DB_PASSWORD", server.secret("REGISTRAR_DB_PASSWORD")),
            new PrintStream(said, true, StandardCharsets.UTF_8));
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }
}
