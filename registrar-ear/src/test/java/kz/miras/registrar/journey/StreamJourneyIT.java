package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** A student reads streams and groups like a timetable and chooses one of each. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class StreamJourneyIT {

  private static final String STREAMS = "(SELECT id FROM section WHERE code IN ('П-1', 'П-2'))";

  private String term;
  private String offering;

  /** The first discipline that is offered gets two streams, each with a lecturer and an hour. */
  private void prepare(TestServer server, WebDriver browser) throws SQLException {
    term = ComingTerm.text(server, "SELECT code FROM term WHERE id = " + ComingTerm.ID);
    browser.get(server.url() + "/registration/my-plan.xhtml?term=" + term);
    offering =
        browser
            .findElement(By.cssSelector("select[id$=':way'] option[value*='-'][value*='|']"))
            .getAttribute("value")
            .replaceFirst("\\|.*", "");
    try (Connection database = server.database()) {
      for (String stream : List.of("1", "2")) {
        Staff.run(
            database,
            "INSERT INTO section (id, uuid, offering_id, kind, code, status) SELECT"
                + " NEXTVAL(registration_seq), UUID(), id, 'LECTURE', CONCAT('П-', ?), 'OPEN' FROM"
                + " offering WHERE uuid = ?",
            stream,
            offering);
      }
      Staff.run(
          database,
          "INSERT INTO section_seat (section_id, capacity) SELECT id, 60 FROM section WHERE id IN "
              + STREAMS);
      Staff.run(
          database,
          "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at, room) SELECT"
              + " NEXTVAL(registration_seq), id, 6, IF(code = 'П-1', '08:00', '10:00'), IF(code ="
              + " 'П-1', '08:50', '10:50'), '203' FROM section WHERE id IN "
              + STREAMS);
      Staff.run(
          database,
          "INSERT INTO section_teacher (id, section_id, teacher_id, duty, valid_from) SELECT"
              + " NEXTVAL(registration_seq), s.id, (SELECT MIN(id) FROM teacher), 'TEACHER',"
              + " '2020-01-01' FROM section s WHERE s.id IN "
              + STREAMS);
    }
  }

  @AfterEach
  void takeAway(TestServer server) throws SQLException {
    try (Connection database = server.database()) {
      for (String table : List.of("section_teacher", "section_slot", "section_seat")) {
        Staff.run(database, "DELETE FROM " + table + " WHERE section_id IN " + STREAMS);
      }
      Staff.run(database, "DELETE FROM study_plan_line WHERE stream_id IN " + STREAMS);
      Staff.run(database, "DELETE FROM section WHERE code IN ('П-1', 'П-2')");
    }
  }

  private WebElement way(WebDriver browser) {
    return browser.findElement(
        By.xpath("//select[.//option[starts-with(@value, '" + offering + "')]]"));
  }

  private WebElement cell(WebDriver browser) {
    return way(browser).findElement(By.xpath("ancestor::td"));
  }

  private void open(WebDriver browser, TestServer server) {
    browser.get(server.url() + "/registration/my-plan.xhtml?term=" + term);
    ((JavascriptExecutor) browser)
        .executeScript("arguments[0].scrollIntoView({block: 'center'})", way(browser));
  }

  private static void press(WebDriver browser, String id) {
    WebElement page = browser.findElement(By.tagName("html"));
    browser.findElement(By.id(id)).sendKeys(Keys.ENTER);
    Staff.awaitGone(browser, page);
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id(id)));
  }

  @Test
  @DisplayName(
      "REG-3 stream and group are read like a timetable and chosen by keys; the choice is kept, checked"
          + " and drawn in the week")
  void streamAndGroup(TestServer server, WebDriver browser) throws SQLException {
    Album album = new Album(browser, "stream");
    Staff.signIn(browser, server.url(), "student", "student-Demo1");
    prepare(server, browser);
    open(browser, server);
    List<String> heads =
        way(browser).findElements(By.tagName("optgroup")).stream()
            .map(one -> one.getAttribute("label"))
            .toList();
    assertThat(heads).hasSizeGreaterThan(2);
    assertThat(heads.get(heads.size() - 1)).contains("10:00").contains("П-2").contains("203");
    String wanted =
        new Select(way(browser))
            .getOptions().stream()
                .map(one -> one.getAttribute("value"))
                .filter(value -> value.matches(offering + "\\|.+\\|П-2"))
                .findFirst()
                .orElseThrow();
    // by keys alone: the list is a list of the browser
    way(browser).sendKeys(Keys.END);
    Staff.until(browser)
        .until(page -> cell(page).findElement(By.className("lessons")).getText().contains("П-2"));

    new Select(way(browser)).selectByValue(wanted);
    Staff.until(browser)
        .until(page -> cell(page).findElements(By.className("way-row")).size() == 2);
    assertThat(cell(browser).getText()).contains("10:00–10:50, 203");
    press(browser, "check");
    assertThat(cell(browser).getText()).contains("П-2");
    press(browser, "keep");
    open(browser, server);
    assertThat(new Select(way(browser)).getFirstSelectedOption().getAttribute("value"))
        .isEqualTo(wanted);
    assertThat(browser.findElement(By.id("week")).getText()).contains("П-2").doesNotContain("П-1");

    for (String language : List.of("en", "kk", "ru")) {
      WebElement page = browser.findElement(By.tagName("html"));
      browser.findElement(By.xpath("//form[@id='language']//a[text()='" + language + "']")).click();
      Staff.awaitGone(browser, page);
      open(browser, server);
      ((JavascriptExecutor) browser)
          .executeScript(
              "document.documentElement.setAttribute('data-theme', arguments[0])",
              language.equals("kk") ? "dark" : "light");
      album.picture(language);
      phone(browser, Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", false));
      ((JavascriptExecutor) browser)
          .executeScript("arguments[0].scrollIntoView({block: 'center'})", way(browser));
      album.picture(language + "-phone");
      ((HasCdp) browser).executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  private static void phone(WebDriver browser, Map<String, Object> metrics) {
    ((HasCdp) browser).executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
  }
}
