package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Rules are tried on the data of the demonstration while they are prepared, and by who decides. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class TrialJourneyIT {

  private static final String DIRECTOR = "trial-director";
  private static final String VICERECTOR = "trial-vicerector";
  private static final By TRIAL = By.cssSelector("table a[href*='rule-trial']");
  private static final By EXAM_MIN = By.cssSelector("[data-key='grade.examMin'] input");

  @Test
  @DisplayName("TRI-5 rules are tried while they are prepared; what was typed stays, and is sent")
  void triedWhilePrepared(TestServer server, WebDriver browser) throws SQLException {
    Album album = new Album(browser, "trial");
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, VICERECTOR, Role.VR);
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(server.url() + "/curriculum/propose-rules.xhtml?level=BACHELOR");
    set(browser, browser.findElement(EXAM_MIN), "60");
    press(browser, browser.findElement(By.id("f:try")));
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".field.bad .problem")));
    assertThat(browser.findElements(TRIAL)).as("no term was chosen").isEmpty();

    String term = scored(server);
    press(browser, browser.findElement(term("f:terms", term)));
    press(browser, browser.findElement(By.id("f:try")));
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(TRIAL));
    assertThat(browser.findElement(EXAM_MIN).getDomProperty("value")).isEqualTo("60");
    show(browser, browser.findElement(By.id("f:try")));
    album.picture("prepared");

    browser.get(browser.findElement(TRIAL).getDomProperty("href"));
    ended(browser);
    assertThat(browser.findElements(By.cssSelector("tr[data-parameter='EXAM_MIN']"))).hasSize(1);
    assertThat(figure(browser, "STUDENTS")).isPositive();
    assertThat(figure(browser, "DERIVED")).isPositive();
    assertThat(figure(browser, "DIFFERING")).isPositive();
    assertThat(browser.findElements(By.cssSelector("#lines tr[data-student]"))).isNotEmpty();
    album.picture("outcome");
    show(browser, browser.findElement(By.id("lines")));
    album.picture("students");
    String outcome = browser.getCurrentUrl();

    new RulesPage(browser).propose(server.url(), "BACHELOR", "2213-09-01", "grade.examMin", "60");
    String proposal = new RulesPage(browser).proposal();
    decided(server, browser, album, proposal, outcome, term);
  }

  /** Who decides reads the trial in another language, and tries for himself. */
  private static void decided(
      TestServer server,
      WebDriver browser,
      Album album,
      String proposal,
      String outcome,
      String term)
      throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(database, "UPDATE account SET language = 'kk' WHERE login = ?", VICERECTOR);
    }
    Staff.signIn(browser, server, VICERECTOR);
    browser.get(proposal);
    assertThat(browser.findElements(TRIAL))
        .extracting(link -> link.getDomProperty("href"))
        .contains(outcome.replaceAll("&.*", ""));
    album.dark();
    album.picture("proposal-dark");
    press(browser, browser.findElement(term("terms", term)));
    press(browser, browser.findElement(By.id("try")));
    Staff.until(browser).until(ExpectedConditions.urlContains("/achievement/rule-trial.xhtml"));
    ended(browser);
    album.dark();
    album.picture("outcome-dark");
    show(browser, browser.findElement(By.id("lines")));
    album.picture("students-dark");
    browser.get(proposal);
    browser.findElement(By.id("f:decision")).sendKeys("№ 1");
    press(browser, browser.findElement(By.id("f:reject")));
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ui-messages-info")));
  }

  /** The term in which the most exam scores were posted that would not do any more. */
  private static String scored(TestServer server) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT t.code FROM achievement a JOIN term t ON t.id = a.term_id JOIN discipline d"
                    + " ON d.id = a.discipline_id JOIN sheet_row r ON r.sheet_id = a.sheet_id AND"
                    + " r.student_id = a.student_id JOIN student s ON s.id = a.student_id JOIN"
                    + " programme p ON p.id = s.programme_id WHERE NOT a.migrated AND p.level ="
                    + " 'BACHELOR' AND d.control_form = 'EXAM' AND r.score BETWEEN 50 AND 59 GROUP BY"
                    + " t.code ORDER BY COUNT(*) DESC, t.code LIMIT 1")) {
      assertThat(row.next()).as("a term with scores").isTrue();
      return row.getString(1);
    }
  }

  private static By term(String name, String code) {
    return By.cssSelector("input[type=checkbox][name='" + name + "'][value='" + code + "']");
  }

  /** The page itself shows what came of it once the trial of the whole level has ended. */
  private static void ended(WebDriver browser) {
    new WebDriverWait(browser, Duration.ofMinutes(3))
        .until(ExpectedConditions.presenceOfElementLocated(By.id("totals")));
  }

  private static int figure(WebDriver browser, String name) {
    return Integer.parseInt(
        browser.findElement(By.cssSelector("#totals dd[data-figure='" + name + "']")).getText());
  }

  private static void show(WebDriver browser, WebElement element) {
    ((JavascriptExecutor) browser).executeScript("arguments[0].scrollIntoView(true)", element);
  }

  private static void press(WebDriver browser, WebElement element) {
    ((JavascriptExecutor) browser).executeScript("arguments[0].click()", element);
  }

  private static void set(WebDriver browser, WebElement input, String value) {
    ((JavascriptExecutor) browser).executeScript("arguments[0].value = arguments[1]", input, value);
  }
}
