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
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** One protocol names two rows of a closed sheet: asked for and decided together. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class RowsCorrectedJourneyIT {

  private static final String SPECIALIST = "rows-specialist";
  private static final String DIRECTOR = "rows-director";
  private static final List<String> STUDENTS = List.of("in-rows-one", "in-rows-two");
  private static final String CODE = "ROWS";

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "rows");
    form = new FormPage(browser);
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    for (String login : STUDENTS) {
      Staff.appoint(server, login, Role.STU);
    }
    try (Connection database = server.database()) {
      for (String login : STUDENTS) {
        SubmittedSheet.student(database, login);
      }
      SubmittedSheet.lay(database, CODE, 2235, "Жолдаров", STUDENTS.get(0));
      Staff.run(
          database,
          "INSERT INTO sheet_row (id, sheet_id, student_id, position, p1, p2, score) SELECT"
              + " h.id * 1000 + 2, h.id, a.student_id, 2, 60, 60, 80 FROM sheet h, account a"
              + " WHERE h.number = 'ROWS-0001' AND a.login = ?",
          STUDENTS.get(1));
    }
  }

  @Test
  @DisplayName(
      "COR-1 COR-3 SHT-16 the rows a protocol names are corrected by two people, in one version of"
          + " the sheet")
  void oneProtocol() throws SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(sheet());
    browser.findElement(By.id("close")).click();
    browser.switchTo().alert().accept();
    Staff.awaitStatus(browser, "sheet-status", "CLOSED");
    String request = asked();
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(request);
    assertThat(browser.findElements(By.cssSelector("#together tbody tr"))).hasSize(1);
    album.picture("to-decide");
    form.press("reject-all");
    assertThat(form.problem("note")).as("a rejection says why").isNotEmpty();
    form.press("approve-all");
    Staff.awaitStatus(browser, "correction-status", "APPROVED");
    assertThat(browser.findElements(By.id("together"))).isEmpty();
    browser.get(sheet());
    Staff.awaitStatus(browser, "sheet-status", "AMENDED");
    assertThat(browser.findElement(By.cssSelector("#versions tr[data-version='2']")).getText())
        .contains("FX", "C-", "ПР-7");
    assertThat(browser.findElements(By.cssSelector("#versions tr[data-version]"))).hasSize(2);
    album.picture("amended");
  }

  /** Address of the first request. */
  private String asked() {
    browser.findElement(By.id("correct-rows")).click();
    Staff.until(browser).until(ExpectedConditions.urlContains("/achievement/correct-rows.xhtml"));
    form.press("ask");
    assertThat(form.problem("reason")).isNotEmpty();
    assertThat(browser.findElement(By.id("messages")).getText()).isNotBlank();
    form.fill("row:0:score", "50");
    form.fill("row:1:score", "8O");
    form.press("look");
    assertThat(row(0).findElement(By.cssSelector("[data-part='becomes']")).getText())
        .as("0.6 of 70 and 0.4 of 50 are 62")
        .isEqualTo("C-");
    assertThat(row(1).findElement(By.className("problem")).getText()).isNotEmpty();
    assertThat(browser.findElement(By.id("row:1:score")).getDomProperty("value")).isEqualTo("8O");
    album.picture("foreseen");
    form.fill("row:1:score", "86");
    form.fill("reason", "две работы перепутаны");
    form.choose("document", "PROTOCOL");
    form.fill("number", "ПР-7");
    form.day("date", FormPage.today());
    form.press("ask");
    Staff.awaitStatus(browser, "correction-status", "REQUESTED");
    assertThat(browser.findElements(By.id("approve-all"))).as("who asks does not decide").isEmpty();
    return browser.getCurrentUrl();
  }

  private WebElement row(int place) {
    return browser.findElements(By.cssSelector("#rows tbody tr")).get(place);
  }

  private String sheet() throws SQLException {
    return server.url()
        + "/attestation/sheet.xhtml?id="
        + server.text("SELECT uuid FROM sheet WHERE number = 'ROWS-0001'");
  }
}
