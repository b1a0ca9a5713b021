package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.Select;

/** A student shows results to an employer, and takes the link back. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class ResultLinkJourneyIT {

  private static final Dimension PHONE = new Dimension(412, 900);
  private static final Dimension DESKTOP = new Dimension(1400, 1000);
  private static final String GPA =
      "SELECT s.%s FROM student s JOIN account a ON a.student_id = s.id WHERE a.login = 'student'";

  @Test
  @DisplayName("DOC-25 a link shows what the student has chosen, is counted and taken back")
  void fromStudentToAnybody(TestServer server, WebDriver browser) throws Exception {
    Album album = new Album(browser, "result-link");
    Staff.signIn(browser, server.url(), "student", "student-Demo1");
    browser.get(server.url() + "/transcript/links.xhtml");
    String summary = make(browser, "SUMMARY", "Работодатель");
    album.picture("made");
    String all = make(browser, "ALL", "");
    String term = make(browser, "TERM", "Стипендия");
    browser.manage().window().setSize(PHONE);
    album.dark();
    album.picture("own-phone-dark");
    String unseen =
        server.text(
            "SELECT COUNT(*) FROM result_link WHERE LENGTH(token_sha256) = 32 AND views = 0");
    assertThat(unseen).isEqualTo("3");

    Visitor anybody = new Visitor(server.url());
    anybody.speaks("en");
    String shown = opened(anybody, summary);
    assertThat(shown)
        .contains(server.text(String.format(GPA, "last_name_latin")), "shared-gpa")
        .doesNotContain("<table")
        .doesNotContain(server.text(String.format(GPA, "iin")))
        .doesNotContain(server.text(String.format(GPA, "student_no")));
    assertThat(opened(anybody, term)).containsOnlyOnce("<table").doesNotContain("shared-gpa");
    assertThat(opened(anybody, all)).contains("<table", "shared-gpa");
    assertThat(opened(anybody, all + "x")).contains("data-verdict=\"NOWHERE\"");
    browser.manage().deleteAllCookies();
    browser.get(local(server, all));
    assertThat(browser.getCurrentUrl()).contains("/shared.xhtml?link=");
    album.picture("shown-phone");
    browser.manage().window().setSize(DESKTOP);
    album.picture("shown-desktop");

    Staff.signIn(browser, server.url(), "student", "student-Demo1");
    browser.get(server.url() + "/transcript/links.xhtml");
    assertThat(browser.findElement(By.id("links")).getText()).contains("Работодатель", "Стипендия");
    assertThat(server.text("SELECT MAX(views) FROM result_link")).isEqualTo("2");
    browser.findElement(By.cssSelector("#links .revoke")).click();
    Staff.until(browser).until(b -> b.findElements(By.cssSelector("#links .revoke")).size() == 2);
    assertThat(opened(anybody, term)).contains("data-verdict=\"NOWHERE\"");
    assertThat(opened(anybody, summary)).contains("shared-gpa");
    assertThat(server.text("SELECT COUNT(*) FROM audit_entry WHERE action = 'result-link.revoke'"))
        .isEqualTo("1");

    Visitor dean = new Visitor(server.url()).signedIn("dean", "dean-Demo1");
    assertThat(dean.get("/transcript/links.xhtml").statusCode()).isIn(403, 500);
  }

  private static String make(WebDriver browser, String part, String note) {
    String before =
        browser.findElements(By.id("made")).stream()
            .map(made -> made.getDomAttribute("href"))
            .findFirst()
            .orElse("");
    new Select(browser.findElement(By.id("part"))).selectByValue(part);
    if (part.equals("TERM")) {
      new Select(browser.findElement(By.id("term"))).selectByIndex(1);
    }
    browser.findElement(By.id("note")).sendKeys(note);
    browser.findElement(By.id("give")).click();
    return Staff.until(browser)
        .until(
            b -> {
              String made = b.findElement(By.id("made")).getDomAttribute("href");
              return made.equals(before) ? null : made;
            });
  }

  private static String local(TestServer server, String link) {
    return server.url() + link.substring(link.indexOf("/verify/"));
  }

  private static String opened(Visitor visitor, String link) {
    HttpResponse<String> led = visitor.get(link.substring(link.indexOf("/verify/")));
    String page = led.headers().firstValue("Location").orElseThrow();
    return visitor.get(page.substring(page.indexOf("/shared.xhtml"))).body();
  }
}
