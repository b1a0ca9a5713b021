package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a dean sees of study plans: the own step where there is one, and advisers who are late. */
@ExtendWith(ServerExtension.class)
class DeanStepIT {

  private static final String QUEUE = "/registration/plans.xhtml";

  private static Visitor signedIn(TestServer server, String login) {
    return new Visitor(server.url()).signedIn(login, login + "-Demo1");
  }

  private static int change(TestServer server, String sql) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  @Test
  @DisplayName(
      "IUP-1 where the rules do not ask for a signature the dean has neither queue nor button")
  void noStepNoButton(TestServer server) {
    String page = signedIn(server, "dean").get(QUEUE).body();

    assertThat(page).doesNotContain("id=\"decide\"").doesNotContain("id=\"plans\"");
  }

  @Test
  @DisplayName(
      "ADV-1 the dean sees advisers who are late and has the late one named where a deputy is appointed")
  void lateAdvisers(TestServer server) throws SQLException {
    String late =
        "UPDATE study_plan v JOIN student s ON s.id = v.student_id JOIN programme p ON p.id ="
            + " s.programme_id JOIN org_unit u ON u.id = p.school_id SET v.escalated_at = %s WHERE"
            + " v.status = 'SUBMITTED' AND u.code = 'SIT' AND s.adviser_id IS NOT NULL";
    assertThat(change(server, String.format(late, "NOW(6)"))).isPositive();
    try {
      Visitor dean = signedIn(server, "dean");
      String page = dean.get(QUEUE).body();
      assertThat(page).contains("id=\"late\"");
      Matcher link =
          Pattern.compile("href=\"(/student/adviser-deputies\\.xhtml\\?adviser=([^\"]+))\"")
              .matcher(page);
      assertThat(link.find()).as("a way to appoint a deputy").isTrue();
      assertThat(dean.get(link.group(1)).body())
          .as("the adviser is named already")
          .containsPattern("id=\"adviser\"[^>]*value=\"" + Pattern.quote(link.group(2)) + "\"");
      assertThat(signedIn(server, "adviser").get(QUEUE).body())
          .as("an adviser is not shown who else is late")
          .doesNotContain("id=\"late\"");
    } finally {
      change(server, String.format(late, "NULL"));
    }
  }
}
