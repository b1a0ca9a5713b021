package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Proposing rules and deciding on them. */
final class RulesPage {

  private final WebDriver browser;

  RulesPage(WebDriver browser) {
    this.browser = browser;
  }

  /** Proposes the rules of a level with one changed value. */
  void propose(String url, String level, String day, String key, String value) {
    browser.get(url + "/curriculum/propose-rules.xhtml?level=" + level);
    set(
        browser.findElement(By.id("f:validFrom_input")),
        LocalDate.parse(day).format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
    set(browser.findElement(By.id("f:basis")), "minutes 3");
    set(browser.findElement(By.cssSelector("[data-key='" + key + "'] input")), value);
    browser.findElement(By.id("f:send")).click();
  }

  /** Address of the newest open proposal of the list the browser now shows. */
  String proposal() {
    By link = By.cssSelector("a[href*='rule-proposal']");
    Staff.until(browser)
        .until(
            ExpectedConditions.or(
                ExpectedConditions.presenceOfElementLocated(link),
                ExpectedConditions.presenceOfElementLocated(By.cssSelector(".field.bad"))));
    assertThat(browser.findElements(By.cssSelector(".field.bad")))
        .extracting(WebElement::getText)
        .isEmpty();
    return browser.findElement(link).getDomProperty("href");
  }

  /** Approves a proposal. */
  void decide(String proposal, String decision) {
    browser.get(proposal);
    browser.findElement(By.id("f:decision")).sendKeys(decision);
    browser.findElement(By.id("f:approve")).click();
  }

  private void set(WebElement input, String value) {
    ((JavascriptExecutor) browser).executeScript("arguments[0].value = arguments[1]", input, value);
  }
}
