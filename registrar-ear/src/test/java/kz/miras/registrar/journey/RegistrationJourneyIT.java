package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.AfterEach;
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

/**
 * A student builds and submits the plan of the coming term; the adviser returns a line and approves
 * what comes back; the office confirms it.
 */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class RegistrationJourneyIT {

  private static final String NEXT = ComingTerm.ID;

  @BeforeEach
  void prepare(TestServer server) throws SQLException {
    Staff.appoint(server, "reg-director", Role.DIR);
    Staff.appoint(server, "reg-specialist", Role.SPE);
    try (Connection database = server.database()) {
      // a window of its own: the day the tests run on is no matter
      for (String kind : List.of("REGISTRATION", "CHANGE")) {
        Staff.run(
            database,
            "INSERT IGNORE INTO registration_window (id, uuid, term_id, kind, level, programme_id,"
                + " course_year, opens_at, closes_at, status, prepared_by, prepared_at,"
                + " approved_by, approved_at, approved_off, approved_opens_at, approved_closes_at,"
                + " approved_waves, approved_wave_minutes) SELECT NEXTVAL(registration_seq),"
                + " UUID(), "
                + NEXT
                + ", ?, p.level, p.id, s.course_year, '2020-01-01', '2090-01-01', 'APPROVED',"
                + " 'reg-specialist', NOW(6), 'reg-director', NOW(6), FALSE, '2020-01-01',"
                + " '2090-01-01', 1, 0"
                + " FROM account a JOIN student s ON s.id = a.student_id JOIN programme p ON p.id"
                + " = s.programme_id WHERE a.login = 'student'",
            kind);
      }
    }
  }

  @AfterEach
  void closeTheWindows(TestServer server) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "DELETE FROM registration_window WHERE prepared_by = 'reg-specialist' AND approved_by ="
              + " 'reg-director'");
    }
  }

  /** Clicks what may lie under the bar at the foot of the page, as people do: they scroll first. */
  private static void click(WebDriver browser, By by) {
    WebElement element = browser.findElement(by);
    ((JavascriptExecutor) browser)
        .executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  private static void press(WebDriver browser, String id) {
    WebElement page = browser.findElement(By.tagName("html"));
    click(browser, By.id(id));
    Staff.awaitGone(browser, page);
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.tagName("main")));
  }

  private static void signInDemo(WebDriver browser, TestServer server, String login) {
    Staff.signIn(browser, server.url(), login, login + "-Demo1");
  }

  @Test
  @DisplayName(
      "IUP-1 IUP-5 a plan is built, submitted, returned with a remark, submitted again, approved and"
          + " confirmed")
  void aPlanPassesAllHands(TestServer server, WebDriver browser) throws SQLException {
    String term = server.text("SELECT code FROM term WHERE id = " + NEXT);
    String student = server.text("SELECT student_id FROM account WHERE login = 'student'");
    signInDemo(browser, server, "student");
    browser.get(server.url() + "/registration/my-plan.xhtml?term=" + term);
    assertThat(browser.findElements(By.cssSelector("select[id$=':way']")))
        .as("what the programme prescribes")
        .isNotEmpty();
    assertThat(presetCodes(browser))
        .as("what is compulsory is chosen beforehand")
        .isNotEmpty()
        .isEqualTo(compulsoryCodes(browser));
    assertThat(browser.findElement(By.id("credits")).getText())
        .as("what is left")
        .matches(".*\\d.*");
    keepsTheGroup(browser, server.url() + "/registration/my-plan.xhtml?term=" + term);
    offersOthers(browser);
    press(browser, "check");
    assertThat(browser.findElements(By.cssSelector("table.choose td.way .badge, td .small.warn")))
        .as("what the rules say stands beside the lines: %s", said(browser))
        .isNotEmpty();
    assertThat(
            server.text(
                "SELECT COUNT(*) FROM enrolment e JOIN offering o ON o.id ="
                    + " e.offering_id WHERE o.term_id = "
                    + NEXT
                    + " AND e.student_id = "
                    + student))
        .as("asking takes nothing")
        .isEqualTo("0");

    press(browser, "submit");
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("receipt")));
    int lines = browser.findElements(By.cssSelector("#lines tbody tr")).size();
    assertThat(lines).isPositive();
    List<String> refused = refusedCodes(browser);
    browser.findElement(By.cssSelector("#receipt a")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("verdict")));
    assertThat(browser.findElement(By.id("verdict")).getAttribute("class")).contains("VALID");
    browser.get(server.url() + "/registration/my-plan.xhtml?term=" + term);
    takesOut(browser, refused);
    assertThat(lineStates(server, student)).as("what is left").isEqualTo("SUBMITTED");

    signInDemo(browser, server, "adviser");
    String plan =
        server.text(
            "SELECT uuid FROM study_plan WHERE student_id = "
                + student
                + " AND academic_year_id = (SELECT academic_year_id FROM term WHERE id = "
                + NEXT
                + ")");
    browser.get(server.url() + "/registration/plans.xhtml");
    browser.findElement(By.cssSelector("#plans td a[href$='id=" + plan + "']")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("approve")));
    WebElement remark = browser.findElements(By.cssSelector("input[id$=':remark']")).get(0);
    remark.sendKeys("Take the other group");
    press(browser, "giveBack");
    assertThat(lineStates(server, student)).contains("RETURNED");
    browser.findElements(By.cssSelector("input[id$=':take']")).get(0).click();
    press(browser, "approve");
    assertThat(lineStates(server, student)).as("one left out").contains("APPROVED", "SUBMITTED");
    press(browser, "approve");
    assertThat(lineStates(server, student)).isEqualTo("APPROVED RETURNED");

    signInDemo(browser, server, "student");
    browser.get(server.url() + "/registration/my-plan.xhtml?term=" + term);
    assertThat(browser.findElement(By.id("lines")).getText()).contains("Take the other group");
    WebElement page = browser.findElement(By.tagName("html"));
    browser.findElement(By.cssSelector("#lines a[aria-label]")).click();
    Staff.awaitGone(browser, page);
    assertThat(lineStates(server, student)).contains("SUBMITTED").doesNotContain("RETURNED");

    signInDemo(browser, server, "adviser");
    browser.get(server.url() + "/registration/plan.xhtml?id=" + plan);
    press(browser, "approve");
    Staff.signIn(browser, server, "reg-specialist");
    browser.get(server.url() + "/registration/plan.xhtml?id=" + plan);
    press(browser, "confirm");
    assertThat(lineStates(server, student)).isEqualTo("REGISTERED");
    assertThat(server.text("SELECT status FROM study_plan WHERE uuid = '" + plan + "'"))
        .isEqualTo("REGISTERED");
    assertThat(browser.findElement(By.id("events")).getText()).contains("adviser");
  }

  /** Disciplines that were refused: their groups meet lessons of others, and stay a draft. */
  private static List<String> refusedCodes(WebDriver browser) {
    return browser.findElements(By.cssSelector("table.choose tbody tr")).stream()
        .filter(row -> !row.findElements(By.cssSelector(".problem")).isEmpty())
        .map(row -> code(row))
        .toList();
  }

  private static void takesOut(WebDriver browser, List<String> codes) {
    for (String code : codes) {
      WebElement row =
          browser.findElements(By.cssSelector("table.choose tbody tr")).stream()
              .filter(one -> code(one).equals(code))
              .findFirst()
              .orElseThrow();
      new Select(row.findElement(By.cssSelector("select[id$=':way']"))).selectByValue("");
      settle(browser);
    }
    press(browser, "keep");
  }

  /** What is refused, for the message of a failed test. */
  private static List<String> said(WebDriver browser) {
    return browser.findElements(By.cssSelector("#f .problem")).stream()
        .map(WebElement::getText)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** Disciplines of the first table, which is what the programme prescribes without a choice. */
  private static List<String> compulsoryCodes(WebDriver browser) {
    return compulsory(browser).stream().map(row -> code(row)).toList();
  }

  private static List<String> presetCodes(WebDriver browser) {
    return compulsory(browser).stream()
        .filter(
            row ->
                !new Select(row.findElement(By.cssSelector("select[id$=':way']")))
                    .getFirstSelectedOption()
                    .getAttribute("value")
                    .isEmpty())
        .map(row -> code(row))
        .toList();
  }

  private static List<WebElement> compulsory(WebDriver browser) {
    return browser
        .findElements(By.cssSelector("table.choose"))
        .get(0)
        .findElements(By.cssSelector("tbody tr"))
        .stream()
        .filter(row -> !row.findElements(By.cssSelector("select[id$=':way']")).isEmpty())
        .toList();
  }

  private static String code(WebElement row) {
    return row.findElement(By.cssSelector("b.code")).getText();
  }

  /** A draft with one certain group is there again as it was; then the first choice is restored. */
  private static void keepsTheGroup(WebDriver browser, String address) {
    Select way = way(browser);
    String before = way.getFirstSelectedOption().getAttribute("value");
    String group =
        way.getOptions().stream()
            .map(option -> option.getAttribute("value"))
            .filter(value -> value.contains("|") && !value.equals(before))
            .reduce((first, last) -> last)
            .orElseThrow();
    way.selectByValue(group);
    settle(browser);
    press(browser, "keep");
    browser.get(address);
    assertThat(way(browser).getFirstSelectedOption().getAttribute("value"))
        .as("the group that was chosen, and no other")
        .isEqualTo(group);
    way(browser).selectByValue(before);
    settle(browser);
  }

  /** Until the page has heard what its last change has changed. */
  private static void settle(WebDriver browser) {
    Staff.until(browser)
        .until(
            page ->
                ((JavascriptExecutor) page)
                    .executeScript("return PrimeFaces.ajax.Queue.isEmpty()")
                    .equals(true));
  }

  private static Select way(WebDriver browser) {
    return new Select(browser.findElements(By.cssSelector("select[id$=':way']")).get(0));
  }

  /** Without words the search shows what else of the programme is offered in the term. */
  private static void offersOthers(WebDriver browser) {
    click(browser, By.id("find"));
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("otherFound")));
    assertThat(browser.findElements(By.cssSelector("#otherFound tbody tr"))).isNotEmpty();
    press(
        browser,
        browser.findElement(By.cssSelector("#otherFound td.act input")).getAttribute("id"));
    assertThat(browser.findElements(By.cssSelector("#added tbody tr"))).hasSize(1);
    WebElement page = browser.findElement(By.tagName("html"));
    click(browser, By.cssSelector("#added td:first-child a"));
    Staff.awaitGone(browser, page);
    assertThat(browser.findElements(By.id("added"))).isEmpty();
  }

  private static String lineStates(TestServer server, String student) throws SQLException {
    return server.text(
        "SELECT GROUP_CONCAT(DISTINCT l.status ORDER BY l.status SEPARATOR ' ') FROM"
            + " study_plan_line l JOIN study_plan p ON p.id = l.plan_id WHERE p.student_id = "
            + student
            + " AND l.status <> 'REMOVED' AND l.term_id = "
            + NEXT);
  }
}
