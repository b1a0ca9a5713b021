package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** What is recorded in an exam room and marked by codes is stored without a button. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class KeptRoomIT {

  private static final String EXAMINER = "room-examiner";
  private static final String CAME =
      "LEFT JOIN exam_attendance a ON a.sheet_id = r.sheet_id AND a.student_id = r.student_id";
  private static final String MARKED =
      "JOIN work_code w ON w.sheet_id = r.sheet_id AND w.student_id = r.student_id LEFT JOIN"
          + " work_mark m ON m.sheet_id = w.sheet_id AND m.code = w.code";

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private OpenSheet sheet;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "room");
    Staff.appoint(server, EXAMINER, Role.TCH);
    sheet =
        OpenSheet.of(
            server,
            "ROOM-1",
            2217,
            LocalDateTime.now(ZoneId.of("Asia/Almaty"))
                .minusHours(1)
                .truncatedTo(ChronoUnit.MINUTES));
    Staff.tie(server, EXAMINER, "ROOM-1");
    Staff.signIn(browser, server, EXAMINER);
  }

  @Test
  @DisplayName("EXR-1 attendance is stored as it is chosen; what is not whole waits for the rest")
  void attendance() throws SQLException {
    browser.get(sheet.page("room"));
    choose("state", 0, "PRESENT");
    choose("state", 1, "ABSENT");
    awaitKept();
    assertThat(came()).as("nobody is known yet by whom").isEqualTo("- ABSENT - -");
    choose("identity", 0, "PASSPORT");
    Staff.until(browser)
        .until(ExpectedConditions.textMatches(By.id("each:0:checked"), Pattern.compile(EXAMINER)));
    assertThat(came()).isEqualTo("PRESENT ABSENT - -");
    choose("state", 0, "LATE");
    choose("state", 2, "ABSENT");
    Staff.until(browser).until(b -> "LATE ABSENT ABSENT -".equals(storedAttendance()));
    album.picture("attendance");
    browser.navigate().refresh();
    assertThat(new Select(field("state", 0)).getFirstSelectedOption().getDomAttribute("value"))
        .isEqualTo("LATE");
  }

  @Test
  @DisplayName("EXR-5 a mark under a code is stored as it is typed, also after the session ended")
  void works() throws SQLException {
    sheet.change("UPDATE sheet SET exam_form = 'WRITTEN' WHERE id =");
    sheet.change(
        "INSERT INTO work_coding (sheet_id, coded_by, coded_at) SELECT id, 'office', "
            + "UTC_TIMESTAMP(6) FROM sheet WHERE id =");
    int position = 0;
    for (String student : sheet.rows("r.student_id", "").split(" ")) {
      position++;
      sheet.change(
          "INSERT INTO work_code (sheet_id, student_id, code) SELECT id, "
              + student
              + ", '23456"
              + position
              + "' FROM sheet WHERE id =");
    }
    browser.get(sheet.page("works"));
    SheetPage page = new SheetPage(browser);
    page.inputs("score").get(0).click();
    keys("81", Keys.ENTER);
    keys("101", Keys.ENTER);
    Staff.until(browser)
        .until(
            b ->
                b.findElements(By.cssSelector("td.saving")).isEmpty()
                    && b.findElements(By.cssSelector("td.bad")).size() == 1);
    assertThat(marks()).as("each by itself").isEqualTo("81 - - -");
    assertThat(browser.findElement(By.id("grid-missing")).getText()).isEqualTo("3");
    page.inputs("score").get(1).click();
    keys(Keys.chord(Keys.CONTROL, "a"), "82", Keys.ENTER);
    page.awaitStored("score");
    album.picture("works");
    browser.manage().deleteAllCookies();
    page.inputs("score").get(2).click();
    keys("83", Keys.ENTER);
    Staff.until(browser).until(ExpectedConditions.urlContains("/sign-in.xhtml"));
    assertThat(marks()).isEqualTo("81 82 - -");
    Staff.enter(browser, EXAMINER, TestServer.ADMIN_PASSWORD);
    Staff.until(browser).until(ExpectedConditions.urlContains("/attestation/works.xhtml"));
    page.awaitStored("score");
    assertThat(marks()).isEqualTo("81 82 83 -");
  }

  @Test
  @DisplayName(
      "EXR-7 the text of an act typed before the session ended is back, and gone once stored")
  void act() throws SQLException {
    String page = sheet.page("incident-entry");
    browser.get(page);
    assertThat(browser.findElement(By.cssSelector(".draft")).isDisplayed()).isFalse();
    browser.findElement(By.id("description")).sendKeys("Под листом ответа лежала шпаргалка.");
    browser.findElement(By.id("witnesses")).sendKeys("Ахметова С. Б.\nИванов П. К.");
    new Select(browser.findElement(By.id("kind"))).selectByIndex(1);
    browser.manage().deleteAllCookies();
    Staff.follow(browser, By.id("register"));

    Staff.signIn(browser, server, EXAMINER);
    browser.get(page);
    assertThat(browser.findElement(By.cssSelector(".draft")).isDisplayed()).isTrue();
    assertThat(typed("description")).isEqualTo("Под листом ответа лежала шпаргалка.");
    assertThat(typed("witnesses")).isEqualTo("Ахметова С. Б.\nИванов П. К.");
    album.picture("draft");
    browser.findElement(By.id("register")).click();
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".problem:not(:empty)")));
    browser.get(page);
    assertThat(typed("description")).as("it was refused").startsWith("Под листом");

    new Select(browser.findElement(By.id("row"))).selectByIndex(1);
    // the browser writes what it is given, the field reads hours and minutes
    ((JavascriptExecutor) browser).executeScript("document.getElementById('hour').value = '00:01'");
    browser.findElement(By.id("register")).click();
    Staff.until(browser).until(ExpectedConditions.urlContains("/attestation/incident.xhtml"));
    browser.get(page);
    assertThat(browser.findElement(By.cssSelector(".draft")).isDisplayed()).isFalse();
    assertThat(typed("description")).as("it is stored").isEmpty();
  }

  private String typed(String field) {
    return browser.findElement(By.id(field)).getDomProperty("value");
  }

  private void keys(CharSequence... keys) {
    browser.switchTo().activeElement().sendKeys(keys);
  }

  private String marks() throws SQLException {
    return sheet.rows("COALESCE(m.score, '-')", MARKED);
  }

  private void choose(String what, int row, String value) {
    new Select(field(what, row)).selectByValue(value);
  }

  private WebElement field(String what, int row) {
    return browser.findElement(By.id("each:" + row + ":" + what));
  }

  private void awaitKept() {
    Staff.until(browser).until(b -> !b.findElement(By.id("kept")).getText().isBlank());
  }

  private String came() throws SQLException {
    return sheet.rows("COALESCE(a.state, '-')", CAME);
  }

  private String storedAttendance() {
    try {
      return came();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
