package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** The end of a year from its first proposal to the order that is carried out, each by the own. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class YearEndJourneyIT {

  private static final String DEPUTY = "ended-deputy";
  private static final String DEAN = "ended-dean";
  private static final String DIRECTOR = "ended-director";
  private static final String SPECIALIST = "ended-specialist";
  private static final By LINES = By.cssSelector("#lines tr[data-student]");

  private TestServer server;
  private WebDriver browser;
  private Album album;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "year-end");
    Staff.appoint(server, DEPUTY, Role.DEP);
    Staff.appoint(server, DEAN, Role.DEAN);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, SPECIALIST, Role.SPE);
    try (Connection database = server.database()) {
      EndedYear.lay(database, DEAN);
    }
  }

  @Test
  @DisplayName(
      "PRO-4 PRO-7 PRO-12 PRO-13 a year is proposed, decided, submitted by the dean, agreed by the"
          + " director and ordered, and the student stands as the order says")
  void fromProposalToOrder() throws SQLException {
    String run = begun();
    decided();
    submitted(run);
    agreed(run);
    ordered(run);
    assertThat(
            text(
                "SELECT CONCAT(course_year, ' ', funding, ' ', status) FROM student WHERE"
                    + " student_no = '"
                    + EndedYear.STUDENT
                    + "'"))
        .as("a repeat year keeps the course and is paid")
        .isEqualTo("1 PAID STUDYING");
    browser.get(server.url() + "/student/card.xhtml?id=" + EndedYear.STUDENT);
    assertThat(browser.findElement(By.tagName("main")).getText()).contains("83-П");
  }

  /** The address of the run. */
  private String begun() throws SQLException {
    Staff.signIn(browser, server, DEPUTY);
    browser.get(server.url() + "/achievement/promotions.xhtml");
    choose("year", String.valueOf(EndedYear.YEAR));
    // what was decided about a year is proposed with it
    Staff.until(browser)
        .until(
            page ->
                ((JavascriptExecutor) page)
                    .executeScript("return PrimeFaces.ajax.Queue.isEmpty()")
                    .equals(true));
    choose(
        "school",
        text(
            "SELECT u.code FROM org_unit u JOIN programme p ON p.school_id = u.id WHERE p.code = '"
                + EndedYear.PROGRAMME
                + "'"));
    Staff.until(browser)
        .until(
            ExpectedConditions.presenceOfElementLocated(
                By.cssSelector("#programme option[value='" + EndedYear.PROGRAMME + "']")));
    choose("programme", EndedYear.PROGRAMME);
    fill("council-no", "11");
    fill("council-on_input", "28.05.1983");
    browser.findElement(By.id("begin")).click();
    Staff.awaitStatus(browser, "run-status", "DRAFT");
    String run = browser.getCurrentUrl();
    browser.findElement(By.id("prepare")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(LINES));
    assertThat(browser.findElement(By.id("ready")).getText())
        .as("without a GPA nothing is proposed")
        .contains("PRO-13");
    return run;
  }

  private void decided() {
    browser.findElement(By.cssSelector("#lines a.act")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("outcome")));
    choose("outcome", "REPEAT");
    browser.findElement(By.id("store")).click();
    assertThat(
            Staff.until(browser)
                .until(
                    ExpectedConditions.presenceOfElementLocated(
                        By.cssSelector(".field.bad .problem")))
                .getText())
        .as("otherwise than proposed only with a reason")
        .isNotBlank();
    browser.findElement(By.id("reason")).sendKeys("рапорт № 8");
    browser.findElement(By.id("store")).click();
    Staff.awaitStatus(browser, "run-status", "DRAFT");
    assertThat(browser.findElement(LINES).getDomAttribute("data-outcome")).isEqualTo("REPEAT");
    assertThat(browser.findElements(By.id("submit"))).as("the dean submits").isEmpty();
    album.picture("decided");
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
    fill("order-no", "83-П");
    String today =
        LocalDate.now(ZoneId.of("Asia/Almaty")).format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
    fill("order-on_input", today);
    fill("effective-on_input", today);
    album.picture("order");
    browser.findElement(By.id("carry-out")).click();
    Staff.awaitStatus(browser, "run-status", "ORDERED");
    assertThat(browser.findElement(By.id("ordered")).getText()).contains("83-П", today);
    album.picture("ordered");
  }

  private WebElement element(String id) {
    return browser.findElement(By.id(id));
  }

  private void choose(String select, String value) {
    new Select(element(select)).selectByValue(value);
  }

  private void fill(String field, String text) {
    WebElement input = element(field);
    input.clear();
    input.sendKeys(text);
  }

  private String text(String sql) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
