package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
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
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The end of a year from its first preview to the order that is carried out, each by the own. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class YearEndJourneyIT {

  private static final String DEPUTY = "ended-deputy";
  private static final String DEAN = "ended-dean";
  private static final String DIRECTOR = "ended-director";
  private static final String SPECIALIST = "ended-specialist";
  private static final String STUDENT = "ended-student";
  private static final String LINE = "#lines tr[data-student='" + EndedYear.STUDENT + "']";

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "year-end");
    form = new FormPage(browser);
    try (Connection database = server.database()) {
      Staff.appoint(database, DEPUTY, Role.DEP);
      Staff.appoint(database, DEAN, Role.DEAN);
      Staff.appoint(database, DIRECTOR, Role.DIR);
      Staff.appoint(database, SPECIALIST, Role.SPE);
      Staff.appoint(database, STUDENT, Role.STU);
      EndedYear.lay(database, DEAN, STUDENT);
    }
  }

  @Test
  @DisplayName(
      "PRO-4 PRO-6 PRO-7 a year is a preview until its last sheet is closed; then it is proposed,"
          + " submitted by the dean, agreed by the director and ordered, and the student stands as"
          + " the order says")
  void fromPreviewToOrder() throws SQLException {
    String run = begun();
    sheetClosed();
    proposed(run);
    submitted(run);
    agreed(run);
    ordered(run);
    assertThat(
            server.text(
                "SELECT CONCAT(course_year, ' ', funding, ' ', status) FROM student WHERE"
                    + " student_no = '"
                    + EndedYear.STUDENT
                    + "'"))
        .as("a repeat year keeps the course and is paid")
        .isEqualTo("1 PAID STUDYING");
    Staff.signIn(browser, server, STUDENT);
    browser.get(run);
    assertThat(browser.findElement(By.cssSelector(LINE)).getDomAttribute("data-outcome"))
        .as("the student is told")
        .isEqualTo("REPEAT");
  }

  /** Address of the run, a preview as yet. */
  private String begun() throws SQLException {
    Staff.signIn(browser, server, DEPUTY);
    browser.get(server.url() + "/achievement/promotions.xhtml");
    form.choose("year", String.valueOf(EndedYear.YEAR));
    Staff.until(browser)
        .until(
            ExpectedConditions.attributeToBe(
                By.id("council-on_input"), "value", FormPage.shown(EndedYear.DECIDED)));
    assertThat(browser.findElement(By.id("council-no")).getDomProperty("value"))
        .as("what the council decided about that year is proposed with it")
        .isEqualTo("11");
    form.choose(
        "school",
        server.text(
            "SELECT u.code FROM org_unit u JOIN programme p ON p.school_id = u.id WHERE p.code = '"
                + EndedYear.PROGRAMME
                + "'"));
    Staff.until(browser)
        .until(
            ExpectedConditions.presenceOfElementLocated(
                By.cssSelector("#programme option[value='" + EndedYear.PROGRAMME + "']")));
    form.choose("programme", EndedYear.PROGRAMME);
    browser.findElement(By.id("begin")).click();
    Staff.awaitStatus(browser, "run-status", "DRAFT");
    String run = browser.getCurrentUrl();
    browser.findElement(By.id("prepare")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(LINE)));
    assertThat(browser.findElement(By.id("ready")).getText())
        .contains("PRO-6", EndedYear.SHEET, "PRO-13");
    return run;
  }

  private void sheetClosed() throws SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(
        server.url()
            + "/attestation/sheet.xhtml?id="
            + server.text("SELECT uuid FROM sheet WHERE number = '" + EndedYear.SHEET + "'"));
    browser.findElement(By.id("close")).click();
    browser.switchTo().alert().accept();
    Staff.awaitStatus(browser, "sheet-status", "CLOSED");
  }

  private void proposed(String run) {
    Staff.signIn(browser, server, DEPUTY);
    browser.get(run);
    browser.findElement(By.id("prepare")).click();
    Staff.until(browser)
        .until(
            ExpectedConditions.presenceOfElementLocated(
                By.cssSelector(LINE + "[data-outcome='REPEAT']")));
    assertThat(browser.findElement(By.cssSelector(LINE)).getText())
        .as("the threshold of the council is not reached")
        .contains("2.30");
    assertThat(browser.findElements(By.cssSelector("#ready .badge.good"))).hasSize(1);
    assertThat(browser.findElements(By.id("submit"))).as("the dean submits").isEmpty();
    album.picture("proposed");
  }

  private void submitted(String run) {
    Staff.signIn(browser, server, DEAN);
    browser.get(run);
    assertThat(browser.findElements(By.id("agree"))).isEmpty();
    browser.findElement(By.id("submit")).click();
    Staff.awaitStatus(browser, "run-status", "SUBMITTED");
    album.picture("submitted");
  }

  private void agreed(String run) {
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(run);
    browser.findElement(By.id("agree")).click();
    Staff.awaitStatus(browser, "run-status", "AGREED");
  }

  private void ordered(String run) {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(run);
    form.fill("order-no", "83-П");
    form.day("order-on", FormPage.today());
    form.day("effective-on", FormPage.today());
    album.picture("order");
    browser.findElement(By.id("carry-out")).click();
    Staff.awaitStatus(browser, "run-status", "ORDERED");
    assertThat(browser.findElement(By.id("ordered")).getText())
        .contains("83-П", FormPage.shown(FormPage.today()));
    album.picture("ordered");
  }
}
