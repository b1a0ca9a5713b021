package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** A specialist has many groups preset in one act, and leaves the page meanwhile. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class PresetJourneyIT {

  /** A term far ahead, for which no curriculum prescribes anything. */
  private static final String TERM = "PRS-2122";

  private static final String DONE = "Выполнено, насколько это было возможно";

  /** Groups of a few students each. */
  private static final String SMALL =
      "SELECT GROUP_CONCAT(q.code ORDER BY q.code SEPARATOR ' ') FROM (SELECT g.code FROM"
          + " student_group g JOIN student s ON s.group_id = g.id AND s.status = 'STUDYING' WHERE"
          + " s.course_year = 1 GROUP BY g.id ORDER BY COUNT(*), g.id LIMIT 3) q";

  /** The server went down after the first group. */
  private static final String BROKEN =
      "UPDATE preset_group g JOIN preset_run r ON r.id = g.run_id JOIN term t ON t.id = r.term_id"
          + " SET g.done_at = NULL, g.outcome = NULL, r.ended_at = NULL, r.alive_at ="
          + " UTC_TIMESTAMP(6) - INTERVAL 1 HOUR WHERE t.code = ? AND g.place > 1";

  @Test
  @DisplayName("REG-3 all groups of the first course are named at once, and no other")
  void allFirstYears(TestServer server, WebDriver browser) throws SQLException {
    String first =
        server.text(
            "SELECT GROUP_CONCAT(DISTINCT g.code ORDER BY g.code SEPARATOR ' ') FROM student s JOIN"
                + " student_group g ON g.id = s.group_id WHERE s.course_year = 1 AND s.status ="
                + " 'STUDYING'");
    Staff.appoint(server, "preset-specialist", Role.SPE);
    Staff.signIn(browser, server, "preset-specialist");
    browser.get(server.url() + "/registration/presets.xhtml");
    new Select(browser.findElement(By.id("course"))).selectByValue("1");

    browser.findElement(By.id("takeCourse")).sendKeys(Keys.ENTER);

    Staff.until(browser)
        .until(page -> !page.findElement(By.id("groups")).getAttribute("value").isEmpty());
    assertThat(browser.findElement(By.id("groups")).getAttribute("value").split(" "))
        .containsExactlyInAnyOrder(first.split(" "));
  }

  private static void open(TestServer server, WebDriver browser, String login) throws SQLException {
    Staff.appoint(server, login, Role.SPE);
    Staff.signIn(browser, server, login);
    browser.get(server.url() + "/registration/presets.xhtml");
  }

  /** Presses a button that loads the page anew. */
  private static void press(WebDriver browser, By button) {
    WebElement page = browser.findElement(By.tagName("html"));
    browser.findElement(button).sendKeys(Keys.ENTER);
    Staff.awaitGone(browser, page);
  }

  private static void groups(WebDriver browser, String named) {
    new Select(browser.findElement(By.id("term"))).selectByValue(TERM);
    WebElement field = browser.findElement(By.id("groups"));
    field.clear();
    field.sendKeys(named);
    press(browser, By.id("preset"));
  }

  /** What the page tells of the last run once that has ended. */
  private static String ended(WebDriver browser) {
    By last = By.cssSelector("section[data-ended='true']");
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(last));
    return browser.findElement(last).getText();
  }

  @Test
  @DisplayName(
      "REG-3 many groups are preset beside the page, each with its outcome; a colleague finds the"
          + " run, and goes on with it where the server has broken it off")
  void manyGroups(TestServer server, WebDriver browser) throws SQLException {
    try (Connection database = server.database()) {
      OwnTerm.lay(database, TERM, 2122);
    }
    String named = server.text(SMALL);
    String first = named.split(" ")[0];
    open(server, browser, "preset-one");
    groups(browser, named + " NOPE-7");
    assertThat(browser.findElement(By.id("messages")).getText()).contains("«NOPE-7»");

    groups(browser, named);
    assertThat(ended(browser))
        .contains("Групп обработано: 3 из 3, семестр " + TERM)
        .contains("Выполнено")
        .contains("preset-one");
    for (String group : named.split(" ")) {
      assertThat(browser.findElement(By.cssSelector("tr[data-group='" + group + "']")).getText())
          .contains("записано: 0");
    }
    Album album = new Album(browser, "preset");
    album.picture("done");

    try (Connection database = server.database()) {
      Staff.run(database, BROKEN, TERM);
    }
    open(server, browser, "preset-two");
    assertThat(ended(browser)).contains("Прервалось").contains("1 из 3").contains("preset-one");
    assertThat(browser.findElement(By.cssSelector("tr[data-group='" + first + "']")).getText())
        .contains("записано: 0");
    album.dark();
    album.picture("broken-off");
    press(browser, By.cssSelector("[id$=':goOn']"));
    Staff.until(browser)
        .until(ExpectedConditions.textToBe(By.cssSelector("section h2 [role=status]"), DONE));
    assertThat(ended(browser)).contains("3 из 3");
    assertThat(browser.findElements(By.cssSelector("[id$=':goOn']"))).isEmpty();
  }
}
