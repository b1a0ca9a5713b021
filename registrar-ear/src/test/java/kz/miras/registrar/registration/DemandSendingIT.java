package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office sends the demand of a term to the departments over HTTP. */
@ExtendWith(ServerExtension.class)
class DemandSendingIT {

  private static final String PAGE = "/registration/demand-sending.xhtml";

  private static Visitor signedIn(TestServer server, String login) {
    return new Visitor(server.url()).signedIn(login, login + "-Demo1");
  }

  private static long told(TestServer server) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COUNT(*) FROM notice WHERE code = 'registration.notice.demand' AND"
                    + " teacher_id IS NOT NULL")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String send(Visitor who, String page) {
    Matcher button = Pattern.compile("name=\"([^\"]+:send)\"").matcher(page);
    assertThat(button.find()).as("a term with demand").isTrue();
    return who.post(
            PAGE,
            page.substring(page.indexOf("id=\"f\"")),
            Map.of("f", "f", button.group(1), button.group(1)))
        .body();
  }

  @Test
  @DisplayName("DEM-4 a specialist sends the demand of a term once a day; juniors do not")
  void sentOnceADay(TestServer server) throws SQLException {
    Visitor specialist = signedIn(server, "specialist");
    assertThat(specialist.get("/office/list.xhtml?list=demand").body()).contains(PAGE);
    String page = specialist.get(PAGE).body();
    long before = told(server);

    String after = send(specialist, page);
    assertThat(after).contains("Спрос отправлен").contains("преподавателей — ");
    long now = told(server);
    assertThat(now).isGreaterThan(before);
    assertThat(send(specialist, after)).contains("Сегодня спрос уже отправлен");
    assertThat(told(server)).isEqualTo(now);

    assertThat(signedIn(server, "junior").get(PAGE).statusCode()).isEqualTo(403);
  }
}
