package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A rehearsal from the page: what it says of holds, and that it takes nothing and nobody along. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class RehearsalJourneyIT {

  private static final String PAGE = "/registration/rehearsal.xhtml";
  private static final String REASON = "справка 075 для репетиции";
  private static final String CONTACT = "каб. 214, окно 3";

  /** A first-year bachelor of the demonstration: next term's curriculum wants something of them. */
  private static final String SOMEBODY =
      "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.status ="
          + " 'STUDYING' AND s.on_mobility = FALSE AND p.level = 'BACHELOR' AND s.course_year = 1"
          + " AND NOT EXISTS (SELECT 1 FROM account a WHERE a.student_id = s.id) ORDER BY s.id"
          + " LIMIT 1";

  private static final String SUMMER =
      "SELECT code FROM term WHERE type = 'SUMMER' ORDER BY starts_on DESC LIMIT 1";

  private String student;

  @BeforeEach
  void prepare(TestServer server) throws SQLException {
    student = server.text(SOMEBODY);
    try (Connection database = server.database()) {
      for (String kind : List.of("DOCUMENT", "FINANCIAL")) {
        Staff.run(
            database,
            "INSERT INTO student_hold (id, uuid, student_id, kind, reason, contact, placed_by,"
                + " placed_at) SELECT NEXTVAL(registration_seq), UUID(), s.id, ?, ?, ?,"
                + " 'specialist', NOW(6) FROM student s WHERE s.student_no = ?",
            kind,
            REASON,
            CONTACT,
            student);
      }
    }
  }

  @AfterEach
  void settle(TestServer server) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE student_hold SET removed_by = 'specialist', removed_at = NOW(6), removal_reason ="
              + " 'принесена' WHERE reason = ? AND removed_at IS NULL",
          REASON);
    }
  }

  @Test
  @DisplayName(
      "REG-15 a rehearsal names whom holds stop, why and whom to ask; as if settled it names nobody")
  void namesWhomHoldsStop(TestServer server, WebDriver browser) throws SQLException {
    String decisions = server.text("SELECT COUNT(*) FROM registration_log");
    Staff.signIn(browser, server.url(), "senior", "senior-Demo1");
    Album album = new Album(browser, "rehearsal");
    browser.get(server.url() + PAGE);
    assertThat(browser.findElement(By.tagName("main")).getText())
        .as("what is assumed of payments, and that summers are not tried out")
        .contains("Оплаты считаются внесёнными", "на летний");
    assertThat(new Select(browser.findElement(By.id("term"))).getOptions())
        .extracting(WebElement::getText)
        .isNotEmpty()
        .doesNotContain(server.text(SUMMER));

    rehearse(browser);
    album.picture("holds");
    String said = browser.findElement(By.id("holds-said")).getText();
    assertThat(said).contains("документы").doesNotContain("финансовый");
    List<WebElement> rows =
        browser.findElements(By.xpath("//table[@id='stopped']//tr[td[1]='" + student + "']"));
    assertThat(rows).as("the hold of money counts for nothing").hasSize(1);
    assertThat(rows.get(0).getText()).contains("документы", REASON, CONTACT);
    assertThat(left(browser)).contains("действует запрет");

    new Select(browser.findElement(By.id("holds"))).selectByValue("false");
    rehearse(browser);
    assertThat(browser.findElement(By.id("holds-said")).getText())
        .isEqualTo("Запреты считались улаженными.");
    assertThat(browser.findElements(By.id("stopped"))).isEmpty();
    assertThat(left(browser)).doesNotContain("действует запрет");
    assertThat(server.text("SELECT COUNT(*) FROM registration_log"))
        .as("nothing is written")
        .isEqualTo(decisions);
  }

  private static String left(WebDriver browser) {
    return browser.findElement(By.id("left")).getText();
  }

  @Test
  @DisplayName("an address that names a summer semester rehearses a regular term")
  void noSummer(TestServer server, WebDriver browser) throws SQLException {
    String summer = server.text(SUMMER);
    assertThat(summer).isNotNull();
    Staff.signIn(browser, server.url(), "senior", "senior-Demo1");
    browser.get(server.url() + PAGE + "?term=" + summer);
    assertThat(new Select(browser.findElement(By.id("term"))).getFirstSelectedOption().getText())
        .isNotEqualTo(summer);
  }

  /** Presses the button and waits for the report, which comes by polling. */
  private static void rehearse(WebDriver browser) {
    List<WebElement> old = browser.findElements(By.id("outcome"));
    browser.findElement(By.id("start")).click();
    WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(60));
    wait.ignoring(WebDriverException.class);
    if (!old.isEmpty()) {
      wait.until(ExpectedConditions.stalenessOf(old.get(0)));
    }
    wait.until(ExpectedConditions.visibilityOfElementLocated(By.id("outcome")));
  }
}
