package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** What a teacher types after the session has ended. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class KeptMarksIT {

  private static final String TEACHER = "teacher";

  @Test
  @DisplayName("a mark typed after the session has ended is stored once the teacher is back")
  void markOutlivesTheSession(TestServer server, WebDriver browser) throws SQLException {
    String id = openSheet(server);
    // ratings are typed until the exam begins
    String exam = server.text("SELECT exam_date FROM sheet WHERE uuid = '" + id + "'");
    examOn(server, id, "2099-12-20");
    try {
      typeAfterTheSession(server, browser, id);
    } finally {
      examOn(server, id, exam);
    }
  }

  private void typeAfterTheSession(TestServer server, WebDriver browser, String id)
      throws SQLException {
    String sheet = server.url() + "/attestation/sheet.xhtml?id=" + id;
    Staff.signIn(browser, server.url(), TEACHER, TEACHER + "-Demo1");
    browser.get(sheet);
    WebElement cell = cells(browser).get(0);
    String row = cell.findElement(By.xpath("ancestor::tr")).getDomAttribute("data-row");
    String before = cell.getDomProperty("value");
    String typed = "71".equals(before) ? "72" : "71";

    JavascriptExecutor page = (JavascriptExecutor) browser;
    page.executeScript(
        "addEventListener('beforeunload', e => sessionStorage.setItem('asked',"
            + " String(e.defaultPrevented)))");
    browser.manage().deleteAllCookies();
    cell.click();
    cell.sendKeys(typed, Keys.ENTER);
    Staff.until(browser).until(ExpectedConditions.urlContains("/sign-in.xhtml"));
    assertThat(page.executeScript("return sessionStorage.getItem('asked')"))
        .as("nothing can be lost, so nobody is asked whether to stay")
        .isEqualTo("false");
    assertThat(stored(server, row)).as("nobody is signed in").isNotEqualTo(typed);

    Staff.enter(browser, TEACHER, TEACHER + "-Demo1");
    Staff.until(browser).until(ExpectedConditions.urlContains("/attestation/sheet.xhtml"));
    new SheetPage(browser).awaitStored("first");
    assertThat(cells(browser).get(0).getDomProperty("value")).isEqualTo(typed);
    assertThat(stored(server, row)).isEqualTo(typed);
  }

  private static List<WebElement> cells(WebDriver browser) {
    return new SheetPage(browser).inputs("first");
  }

  private static String openSheet(TestServer server) throws SQLException {
    return server.text(
        "SELECT s.uuid FROM sheet s JOIN account a ON a.teacher_id = s.teacher_id WHERE a.login ="
            + " 'teacher' AND s.status = 'OPEN' AND s.kind = 'MAIN' ORDER BY s.id LIMIT 1");
  }

  private static String stored(TestServer server, String row) throws SQLException {
    return server.text("SELECT TRUNCATE(p1, 0) FROM sheet_row WHERE id = " + Long.parseLong(row));
  }

  private static void examOn(TestServer server, String sheet, String day) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(database, "UPDATE sheet SET exam_date = ? WHERE uuid = ?", day, sheet);
    }
  }
}
