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
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The work over all histories goes on beside its page, which watches it to the end. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class HistoryCheckJourneyIT {

  private static final String DIRECTOR = "check-director";

  @Test
  @DisplayName(
      "ACH-7 ACH-11 the check and the recalculation of all histories are watched to their end")
  void watched(TestServer server, WebDriver browser) throws SQLException {
    Album album = new Album(browser, "histories");
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.signIn(browser, server, DIRECTOR);

    browser.get(server.url() + "/achievement/integrity.xhtml");
    assertThat(latest(browser)).doesNotContain(DIRECTOR);
    browser.findElement(By.id("check-histories")).click();
    album.picture("checking");
    Staff.until(browser)
        .ignoring(StaleElementReferenceException.class)
        .until(page -> latest(page).contains(DIRECTOR));
    Staff.until(browser).until(ExpectedConditions.elementToBeClickable(By.id("check-histories")));
    album.picture("checked");
    assertThat(
            server.text(
                "SELECT COUNT(*) FROM history_check WHERE made_by = '"
                    + DIRECTOR
                    + "' AND figures AND chains"))
        .isEqualTo("1");

    browser.get(server.url() + "/achievement/summaries.xhtml");
    assertThat(browser.findElements(By.id("done"))).isEmpty();
    browser.findElement(By.id("recalculate")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("done")));
    album.picture("recalculated");
    assertThat(
            server.text(
                "SELECT COUNT(*) FROM history_check WHERE made_by = '"
                    + DIRECTOR
                    + "' AND figures AND NOT chains"))
        .isEqualTo("1");
  }

  /** The latest checks with whoever made them, folded away or not. */
  private static String latest(WebDriver page) {
    return page.findElement(By.id("checks")).getDomProperty("textContent");
  }
}
