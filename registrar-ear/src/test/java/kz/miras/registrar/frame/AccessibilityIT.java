package kz.miras.registrar.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
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
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A page of every kind there is, in a real browser, held to WCAG 2.1 AA. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class AccessibilityIT {

  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  /** Runs the rules of a tag, or one rule, and tells what is against them. */
  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run({exclude: arguments[1]}, {runOnly: arguments[0], resultTypes: ['violations']}).then(
        answer => done(answer.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(
          node => node.target.join(' ') + ' ' + node.html.slice(0, 140)).join(' | '))),
        error => done(['axe: ' + error]));
      """;

  /** A row is like the rows before it: six are looked at. */
  private static final String SIX_ROWS =
      "document.querySelectorAll('tbody').forEach("
          + "body => Array.from(body.rows).slice(6).forEach(row => row.remove()))";

  /** What is the same on every page; looked at on the first of each person. */
  private static final List<String> FRAME = List.of("#nav", ".bar");

  private static final String ROW_LINK = ".ui-datatable-data > tr > td:first-child a";

  private static final List<String> WCAG_21_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  @Test
  @DisplayName(
      "every kind of page meets WCAG 2.1 AA in light and dark, fits a phone, and is silent to the"
          + " console")
  void everyKindOfPage(TestServer server, WebDriver browser) throws SQLException, IOException {
    JavascriptExecutor script = (JavascriptExecutor) browser;
    String axe = axe();
    List<String> found = new ArrayList<>();
    String signedIn = Tour.ANYBODY;
    List<String> known = List.of();
    for (Tour.Stop stop : Tour.of(server).kinds()) {
      if (!stop.login().equals(signedIn)) {
        signedIn = signIn(browser, server, stop.login());
        known = List.of();
      }
      String where = stop.login() + " " + stop.address() + " ";
      browser.get(server.url() + stop.brief());
      if (browser.findElements(By.tagName("h1")).size() != 1) {
        found.add(where + "has not one heading");
      }
      fits(browser, script).forEach(one -> found.add(where + one));
      script.executeScript(SIX_ROWS);
      script.executeScript(axe);
      run(script, "tag", WCAG_21_AA, known).forEach(one -> found.add(where + one));
      theme(script, "dark");
      run(script, "rule", List.of("color-contrast"), known)
          .forEach(one -> found.add(where + "(dark) " + one));
      known = stop.login().equals(Tour.ANYBODY) ? known : FRAME;
      browser.manage().logs().get(LogType.BROWSER).getAll().stream()
          .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
          .forEach(entry -> found.add(where + "console: " + entry.getMessage()));
    }
    assertThat(found).isEmpty();
  }

  @Test
  @DisplayName(
      "whoever uses keys alone searches, sorts, filters and opens, and sees where they are")
  void byKeysAlone(TestServer server, WebDriver browser) {
    signIn(browser, server, "senior");
    browser.get(server.url() + "/office/list.xhtml?list=students&sort=full_name");
    press(browser, "/");
    assertThat(focused(browser).getDomProperty("id")).isEqualTo("search");
    assertThat(focused(browser).getCssValue("outline-style")).isEqualTo("solid");

    WebElement heading = browser.findElement(By.cssSelector("th[aria-sort=ascending]"));
    ((JavascriptExecutor) browser).executeScript("arguments[0].focus()", heading);
    assertThat(heading.getCssValue("outline-style")).isEqualTo("solid");
    press(browser, Keys.ENTER);
    until(browser).until(ExpectedConditions.urlContains("sort=-full_name"));

    String number = browser.findElement(By.cssSelector(ROW_LINK)).getText();
    browser.findElement(By.cssSelector("th .ui-column-filter")).sendKeys(number);
    until(browser).until(ExpectedConditions.urlContains("f.student_no=" + number));
    until(browser).until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(ROW_LINK), 1));
    press(browser, Keys.ARROW_DOWN);
    assertThat(focused(browser).getText()).isEqualTo(number);
    press(browser, Keys.ENTER);
    until(browser).until(ExpectedConditions.urlContains("/student/card.xhtml"));
  }

  private static void press(WebDriver browser, CharSequence key) {
    new Actions(browser).sendKeys(key).perform();
  }

  private static WebElement focused(WebDriver browser) {
    return browser.switchTo().activeElement();
  }

  private static WebDriverWait until(WebDriver browser) {
    return new WebDriverWait(browser, Duration.ofSeconds(20));
  }

  private static String signIn(WebDriver browser, TestServer server, String login) {
    browser.manage().deleteAllCookies();
    browser.get(server.url() + "/sign-in.xhtml");
    browser.findElement(By.id("login")).sendKeys(login);
    browser.findElement(By.id("password")).sendKeys(login + "-Demo1");
    browser.findElement(By.id("enter")).click();
    until(browser).until(ExpectedConditions.urlContains("/index.xhtml"));
    return login;
  }

  /** Whether all of a page is seen at the width of a phone, tables aside, which scroll. */
  static List<String> fits(WebDriver browser, JavascriptExecutor script) {
    HasCdp phone = (HasCdp) browser;
    phone.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", false));
    Object wide =
        script.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    List<String> scroll = wide == Boolean.TRUE ? List.of("is wider than a phone") : List.of();
    phone.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    return scroll;
  }

  static void theme(JavascriptExecutor script, String theme) {
    script.executeScript(
        "document.documentElement.setAttribute('data-theme', arguments[0])", theme);
  }

  @SuppressWarnings("unchecked")
  static List<String> run(
      JavascriptExecutor script, String type, List<String> values, List<String> known) {
    return (List<String>)
        script.executeAsyncScript(RUN, Map.of("type", type, "values", values), known);
  }

  static String axe() throws IOException {
    try (InputStream in = AccessibilityIT.class.getResourceAsStream(AXE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
