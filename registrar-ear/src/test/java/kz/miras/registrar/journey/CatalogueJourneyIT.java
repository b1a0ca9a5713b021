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
import org.openqa.selenium.support.ui.ExpectedConditions;

@ExtendWith({ServerExtension.class, BrowserExtension.class})
class CatalogueJourneyIT {

  private static final String LINE =
      "/office/record.xhtml?list=curricula&programme=6B99901&admission_year=2030&discipline=";

  @BeforeEach
  void prepare(TestServer server) throws SQLException {
    Staff.appoint(server, "catalogue-director", Role.DIR);
    try (Connection database = server.database()) {
      for (String sql :
          List.of(
              "INSERT IGNORE INTO org_unit (id, code, kind, name_kk, name_ru, name_en) VALUES"
                  + " (901, 'IT-SCHOOL', 'SCHOOL', 'М', 'Ш', 'S')",
              "INSERT IGNORE INTO programme (id, uuid, code, direction_code, level, name_kk,"
                  + " name_ru, name_en, credits, years, languages, school_id) VALUES (901, UUID(),"
                  + " '6B99901', '6B999', 'BACHELOR', 'Б', 'П', 'P', 240, 4, 'kk ru', 901)",
              "INSERT IGNORE INTO discipline (id, uuid, code, code_kk, code_en, name_kk, name_ru,"
                  + " name_en, credits, control_form, department_id) VALUES (901, UUID(), 'IT-A',"
                  + " 'IT-A', 'IT-A', 'А', 'Алгебра', 'Algebra', 5, 'EXAM', 901), (902, UUID(),"
                  + " 'IT-B', 'IT-B', 'IT-B', 'Ә', 'алгебра', 'Algebra 2', 5, 'EXAM', 901)",
              "INSERT IGNORE INTO curriculum (id, programme_id, admission_year) VALUES (901, 901,"
                  + " 2030)",
              "UPDATE curriculum SET approved_by = NULL WHERE id = 901",
              "DELETE FROM curriculum_item WHERE curriculum_id = 901",
              "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle,"
                  + " component) VALUES (901, 901, 901, 1, 'BASIC', 'UNIVERSITY')")) {
        Staff.run(database, sql);
      }
    }
  }

  @Test
  @DisplayName("CRD-5 CRD-9 a line that breaks the rules is told beside its field, not stored")
  void brokenLineIsNotStored(TestServer server, WebDriver browser) throws SQLException {
    Staff.signIn(browser, server, "catalogue-director");
    browser.get(server.url() + LINE + "IT-B");
    fill(browser, "term_no", "2");
    choose(browser, "cycle", "BASIC");
    choose(browser, "component", "COMPULSORY");
    browser.findElement(By.id("f:save")).click();
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".field.bad")));
    assertThat(browser.findElements(By.cssSelector(".field.bad .problem")))
        .extracting(problem -> problem.getText().replaceAll(".*\\((\\S+)\\)$", "$1"))
        .containsExactlyInAnyOrder("CRD-5", "CRD-9");
    assertThat(server.text("SELECT COUNT(*) FROM curriculum_item WHERE curriculum_id = 901"))
        .isEqualTo("1");
  }

  @Test
  @DisplayName("CRD-11 an approved plan refuses changes until it is reopened with a reason")
  void approvedPlanRefusesChanges(TestServer server, WebDriver browser) throws SQLException {
    Staff.signIn(browser, server, "catalogue-director");
    String plan = server.url() + "/curriculum/plan.xhtml?programme=6B99901&year=2030";
    browser.get(plan);
    browser.findElement(By.id("approval:decision")).sendKeys("УМС № 4");
    browser.findElement(By.id("approval:approve")).click();
    done(browser);
    assertThat(server.text("SELECT approved_by FROM curriculum WHERE id = 901"))
        .isEqualTo("УМС № 4");

    browser.get(server.url() + LINE + "IT-A");
    fill(browser, "term_no", "3");
    browser.findElement(By.id("f:save")).click();
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ui-messages-error")));
    assertThat(server.text("SELECT term_no FROM curriculum_item WHERE id = 901")).isEqualTo("1");

    browser.get(plan);
    browser.findElement(By.id("again:reason")).sendKeys("term was wrong");
    browser.findElement(By.id("again:reopen")).click();
    done(browser);
    browser.get(server.url() + LINE + "IT-A");
    fill(browser, "term_no", "3");
    browser.findElement(By.id("f:save")).click();
    done(browser);
    assertThat(server.text("SELECT term_no FROM curriculum_item WHERE id = 901")).isEqualTo("3");
    assertThat(
            server.text(
                "SELECT COUNT(*) FROM audit_entry WHERE entity = 'Curriculum' AND entity_id ="
                    + " '901' AND actor = 'catalogue-director' AND reason = 'term was wrong'"))
        .isEqualTo("1");
  }

  private static void done(WebDriver browser) {
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ui-messages-info")));
  }

  private static void fill(WebDriver browser, String field, String value) {
    var input = browser.findElement(By.cssSelector("[data-field='" + field + "'] input"));
    input.clear();
    input.sendKeys(value);
  }

  private static void choose(WebDriver browser, String field, String value) {
    browser
        .findElement(By.cssSelector("[data-field='" + field + "'] option[value='" + value + "']"))
        .click();
  }
}
