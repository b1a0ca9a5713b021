package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts and grants through the screens, as the people who may. */
@ExtendWith(ServerExtension.class)
class GrantsIT {

  private static final String NEW_PASSWORD = "Үйренген жау атыспаққа жақсы";

  @Test
  @DisplayName(
      "ACC-8 the administrator opens an account; it signs in once an order gives it a role")
  void theAdministratorOpensAnAccount(TestServer server) throws SQLException {
    Visitor admin = signedIn(server, "ADM");
    String login = "it-new-" + UUID.randomUUID().toString().substring(0, 8);
    assertThat(open(admin, login).statusCode()).isEqualTo(302);
    assertThat(open(admin, login).body()).contains("ui-messages-error");

    give(admin, server, login, "DEP", "order 7-k of 2026-09-01");

    Visitor person = new Visitor(server.url()).signedIn(login, NEW_PASSWORD);
    assertThat(person.get("/office/list.xhtml?list=accounts").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "ACC-9 a specialist's role is prepared, approved by another person and then executed")
  void aSpecialistsRolePassesThreeHands(TestServer server) throws SQLException {
    Visitor admin = signedIn(server, "ADM");
    String login = "it-spec-" + UUID.randomUUID().toString().substring(0, 8);
    open(admin, login);
    assertThat(give(admin, server, login, "SPE", "job description 4").statusCode()).isEqualTo(200);
    assertThat(
            number(
                server,
                "SELECT COUNT(*) FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = ?",
                login))
        .isZero();

    Visitor deputy = signedIn(server, "DEP");
    assertThat(give(deputy, server, login, "SPE", "job description 4").statusCode()).isEqualTo(302);
    assertThat(press(admin, server, login, "execute")).isFalse();

    assertThat(press(signedIn(server, "DIR"), server, login, "approve")).isTrue();
    assertThat(press(admin, server, login, "execute")).isTrue();

    assertThat(
            number(
                server,
                "SELECT COUNT(*) FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = ? AND g.role = 'SPE'",
                login))
        .isOne();
    assertThat(
            number(
                server,
                "SELECT COUNT(DISTINCT actor) FROM audit_entry WHERE action LIKE 'grantproposal.%'"
                    + " AND entity_id = (SELECT MAX(p.id) FROM grant_proposal p JOIN account a ON"
                    + " a.id = p.account_id WHERE a.login = ?)",
                login))
        .as("three hands in the trail")
        .isEqualTo(3);
  }

  @Test
  @DisplayName("ACC-5 a role without its basis is refused and nothing is stored")
  void aRoleWithoutItsBasisIsRefused(TestServer server) throws SQLException {
    Visitor admin = signedIn(server, "ADM");
    String login = "it-bare-" + UUID.randomUUID().toString().substring(0, 8);
    open(admin, login);
    assertThat(give(admin, server, login, "TCH", "").body()).contains("ui-messages-error");
    assertThat(
            number(
                server,
                "SELECT COUNT(*) FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = ?",
                login))
        .isZero();
  }

  @Test
  @DisplayName("ACC-1 whoever only reads accounts gets no form that changes them")
  void whoeverOnlyReadsGetsNoForm(TestServer server) throws SQLException {
    String page = signedIn(server, "AUD").get(card(server, "admin")).body();
    assertThat(page).contains("admin").doesNotContain("id=\"edit\"", "id=\"give\"", "id=\"pass\"");
  }

  private static Visitor signedIn(TestServer server, String role) throws SQLException {
    return new Visitor(server.url()).signedIn(new People(server).holding(role), People.PASSWORD);
  }

  private static HttpResponse<String> open(Visitor admin, String login) {
    String page = admin.get("/access/account-new.xhtml").body();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("f", "f");
    form.put("f:login", login);
    form.put("f:name", "Әсел Нұрланқызы");
    form.put("f:kind", "PERSON");
    form.put("f:lang", "KK");
    form.put("f:from_input", "01.01.2026");
    form.put("f:password", NEW_PASSWORD);
    form.put("f:open", "open");
    return admin.post("/access/account-new.xhtml", from(page, "f"), form);
  }

  private static HttpResponse<String> give(
      Visitor who, TestServer server, String login, String role, String basis) throws SQLException {
    String path = card(server, login);
    String page = who.get(path).body();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("give", "give");
    form.put("give:role", role);
    form.put("give:from_input", "01.09.2026");
    form.put("give:basis", basis);
    form.put("give:do", "do");
    return who.post(path, from(page, "give"), form);
  }

  /** Presses the button of the only proposal; false where it is not there. */
  private static boolean press(Visitor who, TestServer server, String login, String act)
      throws SQLException {
    String path = card(server, login);
    String page = who.get(path).body();
    if (!page.contains("id=\"proposed\"")) {
      return false;
    }
    String part = from(page, "proposed");
    Matcher button = Pattern.compile("name=\"(proposed:[^\"]*:" + act + ")\"").matcher(part);
    if (!button.find()) {
      return false;
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("proposed", "proposed");
    form.put(button.group(1), act);
    return who.post(path, part, form).statusCode() == 302;
  }

  private static String from(String page, String form) {
    return page.substring(page.indexOf("id=\"" + form + "\""));
  }

  private static String card(TestServer server, String login) throws SQLException {
    try (Connection connection = server.database();
        PreparedStatement select =
            connection.prepareStatement("SELECT uuid FROM account WHERE login = ?")) {
      select.setString(1, login);
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).as(login).isTrue();
        return "/access/account.xhtml?id=" + row.getString(1);
      }
    }
  }

  private static long number(TestServer server, String sql, String login) throws SQLException {
    try (Connection connection = server.database();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, login);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
