package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
  private static final String TEACHER = "forms-teacher";
  private static final int YEAR = 2218;
  private static final String MARKS = "COALESCE(r.score, r.mark, '-')";
  private static final String EXEMPT = "IF(r.exemption_id IS NULL, '-', 'EX')";

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "forms");
    form = new FormPage(browser);
    Staff.appoint(server, DEPUTY, Role.DEP);
    Staff.appoint(server, TEACHER, Role.TCH);
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
    Staff.tie(server, TEACHER, "FORMS-1");
    browser.get(sheet.page("sheet"));
    browser.findElement(By.cssSelector("#exemption summary")).click();
    form.press("exm-store");
    assertThat(form.problem("exm-row")).isEqualTo("Выберите студента.");
    assertThat(sheet.rows(EXEMPT, "")).isEqualTo("- - - -");
    choose("exm-row", 1);
    form.press("exm-store");
    assertThat(form.problem("exm-number")).isNotEmpty();
    assertThat(form.problem("exm-reason")).isNotEmpty();
    assertThat(form.problem("exm-row")).isEmpty();
    assertThat(chosen("exm-row")).as("what was chosen stays").contains(sheet.name(1));
    basis("exm", "освобождён решением кафедры");
    form.press("exm-store");
    assertThat(sheet.rows(EXEMPT, "")).isEqualTo("EX - - -");
    browser.findElement(By.cssSelector("#exemption summary")).click();
    assertThat(browser.findElement(By.id("exempted")).getText()).contains(sheet.name(1), "Ф-7");
    album.picture("exempted");
    assertThat(browser.getPageSource()).contains("освобождён решением кафедры");
    Staff.signIn(browser, server, TEACHER);
    browser.get(sheet.page("sheet"));
    assertThat(browser.findElement(By.cssSelector("table.grid")).getText()).contains("EX", "Ф-7");
    assertThat(browser.getPageSource())
        .as("why is no matter of whoever teaches, and not sent there either")
        .doesNotContain("освобождён решением кафедры");
    album.picture("exempt-as-the-teacher-sees-it");
    Staff.signIn(browser, server, DEPUTY);
    browser.get(sheet.page("sheet"));
    browser.findElement(By.cssSelector("#exemption summary")).click();

    form.press("lift-store");
    assertThat(form.problem("lift-row")).isEqualTo("Выберите студента.");
    choose("lift-row", 1);
    form.press("lift-store");
    assertThat(form.problem("lift-reason")).isNotEmpty();
    form.fill("lift-reason", "решение отменено");
    form.press("lift-store");
    assertThat(sheet.rows(EXEMPT, "")).isEqualTo("- - - -");
  }

  @Test
  @DisplayName(
      "RAT-3 without a journal who came late takes the control alone by what is decided on the page"
          + " of the sheet")
  void disposition() throws SQLException {
    OpenSheet sheet = sheet(LocalDateTime.now(ALMATY).plusDays(9));
    Staff.tie(server, TEACHER, "FORMS-1");
    sheet.change("UPDATE sheet_row SET p1 = NULL WHERE position = 1 AND sheet_id =");
    browser.get(sheet.page("sheet"));
    form.press("alone-open");
    form.press("decide");
    assertThat(form.problem("d-number")).isNotEmpty();
    assertThat(form.problem("d-reason")).isNotEmpty();
    assertThat(chosen("d-student")).contains(sheet.name(1));
    album.picture("disposition-refused");
    form.fill("d-number", "Р-5");
    form.day("d-date", FormPage.today());
    form.day("d-until", FormPage.today().plusDays(3));
    form.fill("d-reason", "зачислен позже");
    form.press("decide");
    assertThat(browser.findElement(By.id("taken")).getText()).contains(sheet.name(1), "Р-5");
    album.picture("disposition");

    Staff.signIn(browser, server, TEACHER);
    browser.get(sheet.page("sheet"));
    form.press("alone-open");
    assertThat(browser.findElements(By.id("decide"))).isEmpty();
    form.fill("one:0:score", "66");
    form.press("one:0:store");
    assertThat(sheet.rows("COALESCE(r.p1 + 0e0, '-')", "")).startsWith("66 ");
  }

  @Test
  @DisplayName("EXC-1 an absence is excused; a day that cannot be read keeps its form open")
  void excuse() throws SQLException {
    OpenSheet sheet = sheet(anHourAgo());
    browser.get(sheet.page("sheet"));
    browser.findElement(By.cssSelector("#excuse summary")).click();
    form.press("exc-store");
    assertThat(form.problem("exc-row")).isEqualTo("Выберите студента.");
    choose("exc-row", 2);
    form.fill("exc-date_input", "позавчера");
    form.press("exc-store");
    assertThat(browser.findElement(By.id("exc-store")).isDisplayed())
        .as("the part it stands in is not folded away")
        .isTrue();
    assertThat(chosen("exc-row")).as("what was chosen stays").contains(sheet.name(2));
    assertThat(form.problem("exc-row")).as("and is refused no more").isEmpty();
    basis("exc", "справка");
    form.press("exc-store");
    assertThat(sheet.rows(MARKS, "")).isEqualTo("- AE - -");
  }

  @Test
  @DisplayName("EXM-10 a student is denied the exam on a document and admitted again")
  void denial() throws SQLException {
    OpenSheet sheet = sheet(anHourAgo());
    for (String stands : new String[] {"NA - - -", "- - - -"}) {
      browser.get(sheet.page("room"));
      browser.findElement(By.cssSelector("#denial summary")).click();
      form.press("den-store");
      assertThat(form.problem("den-row")).isEqualTo("Выберите студента.");
      choose("den-row", 1);
      basis("den", "решение комиссии");
      form.press("den-store");
      assertThat(sheet.rows(MARKS, "")).isEqualTo(stands);
    }
  }

  @Test
  @DisplayName("CTL-15 entry is let go on beyond its lock on a document")
  void extension() throws SQLException {
    OpenSheet sheet = sheet(LocalDateTime.now(ALMATY).minusDays(9));
    browser.get(sheet.page("sheet"));
    browser.findElement(By.cssSelector("#extension summary")).click();
    form.press("ext-store");
    assertThat(form.problem("ext-number")).isNotEmpty();
    LocalDate until = FormPage.today().plusDays(2);
    form.day("ext-day", until);
    basis("ext", "сбой сети");
    form.press("ext-store");
    assertThat(browser.findElement(By.id("clock")).getText())
        .contains("до " + FormPage.shown(until) + " 24:00", DEPUTY);
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

  private void choose(String select, int option) {
    new Select(browser.findElement(By.id(select))).selectByIndex(option);
  }

  private String chosen(String select) {
    return new Select(browser.findElement(By.id(select))).getFirstSelectedOption().getText();
  }

  private void basis(String prefix, String reason) {
    form.fill(prefix + "-number", "Ф-7");
    form.day(prefix + "-date", FormPage.today());
    form.fill(prefix + "-reason", reason);
  }
}
