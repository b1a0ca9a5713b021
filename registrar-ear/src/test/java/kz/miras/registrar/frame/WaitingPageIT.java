package kz.miras.registrar.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import kz.miras.registrar.access.People;
import kz.miras.registrar.access.Steering;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.bench.ArrivalStorm;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page people wait on, in a browser. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class WaitingPageIT {

  private static final Map<String, Object> PHONE =
      Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true);

  @Test
  @DisplayName(
      "ACC-10 the waiting page says where one stands, in three languages, and meets WCAG 2.1 AA")
  void itIsReadable(TestServer server, WebDriver browser) throws SQLException, IOException {
    JavascriptExecutor script = (JavascriptExecutor) browser;
    List<String> found = new ArrayList<>();
    browser.get(server.url() + "/error/404.xhtml");
    browser.manage().deleteAllCookies();
    browser.manage().logs().get(LogType.BROWSER);
    try (Steering steering = new Steering(server);
        ArrivalStorm storm = new ArrivalStorm(server.url())) {
      steering.everybodyWaits(60, 120);
      storm.arrive(600, Duration.ofSeconds(3));
      browser.get(server.url() + "/office/list.xhtml?list=students");
      for (String language : List.of("kk", "ru", "en")) {
        browser.findElement(By.cssSelector("a[hreflang=" + language + "]")).click();
        until(browser)
            .until(
                ExpectedConditions.presenceOfElementLocated(
                    By.cssSelector("html[lang=" + language + "] #ahead")));
        assertThat(browser.findElement(By.id("ahead")).getText()).matches("\\d{3}");
        assertThat(browser.findElement(By.id("delay")).getText()).matches(".*\\b(9|10)\\b.*");
        script.executeScript(AccessibilityIT.axe());
        for (String theme : List.of("light", "dark")) {
          AccessibilityIT.theme(script, theme);
          found.addAll(
              AccessibilityIT.run(
                  script, "tag", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"), List.of()));
        }
        found.addAll(AccessibilityIT.fits(browser, script));
        AccessibilityIT.theme(script, language.equals("kk") ? "dark" : "light");
        picture(browser, server, language);
      }
      browser.manage().logs().get(LogType.BROWSER).getAll().stream()
          .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
          .forEach(entry -> found.add("console: " + entry.getMessage()));
    }
    assertThat(found).isEmpty();
  }

  private static WebDriverWait until(WebDriver browser) {
    return new WebDriverWait(browser, Duration.ofSeconds(30));
  }

  private static void picture(WebDriver browser, TestServer server, String language)
      throws IOException {
    ((HasCdp) browser).executeCdpCommand("Emulation.setDeviceMetricsOverride", PHONE);
    Path folder = Files.createDirectories(server.output().resolve("screenshots"));
    Files.write(
        folder.resolve("waiting-" + language + ".png"),
        ((TakesScreenshot) browser).getScreenshotAs(OutputType.BYTES));
    ((HasCdp) browser).executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  @Test
  @DisplayName("ACC-10 when the turn comes the page opens the sign-in by itself, and it signs in")
  void itGoesOnByItself(TestServer server, WebDriver browser) throws SQLException {
    String login = new People(server).holding("SPE");
    browser.get(server.url() + "/error/404.xhtml");
    browser.manage().deleteAllCookies();
    try (Steering steering = new Steering(server);
        ArrivalStorm storm = new ArrivalStorm(server.url())) {
      steering.everybodyWaits(120, 120);
      storm.arrive(10, Duration.ofMillis(200));
      browser.get(server.url() + "/office/list.xhtml?list=students");
      assertThat(browser.findElements(By.id("waiting"))).hasSize(1);
      WebDriverWait until = until(browser);
      until.until(ExpectedConditions.presenceOfElementLocated(By.id("sign-in")));
      browser.findElement(By.id("login")).sendKeys(login);
      browser.findElement(By.id("password")).sendKeys(People.PASSWORD);
      browser.findElement(By.id("enter")).click();
      until.until(ExpectedConditions.urlContains("/office/list.xhtml?list=students"));
    }
  }

  @Test
  @DisplayName("ACC-10 administrators see who waits and how fast people come in")
  void administratorsSeeIt(TestServer server, WebDriver browser) throws SQLException, IOException {
    try (Steering steering = new Steering(server);
        ArrivalStorm storm = new ArrivalStorm(server.url())) {
      browser.get(server.url() + "/sign-in.xhtml");
      browser.manage().deleteAllCookies();
      browser.get(server.url() + "/sign-in.xhtml");
      browser.findElement(By.id("login")).sendKeys("admin");
      browser.findElement(By.id("password")).sendKeys("admin-Demo1");
      browser.findElement(By.id("enter")).click();
      until(browser).until(ExpectedConditions.urlContains("/index.xhtml"));
      steering.everybodyWaits(60, 120);
      storm.arrive(100, Duration.ofMillis(500));
      browser.get(server.url() + Steering.PAGE);
      assertThat(browser.findElement(By.id("length")).getText()).matches("\\d{2,3}");
      AccessibilityIT.theme((JavascriptExecutor) browser, "light");
      picture(browser, server, "admin-phone");
      Path folder = Files.createDirectories(server.output().resolve("screenshots"));
      Files.write(
          folder.resolve("waiting-admin.png"),
          ((TakesScreenshot) browser).getScreenshotAs(OutputType.BYTES));
    }
  }

  @Test
  @DisplayName("ACC-10 without JavaScript the page asks again by itself, at the same address")
  void itWorksWithoutScript(TestServer server) throws SQLException {
    try (Steering steering = new Steering(server);
        ArrivalStorm storm = new ArrivalStorm(server.url())) {
      steering.everybodyWaits(60, 120);
      storm.arrive(100, Duration.ofMillis(500));
      Visitor visitor = new Visitor(server.url());
      String page =
          visitor.get("/sign-in.xhtml?wanted=%2Foffice%2Flist.xhtml%3Flist%3Da%22b").body();
      assertThat(page)
          .containsPattern(
              "<noscript><meta http-equiv=\"refresh\" content=\"\\d+;url="
                  + "/sign-in\\.xhtml\\?wanted=%2Foffice%2Flist\\.xhtml%3Flist%3Da%22b\">")
          .doesNotContain("#{", "{place}", "{ahead}", "??");
    }
  }
}
