package kz.miras.registrar.journey;

import kz.miras.registrar.local.TestServer;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** The page a student plans the term of a {@link StreamScene} on. */
final class PlanPage {

  private final WebDriver browser;

  private PlanPage(WebDriver browser) {
    this.browser = browser;
  }

  /** Opens it. */
  static PlanPage open(TestServer server, WebDriver browser) {
    browser.get(server.url() + "/registration/my-plan.xhtml?term=" + StreamScene.TERM);
    return new PlanPage(browser);
  }

  /** Where the way to take an offering is chosen. */
  WebElement of(String offering) {
    return browser.findElement(
        By.xpath("//td[.//select[.//option[starts-with(@value, '" + offering + "')]]]"));
  }

  /** Where the way to take a discipline is chosen. */
  WebElement named(String discipline) {
    return browser.findElement(
        By.xpath("//td[./select[starts-with(@aria-label, '" + discipline + " ')]]"));
  }

  /** The row of an offering, read as one line. */
  String row(String offering) {
    return of(offering).findElement(By.xpath("./ancestor::tr[1]")).getText().replace('\n', ' ');
  }

  /** Chooses a seat in the one group of an elective. */
  void choose(String offering) {
    choose(of(offering), offering + "|Г-Э");
  }

  /** Chooses a discipline without a group, in Russian. */
  void chooseOnly(String discipline) {
    choose(named(discipline), "only|ru");
  }

  private void choose(WebElement cell, String way) {
    ((JavascriptExecutor) browser)
        .executeScript("arguments[0].scrollIntoView({block: 'center'})", cell);
    new Select(cell.findElement(By.cssSelector("select[id$=':way']"))).selectByValue(way);
    settle();
  }

  /** What is given up for what is chosen in a cell. */
  Select instead(WebElement cell) {
    return new Select(cell.findElement(By.cssSelector("select[id$=':instead']")));
  }

  /** Gives a discipline up for what is chosen in a cell. */
  void giveUp(WebElement cell, String discipline) {
    instead(cell).selectByValue(discipline);
    settle();
  }

  /** Until the page has heard what its last change has changed. */
  private void settle() {
    Staff.until(browser)
        .until(
            page ->
                ((JavascriptExecutor) page)
                    .executeScript("return PrimeFaces.ajax.Queue.isEmpty()")
                    .equals(true));
  }

  void press(String id) {
    press(browser.findElement(By.id(id)), id);
  }

  private void press(WebElement pressed, String awaited) {
    WebElement page = browser.findElement(By.tagName("html"));
    pressed.sendKeys(Keys.ENTER);
    Staff.awaitGone(browser, page);
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id(awaited)));
  }

  /** Takes a line without a seat out of the plan, which has others. */
  void withdraw(String discipline) {
    press(
        browser.findElement(By.cssSelector("#lines a[aria-label$=': " + discipline + "']")),
        "lines");
  }

  /** Goes on in another language. */
  void language(String tag) {
    press(browser.findElement(By.xpath("//form[@id='language']//a[.='" + tag + "']")), "f");
  }

  String text(String id) {
    return browser.findElement(By.id(id)).getText();
  }
}
