package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
class CalendarJourneyIT {

  @BeforeEach
  void prepare(TestServer server) throws SQLException {
    Staff.appoint(server, "calendar-vicerector", Role.VR);
    Staff.appoint(server, "calendar-deputy", Role.DEP);
    try (Connection database = server.database()) {
      for (String sql :
          List.of(
              "INSERT IGNORE INTO academic_year (id, start_year, starts_on, ends_on) VALUES (941,"
                  + " 2041, '2041-09-02', '2042-08-31')",
              "UPDATE academic_year SET approved_by = NULL WHERE id = 941",
              "DELETE FROM calendar_event WHERE term_id IN (941, 942)",
              "INSERT IGNORE INTO term (id, academic_year_id, type, code, starts_on, ends_on,"
                  + " study_weeks) VALUES (941, 941, 'AUTUMN', '2041-1', '2041-09-02',"
                  + " '2041-12-31', 15), (942, 941, 'SPRING', '2041-2', '2042-01-20',"
                  + " '2042-05-31', 15)",
              "INSERT INTO calendar_event (id, term_id, kind, starts_on, ends_on) VALUES"
                  + " (941, 941, 'SESSION', '2041-12-16', '2041-12-31'),"
                  + " (942, 942, 'SESSION', '2042-05-12', '2042-05-31'),"
                  + " (943, 941, 'VACATION', '2042-01-01', '2042-01-15'),"
                  + " (944, 942, 'VACATION', '2042-06-15', '2042-08-31')")) {
        Staff.run(database, sql);
      }
    }
  }

  @Test
  @DisplayName("CAL-3 the vice-rector writes the council's approval of a lawful calendar down")
  void lawfulCalendarIsApproved(TestServer server, WebDriver browser) throws SQLException {
    approve(server, browser);
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ui-messages-info")));
    assertThat(approval(server)).isEqualTo("Учёный совет № 7");
  }

  @Test
  @DisplayName("CAL-4 CAL-5 a calendar without session and with one vacation is not approved")
  void unlawfulCalendarIsNotApproved(TestServer server, WebDriver browser) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(database, "DELETE FROM calendar_event WHERE id IN (942, 943)");
    }
    approve(server, browser);
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ui-messages-error")));
    assertThat(browser.findElements(By.cssSelector(".findings .badge.bad")))
        .extracting(badge -> badge.getText())
        .containsExactlyInAnyOrder("CAL-4", "CAL-5");
    assertThat(approval(server)).isNull();
  }

  @Test
  @DisplayName("CAL-3 a midterm outside its term is refused beside the date")
  void periodOutsideItsTermIsRefused(TestServer server, WebDriver browser) {
    Staff.signIn(browser, server, "calendar-deputy");
    browser.get(server.url() + "/office/record.xhtml?list=events&term=2041-1&kind=RK1");
    type(browser, "starts_on", "25.08.2041");
    type(browser, "ends_on", "06.09.2041");
    browser.findElement(By.id("f:save")).click();
    Staff.until(browser)
        .until(
            ExpectedConditions.presenceOfElementLocated(
                By.cssSelector("[data-field='starts_on'].bad")));
    assertThat(browser.findElement(By.cssSelector("[data-field='starts_on'] .problem")).getText())
        .contains("02.09.2041")
        .endsWith("(CAL-3)");
  }

  private static void approve(TestServer server, WebDriver browser) {
    Staff.signIn(browser, server, "calendar-vicerector");
    browser.get(server.url() + "/calendar/year.xhtml?year=2041");
    browser.findElement(By.id("approval:decision")).sendKeys("Учёный совет № 7");
    browser.findElement(By.id("approval:approve")).click();
  }

  private static void type(WebDriver browser, String field, String value) {
    browser.findElement(By.cssSelector("[data-field='" + field + "'] input")).sendKeys(value);
  }

  private static String approval(TestServer server) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT approved_by FROM academic_year WHERE id = 941")) {
      row.next();
      return row.getString(1);
    }
  }
}
