package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Several cells of the mark grid at once. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class GridSelectionIT {

  private WebDriver browser;
  private SheetPage page;
  private Album album;
  private GridSheet sheet;

  @BeforeEach
  void begin(TestServer server, WebDriver chromium) throws SQLException {
    browser = chromium;
    page = new SheetPage(browser);
    album = new Album(browser, "selection");
    sheet = GridSheet.of(server);
    sheet.beforeExam();
    sheet.open(server, browser);
  }

  @Test
  @DisplayName(
      "several cells are selected by keyboard: filled down, filled, copied, emptied, each one step")
  void severalCells() throws SQLException {
    WebElement first = page.inputs("first").get(0);
    first.click();
    keys("71.5");
    keys(Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN));
    keys(Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN));
    keys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
    assertThat(browser.findElements(By.cssSelector("td.chosen"))).hasSize(6);
    assertThat(browser.findElement(By.id("grid-chosen")).getText()).contains("3 × 2");
    album.picture("selected");
    // marks stand there already: somebody says that they go
    answers(false);
    keys(Keys.chord(Keys.CONTROL, "d"));
    assertThat(asked()).contains("2");
    page.awaitStored("first");
    assertThat(sheet.ratings()).isEqualTo("71.5/60 60/60 60/60 60/60");
    answers(true);
    keys(Keys.chord(Keys.CONTROL, "d"));
    assertThat(asked()).contains("2");
    page.awaitStored("first");
    assertThat(sheet.ratings()).isEqualTo("71.5/60 71.5/60 71.5/60 60/60");
    keys(Keys.chord(Keys.CONTROL, "z"));
    page.awaitStored("first");
    assertThat(sheet.ratings()).as("the fill is one step").isEqualTo("71.5/60 60/60 60/60 60/60");

    select(1, 2);
    assertThat(copied()).isEqualTo("60\t60\n60\t60");
    keys(Keys.DELETE);
    page.awaitStored("first");
    assertThat(sheet.ratings()).isEqualTo("71.5/60 -/- -/- 60/60");
    keys("80");
    keys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    page.awaitStored("first");
    assertThat(sheet.ratings()).isEqualTo("71.5/60 80/80 80/80 60/60");
    keys(Keys.chord(Keys.CONTROL, "z"));
    page.awaitStored("first");
    assertThat(sheet.ratings()).isEqualTo("71.5/60 -/- -/- 60/60");
    keys(Keys.chord(Keys.CONTROL, "z"));
    page.awaitStored("first");
    assertThat(sheet.ratings()).as("emptied as one step").isEqualTo("71.5/60 60/60 60/60 60/60");

    select(1, 2);
    page.paste(browser.switchTo().activeElement(), "55\r\n");
    page.awaitStored("first");
    assertThat(sheet.ratings()).as("one value fills it").isEqualTo("71.5/60 55/55 55/55 60/60");
    select(1, 2);
    page.paste(browser.switchTo().activeElement(), "51\t52\n53\t54\n56\t57\n");
    page.awaitStored("first");
    assertThat(sheet.ratings())
        .as("a table from its corner on")
        .isEqualTo("71.5/60 51/52 53/54 56/57");

    first.click();
    keys(Keys.chord(Keys.CONTROL, Keys.SHIFT, Keys.ARROW_DOWN));
    assertThat(browser.findElements(By.cssSelector("td.chosen"))).hasSize(4);
    keys(Keys.ESCAPE);
    assertThat(browser.findElements(By.cssSelector("td.chosen"))).isEmpty();
    first.click();
    new Actions(browser)
        .moveToElement(first)
        .clickAndHold()
        .moveToElement(page.inputs("second").get(1))
        .release()
        .perform();
    Staff.until(browser)
        .withMessage("dragged")
        .until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("td.chosen"), 4));
    page.inputs("first").get(3).click();
    assertThat(browser.findElements(By.cssSelector("td.chosen"))).isEmpty();
    assertThat(browser.findElement(By.id("grid-chosen")).getText()).isEmpty();
  }

  /** Selects both ratings from a row to another: upwards, from the right. */
  private void select(int from, int to) {
    page.inputs("second").get(to).click();
    for (int row = to; row > from; row--) {
      keys(Keys.chord(Keys.SHIFT, Keys.ARROW_UP));
    }
    keys(Keys.chord(Keys.SHIFT, Keys.ARROW_LEFT));
  }

  /** What the page puts on the clipboard. */
  private String copied() {
    return (String)
        ((JavascriptExecutor) browser)
            .executeScript(
                "const data = new DataTransfer(); document.activeElement.dispatchEvent(new"
                    + " ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable:"
                    + " true})); return data.getData('text');");
  }

  private void keys(CharSequence... keys) {
    browser.switchTo().activeElement().sendKeys(keys);
  }

  /** What somebody says to the next question: the driver closes one that keys have opened. */
  private void answers(boolean yes) {
    script(
        "window.asked = ''; window.confirm = text => { window.asked = text; return " + yes + "; }");
  }

  private String asked() {
    return String.valueOf(script("return window.asked"));
  }

  private Object script(String script) {
    return ((JavascriptExecutor) browser).executeScript(script);
  }
}
