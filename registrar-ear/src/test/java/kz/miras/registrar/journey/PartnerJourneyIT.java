package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** An organisation on its pages: from the register to its first call, and to the kill switch. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class PartnerJourneyIT {

  private static final String ADMIN = "partner-admin";
  private static final String DEPUTY = "partner-deputy";
  private static final String DIRECTOR = "partner-director";
  private static final String LOGIN = "ministry-registry";

  private TestServer server;
  private WebDriver browser;
  private FormPage form;

  @Test
  @DisplayName(
      "PRT-1 PRT-8 PRT-9 PRT-11 registered by one, terms in force by another, its secret shown"
          + " once, its call kept, and stopped at once")
  void fromRegisterToKillSwitch(TestServer running, WebDriver chromium) throws Exception {
    server = running;
    browser = chromium;
    form = new FormPage(browser);
    Album album = new Album(browser, "partner");
    Staff.appoint(server, ADMIN, Role.ADM);
    Staff.appoint(server, DEPUTY, Role.DEP);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    account();

    Staff.signIn(browser, server, ADMIN);
    browser.get(server.url() + "/access/partner-new.xhtml");
    form.fill("login", LOGIN);
    form.fill("bin", "990140000825");
    form.press("register");
    assertThat(form.problem("bin")).isNotEmpty();
    album.picture("refused");
    registered();
    String card = browser.getCurrentUrl();

    Staff.signIn(browser, server, DEPUTY);
    browser.get(card);
    browser.findElement(By.cssSelector("#proposing summary")).click();
    browser
        .findElement(By.cssSelector("#operations input[value='verification.verifyDocument']"))
        .click();
    form.fill("basis", "Соглашение № 17 от 01.11.2026");
    form.fill("addresses", "10.0.0.0/8 127.0.0.0/8 ::1");
    album.picture("terms");
    form.press("propose");
    assertThat(buttons("approve")).as("nobody approves their own").isEmpty();

    Staff.signIn(browser, server, DIRECTOR);
    browser.get(card);
    pressed(buttons("approve").get(0));
    album.picture("approved");

    Staff.signIn(browser, server, ADMIN);
    browser.get(card);
    form.press("issue");
    String secret = browser.findElement(By.id("secret")).getText();
    album.picture("secret");
    browser.get(card);
    assertThat(browser.findElements(By.id("secret"))).as("shown once").isEmpty();
    assertThat(verdict(secret)).contains("NOT_FOUND");

    callIsKept(album);

    Staff.signIn(browser, server, DEPUTY);
    browser.get(card);
    form.press("suspend");
    assertThat(form.problem("reason")).isNotEmpty();
    form.fill("reason", "Утечка пароля");
    form.press("suspend");
    Staff.awaitStatus(browser, "state", "SUSPENDED");
    assertThat(verdict(secret)).contains("PARTNER_SUSPENDED");
    assertThat(browser.findElements(By.id("resume"))).as("that is the director's").isEmpty();

    Staff.signIn(browser, server, DIRECTOR);
    browser.get(card);
    form.fill("reason", "Пароль заменён");
    form.press("resume");
    Staff.awaitStatus(browser, "state", "ACTIVE");
    assertThat(verdict(secret)).contains("NOT_FOUND");
    lookedAfter(album);
    album.dark();
    album.picture("card-dark");
  }

  /** A message the partner was told of, and one of which the contents are kept no more. */
  private void lookedAfter(Album album) throws SQLException {
    String told = UUID.randomUUID().toString();
    String forgotten = UUID.randomUUID().toString();
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "INSERT INTO partner_outbox (id, uuid, partner_id, aggregate, kind, in_reply_to, subject,"
              + " created_at, next_at, with_files) SELECT NEXTVAL(partner_seq), ?, p.id, 'told',"
              + " 'LETTER_ANSWERED', 'LT-2026/00001', 'Тема', UTC_TIMESTAMP(6), '9999-12-31', TRUE"
              + " FROM partner p JOIN account a ON a.id = p.account_id WHERE a.login = ?",
          told,
          LOGIN);
      Staff.run(
          database,
          "INSERT INTO partner_message (id, uuid, partner_id, message_id, service, operation,"
              + " version, payload_sha256, received_at, state, forgotten_at) SELECT"
              + " NEXTVAL(partner_seq), ?, p.id, UUID(), 'correspondence', 'submitLetter', 'SOAP11',"
              + " UNHEX(SHA2('x', 256)), '2023-03-01', 'ANSWERED', UTC_TIMESTAMP(6) FROM partner p"
              + " JOIN account a ON a.id = p.account_id WHERE a.login = ?",
          forgotten,
          LOGIN);
    }
    browser.get(server.url() + "/access/partner-outgoing.xhtml?id=" + told);
    assertThat(browser.findElement(By.id("told")).isDisplayed()).isTrue();
    album.picture("told");
    browser.get(server.url() + "/access/partner-message.xhtml?id=" + forgotten);
    assertThat(browser.findElement(By.id("forgotten")).isDisplayed()).isTrue();
    assertThat(browser.findElements(By.id("open"))).isEmpty();
    album.picture("forgotten");
  }

  private void registered() {
    form.fill("bin", "991240000013");
    form.fill("name-kk", "Білім порталы");
    form.fill("name-ru", "Портал образования");
    form.fill("name-en", "Education portal");
    form.fill("contact-name", "Айгүл Серікова");
    form.fill("contact-email", "portal@edu.example");
    form.press("register");
    Staff.awaitStatus(browser, "state", "ACTIVE");
  }

  private void callIsKept(Album album) throws IOException {
    Staff.signIn(browser, server, DEPUTY);
    browser.get(server.url() + "/office/list.xhtml?list=partner-calls&q=verifyDocument");
    album.picture("calls");
    browser.get(
        server.url()
            + browser
                .findElement(By.cssSelector("a[href*='partner-call.xhtml']"))
                .getDomAttribute("href"));
    assertThat(browser.findElement(By.cssSelector("#genuine .badge.good")).isDisplayed()).isTrue();
    album.picture("call");
    Path folder = BrowserExtension.downloads();
    browser.findElement(By.id("request")).click();
    Staff.until(browser).until(b -> !kept(folder).isEmpty());
    String request = Files.readString(kept(folder).get(0));
    assertThat(request).contains("verifyDocument", "***").doesNotContain("wrong");
  }

  private static List<Path> kept(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("request-.*\\.txt"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<WebElement> buttons(String id) {
    return browser.findElements(By.cssSelector("#terms input[id$='" + id + "']"));
  }

  private void pressed(WebElement button) {
    button.click();
    Staff.awaitGone(browser, button);
  }

  private void account() throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "INSERT IGNORE INTO account (id, uuid, login, display_name, kind, valid_from, language)"
              + " VALUES (NEXTVAL(account_seq), UUID(), ?, ?, 'PARTNER', '2020-01-01', 'ru')",
          LOGIN,
          LOGIN);
      Staff.run(
          database,
          "INSERT INTO role_grant (id, account_id, role, school_id, valid_from, basis) SELECT"
              + " NEXTVAL(account_seq), n.id, g.role, g.school_id, g.valid_from, g.basis FROM"
              + " account n, role_grant g JOIN account a ON a.id = g.account_id WHERE a.login ="
              + " 'partner' AND n.login = ?",
          LOGIN);
    }
  }

  private String verdict(String secret) throws IOException, InterruptedException {
    String message =
        Files.readString(Path.of("..", "docs", "soap", "verify-document.xml"))
            .replace(
                "@NOW@", OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS) + "")
            .replaceAll("<c:messageId>[^<]*", "<c:messageId>" + UUID.randomUUID())
            .replace(">partner<", ">" + LOGIN + "<")
            .replace("partner-Demo1", secret);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + "/api/soap/verification/v1"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
