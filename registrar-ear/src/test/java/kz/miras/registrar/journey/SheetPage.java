package kz.miras.registrar.journey;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** A mark sheet as teachers use it: by keyboard. */
final class SheetPage {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final WebDriver browser;

  SheetPage(WebDriver browser) {
    this.browser = browser;
  }

  /** Types a column from its first cell down, Enter after each, and waits until it is stored. */
  void type(String column, List<String> marks) {
    List<WebElement> cells = inputs(column);
    if (cells.size() != marks.size()) {
      throw new AssertionError(column + ": " + cells.size() + " cells, " + marks.size() + " marks");
    }
    cells.get(0).click();
    for (String mark : marks) {
      browser.switchTo().activeElement().sendKeys(mark, Keys.ENTER);
    }
    // the last cell has none below it; leaving it stores it
    browser.switchTo().activeElement().sendKeys(Keys.TAB);
    awaitStored(column);
  }

  /** Pastes a table of a spreadsheet from a cell on. */
  void paste(WebElement cell, String table) {
    ((JavascriptExecutor) browser)
        .executeScript(
            "const data = new DataTransfer(); data.setData('text', arguments[1]);"
                + " arguments[0].dispatchEvent(new ClipboardEvent('paste', {clipboardData: data,"
                + " bubbles: true, cancelable: true}));",
            cell,
            table);
  }

  /** Waits until all that was typed is stored. */
  void awaitStored(String column) {
    Staff.until(browser)
        .withMessage(() -> column + " is not stored: " + state().getText())
        .until(
            b ->
                b.findElements(By.cssSelector("td.saving")).isEmpty()
                    && state().getText().equals(state().getAttribute("data-saved")));
  }

  private WebElement state() {
    return browser.findElement(By.id("grid-state"));
  }

  List<WebElement> inputs(String column) {
    return browser.findElements(By.cssSelector("input[data-column='" + column + "']"));
  }

  /** A derived column as shown. */
  List<String> shown(String part) {
    return browser.findElements(By.cssSelector("[data-part='" + part + "']")).stream()
        .map(WebElement::getText)
        .toList();
  }

  /** Names today as the day of the exam, and waits until the page knows it. */
  void examIsToday() {
    browser.findElement(By.cssSelector("#appointment summary")).click();
    String today = LocalDate.now(ZoneId.of("Asia/Almaty")).format(DAY);
    ((JavascriptExecutor) browser)
        .executeScript(
            "arguments[0].value = arguments[1]",
            browser.findElement(By.id("ap-date_input")),
            today);
    browser.findElement(By.id("ap-store")).click();
    Staff.until(browser)
        .until(ExpectedConditions.textToBePresentInElementLocated(By.id("content"), today));
  }

  /** Publishes the results, which is done once. */
  void publishResults() {
    browser.findElement(By.id("publish-result")).click();
    browser.switchTo().alert().accept();
    Staff.until(browser)
        .until(ExpectedConditions.invisibilityOfElementLocated(By.id("publish-result")));
  }

  /** Presses a button of the sheet and waits for the state it leads to. */
  void press(String button, String status) {
    browser.findElement(By.id(button)).click();
    Staff.awaitStatus(browser, "sheet-status", status);
  }
}
