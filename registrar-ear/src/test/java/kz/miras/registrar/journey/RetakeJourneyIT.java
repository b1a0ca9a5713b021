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
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/**
 * A student who has failed by one point asks for the retake and gets the slip; then the mark turns
 * out to be mistyped, and two people correct it.
 */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class RetakeJourneyIT {

  private static final String SPECIALIST = "retake-specialist";
  private static final String SENIOR = "retake-senior";
  private static final String DIRECTOR = "retake-director";
  private static final String STUDENT = "in-retake-student";
  private static final String CODE = "RETAKE";
  private static final String SHEET = " FROM sheet h WHERE h.number = 'RETAKE-0001'";
  private static final String SITTING =
      " FROM sheet f JOIN sheet h ON h.id = f.continues_id WHERE h.number = 'RETAKE-0001'";

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;
  private String discipline;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "retake");
    form = new FormPage(browser);
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, SENIOR, Role.SEN);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, STUDENT, Role.STU);
    try (Connection database = server.database()) {
      SubmittedSheet.student(database, STUDENT);
      SubmittedSheet.lay(database, CODE, 2230, "Қайталанов", STUDENT);
      Staff.run(
          database,
          "INSERT INTO calendar_event (id, term_id, kind, starts_on, ends_on) SELECT"
              + " NEXTVAL(calendar_seq), id, 'FX_WINDOW', '2231-01-10', '2231-01-16' FROM term"
              + " WHERE code = ?",
          CODE);
    }
    discipline =
        server.text("SELECT (SELECT code FROM discipline WHERE id = h.discipline_id)" + SHEET);
  }

  @Test
  @DisplayName(
      "FXR-1 FXR-3 COR-1 COR-3 a student asks for a retake and gets the slip; a mistyped mark is"
          + " corrected by two people, and there is nothing left to sit for")
  void askedSatAndCorrected() throws SQLException {
    officeClosesAndPublishes();
    studentAsks();
    officeIssuesAndForms();
    studentHasTheSlip();
    String request = officeAsksForACorrection();
    directorApproves(request);
    studentOwesNothing();
  }

  private void officeClosesAndPublishes() throws SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(sheet());
    browser.findElement(By.id("close")).click();
    browser.switchTo().alert().accept();
    Staff.awaitStatus(browser, "sheet-status", "CLOSED");
    new SheetPage(browser).publishResults();
  }

  private void studentAsks() throws SQLException {
    WebElement debt = debt();
    assertThat(debt.findElement(By.cssSelector("[data-way='FX']")).getText())
        .as("how and until when it can be closed")
        .contains("16.01.2231");
    album.picture("debt");
    WebElement ask = debt.findElement(By.cssSelector("[id$=':ask']"));
    ask.click();
    Staff.awaitGone(browser, ask);
    assertThat(status()).isEqualTo("ASKED");
    assertThat(debt().findElements(By.cssSelector("[id$=':ask']"))).as("once").isEmpty();
  }

  /** What the student owes of the discipline, as the own session tells it. */
  private WebElement debt() {
    Staff.signIn(browser, server, STUDENT);
    browser.get(server.url() + "/achievement/my-session.xhtml?term=" + CODE);
    return browser.findElement(By.cssSelector("#debts tr[data-code='" + discipline + "']"));
  }

  private void officeIssuesAndForms() throws SQLException {
    Staff.signIn(browser, server, SENIOR);
    browser.get(
        server.url() + "/achievement/fx.xhtml?term=" + server.text("SELECT h.term_id" + SHEET));
    assertThat(waits("asked")).isEqualTo("1");
    form.press("asked");
    assertThat(waits("asked")).isEqualTo("0");
    assertThat(waits("slips")).isEqualTo("1");
    album.picture("slips");
    form.press("form");
    assertThat(waits("slips")).isEqualTo("0");
    assertThat(status()).isEqualTo("SLIP");
  }

  private String waits(String step) {
    return browser.findElement(By.cssSelector("[data-step='" + step + "']")).getText();
  }

  private void studentHasTheSlip() throws SQLException {
    debt().findElement(By.cssSelector("a[href*='fx-right']")).click();
    Staff.until(browser).until(ExpectedConditions.urlContains("/achievement/fx-right.xhtml"));
    assertThat(browser.findElements(By.id("print"))).hasSize(1);
    assertThat(browser.findElement(By.tagName("main")).getText())
        .contains(server.text("SELECT f.number" + SITTING));
    album.picture("slip");
  }

  /** Address of the request. */
  private String officeAsksForACorrection() throws SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(sheet());
    browser.findElement(By.cssSelector("a[href*='correct.xhtml']")).click();
    Staff.until(browser).until(ExpectedConditions.urlContains("/achievement/correct.xhtml"));
    form.fill("score", "5O");
    form.press("look");
    assertThat(form.problem("score")).as("a letter in place of a figure").isNotEmpty();
    assertThat(browser.findElement(By.id("score")).getDomProperty("value")).isEqualTo("5O");
    form.fill("score", "50");
    form.press("ask");
    assertThat(form.problem("reason")).isNotEmpty();
    assertThat(form.problem("number")).isNotEmpty();
    assertThat(form.problem("score")).isEmpty();
    album.picture("refused");
    form.fill("reason", "в ведомость внесена чужая работа");
    form.fill("number", "ИС-30");
    form.day("date", FormPage.today());
    form.press("look");
    assertThat(browser.findElement(By.id("becomes")).getText())
        .as("0.6 of 70 and 0.4 of 50 are 62")
        .isEqualTo("C-");
    album.picture("foreseen");
    form.press("ask");
    Staff.awaitStatus(browser, "correction-status", "REQUESTED");
    assertThat(browser.findElements(By.id("approve"))).as("who asks does not decide").isEmpty();
    return browser.getCurrentUrl();
  }

  private void directorApproves(String request) throws SQLException {
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(request);
    browser.findElement(By.id("approve")).click();
    Staff.awaitStatus(browser, "correction-status", "APPROVED");
    album.picture("approved");
    browser.get(sheet());
    Staff.awaitStatus(browser, "sheet-status", "AMENDED");
    assertThat(browser.findElement(By.cssSelector("#versions tr[data-version='2']")).getText())
        .contains("FX", "C-", "ИС-30");
  }

  private void studentOwesNothing() throws SQLException {
    Staff.signIn(browser, server, STUDENT);
    browser.get(server.url() + "/achievement/my-session.xhtml?term=" + CODE);
    assertThat(
            browser
                .findElement(
                    By.cssSelector("#lines tr[data-kind='MAIN'][data-code='" + discipline + "']"))
                .getText())
        .contains("C-", "62");
    assertThat(browser.findElements(By.cssSelector("#debts tr[data-code='" + discipline + "']")))
        .isEmpty();
    assertThat(
            server.text(
                "SELECT (SELECT COUNT(*) FROM sheet_row r WHERE r.sheet_id = f.id)" + SITTING))
        .as("nobody waits for the retake any more")
        .isEqualTo("0");
    album.picture("closed");
  }

  /** State of the right of the retake. */
  private String status() throws SQLException {
    return server.text("SELECT (SELECT r.status FROM fx_right r WHERE r.sheet_id = h.id)" + SHEET);
  }

  private String sheet() throws SQLException {
    return server.url() + "/attestation/sheet.xhtml?id=" + server.text("SELECT h.uuid" + SHEET);
  }
}
