package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.TestServer;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** A transcript issued before a result is corrected, and what strangers are told of it after. */
final class IssuedTranscript {

  /** A few words of the verdict in each language of the page. */
  private static final Map<String, String> CORRECTED =
      new LinkedHashMap<>(
          Map.of(
              "ru", "исправлен после выдачи",
              "kk", "берілгеннен кейін түзетілген",
              "en", "corrected after it was issued"));

  private final WebDriver browser;
  private final TestServer server;
  private String page;
  private String printed;

  IssuedTranscript(WebDriver browser, TestServer server) {
    this.browser = browser;
    this.server = server;
  }

  /** One prepares it, another signs it; a stranger finds it valid. */
  void issue(String student, String preparing, String signing) {
    Staff.signIn(browser, server, preparing);
    browser.get(server.url() + "/student/card.xhtml?id=" + student);
    browser.findElement(By.id("purpose")).sendKeys("По месту требования");
    browser.findElement(By.id("prepare")).click();
    Staff.awaitStatus(browser, "document-status", "PREPARED");
    page = browser.getCurrentUrl();
    Staff.signIn(browser, server, signing);
    browser.get(page);
    new TranscriptPage(browser).press("sign", "ISSUED");
    String link =
        browser.findElement(By.cssSelector("a[href*='/verify/']")).getDomAttribute("href");
    printed = "/verify.xhtml?code=" + link.substring(link.lastIndexOf('/') + 1);
    assertThat(toldIn("en")).contains("data-verdict=\"VALID\"");
  }

  /** Strangers are told in their language that it was overtaken; so is who looks after it. */
  void isSuperseded() {
    CORRECTED.forEach(
        (language, words) ->
            assertThat(toldIn(language)).contains("data-verdict=\"SUPERSEDED\"").contains(words));
    browser.get(page);
    assertThat(browser.findElement(By.id("superseded")).getText()).isNotEmpty();
  }

  private String toldIn(String language) {
    Visitor stranger = new Visitor(server.url());
    stranger.speaks(language);
    HttpResponse<String> answer = stranger.get(printed);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
