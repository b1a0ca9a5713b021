package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
import org.openqa.selenium.support.ui.Select;

/**
 * A student builds and submits the plan of the coming term; the adviser returns a line and approves
 * what comes back; the office confirms it; the director closes a group and its students land
 * elsewhere.
 */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class RegistrationJourneyIT {

  private static final String NEXT =
      "(SELECT MAX(o.term_id) FROM offering o JOIN term t ON t.id = o.term_id WHERE t.type <>"
          + " 'SUMMER' AND t.code LIKE '20%-%')";

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
                + " 'senior', NOW(6), 'director', NOW(6), FALSE, '2020-01-01', '2090-01-01', 1, 0"
                + " FROM account a JOIN student s ON s.id = a.student_id JOIN programme p ON p.id"
                + " = s.programme_id WHERE a.login = 'student'",
            kind);
      }
    }
  }

  private static String text(TestServer server, String sql) throws SQLException {
    try (Connection database = server.database();
        PreparedStatement select = database.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private static void press(WebDriver browser, String id) {
    WebElement page = browser.findElement(By.tagName("html"));
    browser.findElement(By.id(id)).click();
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
    String term = text(server, "SELECT code FROM term WHERE id = " + NEXT);
    String student = text(server, "SELECT student_id FROM account WHERE login = 'student'");
    signInDemo(browser, server, "student");
    browser.get(server.url() + "/registration/my-plan.xhtml?term=" + term);
    List<WebElement> ways = browser.findElements(By.cssSelector("select[id$=':way']"));
    assertThat(ways).as("what the programme prescribes").isNotEmpty();
    for (WebElement way : ways) {
      Select select = new Select(way);
      assertThat(select.getOptions().size()).isGreaterThan(1);
    }
    press(browser, "check");
    assertThat(browser.findElements(By.cssSelector("table.choose td.way .badge, td .small.warn")))
        .as("what the rules say stands beside the lines")
        .isNotEmpty();
    assertThat(
            text(
                server,
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
    browser.findElement(By.cssSelector("#receipt a")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("verdict")));
    assertThat(browser.findElement(By.id("verdict")).getAttribute("class")).contains("VALID");

    signInDemo(browser, server, "adviser");
    String number = text(server, "SELECT student_no FROM student WHERE id = " + student);
    browser.get(server.url() + "/registration/plans.xhtml");
    browser.findElement(By.linkText(number)).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("approve")));
    WebElement remark = browser.findElements(By.cssSelector("input[id$=':remark']")).get(0);
    remark.sendKeys("Take the other group");
    press(browser, "giveBack");
    assertThat(lineStates(server, student)).contains("RETURNED");
    press(browser, "approve");
    assertThat(lineStates(server, student)).contains("APPROVED", "RETURNED");

    signInDemo(browser, server, "student");
    browser.get(server.url() + "/registration/my-plan.xhtml?term=" + term);
    assertThat(browser.findElement(By.id("lines")).getText()).contains("Take the other group");
    WebElement page = browser.findElement(By.tagName("html"));
    browser.findElement(By.cssSelector("#lines a[aria-label]")).click();
    Staff.awaitGone(browser, page);
    assertThat(lineStates(server, student)).contains("SUBMITTED").doesNotContain("RETURNED");

    signInDemo(browser, server, "adviser");
    String plan =
        text(
            server,
            "SELECT uuid FROM study_plan WHERE student_id = "
                + student
                + " ORDER BY academic_year_id DESC LIMIT 1");
    browser.get(server.url() + "/registration/plan.xhtml?id=" + plan);
    press(browser, "approve");
    Staff.signIn(browser, server, "reg-specialist");
    browser.get(server.url() + "/registration/plan.xhtml?id=" + plan);
    press(browser, "confirm");
    assertThat(lineStates(server, student)).isEqualTo("REGISTERED");
    assertThat(text(server, "SELECT status FROM study_plan WHERE uuid = '" + plan + "'"))
        .isEqualTo("REGISTERED");
    assertThat(browser.findElement(By.id("events")).getText()).contains("adviser");
  }

  private static String lineStates(TestServer server, String student) throws SQLException {
    return text(
        server,
        "SELECT GROUP_CONCAT(DISTINCT l.status ORDER BY l.status SEPARATOR ' ') FROM"
            + " study_plan_line l JOIN study_plan p ON p.id = l.plan_id WHERE p.student_id = "
            + student
            + " AND l.status <> 'REMOVED' AND l.term_id = "
            + NEXT);
  }

  @Test
  @DisplayName("REG-4 a closed group's students land in another one, or choose anew, and are told")
  void aClosedGroupsStudentsLandElsewhere(TestServer server, WebDriver browser)
      throws SQLException {
    String offering =
        text(
            server,
            "SELECT o.uuid FROM offering o JOIN section s ON s.offering_id = o.id AND s.kind ="
                + " 'GROUP' AND s.status = 'OPEN' JOIN enrolment_place q ON q.section_id = s.id JOIN"
                + " enrolment e ON e.id = q.enrolment_id AND e.status = 'ENROLLED' WHERE o.term_id ="
                + " "
                + NEXT
                + " GROUP BY o.id HAVING COUNT(DISTINCT s.id) > 1 ORDER BY o.id LIMIT 1");
    String section =
        text(
            server,
            "SELECT s.id FROM section s JOIN offering o ON o.id = s.offering_id JOIN"
                + " enrolment_place q ON q.section_id = s.id JOIN enrolment e ON e.id ="
                + " q.enrolment_id AND e.status = 'ENROLLED' WHERE o.uuid = '"
                + offering
                + "' AND s.kind = 'GROUP' GROUP BY s.id ORDER BY s.id LIMIT 1");
    String code = text(server, "SELECT code FROM section WHERE id = " + section);
    String active =
        "SELECT COUNT(*) FROM enrolment_place q JOIN enrolment e ON e.id = q.enrolment_id WHERE"
            + " e.status = 'ENROLLED' AND q.section_id = "
            + section;
    int before = Integer.parseInt(text(server, active));
    assertThat(before).isPositive();

    Staff.signIn(browser, server, "reg-director");
    browser.get(server.url() + "/registration/offering.xhtml?id=" + offering);
    WebElement row =
        browser.findElements(By.cssSelector("#sections tbody tr")).stream()
            .filter(one -> one.getText().startsWith(code))
            .findFirst()
            .orElseThrow();
    WebElement page = browser.findElement(By.tagName("html"));
    row.findElements(By.tagName("a")).get(row.findElements(By.tagName("a")).size() - 1).click();
    Staff.awaitGone(browser, page);
    assertThat(browser.findElements(By.cssSelector("#landings tbody tr"))).hasSize(before);
    press(browser, "closeGroup");
    assertThat(browser.findElement(By.id("landings")).getText())
        .as("nothing was done")
        .isNotBlank();
    assertThat(text(server, active)).isEqualTo(String.valueOf(before));
    browser.findElement(By.id("closeReason")).sendKeys("too few students");
    press(browser, "closeGroup");

    assertThat(text(server, active)).isEqualTo("0");
    assertThat(text(server, "SELECT status FROM section WHERE id = " + section))
        .isEqualTo("CANCELLED");
    assertThat(text(server, "SELECT taken FROM section_seat WHERE section_id = " + section))
        .isEqualTo("0");
    String landed =
        text(
            server,
            "SELECT COUNT(*) FROM registration_log WHERE section_id = "
                + section
                + " AND act IN ('MOVED_OUT', 'CANCELLED')");
    assertThat(landed).isEqualTo(String.valueOf(before));
    assertThat(
            Integer.parseInt(
                text(
                    server,
                    "SELECT COUNT(*) FROM notice WHERE code IN ('registration.notice.moved',"
                        + " 'registration.notice.cancelled') AND student_id IN (SELECT student_id"
                        + " FROM registration_log WHERE section_id = "
                        + section
                        + ")")))
        .as("everybody concerned is told")
        .isGreaterThanOrEqualTo(before);
  }
}
