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

/** Transcripts for all graduates of a programme on their pages: prepared by one, signed by one. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class BatchJourneyIT {

  private static final String SPECIALIST = "batch-specialist";
  private static final String DIRECTOR = "batch-director";

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
