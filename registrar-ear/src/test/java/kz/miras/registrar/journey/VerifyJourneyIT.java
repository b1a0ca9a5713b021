package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.transcript.PrintedFacts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/** A stranger with a telephone and a document. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class VerifyJourneyIT {

  private static final Dimension PHONE = new Dimension(412, 900);
  private static final Dimension DESKTOP = new Dimension(1400, 1000);

  @Test
  @DisplayName("DOC-23 a stranger checks the file, an altered one, and number with date")
  void byFileAndNumber(TestServer server, WebDriver browser) throws Exception {
    PrintedFacts document = PrintedFacts.valid(server);
    Album album = new Album(browser, "verify");
    browser.manage().deleteAllCookies();
    browser.get(server.url() + "/verify");
    album.picture("empty");
    browser.manage().window().setSize(PHONE);
    choose(browser, document.pdf());
    assertThat(verdict(browser)).isEqualTo("VALID");
    assertThat(browser.findElement(By.id("match")).isDisplayed()).isTrue();
    album.picture("file-valid-phone");
    choose(browser, document.changed());
    assertThat(verdict(browser)).isEqualTo("ALTERED");
    album.dark();
    album.picture("file-altered-phone-dark");
    browser.manage().window().setSize(DESKTOP);
    browser.get(server.url() + "/verify.xhtml");
    drop(browser, document.pdf());
    Staff.until(browser).until(b -> "VALID".equals(verdict(b)));
    browser.findElement(By.cssSelector("#by-number summary")).click();
    browser.findElement(By.id("number")).sendKeys(document.number());
    ((JavascriptExecutor) browser)
        .executeScript("document.getElementById('date').value = arguments[0]", document.date());
    browser.findElement(By.id("check-number")).click();
    Staff.until(browser).until(b -> b.getCurrentUrl().contains("number="));
    assertThat(verdict(browser)).isEqualTo("VALID");
    assertThat(browser.findElements(By.id("match"))).isEmpty();
    album.picture("number-desktop");
  }

  @Test
  @DisplayName("DOC-24 the code tells its signed facts, also where there is no network at all")
  void withoutNetwork(TestServer server, WebDriver browser) throws Exception {
    PrintedFacts document = PrintedFacts.valid(server);
    Album album = new Album(browser, "verify-facts");
    browser.manage().window().setSize(PHONE);
    browser.manage().deleteAllCookies();
    try (CutLine line = CutLine.to(URI.create(server.url()).getPort())) {
      String printed = line.url() + "/verify/" + document.code();
      browser.get(printed + "#" + document.token());
      awaitFacts(browser, "VALID");
      assertThat(verdict(browser)).isEqualTo("VALID");
      assertThat(browser.findElement(By.id("facts-number")).getText()).isEqualTo(document.number());
      Staff.until(browser).until(b -> !b.findElement(By.id("facts-note")).getText().isEmpty());
      album.picture("online-phone");
      Staff.until(browser).until(VerifyJourneyIT::isKept);
      line.cut();
      browser.get("about:blank");
      browser.get(printed + "#" + document.token());
      awaitFacts(browser, "VALID");
      assertThat(browser.findElement(By.id("facts-number")).getText()).isEqualTo(document.number());
      assertThat(browser.findElement(By.id("facts-kind")).getText())
          .as("a name in three languages, not a code")
          .contains("транскрипт", " / ", "transcript")
          .doesNotContain("TRANSCRIPT");
      album.picture("offline-phone");
      browser.get("about:blank");
      browser.get(printed + "#" + forged(document.token()));
      awaitFacts(browser, "ALTERED");
      album.picture("offline-altered-phone");
    } finally {
      browser.manage().window().setSize(DESKTOP);
    }
  }

  private static String forged(String token) {
    String[] parts = token.split("\\.");
    String facts = new String(Base64.getUrlDecoder().decode(parts[1]));
    String other = facts.replaceFirst("\"p\":\"[^\"]*\"", "\"p\":\"7M06101\"");
    return parts[0]
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes())
        + "."
        + parts[2];
  }

  private static boolean isKept(WebDriver browser) {
    Object kept =
        ((JavascriptExecutor) browser)
            .executeAsyncScript(
                "const done = arguments[0]; caches.open('registrar-verify-1').then(c => c.keys())"
                    + ".then(k => done(k.length), () => done(0));");
    return ((Long) kept) >= 5;
  }

  private static void awaitFacts(WebDriver browser, String state) {
    Staff.until(browser)
        .until(
            b ->
                state.equals(
                    b.findElement(By.id("facts-verdict")).getDomAttribute("data-verdict")));
  }

  private static String verdict(WebDriver browser) {
    return browser.findElements(By.id("verdict")).stream()
        .map(found -> found.getDomAttribute("data-verdict"))
        .findFirst()
        .orElse(null);
  }

  private static void choose(WebDriver browser, byte[] pdf) throws Exception {
    Path file = Files.write(BrowserExtension.downloads().resolve("to-verify.pdf"), pdf);
    ((JavascriptExecutor) browser).executeScript("document.getElementById('by-file').open = true");
    browser.findElement(By.id("file")).sendKeys(file.toString());
    browser.findElement(By.id("check-file")).click();
    Staff.until(browser).until(b -> b.getCurrentUrl().endsWith("/verify/file"));
    Staff.until(browser).until(b -> verdict(b) != null);
  }

  private static void drop(WebDriver browser, byte[] pdf) {
    ((JavascriptExecutor) browser)
        .executeScript(
            "const bytes = Uint8Array.from(atob(arguments[0]), c => c.charCodeAt(0));"
                + "const data = new DataTransfer();"
                + "data.items.add(new File([bytes], 'a.pdf', { type: 'application/pdf' }));"
                + "document.body.dispatchEvent(new DragEvent('drop',"
                + " { bubbles: true, cancelable: true, dataTransfer: data }));",
            Base64.getEncoder().encodeToString(pdf));
  }
}
