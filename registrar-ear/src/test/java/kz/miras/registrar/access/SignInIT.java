package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ServerExtension.class)
class SignInIT {

  private static final String WANTED = "/office/list.xhtml?list=programmes";

  @Test
  @DisplayName("signing in leads to the page asked for, under a new session id")
  void signingInLeadsToThePageAskedFor(TestServer server) throws SQLException {
    String login = new People(server).holding("SPE");
    Visitor visitor = new Visitor(server.url());
    visitor.get(WANTED);
    String before = visitor.session();

    HttpResponse<String> answer = visitor.signIn(login, People.PASSWORD, WANTED);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(WANTED);
    assertThat(visitor.session()).isNotNull().isNotEqualTo(before);
    assertThat(visitor.get(WANTED).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("signing in never leads to another site")
  void signingInNeverLeadsToAnotherSite(TestServer server) throws SQLException {
    String login = new People(server).holding("SPE");
    for (String foreign :
        new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
      Visitor visitor = new Visitor(server.url());
      String page = visitor.get("/sign-in.xhtml").body();
      HttpResponse<String> answer =
          visitor.post(
              "/sign-in.xhtml",
              page.substring(page.indexOf("id=\"sign-in\"")),
              java.util.Map.of(
                  "sign-in",
                  "sign-in",
                  "wanted",
                  foreign,
                  "login",
                  login,
                  "password",
                  People.PASSWORD,
                  "enter",
                  "enter"));
      assertThat(answer.headers().firstValue("Location").orElse(""))
          .startsWith(server.url())
          .doesNotContain("evil");
    }
  }

  @Test
  @DisplayName("ACC-7 guessing is slowed down: after some failures even the right password waits")
  void guessingIsSlowedDown(TestServer server) throws SQLException {
    String login = new People(server).holding("SPE");
    Visitor visitor = new Visitor(server.url());
    for (int i = 0; i < 6; i++) {
      assertThat(visitor.signIn(login, "wrong-" + i, "/index.xhtml").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> answer = visitor.signIn(login, People.PASSWORD, "/index.xhtml");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("ui-messages-error");
    assertThat(visitor.signInPage("/index.xhtml")).isNotEmpty();
  }

  @Test
  @DisplayName("a wrong name and a wrong password get the same answer")
  void aWrongNameAndAWrongPasswordGetTheSameAnswer(TestServer server) throws SQLException {
    String login = new People(server).holding("SPE");
    String wrongPassword =
        message(new Visitor(server.url()).signIn(login, "wrong", "/index.xhtml"));
    String wrongName =
        message(new Visitor(server.url()).signIn("nobody-here", "wrong", "/index.xhtml"));
    assertThat(wrongPassword).isNotEmpty().isEqualTo(wrongName);
  }

  @Test
  @DisplayName("ACC-2 an ended account does not sign in")
  void anEndedAccountDoesNotSignIn(TestServer server) throws SQLException {
    People people = new People(server);
    String login = people.holding("SPE");
    people.change(
        "UPDATE account SET valid_to = ? WHERE login = ?", LocalDate.now().minusDays(2), login);
    HttpResponse<String> answer =
        new Visitor(server.url()).signIn(login, People.PASSWORD, "/index.xhtml");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("without signing in every screen shows the sign-in page")
  void withoutSigningInEveryScreenShowsTheSignInPage(TestServer server) {
    for (String path : new String[] {"/", "/index.xhtml", WANTED, "/access/account.xhtml?id=1"}) {
      Visitor visitor = new Visitor(server.url());
      assertThat(visitor.get(visitor.signInPage(path)).body()).contains("id=\"sign-in\"");
    }
  }

  @Test
  @DisplayName("cookies and headers are closed: no script of others, no frame, no sniffing")
  void cookiesAndHeadersAreClosed(TestServer server) {
    for (String path : new String[] {"/sign-in.xhtml", "/error/404.xhtml"}) {
      HttpResponse<String> answer = new Visitor(server.url()).get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'self'", "script-src 'self' 'nonce-", "frame-ancestors 'none'")
          .doesNotContain("script-src 'self' 'unsafe-inline'");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
          .contains("HttpOnly", "SameSite=Lax");
    }
  }

  private static String message(HttpResponse<String> answer) {
    String body = answer.body();
    int at = body.indexOf("ui-messages-error-summary\">");
    return at < 0 ? "" : body.substring(at, body.indexOf('<', at));
  }
}
