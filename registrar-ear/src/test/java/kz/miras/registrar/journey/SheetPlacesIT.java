package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/**
 * Every mark comes to its student: pasted, filled, typed by two, or typed when nothing is taken.
 */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class SheetPlacesIT {

  private static final String TEACHER = "places-teacher";
  private static final String SENIOR = "places-senior";

  private TestServer server;
  private WebDriver browser;
  private SheetPage page;
  private Album album;
  private OpenSheet sheet;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    page = new SheetPage(browser);
    album = new Album(browser, "places");
    Staff.appoint(server, TEACHER, Role.TCH);
    Staff.appoint(server, SENIOR, Role.SEN);
    sheet =
        OpenSheet.of(
            server, "PLACE-1", 2216, LocalDate.now(ZoneId.of("Asia/Almaty")).atTime(23, 59));
    Staff.tie(server, TEACHER, "PLACE-1");
    Staff.signIn(browser, server, TEACHER);
    browser.get(sheet.page("sheet"));
  }

  @Test
  @DisplayName("a table pasted over somebody who has left keeps its lines: nobody gets another's")
  void pastedOverWhoHasLeft() throws SQLException {
    sheet.change(
        "UPDATE sheet_row SET mark = 'W', typed_by = 'system' WHERE position = 2 AND sheet_id =");
    browser.navigate().refresh();
    page.paste(page.inputs("second").get(0), "61\t71\n62\t72\n63\t73\n64\t74\n65\t75\n");
    page.awaitStored("score");
    assertThat(sheet.stored()).isEqualTo("61/71 60/W 63/73 64/74");
    String left = browser.findElement(By.id("grid-pasted")).getText();
    assertThat(left).contains("4", sheet.name(2), ": 62", ": 72", "65", "75");
    album.picture("pasted");
    page.paste(page.inputs("second").get(0), "81\n\n83\n");
    page.awaitStored("second");
    assertThat(sheet.stored())
        .as("an empty line is the line of who has left")
        .isEqualTo("81/71 60/W 83/73 64/74");
    assertThat(browser.findElement(By.id("grid-pasted")).isDisplayed()).isFalse();
  }

  @Test
  @DisplayName("Ctrl+D fills what is empty below and overwrites no mark")
  void fillsWhatIsEmpty() throws SQLException {
    page.type("score", List.of("", "", "55", ""));
    page.inputs("score").get(0).click();
    keys("80");
    keys(Keys.chord(Keys.CONTROL, "d"));
    page.awaitStored("score");
    assertThat(sheet.stored()).isEqualTo("60/80 60/80 60/55 60/80");
  }

  @Test
  @DisplayName(
      "SHT-1 two signed-in people in one sheet: what the other has typed into the cell I stand in"
          + " is told and not overwritten, each other cell stays as its typist left it")
  void twoSignedIn() throws SQLException {
    WebDriver other = BrowserExtension.another();
    try {
      Staff.signIn(other, server, SENIOR);
      other.get(sheet.page("sheet"));
      SheetPage theirs = new SheetPage(other);
      theirs.inputs("score").get(0).click();
      other.switchTo().activeElement().sendKeys("70", Keys.ENTER);
      other.switchTo().activeElement().sendKeys("77", Keys.ENTER);
      theirs.awaitStored("score");

      page.inputs("second").get(0).click();
      keys(Keys.chord(Keys.CONTROL, "a"), "66", Keys.ARROW_RIGHT);
      page.awaitStored("second");
      WebElement mine = browser.switchTo().activeElement();
      assertThat(mine).isEqualTo(page.inputs("score").get(0));
      keys("55", Keys.ENTER);
      awaitConflicts(browser, 1);
      assertThat(sheet.stored()).isEqualTo("66/70 60/77 60/- 60/-");
      assertThat(browser.findElement(By.cssSelector("button.take")).getText()).isEqualTo("70");
      album.picture("conflict");
      mine.click();
      keys(Keys.ENTER);
      awaitConflicts(browser, 0);
      page.awaitStored("score");
      assertThat(sheet.stored()).isEqualTo("66/55 60/77 60/- 60/-");

      theirs.inputs("score").get(0).click();
      other.switchTo().activeElement().sendKeys(Keys.chord(Keys.CONTROL, "a"), "71", Keys.ENTER);
      awaitConflicts(other, 1);
      assertThat(sheet.stored()).as("the other way round").isEqualTo("66/55 60/77 60/- 60/-");
      other.findElement(By.cssSelector("button.take")).click();
      awaitConflicts(other, 0);
      theirs.inputs("score").get(2).click();
      other.switchTo().activeElement().sendKeys("88", Keys.ENTER);
      theirs.awaitStored("score");

      page.inputs("score").get(3).click();
      keys("99", Keys.ENTER);
      keys(Keys.chord(Keys.CONTROL, "z"));
      page.awaitStored("score");
      assertThat(sheet.stored()).as("undone is my own step").isEqualTo("66/55 60/77 60/88 60/-");
      page.inputs("score").get(3).click();
      keys("99", Keys.TAB);
      page.awaitStored("score");
      page.press("submit", "SUBMITTED");
      theirs.inputs("score").get(1).click();
      other.switchTo().activeElement().sendKeys("1", Keys.ENTER);
      Staff.until(other)
          .until(ExpectedConditions.attributeContains(By.id("grid-state"), "class", "warn"));
      assertThat(sheet.stored())
          .as("what is handed over stays")
          .isEqualTo("66/55 60/77 60/88 60/99");
    } finally {
      other.quit();
    }
  }

  @Test
  @DisplayName(
      "SHT-30 a mark typed in the row of who has just left is refused there, listed by name, and"
          + " the page stays")
  void whoHasJustLeft() throws SQLException {
    String gone = sheet.name(4);
    sheet.change("DELETE FROM sheet_row WHERE position = 4 AND sheet_id =");
    page.inputs("score").get(2).click();
    keys("90", Keys.ENTER);
    keys("91", Keys.TAB);
    Staff.until(browser).until(ExpectedConditions.visibilityOfElementLocated(By.id("grid-shelf")));
    assertThat(browser.getCurrentUrl()).contains("/attestation/sheet.xhtml");
    assertThat(browser.findElement(By.id("grid-shelf")).getText()).contains(gone, "91");
    assertThat(sheet.stored()).isEqualTo("60/- 60/- 60/90");
    album.picture("gone");
    browser.navigate().refresh();
    assertThat(browser.findElement(By.id("grid-shelf")).getText()).contains(gone, "91");
    browser.findElement(By.cssSelector("#grid-shelf [data-do='dismiss']")).click();
    browser.navigate().refresh();
    assertThat(browser.findElement(By.id("grid-shelf")).isDisplayed()).isFalse();
  }

  @Test
  @DisplayName(
      "what was typed when the sheet had been handed over waits by student and column until it is"
          + " stored")
  void waitsOnTheShelf() throws SQLException {
    sheet.change("UPDATE sheet SET status = 'SUBMITTED' WHERE id =");
    page.inputs("score").get(1).click();
    keys("78", Keys.TAB);
    Staff.until(browser)
        .until(ExpectedConditions.attributeContains(By.id("grid-state"), "class", "warn"));
    for (int look = 0; look < 2; look++) {
      reload();
      String shelf = browser.findElement(By.id("grid-shelf")).getText();
      assertThat(shelf).contains(sheet.name(2), "78");
    }
    album.picture("shelf");
    sheet.change("UPDATE sheet SET status = 'OPEN' WHERE id =");
    reload();
    page.awaitStored("score");
    assertThat(sheet.stored()).isEqualTo("60/- 60/78 60/- 60/-");
    assertThat(browser.findElement(By.id("grid-shelf")).isDisplayed()).isFalse();
  }

  /** Loads the page anew; where something waits, the browser asks first. */
  private void reload() {
    browser.navigate().refresh();
    Staff.until(browser)
        .until(
            b -> {
              try {
                b.switchTo().alert().accept();
                return false;
              } catch (NoAlertPresentException none) {
                return !b.findElements(By.id("grid-shelf")).isEmpty();
              }
            });
  }

  private void awaitConflicts(WebDriver window, int wanted) {
    Staff.until(window)
        .until(
            b ->
                b.findElements(By.cssSelector("td.saving")).isEmpty()
                    && b.findElements(By.cssSelector("button.take")).size() == wanted);
  }

  private void keys(CharSequence... keys) {
    browser.switchTo().activeElement().sendKeys(keys);
  }
}
