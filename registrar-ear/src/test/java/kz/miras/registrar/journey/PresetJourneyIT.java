package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.Select;

/** A specialist names all first-year groups in one act, to have them preset. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class PresetJourneyIT {

  @Test
  @DisplayName("REG-3 all groups of the first course are named at once, and no other")
  void allFirstYears(TestServer server, WebDriver browser) throws SQLException {
    String first =
        server.text(
            "SELECT GROUP_CONCAT(DISTINCT g.code ORDER BY g.code SEPARATOR ' ') FROM student s JOIN"
                + " student_group g ON g.id = s.group_id WHERE s.course_year = 1 AND s.status ="
                + " 'STUDYING'");
    Staff.appoint(server, "preset-specialist", Role.SPE);
    Staff.signIn(browser, server, "preset-specialist");
    browser.get(server.url() + "/registration/presets.xhtml");
    new Select(browser.findElement(By.id("course"))).selectByValue("1");

    browser.findElement(By.id("takeCourse")).sendKeys(Keys.ENTER);

    Staff.until(browser)
        .until(page -> !page.findElement(By.id("groups")).getAttribute("value").isEmpty());
    assertThat(browser.findElement(By.id("groups")).getAttribute("value").split(" "))
        .containsExactlyInAnyOrder(first.split(" "));
  }
}
