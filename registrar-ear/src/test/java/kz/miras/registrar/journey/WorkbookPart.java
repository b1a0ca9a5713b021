package kz.miras.registrar.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The part of a sheet's page that gives a workbook away and takes it back. */
final class WorkbookPart {

  private static final String TAKE =
      "const done = arguments[arguments.length - 1], form = document.getElementById('file'), data ="
          + " new FormData(form); data.append('file-download', 'file-download'); fetch(form.action,"
          + " {method: 'POST', body: data}).then(r => r.arrayBuffer()).then(b => { let s = ''; new"
          + " Uint8Array(b).forEach(x => s += String.fromCharCode(x)); done(btoa(s)); });";

  private final WebDriver browser;

  WorkbookPart(WebDriver browser) {
    this.browser = browser;
  }

  /** The workbook as it is given away. */
  byte[] taken() {
    WebElement part = browser.findElement(By.id("by-file"));
    if (part.getDomAttribute("open") == null) {
      part.findElement(By.tagName("summary")).click();
    }
    Object sent = ((JavascriptExecutor) browser).executeAsyncScript(TAKE);
    return Base64.getDecoder().decode(String.valueOf(sent));
  }

  /** Brings a workbook back and asks what it changes; answers how many cells. */
  int bring(byte[] workbook) {
    send(workbook);
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.id("file-differences")));
    return browser.findElements(By.cssSelector("#differences tbody tr")).size();
  }

  /** Brings a workbook back that is refused as a whole; answers why. */
  String refused(byte[] workbook) {
    send(workbook);
    By problem = By.id("file-problem");
    Staff.until(browser).until(b -> !b.findElement(problem).getText().isBlank());
    return browser.findElement(problem).getText();
  }

  private void send(byte[] workbook) {
    try {
      Path file = Files.createTempFile("registrar-it", ".xlsx");
      file.toFile().deleteOnExit();
      Files.write(file, workbook);
      browser.findElement(By.id("file-filled")).sendKeys(file.toString());
      browser.findElement(By.id("file-check")).click();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stores what was found. */
  void store() {
    browser.findElement(By.id("file-store")).click();
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ui-messages-info")));
  }
}
