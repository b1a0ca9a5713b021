package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/**
 * The director looks at the preview of the report on a summer semester, closes the semester, and
 * the auditor finds the report as it was at that moment.
 */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class SummerClosingJourneyIT {

  private static final String DIRECTOR = "summer-director";
  private static final String AUDITOR = "summer-auditor";
  private static final String TEACHER = "summer-teacher";

  private Album album;
  private String page;

  @BeforeEach
  void prepare(TestServer server, WebDriver browser) throws SQLException {
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, AUDITOR, Role.AUD);
    Staff.appoint(server, TEACHER, Role.TCH);
    try (Connection database = server.database()) {
      EndedSummer.lay(database);
    }
    album = new Album(browser, "summer-closing");
    page =
        server.url()
            + "/registration/summer.xhtml?id="
            + server.text(
                "SELECT p.uuid FROM summer_plan p JOIN term t ON t.id = p.term_id WHERE t.code = '"
                    + EndedSummer.TERM
                    + "'");
  }

  @Test
  @DisplayName(
      "SUM-10 SUM-14 a preview says that it is one; what the semester came to is kept at its closing"
          + " and shown as it was, whatever changes afterwards")
  void keptAtTheClosing(TestServer server, WebDriver browser) throws SQLException {
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(page);
    assertThat(browser.findElement(By.cssSelector("h2 .badge.warn")).getText())
        .as("a preview")
        .isNotEmpty();
    List<String> preview = report(browser);
    assertThat(preview).hasSize(3);
    assertThat(preview.get(0)).contains("SUM-A", "250 000");
    assertThat(preview.get(1)).contains("SUM-B", "Мало заявок");
    picture(browser, "preview");

    new FormPage(browser).press("close");
    assertThat(report(browser)).as("the figures of the preview").isEqualTo(preview);
    assertThat(browser.findElements(By.cssSelector("h2 .badge.warn"))).as("no preview").isEmpty();
    assertThat(browser.findElements(By.id("close"))).as("closed once").isEmpty();
    picture(browser, "closed");

    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE payment_request SET status = 'REFUNDED', refunded_on = '2020-08-03',"
              + " refund_document = 'Выписка', refunded_by = 'another', refunded_at = '2020-08-03'"
              + " WHERE number = 'P-SUM-1'");
    }
    Staff.signIn(browser, server, AUDITOR);
    browser.get(page);
    assertThat(browser.findElement(By.cssSelector(".figures")).getText().replace('\u00a0', ' '))
        .as("what is paid today")
        .contains("125 000");
    assertThat(report(browser)).as("what was paid that day").isEqualTo(preview);
    String kept = browser.findElement(By.tagName("main")).getText();
    assertThat(kept).contains(DIRECTOR).containsPattern("([0-9A-F]{8} ){7}[0-9A-F]{8}");
    assertThat(browser.findElements(By.cssSelector("#checksum .badge.good"))).hasSize(1);
    files(browser);

    Staff.signIn(browser, server, TEACHER);
    browser.get(page);
    assertThat(browser.findElements(By.id("closing"))).as("not a teacher's concern").isEmpty();
  }

  /** The workbook and the paper in each language come as files of their kind. */
  private static void files(WebDriver browser) {
    for (String button : List.of("pdf-kk", "pdf-ru", "pdf-en", "xlsx")) {
      Object first =
          ((JavascriptExecutor) browser)
              .executeAsyncScript(
                  "const done = arguments[1]; const form = document.getElementById('files');"
                      + " const sent = new URLSearchParams(new FormData(form));"
                      + " sent.append(arguments[0], arguments[0]);"
                      + " fetch(form.action, {method: 'POST', body: sent})"
                      + ".then(answer => answer.arrayBuffer())"
                      + ".then(bytes => done(String.fromCharCode("
                      + "...new Uint8Array(bytes).slice(0, 2))))"
                      + ".catch(failed => done(String(failed)));",
                  button);
      assertThat(first).as(button).isEqualTo(button.equals("xlsx") ? "PK" : "%P");
    }
  }

  private static List<String> report(WebDriver browser) {
    return browser.findElements(By.cssSelector("#closing tbody tr")).stream()
        .map(WebElement::getText)
        .map(text -> text.replaceAll("[\\s\u00a0]+", " "))
        .toList();
  }

  private void picture(WebDriver browser, String step) {
    ((JavascriptExecutor) browser)
        .executeScript(
            "arguments[0].scrollIntoView({block: 'center'})",
            browser.findElement(By.id("closing")));
    album.picture(step);
  }
}
