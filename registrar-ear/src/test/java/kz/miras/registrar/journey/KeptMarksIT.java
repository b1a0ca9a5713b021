package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** What a teacher types after the session has ended. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class KeptMarksIT {

  private static final String TEACHER = "kept-teacher";
  private static final int YEAR = 2229;

  @Test
  @DisplayName("a mark typed after the session has ended is stored once the teacher is back")
  void markOutlivesTheSession(TestServer server, WebDriver browser) throws SQLException {
    Staff.appoint(server, TEACHER, Role.TCH);
    // ratings are typed until the exam begins
    LocalDateTime exam =
        LocalDateTime.now(ZoneId.of("Asia/Almaty")).plusDays(9).truncatedTo(ChronoUnit.MINUTES);
    OpenSheet sheet = OpenSheet.of(server, "KEPT-1", YEAR, exam);
    Staff.tie(server, TEACHER, "KEPT-1");
    Staff.signIn(browser, server, TEACHER);
    browser.get(sheet.page("sheet"));
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

    Staff.enter(browser, TEACHER, TestServer.ADMIN_PASSWORD);
    Staff.until(browser).until(ExpectedConditions.urlContains("/attestation/sheet.xhtml"));
    new SheetPage(browser).awaitStored("first");
    assertThat(cells(browser).get(0).getDomProperty("value")).isEqualTo(typed);
    assertThat(stored(server, row)).isEqualTo(typed);
  }

  private static List<WebElement> cells(WebDriver browser) {
    return new SheetPage(browser).inputs("first");
  }

  private static String stored(TestServer server, String row) throws SQLException {
    return server.text("SELECT TRUNCATE(p1, 0) FROM sheet_row WHERE id = " + Long.parseLong(row));
  }
}
