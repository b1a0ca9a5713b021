package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.UUID;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** A program on its pages: from the register to its first call, a new secret, and the block. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class SubsystemJourneyIT {

  private static final String ADMIN = "subsystem-admin";
  private static final String LOGIN = "timetable";

  private TestServer server;

  @Test
  @DisplayName(
      "SUB-1 SUB-3 PRT-9 registered with its scopes, its secret shown once and replaced with an"
          + " overlap, blocked at once")
  void fromRegisterToBlock(TestServer running, WebDriver browser) throws Exception {
    server = running;
    FormPage form = new FormPage(browser);
    Album album = new Album(browser, "subsystem");
    Staff.appoint(server, ADMIN, Role.ADM);
    account();
    Staff.signIn(browser, server, ADMIN);

    browser.get(server.url() + "/access/subsystem-new.xhtml");
    form.fill("login", LOGIN);
    form.press("register");
    assertThat(form.problem("name-kk")).isNotEmpty();
    form.fill("name-kk", "Кесте");
    form.fill("name-ru", "Расписание");
    form.fill("name-en", "Timetable");
    form.fill("contact-name", "Айгүл Серікова");
    form.fill("contact-email", "timetable@miras.example");
    browser.findElement(By.cssSelector("#scopes input[value='CALENDAR_READ']")).click();
    browser.findElement(By.cssSelector("#scopes input[value='EXAMS_READ']")).click();
    album.picture("new");
    form.press("register");
    Staff.awaitStatus(browser, "state", "ACTIVE");
    String card = browser.getCurrentUrl();

    form.press("issue");
    String first = browser.findElement(By.id("secret")).getText();
    album.picture("secret");
    browser.get(card);
    assertThat(browser.findElements(By.id("secret"))).as("shown once").isEmpty();
    assertThat(status(first, "/academic-calendar")).isEqualTo(200);
    assertThat(status(first, "/courses")).as("not in its scopes").isEqualTo(403);
    assertThat(status("wrong", "/academic-calendar")).isEqualTo(401);

    form.press("issue");
    String second = browser.findElement(By.id("secret")).getText();
    assertThat(status(first, "/academic-calendar")).as("for two weeks beside").isEqualTo(200);
    assertThat(status(second, "/academic-calendar")).isEqualTo(200);
    browser.get(card);
    form.fill("overlap", "0");
    form.press("issue");
    String third = browser.findElement(By.id("secret")).getText();
    assertThat(status(second, "/academic-calendar")).as("without overlap").isEqualTo(401);
    assertThat(status(third, "/academic-calendar")).isEqualTo(200);

    browser.get(card);
    form.press("block");
    assertThat(form.problem("reason")).isNotEmpty();
    form.fill("reason", "Секрет попал в журнал");
    form.press("block");
    Staff.awaitStatus(browser, "state", "BLOCKED");
    assertThat(status(third, "/academic-calendar")).isEqualTo(403);
    browser.get(server.url() + "/office/list.xhtml?list=subsystems");
    album.picture("list");
    browser.get(card);
    form.fill("reason", "Секрет заменён");
    form.press("unblock");
    Staff.awaitStatus(browser, "state", "ACTIVE");
    assertThat(status(third, "/academic-calendar")).isEqualTo(200);
    album.dark();
    album.picture("card-dark");

    browser.get(server.url() + "/access/webhook.xhtml?id=" + subscription());
    assertThat(browser.findElements(By.cssSelector("#deliveries tr[data-state=DEAD]"))).hasSize(1);
    album.picture("webhook-dark");
    Staff.follow(browser, By.cssSelector("#deliveries input[id$=again]"));
    assertThat(browser.findElements(By.cssSelector("#deliveries tr[data-state=WAITING]")))
        .as("sent again")
        .hasSize(1);
  }

  /** A subscription whose address has taken nothing. */
  private String subscription() throws SQLException {
    String id = UUID.randomUUID().toString();
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO webhook (id, uuid, subsystem_id, url, types, place, created_at, created_by)"
              + " SELECT NEXTVAL(api_event_seq), '"
              + id
              + "', s.id, 'http://127.0.0.1:1/hook', 'exam.rescheduled', 1000000000,"
              + " UTC_TIMESTAMP(6), 'it' FROM subsystem s JOIN account a ON a.id = s.account_id"
              + " WHERE a.login = '"
              + LOGIN
              + "'");
      statement.execute(
          "INSERT INTO api_event (id, uuid, type, at) VALUES (NEXTVAL(api_event_seq), UUID(),"
              + " 'EXAM_RESCHEDULED', UTC_TIMESTAMP(6))");
      statement.execute(
          "INSERT INTO webhook_delivery (id, uuid, webhook_id, event_id, state, attempts, next_at,"
              + " failure) SELECT NEXTVAL(api_event_seq), UUID(), w.id, (SELECT MAX(e.id) FROM"
              + " api_event e), 'DEAD', 7, UTC_TIMESTAMP(6), 'HTTP 503' FROM webhook w WHERE w.uuid ="
              + " '"
              + id
              + "'");
    }
    return id;
  }

  private int status(String secret, String path) throws IOException, InterruptedException {
    String pair =
        Base64.getEncoder().encodeToString((LOGIN + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
                .header("Authorization", "Basic " + pair)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private void account() throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO account (id, uuid, login, display_name, kind, valid_from, language) VALUES"
              + " (NEXT VALUE FOR account_seq, UUID(), '"
              + LOGIN
              + "', 'Расписание', 'SUBSYSTEM', '2020-01-01', 'ru')");
      statement.execute(
          "INSERT INTO role_grant (id, account_id, role, valid_from, basis) VALUES (NEXT VALUE FOR"
              + " account_seq, (SELECT id FROM account WHERE login = '"
              + LOGIN
              + "'), 'SUBSYSTEM', '2020-01-01', 'order 1')");
    }
  }
}
