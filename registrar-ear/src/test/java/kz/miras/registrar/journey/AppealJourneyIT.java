package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/**
 * The office closes a session, an appeal raises a mark, the analysis shows it: student, office,
 * commission and director each do their part.
 */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class AppealJourneyIT {

  private static final String SPECIALIST = "appeal-specialist";
  private static final String SENIOR = "appeal-senior";
  private static final String SECRETARY = "appeal-secretary";
  private static final String DIRECTOR = "appeal-director";

  /** Studies for a master's degree: other tests take their students among the bachelors. */
  private static final String STUDENT = "in-appeal-student";

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "appeal");
    form = new FormPage(browser);
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, SENIOR, Role.SEN);
    Staff.appoint(server, SECRETARY, Role.SPE);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, STUDENT, Role.STU);
    try (Connection database = server.database()) {
      Staff.run(database, "UPDATE account SET language = 'en' WHERE login = ?", SECRETARY);
      AppealedSheet.lay(database, STUDENT);
    }
  }

  @Test
  @DisplayName(
      "SHT-24 APL-7 DOC-9 the office closes a session, an appeal raises a mark; the student and the"
          + " analysis show it, and a transcript issued before is told to be superseded")
  void raisesAMark() throws SQLException {
    officeClosesTheSession();
    analysisShows("UNSATISFACTORY", "FX");
    officePublishes();
    IssuedTranscript transcript = new IssuedTranscript(browser, server);
    transcript.issue(
        server.text(
            "SELECT s.uuid FROM student s JOIN account a ON a.student_id = s.id WHERE a.login = '"
                + STUDENT
                + "'"),
        SPECIALIST,
        DIRECTOR);
    studentFiles();
    officeNamesTheCommission();
    officeAccepts();
    secretaryWritesTheProtocol();
    directorApplies();
    transcript.isSuperseded();
    studentSees();
    analysisShows("SATISFACTORY", "C-");
  }

  private void officeClosesTheSession() {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(server.url() + "/achievement/close-session.xhtml?term=APPEAL");
    assertThat(browser.findElement(By.id("ready")).getText()).isEqualTo("1");
    browser.findElement(By.id("foresee")).click();
    Staff.until(browser).until(ExpectedConditions.textToBe(By.id("forecast-students"), "1"));
    album.picture("session-waits");
    browser.findElement(By.id("close")).click();
    browser.switchTo().alert().accept();
    // it looks by itself until it has ended
    Staff.until(browser)
        .until(ExpectedConditions.textToBe(By.cssSelector("#figures #submitted"), "0"));
    assertThat(browser.findElement(By.cssSelector("[data-run='CLOSE']")).getText())
        .contains("Закрыто ведомостей: 1 из 1; внесено результатов: 1.");
    assertThat(browser.findElements(By.cssSelector("[data-run='CLOSE'] table")))
        .as("nothing was refused")
        .isEmpty();
    album.picture("session-closed");
  }

  /** The only result of the term counts under this outcome, and the figure leads to it. */
  private void analysisShows(String outcome, String grade) {
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(server.url() + "/achievement/analysis.xhtml?term=APPEAL");
    assertThat(browser.findElements(By.cssSelector("#parts .sum a[href*='outcome=']")))
        .singleElement()
        .satisfies(
            figure -> {
              assertThat(figure.getDomAttribute("href")).endsWith("outcome=" + outcome);
              assertThat(figure.getText()).isEqualTo("1");
            });
    album.picture("analysis-" + outcome.toLowerCase(Locale.ROOT));
    browser.findElement(By.cssSelector("#parts .sum a[href*='outcome=']")).click();
    Staff.until(browser).until(ExpectedConditions.urlContains("analysis-results"));
    assertThat(browser.findElement(By.tagName("main")).getText()).contains(grade);
  }

  private void officePublishes() throws SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(
        server.url()
            + "/attestation/sheet.xhtml?id="
            + server.text("SELECT uuid FROM sheet WHERE number = 'APPEAL-0001'"));
    Staff.awaitStatus(browser, "sheet-status", "CLOSED");
    new SheetPage(browser).publishResults();
  }

  private void studentFiles() throws SQLException {
    Staff.signIn(browser, server, STUDENT);
    browser.get(server.url() + "/attestation/my-appeals.xhtml");
    WebElement result = browser.findElement(By.cssSelector("#openings tbody tr"));
    assertThat(result.getText()).contains("FX", "49");
    album.picture("openings");
    WebElement link = result.findElement(By.cssSelector("a.ui-button"));
    link.click();
    Staff.awaitGone(browser, link);
    form.press("file");
    assertThat(browser.findElement(By.cssSelector("#a .field.bad .problem:not(:empty)")).getText())
        .as("without a reason")
        .isNotEmpty();
    browser.findElement(By.id("reason")).sendKeys("3-сұрақ толық жауап берілген.");
    album.picture("filing");
    form.press("file");
    assertThat(browser.findElement(By.cssSelector("#appeals tbody")).getText())
        .contains(server.text("SELECT number FROM appeal WHERE reason LIKE '3-%'"));
  }

  private void officeNamesTheCommission() {
    Staff.signIn(browser, server, SENIOR);
    browser.get(server.url() + "/attestation/commission-entry.xhtml");
    form.press("store");
    assertThat(browser.findElements(By.cssSelector("#f .problem:not(:empty)"))).isNotEmpty();
    album.picture("order-refused");
    browser.findElement(By.id("order-no")).sendKeys("15-c");
    choose(By.id("term"), "APPEAL");
    LocalDate today = FormPage.today();
    form.day("order-date", today);
    form.day("from", today);
    form.day("to", today.plusDays(30));
    choose(By.id("chair"), "Төленов");
    String[] members = {"Беков", "Далиев", "Кимов", "Емтиханов"};
    for (int i = 0; i < members.length; i++) {
      choose(By.cssSelector("select[id$=':" + i + ":member']"), members[i]);
    }
    choose(By.id("secretary-office"), SECRETARY);
    form.press("store");
    assertThat(browser.findElement(By.id("members")).getText()).contains("Төленов", SECRETARY);
    album.picture("commission");
  }

  private void officeAccepts() throws SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(page());
    album.picture("submitted");
    form.press("accept");
    Staff.awaitStatus(browser, "appeal-status", "ACCEPTED");
    form.day("hearing-day", FormPage.today().plusDays(1));
    // how an hour is typed depends on the language of the browser
    ((JavascriptExecutor) browser)
        .executeScript("arguments[0].value = '10:00'", browser.findElement(By.id("hearing-hour")));
    browser.findElement(By.id("place")).sendKeys("101");
    form.press("schedule");
    Staff.awaitStatus(browser, "appeal-status", "UNDER_REVIEW");
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE appeal SET hearing_at = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE, version = version +"
              + " 1 WHERE reason LIKE '3-%'");
    }
  }

  private void secretaryWritesTheProtocol() throws SQLException {
    Staff.signIn(browser, server, SECRETARY);
    browser.get(page());
    assertThat(browser.findElements(By.cssSelector("#votes select")))
        .as("the examiner and the secretary do not vote")
        .hasSize(4);
    for (int i = 0; i < 4; i++) {
      WebElement vote = browser.findElements(By.cssSelector("#votes select")).get(i);
      new Select(vote).selectByValue(i == 3 ? "AGAINST" : "FOR");
    }
    browser.findElement(By.id("new-score")).sendKeys("48");
    form.press("look");
    assertThat(browser.findElements(By.cssSelector("#hearing-form .field.bad"))).hasSize(1);
    album.picture("lower");
    WebElement score = browser.findElement(By.id("new-score"));
    score.clear();
    score.sendKeys("55");
    form.press("look");
    assertThat(browser.findElement(By.id("becomes")).getText()).contains("64 C-");
    browser.findElement(By.id("arguments")).sendKeys("Question 3 was answered in full.");
    album.picture("protocol");
    browser.findElement(By.id("decide")).click();
    browser.switchTo().alert().accept();
    Staff.awaitStatus(browser, "appeal-status", "DECIDED");
    assertThat(browser.findElement(By.id("protocol")).getText()).contains("15-c/1", "FX", "C-");
    album.picture("decided");
  }

  private void directorApplies() throws SQLException {
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(page());
    browser.findElement(By.id("apply")).click();
    Staff.awaitStatus(browser, "appeal-status", "APPLIED");
    assertThat(browser.findElement(By.id("standing")).getText()).isEqualTo("C-");
    album.picture("applied");
  }

  private void studentSees() throws SQLException {
    Staff.signIn(browser, server, STUDENT);
    browser.manage().window().setSize(new Dimension(390, 844));
    browser.get(page());
    assertThat(browser.findElement(By.id("standing")).getText()).isEqualTo("C-");
    album.picture("seen");
    browser.manage().window().setSize(new Dimension(1366, 900));
    browser.get(server.url() + "/student/card.xhtml");
    assertThat(browser.findElement(By.cssSelector("main")).getText()).contains("C-", "64");
    album.picture("card");
  }

  private void choose(By select, String beginning) {
    Select choices = new Select(browser.findElement(select));
    choices.selectByVisibleText(
        choices.getOptions().stream()
            .map(WebElement::getText)
            .filter(text -> text.startsWith(beginning))
            .findFirst()
            .orElseThrow());
  }

  private String page() throws SQLException {
    return server.url()
        + "/attestation/appeal.xhtml?id="
        + server.text("SELECT uuid FROM appeal WHERE reason LIKE '3-%'");
  }
}
