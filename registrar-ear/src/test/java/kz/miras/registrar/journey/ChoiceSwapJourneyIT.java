package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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
import org.openqa.selenium.WebElement;

/** A student exchanges electives before there are groups, and leaves the draft for another day. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class ChoiceSwapJourneyIT {

  private StreamScene scene;
  private String seats;

  @BeforeEach
  void prepare(TestServer server, WebDriver browser) throws SQLException {
    scene = StreamScene.of(server);
    seats = scene.elective(server, code("A"), "5", "3");
    scene.choice(server, code("B"));
    scene.choice(server, code("C"));
    Staff.signIn(browser, server, scene.name);
  }

  @AfterEach
  void takeAway(TestServer server) throws SQLException {
    scene.end(server);
  }

  private String code(String letter) {
    return scene.name + letter;
  }

  /** The state of the last line of a discipline, and what it is to take the place of. */
  private String line(TestServer server, String letter) throws SQLException {
    return server.text(
        "SELECT CONCAT_WS(' ', l.status, i.code) FROM study_plan_line l JOIN discipline d ON d.id ="
            + " l.discipline_id LEFT JOIN discipline i ON i.id = l.instead_of_id WHERE d.code = '"
            + code(letter)
            + "' ORDER BY l.id DESC LIMIT 1");
  }

  @Test
  @DisplayName(
      "REG-5 REG-33 before there are groups one choice takes the place of another in one act; a"
          + " draft remembers what it is to replace when the page is opened again, and forgets what"
          + " has left the plan")
  void oneChoiceInsteadOfAnother(TestServer server, WebDriver browser) throws SQLException {
    PlanPage page = PlanPage.open(server, browser);
    page.chooseOnly(code("B"));
    page.press("submit");
    assertThat(line(server, "B")).isEqualTo("SUBMITTED");

    page.chooseOnly(code("C"));
    page.press("check");
    assertThat(page.text("state")).as("both are too much for the block").contains("REG-19");
    page.giveUp(page.named(code("C")), code("B"));
    assertThat(page.named(code("C")).getText()).contains(code("B") + " остаётся в плане");
    page.press("keep");
    assertThat(line(server, "C")).isEqualTo("CHOSEN " + code("B"));

    page = PlanPage.open(server, browser);
    assertThat(replaced(page, page.named(code("C"))))
        .as("it is given back with the draft")
        .isEqualTo(code("B"));
    new Album(browser, "choice-swap").picture("draft");
    page.press("submit");
    assertThat(page.text("lines")).contains(code("C")).doesNotContain(code("B"));
    assertThat(line(server, "B")).isEqualTo("REMOVED");
    assertThat(line(server, "C")).isEqualTo("SUBMITTED");

    page.choose(seats);
    page.giveUp(page.of(seats), code("C"));
    page.press("keep");
    assertThat(line(server, "A")).isEqualTo("CHOSEN " + code("C"));
    page.withdraw(code("C"));
    assertThat(page.text("lines")).doesNotContain(code("C"));
    assertThat(line(server, "A")).as("nothing to take the place of").isEqualTo("CHOSEN");
    page = PlanPage.open(server, browser);
    assertThat(replaced(page, page.of(seats))).isEmpty();
  }

  private static String replaced(PlanPage page, WebElement cell) {
    return page.instead(cell).getFirstSelectedOption().getAttribute("value");
  }

  @Test
  @DisplayName("what a discipline needs, and what needs it, is told by name in the own language")
  void neededByName(TestServer server, WebDriver browser) throws SQLException {
    scene.needs(server, code("C"), code("A"));
    PlanPage page = PlanPage.open(server, browser);
    assertThat(page.row(seats)).as("what it opens").contains(code("C") + " Математический анализ");
    assertThat(
            page.named(code("C"))
                .findElement(By.xpath("./ancestor::tr[1]/td[3]"))
                .getText()
                .replace('\n', ' '))
        .as("what it needs")
        .contains(code("A"))
        .contains("Математический анализ");

    page.language("kk");
    page = PlanPage.open(server, browser);
    assertThat(page.row(seats)).contains(code("C") + " Математикалық талдау");
    Album album = new Album(browser, "choice-swap-needs");
    album.dark();
    album.picture("dark");
  }
}
