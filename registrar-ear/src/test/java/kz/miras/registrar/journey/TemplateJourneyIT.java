package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The wording of the transcript is changed without a programmer, and put back. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class TemplateJourneyIT {

  private static final String DESIGNER = "template-designer";
  private static final String DIRECTOR = "template-director";
  private static final String CLERK = "template-clerk";
  private static final String NEW_WORDS = "Әділ, құрметті оқырман – образец 2026 года";
  private static final String TRANSCRIPT = "/transcript/editions.xhtml?of=TEMPLATE:transcript";

  @Test
  @DisplayName(
      "DOC-30 a changed template is tried, approved by another, used for the next transcript only,"
          + " and put back")
  void changed(TestServer server, WebDriver browser) throws SQLException, IOException {
    Album album = new Album(browser, "template");
    Staff.appoint(server, DESIGNER, Role.SEN);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, CLERK, Role.JUN);
    String before = issued(server, browser);

    Staff.signIn(browser, server, DESIGNER);
    browser.get(server.url() + "/transcript/setup.xhtml");
    album.picture("list");
    FormPage form = new FormPage(browser);
    String edition = draft(server, browser);
    String source = browser.findElement(By.id("source")).getDomProperty("value");
    type(browser, source.replace("<h1 th:text", "<script>alert(1)</script><h1 th:text"));
    form.fill("note", "Слова под заголовком");
    form.press("save");
    assertThat(browser.findElement(By.id("found")).getText()).contains("script");
    show(browser, "found");
    album.picture("refused");

    type(browser, source.replace("</h1>", "</h1><div class=\"number\">" + NEW_WORDS + "</div>"));
    form.press("save");
    assertThat(browser.findElements(By.id("found"))).isEmpty();
    Path tried = BrowserExtension.downloads().resolve("transcript.pdf");
    Files.deleteIfExists(tried);
    browser.findElement(By.id("preview")).click();
    Staff.downloaded(browser, tried);
    assertThat(TranscriptPage.text(tried)).contains(NEW_WORDS);
    browser.get(edition);
    form.press("propose");
    Staff.awaitStatus(browser, "edition", "PROPOSED");
    assertThat(browser.findElements(By.id("approve"))).as("nobody approves their own").isEmpty();

    approve(server, browser, edition, album);
    String after = issued(server, browser);
    assertThat(text(browser, after)).contains(NEW_WORDS);
    assertThat(text(browser, before)).as("what was issued stays").doesNotContain(NEW_WORDS);

    Staff.signIn(browser, server, DESIGNER);
    String back = draft(server, browser);
    new FormPage(browser).fill("note", "Прежний вид");
    new FormPage(browser).press("propose");
    approve(server, browser, back, null);
    assertThat(text(browser, issued(server, browser))).doesNotContain(NEW_WORDS);
    browser.get(server.url() + TRANSCRIPT);
    album.dark();
    album.picture("history-dark");
  }

  /** Begins a draft with the shipped text; its address. */
  private static String draft(TestServer server, WebDriver browser) {
    browser.get(server.url() + TRANSCRIPT);
    browser.findElement(By.id("draft-shipped")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("source")));
    return browser.getCurrentUrl();
  }

  private static void approve(TestServer server, WebDriver browser, String edition, Album album) {
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(edition);
    if (album != null) {
      assertThat(browser.findElement(By.cssSelector("#changes tr.ADDED")).getText())
          .contains(NEW_WORDS);
      album.picture("compared");
    }
    new FormPage(browser).fill("decision", "Протокол № 3");
    new FormPage(browser).press("approve");
    Staff.awaitStatus(browser, "edition", "APPROVED");
  }

  /** One prepares a transcript, another signs it; its page. */
  private static String issued(TestServer server, WebDriver browser) throws SQLException {
    Staff.signIn(browser, server, CLERK);
    browser.get(server.url() + "/student/card.xhtml?id=" + graduate(server));
    browser.findElement(By.id("purpose")).sendKeys("По месту требования");
    browser.findElement(By.id("prepare")).click();
    Staff.awaitStatus(browser, "document-status", "PREPARED");
    String page = browser.getCurrentUrl();
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(page);
    new TranscriptPage(browser).press("sign", "ISSUED");
    return page;
  }

  private static String graduate(TestServer server) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT uuid FROM student WHERE status = 'GRADUATED' ORDER BY id LIMIT 1")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static String text(WebDriver browser, String page) throws IOException {
    browser.get(page);
    return TranscriptPage.text(new TranscriptPage(browser).file());
  }

  private static void type(WebDriver browser, String source) {
    ((JavascriptExecutor) browser)
        .executeScript(
            "arguments[0].value = arguments[1]", browser.findElement(By.id("source")), source);
  }

  private static void show(WebDriver browser, String id) {
    ((JavascriptExecutor) browser)
        .executeScript("arguments[0].scrollIntoView(true)", browser.findElement(By.id(id)));
  }
}
