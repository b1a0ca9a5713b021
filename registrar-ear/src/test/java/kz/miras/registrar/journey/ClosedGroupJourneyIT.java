package kz.miras.registrar.journey;

import static kz.miras.registrar.journey.ComingTerm.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** A specialist asks to close a group; the director does, and its students land elsewhere. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class ClosedGroupJourneyIT {

  /** A group of the coming term with students, beside another one that has seats. */
  private static final String CLOSABLE =
      "SELECT s.id FROM section s JOIN offering o ON o.id = s.offering_id JOIN section_seat own ON"
          + " own.section_id = s.id AND own.pool = 'ALL' WHERE s.kind = 'GROUP' AND s.status ="
          + " 'OPEN' AND own.taken > 0 AND EXISTS (SELECT 1 FROM section n JOIN section_seat q ON"
          + " q.section_id = n.id AND q.pool = 'ALL' WHERE n.offering_id = o.id AND n.id <> s.id"
          + " AND n.kind = 'GROUP' AND n.status = 'OPEN' AND q.capacity - q.taken >= own.taken) AND"
          + " o.term_id = "
          + ComingTerm.ID
          + " ORDER BY own.taken DESC, s.id LIMIT 1";

  @Test
  @DisplayName(
      "REG-4 REQ-1 a specialist asks to close a group, the director does: its students land in"
          + " another one, or choose anew, and are told")
  void aClosedGroupsStudentsLandElsewhere(TestServer server, WebDriver browser) throws Exception {
    String section = server.text(CLOSABLE);
    assertThat(section).as("a group with students beside one with free seats").isNotNull();
    String offering = of(server, section, "o.uuid");
    String others =
        "SELECT SUM(q.taken) FROM section_seat q JOIN section s ON s.id = q.section_id WHERE"
            + " s.kind = 'GROUP' AND s.id <> "
            + section
            + " AND s.offering_id = (SELECT offering_id FROM section WHERE id = "
            + section
            + ")";
    int before = number(server, active(section));
    int elsewhere = number(server, others);
    assertThat(before).isPositive();

    Staff.appoint(server, "reg-director", Role.DIR);
    Staff.appoint(server, "reg-specialist", Role.SPE);
    Staff.signIn(browser, server, "reg-specialist");
    look(browser, server, offering, of(server, section, "s.code"));
    assertThat(browser.findElements(By.cssSelector("#landings tbody tr"))).hasSize(before);
    assertThat(browser.findElements(By.id("closeGroup"))).as("asks, does not close").isEmpty();
    browser.get(
        server.url()
            + "/registration/request-entry.xhtml?kind=CLOSE_SECTION&offering="
            + offering
            + "&section="
            + section);
    press(browser, "ask");
    assertThat(browser.findElement(By.cssSelector("#reason ~ .problem")).getText())
        .as("not without a reason")
        .isNotBlank();
    browser.findElement(By.id("reason")).sendKeys("too few students");
    Path document = Files.createTempFile("close", ".pdf");
    Files.writeString(document, "%PDF-1.4 memo");
    browser.findElement(By.id("file")).sendKeys(document.toString());
    press(browser, "ask");
    String request = browser.getCurrentUrl();
    assertThat(request).contains("/registration/request.xhtml");
    assertThat(browser.findElements(By.id("approve"))).as("who asks does not decide").isEmpty();
    assertThat(number(server, active(section))).as("asking moves nobody").isEqualTo(before);

    Staff.signIn(browser, server, "reg-director");
    browser.get(request);
    browser.findElement(By.id("note")).sendKeys("agreed");
    press(browser, "approve");

    assertThat(browser.findElement(By.id("request-status")).getAttribute("data-status"))
        .isEqualTo("DONE");
    assertThat(number(server, active(section))).isZero();
    assertThat(server.text("SELECT status FROM section WHERE id = " + section))
        .isEqualTo("CANCELLED");
    assertThat(server.text("SELECT taken FROM section_seat WHERE section_id = " + section))
        .isEqualTo("0");
    String acts = "SELECT COUNT(*) FROM registration_log WHERE section_id = " + section;
    int moved = number(server, acts + " AND act = 'MOVED_OUT'");
    assertThat(moved).as("somebody lands in another group").isPositive();
    assertThat(number(server, others)).as("where they now sit").isEqualTo(elsewhere + moved);
    assertThat(moved + number(server, acts + " AND act = 'CANCELLED'"))
        .as("nobody is forgotten")
        .isEqualTo(before);
    assertThat(
            number(
                server,
                "SELECT COUNT(*) FROM notice WHERE code IN ('registration.notice.moved',"
                    + " 'registration.notice.cancelled') AND student_id IN (SELECT student_id"
                    + " FROM registration_log WHERE section_id = "
                    + section
                    + ")"))
        .as("everybody concerned is told")
        .isGreaterThanOrEqualTo(before);
  }

  private static void look(WebDriver browser, TestServer server, String offering, String code) {
    browser.get(server.url() + "/registration/offering.xhtml?id=" + offering);
    WebElement row =
        browser.findElements(By.cssSelector("#sections tbody tr")).stream()
            .filter(one -> one.getText().startsWith(code))
            .findFirst()
            .orElseThrow();
    WebElement page = browser.findElement(By.tagName("html"));
    row.findElement(By.cssSelector("a[id$=':manage']")).click();
    Staff.awaitGone(browser, page);
  }

  private static String of(TestServer server, String section, String what) throws SQLException {
    return server.text(
        "SELECT "
            + what
            + " FROM section s JOIN offering o ON o.id = s.offering_id WHERE s.id = "
            + section);
  }

  private static String active(String section) {
    return "SELECT COUNT(*) FROM enrolment_place q JOIN enrolment e ON e.id = q.enrolment_id WHERE"
        + " e.status = 'ENROLLED' AND q.section_id = "
        + section;
  }

  private static void press(WebDriver browser, String id) {
    WebElement page = browser.findElement(By.tagName("html"));
    browser.findElement(By.id(id)).click();
    Staff.awaitGone(browser, page);
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.tagName("main")));
  }
}
