package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The leadership watches registration: the figures renew themselves under their eyes. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class CampaignJourneyIT {

  /** The term that is registered for next. */
  private static final String TERM =
      "SELECT t.code FROM term t WHERE t.type <> 'SUMMER' AND t.starts_on > university_today() AND"
          + " t.closed_at IS NULL ORDER BY t.starts_on LIMIT 1";

  /** A figure of the programme of a student. */
  private static By figure(String programme, String state) {
    return By.cssSelector(
        "#programmes a[href*='f.programme=%s&'][href*='f.progress=%s']"
            .formatted(programme, state));
  }

  /** The student submits a plan, as somewhere else. */
  private static void submits(TestServer server, String student, String term) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "INSERT INTO study_plan (id, uuid, student_id, academic_year_id, status, revision) SELECT"
              + " NEXTVAL(registration_seq), UUID(), s.id, t.academic_year_id, 'SUBMITTED', 1 FROM"
              + " student s JOIN term t ON t.code = ? WHERE s.student_no = ?",
          term,
          student);
      Staff.run(
          database,
          "INSERT INTO study_plan_line (id, plan_id, term_id, discipline_id, type, language, status,"
              + " revision) SELECT NEXTVAL(registration_seq), p.id, t.id, d.id, 'MAIN', 'ru',"
              + " 'SUBMITTED', 1 FROM study_plan p JOIN student s ON s.id = p.student_id JOIN term t"
              + " ON t.code = ? AND t.academic_year_id = p.academic_year_id JOIN discipline d ON"
              + " d.code = s.student_no WHERE s.student_no = ?",
          term,
          student);
    }
  }

  @Test
  @DisplayName(
      "the figures of a campaign are asked for anew every half minute and change where they stand:"
          + " the page is not loaded again")
  void figuresRenewThemselves(TestServer server, WebDriver browser) throws SQLException {
    StreamScene scene = StreamScene.of(server);
    try {
      String term = server.text(TERM);
      Staff.signIn(browser, server.url(), "deputy", "deputy-Demo1");
      browser.get(server.url() + "/registration/campaign.xhtml?term=" + term);
      assertThat(browser.findElement(figure(scene.name, "NONE")).getText()).isEqualTo("1");
      assertThat(browser.findElements(figure(scene.name, "SUBMITTED"))).isEmpty();
      JavascriptExecutor page = (JavascriptExecutor) browser;
      page.executeScript("window.looked = 'at'");
      submits(server, scene.name, term);

      assertThat(page.executeScript("return PF('watch').isActive()")).isEqualTo(true);
      assertThat(page.executeScript("return PF('watch').cfg.frequency")).isEqualTo(30L);
      page.executeScript("PF('watch').cfg.fn()");

      Staff.until(browser)
          .until(ExpectedConditions.presenceOfElementLocated(figure(scene.name, "SUBMITTED")));
      assertThat(browser.findElement(figure(scene.name, "SUBMITTED")).getText()).isEqualTo("1");
      assertThat(browser.findElements(figure(scene.name, "NONE"))).isEmpty();
      assertThat(page.executeScript("return window.looked")).as("the same page").isEqualTo("at");
      new Album(browser, "campaign").picture("renewed");
    } finally {
      scene.end(server);
    }
  }
}
