package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

@ExtendWith({ServerExtension.class, BrowserExtension.class})
class LeaveClockIT {

  private static final String STUDENT =
      "SELECT MIN(s.student_no) FROM student s WHERE s.status = 'STUDYING' AND NOT s.on_mobility"
          + " AND EXISTS (SELECT 1 FROM student_status_change c WHERE c.student_id = s.id) AND NOT"
          + " EXISTS (SELECT 1 FROM student_order_line l JOIN student_order o ON o.id = l.order_id"
          + " WHERE l.student_id = s.id AND o.applied_at IS NULL)";

  /** A semester that has begun and is followed by another in the calendar. */
  private static final String TERM =
      "SELECT t.code FROM term t WHERE t.starts_on <= CURRENT_DATE AND t.type IN ('AUTUMN',"
          + " 'SPRING') AND EXISTS (SELECT 1 FROM term n WHERE n.starts_on > t.starts_on AND n.type"
          + " IN ('AUTUMN', 'SPRING'))"
          + " ORDER BY t.starts_on DESC LIMIT 1";

  @Test
  @DisplayName(
      "INC-1 INC-2 the card shows until when an I is open, and that a leave has stopped it")
  void leaveStopsTheClock(TestServer server, WebDriver browser) throws Exception {
    Staff.appoint(server, "clock-senior", Role.SEN);
    aSemesterFollows(server);
    Staff.appoint(server, "clock-director", Role.DIR);
    Staff.signIn(browser, server, "clock-senior");
    String student = server.text(STUDENT);
    ImportPage page = new ImportPage(browser, server);
    String today = server.text("SELECT CURRENT_DATE");
    Path file =
        page.csv(
            "results",
            List.of(
                List.of(
                    student,
                    server.text(TERM),
                    "INC-IT1",
                    "Сабақ",
                    "Предмет",
                    "Subject",
                    "5",
                    "основной",
                    "1",
                    "",
                    "",
                    "",
                    "I",
                    today,
                    "№ 1, " + today)));
    String brought = page.check("results", file).submit();
    Staff.signIn(browser, server, "clock-director");
    browser.get(brought);
    page.approve();
    Staff.signIn(browser, server, "clock-senior");
    assertThat(open(server, browser, student))
        .contains("INC-IT1")
        .containsPattern("\\d\\d\\.\\d\\d\\.\\d{4}")
        .doesNotContain("остановлен");

    leave(server, browser, student);
    assertThat(browser.getCurrentUrl()).contains("/student/order.xhtml");
    assertThat(open(server, browser, student))
        .contains("INC-IT1", "срок остановлен на время отпуска");
  }

  /** Whatever day it is, there is a semester still to come. */
  private static void aSemesterFollows(TestServer server) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "INSERT IGNORE INTO academic_year (id, start_year, starts_on, ends_on) VALUES (952, 2052,"
              + " '2052-09-01', '2053-08-31')");
      Staff.run(
          database,
          "INSERT IGNORE INTO term (id, academic_year_id, type, code, starts_on, ends_on,"
              + " study_weeks) VALUES (952, 952, 'AUTUMN', '2052-1', '2052-09-01', '2053-01-25', 15)");
    }
  }

  private static String open(TestServer server, WebDriver browser, String student) {
    browser.get(server.url() + "/student/card.xhtml?id=" + student);
    return browser.findElement(By.id("open")).getText();
  }

  private static void leave(TestServer server, WebDriver browser, String student) {
    browser.get(server.url() + "/student/order-entry.xhtml?student=" + student);
    browser.findElement(By.id("number")).sendKeys("IT-INC-1");
    day(browser, "signed", 0);
    day(browser, "effective", 0);
    new Select(browser.findElement(By.id("kind"))).selectByValue("LEAVE");
    Staff.until(browser)
        .ignoring(StaleElementReferenceException.class)
        .until(ExpectedConditions.presenceOfElementLocated(By.id("until_input")));
    new Select(browser.findElement(By.id("ground"))).selectByValue("ILLNESS");
    day(browser, "until", 200);
    press(browser);
    if (!browser.findElements(By.id("seen")).isEmpty()) {
      browser.findElement(By.id("seen")).click();
      press(browser);
    }
  }

  private static void press(WebDriver browser) {
    var button = browser.findElement(By.id("enter"));
    ((JavascriptExecutor) browser).executeScript("arguments[0].click()", button);
    Staff.awaitGone(browser, button);
  }

  private static void day(WebDriver browser, String id, int ahead) {
    ((JavascriptExecutor) browser)
        .executeScript(
            "document.getElementById(arguments[0]).value = new Date(Date.now() + arguments[1] *"
                + " 86400000).toISOString().slice(0, 10).split('-').reverse().join('.')",
            id + "_input",
            ahead);
  }
}
