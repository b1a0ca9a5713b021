package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.regex.Pattern;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/**
 * A student exchanges an elective for another one and never stands without a seat; what is seated
 * is read by calendar programs.
 */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class SwapJourneyIT {

  private StreamScene scene;
  private String first;
  private String second;
  private String full;
  private PlanPage page;

  @BeforeEach
  void prepare(TestServer server, WebDriver browser) throws SQLException {
    scene = StreamScene.of(server);
    first = scene.elective(server, code("A"), "5", "3");
    second = scene.elective(server, code("B"), "5", "4");
    full = scene.elective(server, code("C"), "0", "5");
    Staff.signIn(browser, server, scene.name);
    page = PlanPage.open(server, browser);
  }

  @AfterEach
  void takeAway(TestServer server) throws SQLException {
    scene.end(server);
  }

  private String code(String letter) {
    return scene.name + letter;
  }

  private String state(TestServer server, String offering) throws SQLException {
    return server.text(
        "SELECT GROUP_CONCAT(e.status ORDER BY e.id) FROM enrolment e JOIN offering o ON o.id ="
            + " e.offering_id JOIN student s ON s.id = e.student_id WHERE o.uuid = '"
            + offering
            + "' AND s.student_no = '"
            + scene.name
            + "'");
  }

  @Test
  @DisplayName(
      "REG-5 REG-33 an elective is chosen instead of the one that is held: checked and drawn so, it"
          + " takes its place at once; where there is no seat the old one is kept while the student"
          + " waits")
  void oneElectiveInsteadOfAnother(TestServer server, WebDriver browser) throws SQLException {
    Album album = new Album(browser, "swap");
    assertThat(browser.findElements(By.cssSelector("select[id$=':instead']")))
        .as("nothing is held yet")
        .isEmpty();
    assertThat(page.text("queueOrder")).as("how one would wait").contains("2201");
    String lasts = page.text("queueOrder").replaceAll(".*(до \\S+ \\S+)\\.$", "$1");
    page.choose(first);
    page.press("submit");
    assertThat(state(server, first)).isEqualTo("ENROLLED");

    page.choose(second);
    page.press("check");
    assertThat(page.text("state")).as("both are too much for the block").contains("REG-19");
    page.giveUp(page.of(second), code("A"));
    assertThat(page.of(second).getText()).contains(code("A") + " остаётся за вами");
    assertThat(page.text("week")).contains(code("B")).doesNotContain(code("A"));
    album.picture("chosen");
    page.press("check");
    assertThat(page.text("state")).doesNotContain("REG-19");
    page.press("submit");
    assertThat(page.text("lines")).contains(code("B")).doesNotContain(code("A"));
    assertThat(state(server, first)).isEqualTo("DROPPED");
    assertThat(state(server, second)).isEqualTo("ENROLLED");
    album.picture("swapped");

    page.choose(full);
    page.giveUp(page.of(full), code("B"));
    page.press("submit");
    assertThat(page.text("lines")).contains(code("B")).contains(code("C"));
    assertThat(state(server, second)).as("kept until there is a seat").isEqualTo("ENROLLED");
    assertThat(state(server, full)).isEqualTo("WAITLISTED");
    assertThat(page.text("lines")).as("until when the place lasts").contains(" · " + lasts);
    album.picture("waits");
    page.press("submit");
    assertThat(state(server, second)).as("nothing is asked for twice").isEqualTo("ENROLLED");
    assertThat(state(server, full)).isEqualTo("WAITLISTED");
  }

  private static HttpResponse<String> read(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).GET().build(), BodyHandlers.ofString());
  }

  private String feed(WebDriver browser) {
    page.press("makeFeed");
    return browser.findElement(By.cssSelector("#feed .notice b")).getText();
  }

  @Test
  @DisplayName(
      "the own week is read by any calendar program at an address nobody guesses: what is seated, in"
          + " the own language, week by week; a new address ends the old one")
  void weekForCalendars(TestServer server, WebDriver browser) throws Exception {
    page.choose(first);
    page.press("submit");
    String address = feed(browser);

    HttpResponse<String> calendar = read(address);
    assertThat(calendar.statusCode()).isEqualTo(200);
    assertThat(calendar.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/calendar");
    String body = calendar.body().replace("\r\n ", "");
    assertThat(body).startsWith("BEGIN:VCALENDAR").contains("LOCATION:203");
    assertThat(
            Pattern.compile("SUMMARY:" + code("A") + " Математический анализ \\(Г-Э\\)")
                .matcher(body)
                .results()
                .count())
        .as("each Wednesday of fifteen weeks")
        .isEqualTo(15);
    assertThat(body).doesNotContain(code("B"));

    String newer = feed(browser);
    assertThat(newer).isNotEqualTo(address);
    assertThat(read(address).statusCode()).as("the old address is over").isEqualTo(404);
    assertThat(read(newer).body()).contains(code("A"));
    assertThat(read(server.url() + "/week/" + "x".repeat(32) + ".ics").statusCode()).isEqualTo(404);
  }
}
