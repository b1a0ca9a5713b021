package kz.miras.registrar.journey;

import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** A mark sheet as the office uses it. */
final class SheetPage {

  private final WebDriver browser;

  SheetPage(WebDriver browser) {
    this.browser = browser;
  }

  /** Presses a button of the sheet and waits for the state it leads to. */
  void press(String button, String status) {
    browser.findElement(By.id(button)).click();
    Staff.awaitStatus(browser, "sheet-status", status);
  }
}
