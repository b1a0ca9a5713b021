package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.access.Role;
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

/**
 * Where the rules of the year ask for it, the dean signs study plans between adviser and office, or
 * gives lines back with a remark; what is not signed the office does not confirm.
 */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class DeanJourneyIT {

  private static final String DEAN = "plans-dean";
  private static final String OTHER = "plans-other-dean";
  private static final String OFFICE = "plans-office";
  private static final String QUEUE = "/registration/plans.xhtml";

  @BeforeEach
  void prepare(TestServer server) throws SQLException {
    Staff.appoint(server, DEAN, Role.DEAN);
    Staff.appoint(server, OTHER, Role.DEAN);
    Staff.appoint(server, OFFICE, Role.SPE);
    try (Connection database = server.database()) {
      MasterProgramme.dean(database, DEAN);
      Staff.run(
          database,
          "UPDATE role_grant SET school_id = (SELECT MAX(u.id) FROM org_unit u WHERE u.kind ="
              + " 'SCHOOL' AND u.id <> "
              + MasterProgramme.SCHOOL
              + ") WHERE account_id = (SELECT id FROM account WHERE login = ?)",
          OTHER);
      DeanScene.lay(database);
    }
  }

  /** What is left of it lies with no dean whose queue others look at. */
  @AfterEach
  void endTheYear(TestServer server) throws SQLException {
    try (Connection database = server.database()) {
      DeanScene.close(database);
    }
  }

  @Test
  @DisplayName(
      "IUP-5 IUP-6 the dean signs one plan, then many, and gives a line back; the office confirms"
          + " what is signed and nothing before")
  void signed(TestServer server, WebDriver browser) throws SQLException {
    Album album = new Album(browser, "dean");
    Staff.signIn(browser, server, OFFICE);
    browser.get(server.url() + QUEUE + "?duty=confirm");
    assertThat(waiting(browser)).as("lies with the dean").noneMatch(DeanJourneyIT::isOurs);
    browser.get(plan(server, 1));
    assertThat(browser.findElements(By.id("confirm"))).isEmpty();
    assertThat(browser.findElement(By.id("unsigned")).getText()).contains("IUP-6");
    album.picture("office-waits");

    Staff.signIn(browser, server, OTHER);
    browser.get(server.url() + QUEUE + "?duty=sign");
    assertThat(waiting(browser)).as("of another school").noneMatch(DeanJourneyIT::isOurs);

    Staff.signIn(browser, server, DEAN);
    browser.get(server.url() + QUEUE + "?duty=sign");
    assertThat(ours(browser)).containsExactlyInAnyOrder("DEAN-1", "DEAN-2", "DEAN-3", "DEAN-4");
    album.picture("queue");
    browser.findElement(By.linkText("DEAN-1")).click();
    Staff.until(browser).until(page -> !page.findElements(By.id("sign")).isEmpty());
    album.picture("plan");
    FormPage form = new FormPage(browser);
    form.press("sign");
    assertThat(browser.findElements(By.id("sign"))).as("once").isEmpty();
    assertThat(browser.findElement(By.id("events")).getText()).contains(DEAN);

    browser.get(server.url() + QUEUE + "?duty=sign");
    assertThat(ours(browser)).containsExactlyInAnyOrder("DEAN-2", "DEAN-3", "DEAN-4");
    tick(browser, "DEAN-2");
    tick(browser, "DEAN-3");
    form.press("decide");
    assertThat(ours(browser)).containsExactly("DEAN-4");
    assertThat(status(server, 2) + status(server, 3)).isEqualTo("DEAN_SIGNEDDEAN_SIGNED");

    givesBack(server, browser, album);
    confirms(server, browser);
  }

  private static void givesBack(TestServer server, WebDriver browser, Album album)
      throws SQLException {
    browser.get(plan(server, 4));
    FormPage form = new FormPage(browser);
    form.press("giveBack");
    assertThat(browser.findElement(By.cssSelector("#f div.problem[role=alert]")).getText())
        .as("not without a word")
        .isNotEmpty();
    browser
        .findElement(By.cssSelector("input[id$=':remark']"))
        .sendKeys("Сначала согласуйте замену");
    form.press("giveBack");
    album.picture("given-back");
    assertThat(browser.findElement(By.id("f")).getText()).contains("Сначала согласуйте замену");
    assertThat(lines(server, 4)).isEqualTo("APPROVED RETURNED");
    assertThat(
            server.text(
                "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE"
                    + " s.student_no = 'DEAN-4' AND n.code = 'registration.notice.plan-returned'"))
        .as("the student is told")
        .isEqualTo("1");
  }

  private static void confirms(TestServer server, WebDriver browser) throws SQLException {
    Staff.signIn(browser, server, OFFICE);
    browser.get(server.url() + QUEUE + "?duty=confirm");
    assertThat(ours(browser)).containsExactlyInAnyOrder("DEAN-1", "DEAN-2", "DEAN-3");
    for (int number = 1; number <= 3; number++) {
      browser.get(plan(server, number));
      assertThat(browser.findElements(By.id("unsigned"))).isEmpty();
      new FormPage(browser).press("confirm");
      assertThat(lines(server, number)).isEqualTo("REGISTERED");
    }
    browser.get(plan(server, 4));
    assertThat(browser.findElements(By.id("confirm"))).as("not signed").isEmpty();
  }

  private static List<String> waiting(WebDriver browser) {
    return browser.findElements(By.cssSelector("#plans tbody tr td:nth-child(2)")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private static List<String> ours(WebDriver browser) {
    return waiting(browser).stream().filter(DeanJourneyIT::isOurs).toList();
  }

  private static boolean isOurs(String number) {
    return number.startsWith("DEAN-");
  }

  private static void tick(WebDriver browser, String number) {
    browser
        .findElement(By.xpath("//table[@id='plans']//tr[td/a[text()='" + number + "']]//input"))
        .click();
  }

  private static String plan(TestServer server, int number) throws SQLException {
    return server.url()
        + "/registration/plan.xhtml?id="
        + server.text("SELECT v.uuid" + of(number));
  }

  private static String status(TestServer server, int number) throws SQLException {
    return server.text("SELECT v.status" + of(number));
  }

  private static String lines(TestServer server, int number) throws SQLException {
    return server.text(
        "SELECT GROUP_CONCAT(DISTINCT l.status ORDER BY l.status SEPARATOR ' ') FROM"
            + " study_plan_line l WHERE l.plan_id = (SELECT v.id"
            + of(number)
            + ")");
  }

  private static String of(int number) {
    return " FROM study_plan v JOIN student s ON s.id = v.student_id WHERE s.student_no = 'DEAN-"
        + number
        + "'";
  }
}
