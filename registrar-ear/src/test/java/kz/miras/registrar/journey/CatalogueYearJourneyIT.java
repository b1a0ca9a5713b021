package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** The catalogues of electives of a whole year are begun, approved and published together. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class CatalogueYearJourneyIT {

  private static final String DIRECTOR = "year-director";
  private static final String SPECIALIST = "year-specialist";
  private static final String STUDENT = "year-student";
  private static final String PAGE =
      "/registration/catalogue-year.xhtml?year=" + CatalogueScene.YEAR;

  @BeforeEach
  void prepare(TestServer server) throws SQLException {
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, STUDENT, Role.STU);
    try (Connection database = server.database()) {
      CatalogueScene.lay(database, STUDENT);
    }
  }

  @Test
  @DisplayName(
      "KED-3 KED-4 SOD-2 a year is begun by the office, approved and published by the director in"
          + " one act each; what is not complete is left with its reason")
  void wholeYear(TestServer server, WebDriver browser) throws SQLException {
    Album album = new Album(browser, "catalogue-year");
    FormPage form = new FormPage(browser);
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(server.url() + PAGE);
    assertThat(rows(browser)).as("nothing is begun").isEmpty();
    assertThat(browser.findElements(By.id("approve"))).as("not the specialist").isEmpty();
    form.press("begin");
    assertThat(programmes(browser))
        .containsExactlyInAnyOrder(CatalogueScene.DESCRIBED, CatalogueScene.UNDESCRIBED);
    form.press("begin");
    assertThat(rows(browser)).as("begun once").hasSize(2);

    Staff.signIn(browser, server, DIRECTOR);
    browser.get(server.url() + PAGE);
    form.press("approve");
    assertThat(form.problem("decision")).as("not without a decision").isNotEmpty();
    assertThat(statuses(server)).isEqualTo("DRAFT DRAFT");
    form.fill("decision", "УМС № 4 от 20.04.2103");
    form.press("approve");
    assertThat(browser.findElements(By.cssSelector("ul.findings li")))
        .as("what is left, and why")
        .singleElement()
        .satisfies(
            left ->
                assertThat(left.getText())
                    .contains(CatalogueScene.UNDESCRIBED, "KED-3", CatalogueScene.NEW));
    album.picture("approved");
    assertThat(statuses(server)).isEqualTo("APPROVED DRAFT");
    assertThat(row(browser, CatalogueScene.DESCRIBED)).contains("УМС № 4 от 20.04.2103");

    form.press("publish");
    assertThat(statuses(server)).isEqualTo("PUBLISHED DRAFT");
    assertThat(browser.findElements(By.id("publish"))).as("nothing more to publish").isEmpty();
    assertThat(
            server.text(
                "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE n.code ="
                    + " 'registration.notice.catalogue' AND s.student_no IN ('CAT-1', 'CAT-2')"))
        .as("those who choose from it are told, and nobody else")
        .isEqualTo("1");
    album.picture("published");

    Staff.signIn(browser, server, STUDENT);
    browser.get(server.url() + "/registration/catalogue.xhtml");
    assertThat(browser.findElement(By.tagName("main")).getText())
        .contains(
            server.text(
                "SELECT MIN(d.code) FROM elective_entry e JOIN discipline d ON d.id ="
                    + " e.discipline_id WHERE e.catalogue_id = (SELECT c.id"
                    + of(CatalogueScene.DESCRIBED)
                    + ")"));
  }

  private static List<WebElement> rows(WebDriver browser) {
    return browser.findElements(By.cssSelector("#catalogues tbody tr"));
  }

  private static List<String> programmes(WebDriver browser) {
    return rows(browser).stream()
        .map(row -> row.findElement(By.cssSelector("td a")).getText())
        .toList();
  }

  private static String row(WebDriver browser, String programme) {
    return rows(browser).stream()
        .map(WebElement::getText)
        .filter(text -> text.startsWith(programme))
        .findFirst()
        .orElseThrow();
  }

  /** Of the described programme, then of the other. */
  private static String statuses(TestServer server) throws SQLException {
    return server.text("SELECT c.status" + of(CatalogueScene.DESCRIBED))
        + " "
        + server.text("SELECT c.status" + of(CatalogueScene.UNDESCRIBED));
  }

  private static String of(String programme) {
    return " FROM elective_catalogue c JOIN curriculum u ON u.id = c.curriculum_id JOIN programme p"
        + " ON p.id = u.programme_id WHERE p.code = '"
        + programme
        + "'";
  }
}
