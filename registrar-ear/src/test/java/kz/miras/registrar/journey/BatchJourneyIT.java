package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.Select;

/** Transcripts for all graduates of a programme on their pages: prepared by one, signed by one. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class BatchJourneyIT {

  private static final String SPECIALIST = "batch-specialist";
  private static final String DIRECTOR = "batch-director";

  private static final String OVER =
      " FROM achievement a JOIN term t ON t.id = a.term_id JOIN student s ON s.id = a.student_id JOIN"
          + " programme p ON p.id = s.programme_id WHERE t.ends_on < university_today() AND s.status ="
          + " 'STUDYING' AND NOT EXISTS (SELECT 1 FROM sheet h WHERE h.term_id = t.id AND h.kind <>"
          + " 'RATING' AND (h.closed_at IS NULL OR NOT EXISTS (SELECT 1 FROM sheet_publication c WHERE"
          + " c.sheet_id = h.id AND c.part = 'RESULT'))) GROUP BY t.id, p.id HAVING COUNT(DISTINCT"
          + " s.group_id) BETWEEN 1 AND 6 ORDER BY COUNT(*) DESC, t.id, p.id LIMIT 1";

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "batch");
    form = new FormPage(browser);
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, DIRECTOR, Role.DIR);
  }

  @Test
  @DisplayName(
      "DOC-50 a specialist prepares a batch, the director signs it, its register is printed")
  void preparedAndSigned() throws Exception {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(server.url() + "/transcript/batches.xhtml");
    form.press("begin");
    assertThat(form.problem("programme")).as("beside the field").isNotEmpty();
    form.fill("programme", programme());
    form.press("count");
    assertThat(browser.findElement(By.id("meant")).getText()).containsPattern("\\d+");
    album.picture("begin");
    form.press("begin");
    await("PREPARE", "ENDED");
    assertThat(browser.findElements(By.id("sign"))).as("who prepared it").isEmpty();
    assertThat(browser.findElement(By.id("waits")).isDisplayed()).isTrue();
    album.picture("prepared");
    String address = browser.getCurrentUrl();

    Staff.signIn(browser, server, DIRECTOR);
    browser.get(address);
    form.press("sign");
    await("SIGN", "ENDED");
    assertThat(run("issued")).isEqualTo(run("prepared"));
    assertThat(browser.findElements(By.id("zip"))).hasSize(1);
    album.dark();
    album.picture("signed");
    browser.get(server.url() + "/office/list.xhtml?list=documents");
    album.picture("register");
    assertThat(browser.findElement(By.id("paper")).isDisplayed()).isTrue();
  }

  @Test
  @DisplayName("DOC-50 the sheets of a term are chosen, counted and prepared on the same pages")
  void sheetsOfATerm() throws Exception {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(server.url() + "/transcript/batches.xhtml");
    new Select(browser.findElement(By.id("kind"))).selectByValue("GROUP_SHEET");
    Staff.until(browser).until(page -> !page.findElements(By.id("term")).isEmpty());
    assertThat(browser.findElements(By.id("course"))).as("sheets have no course").isEmpty();
    form.press("begin");
    assertThat(form.problem("term")).as("beside the field").isNotEmpty();
    new Select(browser.findElement(By.id("term")))
        .selectByValue(server.text("SELECT t.code" + OVER));
    form.fill("programme", server.text("SELECT p.code" + OVER));
    form.press("count");
    assertThat(browser.findElement(By.id("meant")).getText()).containsPattern("[1-9]");
    album.picture("sheets");
    form.press("begin");
    await("PREPARE", "ENDED");
    album.dark();
    album.picture("sheets-prepared");
    assertThat(Integer.parseInt(run("prepared"))).isPositive();
  }

  private void await(String act, String state) {
    Staff.until(browser).until(page -> run("act").equals(act) && run("state").equals(state));
  }

  private String run(String what) {
    return browser.findElement(By.id("run")).getDomAttribute("data-" + what);
  }

  private String programme() throws SQLException, IOException {
    try (Connection database = server.database();
        Statement select = database.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT p.code FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                    + " s.status = 'GRADUATED' GROUP BY p.code HAVING COUNT(*) BETWEEN 3 AND 40"
                    + " ORDER BY COUNT(*), p.code LIMIT 1")) {
      row.next();
      return row.getString(1);
    }
  }
}
