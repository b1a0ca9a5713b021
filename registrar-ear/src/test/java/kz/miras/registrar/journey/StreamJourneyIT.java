package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Visitor;
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
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** A student reads streams and groups like a timetable and chooses one of each. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class StreamJourneyIT {

  private StreamScene scene;
  private String offering;

  @BeforeEach
  void prepare(TestServer server, WebDriver browser) throws SQLException {
    scene = StreamScene.of(server);
    offering = scene.offering;
    Staff.signIn(browser, server, scene.name);
  }

  @AfterEach
  void takeAway(TestServer server) throws SQLException {
    scene.end(server);
  }

  private WebElement way(WebDriver browser) {
    return browser.findElement(
        By.xpath("//select[.//option[starts-with(@value, '" + offering + "')]]"));
  }

  private WebElement cell(WebDriver browser) {
    return way(browser).findElement(By.xpath("ancestor::td"));
  }

  private void open(WebDriver browser, TestServer server) {
    browser.get(server.url() + "/registration/my-plan.xhtml?term=" + StreamScene.TERM);
    shown(browser, way(browser));
  }

  private static void shown(WebDriver browser, WebElement element) {
    ((JavascriptExecutor) browser)
        .executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
  }

  private static void press(WebDriver browser, String id) {
    WebElement page = browser.findElement(By.tagName("html"));
    browser.findElement(By.id(id)).sendKeys(Keys.ENTER);
    Staff.awaitGone(browser, page);
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id(id)));
  }

  private void choose(WebDriver browser, String group, String stream) {
    new Select(way(browser)).selectByValue(offering + "|" + group + "|" + stream);
    Staff.until(browser)
        .until(
            page -> {
              String lessons = cell(page).findElement(By.className("lessons")).getText();
              return lessons.contains(stream) && lessons.contains(group);
            });
  }

  @Test
  @DisplayName(
      "REG-3 stream and group are read like a timetable and chosen by keys; the choice is kept, checked,"
          + " submitted and drawn in the week")
  void streamAndGroup(TestServer server, WebDriver browser) {
    Album album = new Album(browser, "stream");
    open(browser, server);
    List<String> heads =
        way(browser).findElements(By.tagName("optgroup")).stream()
            .map(one -> one.getAttribute("label"))
            .toList();
    assertThat(heads).hasSize(3);
    assertThat(heads.get(2)).contains("10:00").contains("П-2").contains("203");
    // by keys alone: the list is a list of the browser
    way(browser).sendKeys(Keys.END);
    Staff.until(browser)
        .until(page -> cell(page).findElement(By.className("lessons")).getText().contains("Г-2"));
    choose(browser, "Г-1", "П-2");
    assertThat(cell(browser).getText()).contains("10:00–10:50, 203");
    press(browser, "check");
    assertThat(cell(browser).getText()).contains("Поток и группа: П-2 Г-1");
    press(browser, "keep");
    open(browser, server);
    assertThat(new Select(way(browser)).getFirstSelectedOption().getAttribute("value"))
        .isEqualTo(offering + "|Г-1|П-2");
    assertThat(browser.findElement(By.id("week")).getText()).contains("П-2").doesNotContain("П-1");
    pictures(browser, server, album);

    press(browser, "submit");
    assertThat(browser.findElement(By.id("lines")).getText())
        .contains("П-2 Г-1")
        .contains("записан(а)");
    album.picture("submitted");
    browser.findElement(By.cssSelector("#receipt a")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("verdict")));
    assertThat(browser.findElement(By.tagName("main")).getText()).contains("П-2");
    album.picture("receipt");
  }

  private void pictures(WebDriver browser, TestServer server, Album album) {
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
      ((HasCdp) browser)
          .executeCdpCommand(
              "Emulation.setDeviceMetricsOverride",
              Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", false));
      shown(browser, way(browser));
      album.picture(language + "-phone");
      ((HasCdp) browser).executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Test
  @DisplayName(
      "REG-33 of a stream that is full the place in its queue is told beside that of the group; nothing"
          + " to submit is told with the way on")
  void queueOfTheStream(TestServer server, WebDriver browser) {
    Album album = new Album(browser, "stream-queue");
    open(browser, server);
    choose(browser, "Г-1", "П-1");
    press(browser, "submit");

    assertThat(browser.findElement(By.id("lines")).getText())
        .contains("поток П-1 заполнен, там 1-е место");
    album.picture("waits");

    press(browser, "submit");
    assertThat(browser.findElement(By.tagName("main")).getText())
        .contains("Всё выбранное уже подано");

    String office =
        new Visitor(server.url())
            .signedIn("senior", "senior-Demo1")
            .get("/registration/offering.xhtml?id=" + offering)
            .body();
    String row = office.substring(office.indexOf("<td>" + scene.name + "</td>"));
    assertThat(row.substring(0, row.indexOf("</tr>")))
        .as("the office sees what is waited for")
        .contains(">П-1 Г-1<")
        .contains("в очереди");
  }
}
