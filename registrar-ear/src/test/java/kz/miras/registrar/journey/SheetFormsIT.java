package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** What is decided on the pages of a sheet and its exam room: each refusal beside its field. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class SheetFormsIT {

  private static final String DEPUTY = "forms-deputy";
  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final int YEAR = 2218;
  private static final String MARKS = "COALESCE(r.score, r.mark, '-')";
  private static final String EXEMPT = "IF(r.exemption_id IS NULL, '-', 'EX')";

  private TestServer server;
  private WebDriver browser;
  private Album album;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "forms");
    Staff.appoint(server, DEPUTY, Role.DEP);
    Staff.signIn(browser, server, DEPUTY);
  }

  private OpenSheet sheet(LocalDateTime exam) throws SQLException {
    return OpenSheet.of(server, "FORMS-1", YEAR, exam.truncatedTo(ChronoUnit.MINUTES));
  }

  private static LocalDateTime anHourAgo() {
    return LocalDateTime.now(ALMATY).minusHours(1);
  }

  @Test
  @DisplayName(
      "SHT-25 a student is exempted on a document and the exemption is taken off with a reason")
  void exemption() throws SQLException {
    OpenSheet sheet = sheet(anHourAgo());
    browser.get(sheet.page("sheet"));
    browser.findElement(By.cssSelector("#exemption summary")).click();
    press("exm-store");
    assertThat(problem("exm-row")).isEqualTo("Выберите студента.");
    assertThat(sheet.rows(EXEMPT, "")).isEqualTo("- - - -");
    choose("exm-row", 1);
    press("exm-store");
    assertThat(problem("exm-number")).isNotEmpty();
    assertThat(problem("exm-reason")).isNotEmpty();
    assertThat(problem("exm-row")).isEmpty();
    assertThat(chosen("exm-row")).as("what was chosen stays").contains(sheet.name(1));
    basis("exm", "освобождён решением кафедры");
    press("exm-store");
    assertThat(sheet.rows(EXEMPT, "")).isEqualTo("EX - - -");
    browser.findElement(By.cssSelector("#exemption summary")).click();
    assertThat(browser.findElement(By.id("exempted")).getText()).contains(sheet.name(1), "Ф-7");
    album.picture("exempted");

    press("lift-store");
    assertThat(problem("lift-row")).isEqualTo("Выберите студента.");
    choose("lift-row", 1);
    press("lift-store");
    assertThat(problem("lift-reason")).isNotEmpty();
    fill("lift-reason", "решение отменено");
    press("lift-store");
    assertThat(sheet.rows(EXEMPT, "")).isEqualTo("- - - -");
  }

  @Test
  @DisplayName("EXC-1 an absence is excused; a day that cannot be read keeps its form open")
  void excuse() throws SQLException {
    OpenSheet sheet = sheet(anHourAgo());
    browser.get(sheet.page("sheet"));
    browser.findElement(By.cssSelector("#excuse summary")).click();
    press("exc-store");
    assertThat(problem("exc-row")).isEqualTo("Выберите студента.");
    choose("exc-row", 2);
    fill("exc-date_input", "позавчера");
    press("exc-store");
    assertThat(browser.findElement(By.id("exc-store")).isDisplayed())
        .as("the part it stands in is not folded away")
        .isTrue();
    assertThat(chosen("exc-row")).as("what was chosen stays").contains(sheet.name(2));
    basis("exc", "справка");
    press("exc-store");
    assertThat(sheet.rows(MARKS, "")).isEqualTo("- AE - -");
  }

  @Test
  @DisplayName("EXM-10 a student is denied the exam on a document and admitted again")
  void denial() throws SQLException {
    OpenSheet sheet = sheet(anHourAgo());
    for (String stands : new String[] {"NA - - -", "- - - -"}) {
      browser.get(sheet.page("room"));
      browser.findElement(By.cssSelector("#denial summary")).click();
      press("den-store");
      assertThat(problem("den-row")).isEqualTo("Выберите студента.");
      choose("den-row", 1);
      basis("den", "решение комиссии");
      press("den-store");
      assertThat(sheet.rows(MARKS, "")).isEqualTo(stands);
    }
  }

  @Test
  @DisplayName("CTL-15 entry is let go on beyond its lock on a document")
  void extension() throws SQLException {
    OpenSheet sheet = sheet(LocalDateTime.now(ALMATY).minusDays(9));
    browser.get(sheet.page("sheet"));
    browser.findElement(By.cssSelector("#extension summary")).click();
    press("ext-store");
    assertThat(problem("ext-number")).isNotEmpty();
    LocalDate until = LocalDate.now(ALMATY).plusDays(2);
    fill("ext-day_input", day(until));
    basis("ext", "сбой сети");
    press("ext-store");
    assertThat(browser.findElement(By.id("clock")).getText())
        .contains("до " + day(until) + " 24:00", DEPUTY);
    album.picture("extended");
  }

  @Test
  @DisplayName("PUB-1 publication cannot be taken back, so it is asked about first")
  void publication() throws SQLException {
    OpenSheet sheet = sheet(LocalDateTime.now(ALMATY).plusDays(1));
    browser.get(sheet.page("sheet"));
    String published = "(SELECT COUNT(*) FROM sheet_publication p WHERE p.sheet_id = h.id)";
    browser.findElement(By.id("publish-rating")).click();
    browser.switchTo().alert().dismiss();
    assertThat(sheet.rows(published, "")).isEqualTo("0 0 0 0");
    WebElement button = browser.findElement(By.id("publish-rating"));
    button.click();
    browser.switchTo().alert().accept();
    Staff.awaitGone(browser, button);
    assertThat(sheet.rows(published, "")).isEqualTo("1 1 1 1");
  }

  @Test
  @DisplayName("SHT-31 the formed sheets of a session are opened by one button")
  void opening() throws SQLException {
    OpenSheet sheet = sheet(LocalDateTime.now(ALMATY).plusDays(1));
    sheet.change("UPDATE sheet SET status = 'CREATED' WHERE id =");
    browser.get(server.url() + "/attestation/session.xhtml?term=T-" + YEAR);
    browser.findElement(By.id("o:open-all")).click();
    Staff.until(browser)
        .until(
            ExpectedConditions.presenceOfElementLocated(
                By.cssSelector("[data-run='OPEN'][data-ended='true']")));
    assertThat(sheet.rows("h.status", "")).isEqualTo("OPEN OPEN OPEN OPEN");
    assertThat(browser.findElements(By.id("o:open-all"))).as("nothing is left to open").isEmpty();
  }

  /** Presses a button and waits for the page that comes. */
  private void press(String id) {
    WebElement button = browser.findElement(By.id(id));
    button.click();
    Staff.awaitGone(browser, button);
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.tagName("main")));
  }

  /** What is said beside a field that can be seen. */
  private String problem(String field) {
    return browser
        .findElement(By.id(field))
        .findElement(By.xpath("ancestor::div[contains(@class, 'field')][1]"))
        .findElement(By.cssSelector("div.problem"))
        .getText();
  }

  private void choose(String select, int option) {
    new Select(browser.findElement(By.id(select))).selectByIndex(option);
  }

  private String chosen(String select) {
    return new Select(browser.findElement(By.id(select))).getFirstSelectedOption().getText();
  }

  private void basis(String prefix, String reason) {
    fill(prefix + "-number", "Ф-7");
    fill(prefix + "-date_input", day(LocalDate.now(ALMATY)));
    fill(prefix + "-reason", reason);
  }

  private void fill(String field, String text) {
    WebElement input = browser.findElement(By.id(field));
    input.clear();
    input.sendKeys(text);
  }

  private static String day(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
  }
}
