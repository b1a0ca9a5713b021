package kz.miras.registrar.journey;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.Select;

/** A page with a form as its users fill it: fields, buttons, and what is said beside a field. */
final class FormPage {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

  private final WebDriver browser;

  FormPage(WebDriver browser) {
    this.browser = browser;
  }

  /** Types over what stands in a field: emptied past its keys, a day puts its old value back. */
  void fill(String field, String text) {
    browser.findElement(By.id(field)).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, text);
  }

  /** Types a day. */
  void day(String field, LocalDate day) {
    fill(field + "_input", shown(day));
  }

  /** Today where the university is. */
  static LocalDate today() {
    return LocalDate.now(ALMATY);
  }

  /** A day as it is written on pages. */
  static String shown(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
  }

  /** Chooses by the value of an option. */
  void choose(String select, String value) {
    new Select(browser.findElement(By.id(select))).selectByValue(value);
  }

  /** Presses a button and waits for the page that comes. */
  void press(String button) {
    Staff.follow(browser, By.id(button));
  }

  /** What is said beside a field that can be seen. */
  String problem(String field) {
    return browser
        .findElement(By.id(field))
        .findElement(By.xpath("ancestor::div[contains(@class, 'field')][1]"))
        .findElement(By.cssSelector("div.problem"))
        .getText();
  }
}
