package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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
class OrderJourneyIT {

  private static final String STUDENT =
      "SELECT MAX(s.student_no) FROM student s WHERE s.status = 'STUDYING' AND NOT s.on_mobility AND"
          + " s.student_no REGEXP '^[0-9]+$' AND EXISTS (SELECT 1 FROM enrolment e WHERE e.student_id = s.id AND e.status ="
          + " 'ENROLLED') AND EXISTS (SELECT 1 FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id"
          + " WHERE r.student_id = s.id AND h.closed_at IS NULL) AND NOT EXISTS (SELECT 1 FROM"
          + " student_order_line l JOIN student_order o ON o.id = l.order_id WHERE l.student_id ="
          + " s.id AND o.applied_at IS NULL)";

  @Test
  @DisplayName(
      "ATT-1 REG-9 MOV-14 an expulsion gives seats back, closes rows as W, tells the teachers, and"
          + " is taken back only by another order")
  void expelledAndTakenBack(TestServer server, WebDriver browser) throws SQLException {
    Staff.appoint(server, "order-specialist", Role.SPE);
    Staff.signIn(browser, server, "order-specialist");
    String student = server.text(STUDENT);
    String open =
        "SELECT COUNT(*) FROM enrolment e JOIN student s ON s.id = e.student_id WHERE"
            + " s.student_no = '"
            + student
            + "' AND e.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED')";
    String seats = "SELECT SUM(taken) FROM section_seat";
    int enrolled = Integer.parseInt(server.text(open));
    int taken = Integer.parseInt(server.text(seats));
    String number = "IT-" + server.text("SELECT COUNT(*) + 1 FROM student_order");

    enter(browser, server, number, "EXPULSION", student, null);
    assertThat(browser.getCurrentUrl()).contains("/student/order.xhtml");
    assertThat(server.text("SELECT status FROM student WHERE student_no = '" + student + "'"))
        .isEqualTo("EXPELLED");
    assertThat(server.text(open)).isEqualTo("0");
    assertThat(Integer.parseInt(server.text(seats))).isLessThan(taken);
    assertThat(
            server.text(
                "SELECT GROUP_CONCAT(DISTINCT COALESCE(r.mark, '-')) FROM sheet_row r JOIN"
                    + " sheet h ON h.id = r.sheet_id JOIN student s ON s.id = r.student_id WHERE"
                    + " h.closed_at IS NULL AND s.student_no = '"
                    + student
                    + "'"))
        .isEqualTo("W");
    assertThat(
            server.text(
                "SELECT CONCAT(l.outcome, ' ', l.released, ' ', l.withdrawn > 0, ' ', l.told > 1)"
                    + " FROM student_order_line l JOIN student_order o ON o.id = l.order_id WHERE"
                    + " o.number = '"
                    + number
                    + "'"))
        .isEqualTo("APPLIED " + enrolled + " 1 1");
    assertThat(
            server.text(
                "SELECT CONCAT(e.type, ' ', JSON_VALUE(e.detail, '$.kind')) FROM api_event e JOIN"
                    + " student_order o ON o.id = e.order_id WHERE o.number = '"
                    + number
                    + "'"))
        .as("other programs are told")
        .isEqualTo("ORDER_SIGNED EXPULSION");

    enter(browser, server, number + "a", "COURSE_PROMOTION", student, null);
    assertThat(browser.getCurrentUrl()).contains("/student/order-entry.xhtml");
    assertThat(browser.findElement(By.id("named")).getText()).contains("MOV-11");

    enter(browser, server, number + "b", "CANCELLATION", student, number);
    assertThat(browser.getCurrentUrl()).contains("/student/order.xhtml");
    assertThat(server.text("SELECT status FROM student WHERE student_no = '" + student + "'"))
        .isEqualTo("STUDYING");
    assertThat(
            server.text(
                "SELECT COUNT(*) FROM student_status_change c JOIN student_status_change u ON u.id"
                    + " = c.undoes_id JOIN student_order o ON o.id = u.order_id WHERE o.number = '"
                    + number
                    + "'"))
        .isEqualTo("1");
  }

  /** Types an order, confirms what it warns of, and stays where the product leads. */
  private static void enter(
      WebDriver browser,
      TestServer server,
      String number,
      String kind,
      String student,
      String corrects) {
    browser.get(server.url() + "/student/order-entry.xhtml?student=" + student);
    browser.findElement(By.id("number")).sendKeys(number);
    day(browser, "signed");
    day(browser, "effective");
    if (corrects != null) {
      browser.findElement(By.id("corrects_input")).sendKeys(corrects);
    }
    new Select(browser.findElement(By.id("kind"))).selectByValue(kind);
    String wording = kind.equals("COURSE_PROMOTION") ? "курс" : "О";
    Staff.until(browser)
        .ignoring(StaleElementReferenceException.class)
        .until(ExpectedConditions.attributeContains(By.id("title"), "placeholder", wording));
    press(browser);
    if (!browser.findElements(By.id("seen")).isEmpty()) {
      browser.findElement(By.id("seen")).click();
      press(browser);
    }
  }

  private static void press(WebDriver browser) {
    var button = browser.findElement(By.id("enter"));
    button.click();
    Staff.awaitGone(browser, button);
  }

  private static void day(WebDriver browser, String id) {
    ((JavascriptExecutor) browser)
        .executeScript(
            "document.getElementById(arguments[0]).value ="
                + " new Date().toISOString().slice(0, 10).split('-').reverse().join('.')",
            id + "_input");
  }
}
