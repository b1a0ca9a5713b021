package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** The office looks at the end of the year, at honours and at stipends in the browser. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class PromotionJourneyIT {

  private static final String DEPUTY = "year-end-deputy";

  @Test
  @DisplayName("PRO-6 PRO-12 a preview of a year is prepared, a student decided otherwise")
  void preview(TestServer server, WebDriver browser) throws SQLException {
    Album album = new Album(browser, "promotion");
    Staff.appoint(server, DEPUTY, Role.DEP);
    Staff.signIn(browser, server, DEPUTY);
    browser.get(server.url() + "/achievement/promotions.xhtml");
    assertThat(browser.findElement(By.id("council-no")).getAttribute("value"))
        .as("the rules of the year name the decision")
        .isNotBlank();
    String[] largest = largest(server);
    new Select(browser.findElement(By.id("school"))).selectByValue(largest[0]);
    Staff.until(browser)
        .until(
            ExpectedConditions.presenceOfElementLocated(
                By.cssSelector("#programme option[value='" + largest[1] + "']")));
    // other tests bring rules of masters on which no council has decided
    new Select(browser.findElement(By.id("programme"))).selectByValue(largest[1]);
    browser.findElement(By.id("begin")).click();
    Staff.until(browser).until(ExpectedConditions.urlContains("/achievement/promotion.xhtml"));
    assertThat(browser.findElement(By.id("run-status")).getAttribute("data-status"))
        .isEqualTo("DRAFT");
    browser.findElement(By.id("prepare")).click();
    By lines = By.cssSelector("#lines tr[data-student]");
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(lines));
    assertThat(browser.findElement(By.id("ready")).getText()).contains("PRO-6");
    album.picture("preview");
    album.dark();
    album.picture("preview-dark");

    String run = browser.getCurrentUrl();
    String student = browser.findElement(lines).getAttribute("data-student");
    Staff.follow(browser, By.cssSelector("#lines a.act"));
    new Select(browser.findElement(By.id("outcome"))).selectByValue("LEFT_OUT");
    browser.findElement(By.id("store")).click();
    assertThat(problem(browser)).isNotBlank();
    browser.findElement(By.id("reason")).sendKeys("рапорт № 3");
    album.picture("decide");
    browser.findElement(By.id("store")).click();
    Staff.until(browser).until(ExpectedConditions.urlContains("/achievement/promotion.xhtml"));
    assertThat(
            browser
                .findElement(By.cssSelector("#lines tr[data-student='" + student + "']"))
                .getText())
        .contains("рапорт № 3");
    browser.get(run);
    browser.findElement(By.id("discard")).click();
    browser.switchTo().alert().accept();
    Staff.until(browser).until(ExpectedConditions.urlContains("/achievement/promotions.xhtml"));
  }

  /** The programme of bachelors with most students, after the school it belongs to. */
  private static String[] largest(TestServer server) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT v.code, p.code FROM student s JOIN programme p ON p.id = s.programme_id JOIN"
                    + " org_unit v ON v.id = p.school_id WHERE s.status = 'STUDYING' AND p.level ="
                    + " 'BACHELOR' GROUP BY p.id ORDER BY COUNT(*) DESC LIMIT 1")) {
      row.next();
      return new String[] {row.getString(1), row.getString(2)};
    }
  }

  private static String problem(WebDriver browser) {
    return Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".field.bad .problem")))
        .getText();
  }

  @Test
  @DisplayName("HON-2 STP-1 the outlook on honours and the list of stipends are shown with reasons")
  void lists(TestServer server, WebDriver browser) throws SQLException {
    Album album = new Album(browser, "honours");
    Staff.appoint(server, DEPUTY, Role.DEP);
    Staff.signIn(browser, server, DEPUTY);
    browser.get(server.url() + "/achievement/honours.xhtml");
    assertThat(browser.findElements(By.cssSelector("#honours tr[data-state]"))).isNotEmpty();
    album.picture("outlook");
    browser.get(server.url() + "/achievement/stipends.xhtml");
    browser.findElement(By.id("start")).click();
    // the list puts itself in anew once more when it is ready
    Staff.until(browser)
        .ignoring(StaleElementReferenceException.class)
        .until(
            page -> {
              new Select(page.findElement(By.id("part"))).selectByValue("NOT_ELIGIBLE");
              return true;
            });
    album.picture("stipends");
    Staff.until(browser).until(ExpectedConditions.visibilityOfElementLocated(By.id("stipends")));
  }
}
