package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
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
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** An attestation commission: named by the office, kept by its secretary, signed by its chair. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class CommissionJourneyIT {

  private static final String OFFICE = "ak-office";
  private static final String SECRETARY = "ak-secretary";
  private static final String CHAIR = "ak-chair";
  private static final String DIRECTOR = "ak-director";

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "commission");
    form = new FormPage(browser);
    Staff.appoint(server, OFFICE, Role.SEN);
    Staff.appoint(server, SECRETARY, Role.TCH);
    Staff.appoint(server, CHAIR, Role.TCH);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    try (Connection database = server.database()) {
      Graduates.lay(database);
      for (String name : List.of("Сәтпаев", "Беков", "Далиев", "Кимов")) {
        SubmittedSheet.teacher(database, Graduates.CODE, name);
      }
      Staff.run(database, "UPDATE account SET language = 'kk' WHERE login = ?", CHAIR);
    }
  }

  @Test
  @DisplayName(
      "AK-3 AK-8 AK-15 the office names a commission, the secretary marks a meeting by keyboard, the"
          + " chair signs; the result stands in the history of the student")
  void meets() throws SQLException {
    officeNames();
    secretaryPlans();
    secretaryMarks();
    secretaryWrites();
    directorApproves();
    chairSigns();
    demonstration();
  }

  private void officeNames() {
    Staff.signIn(browser, server, OFFICE);
    browser.get(server.url() + "/attestation/attestation-entry.xhtml");
    form.press("store");
    assertThat(browser.findElements(By.cssSelector("#f .problem:not(:empty)")))
        .hasSizeGreaterThan(5);
    album.picture("order-refused");
    form.fill("designation", "АК-7M");
    LocalDate today = FormPage.today();
    WebElement year = browser.findElement(By.id("year"));
    new Select(year).selectByIndex(index(year, today));
    form.fill("order-no", "77-с");
    form.day("order-date", today.minusDays(30));
    form.fill("council", "4");
    form.day("council-date", today.minusDays(31));
    form.day("from", today);
    form.day("to", today.plusDays(5));
    choose(browser.findElement(By.id("programmes")), Graduates.CODE);
    choose(browser.findElement(By.id("chair-account")), CHAIR);
    List<WebElement> places = browser.findElements(By.cssSelector("#members tbody tr"));
    String[] names = {"Сәтпаев", "Беков", "Далиев"};
    for (int i = 0; i < names.length; i++) {
      choose(places.get(i).findElements(By.tagName("select")).get(0), names[i]);
    }
    places.get(3).findElements(By.tagName("input")).get(0).sendKeys("Ким В. А.");
    places.get(3).findElements(By.tagName("input")).get(1).sendKeys("ТОО «Завод», директор");
    choose(browser.findElement(By.id("secretary-account")), SECRETARY);
    album.picture("order");
    form.press("store");
    assertThat(browser.findElement(By.id("members")).getText()).contains("Ким В. А.", SECRETARY);
    album.picture("commission");
  }

  /** Place of the academic year of a day among the choices. */
  private static int index(WebElement year, LocalDate day) {
    int begins = day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1;
    List<WebElement> options = new Select(year).getOptions();
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).getText().startsWith(begins + "/")) {
        return i;
      }
    }
    throw new AssertionError("no academic year " + begins);
  }

  private void secretaryPlans() {
    String address = browser.getCurrentUrl();
    Staff.signIn(browser, server, SECRETARY);
    browser.get(address);
    browser.findElement(By.cssSelector("#planning summary")).click();
    form.day("day", FormPage.today());
    hour("from-hour", "00:01");
    hour("to-hour", "23:59");
    form.fill("where", "А-201");
    form.fill("admission-no", "12-р");
    form.day("admission-on", FormPage.today().minusDays(20));
    form.press("plan");
    assertThat(browser.findElement(By.id("planning")).getText()).as("AK-4").contains("6 ");
    hour("from-hour", "00:01");
    hour("to-hour", "05:00");
    form.press("plan");
    browser.findElement(By.id("students")).sendKeys("AK-1\nAK-9");
    form.press("admit");
    assertThat(browser.findElement(By.cssSelector("#a .problem")).getText()).contains("AK-9");
    browser.findElement(By.id("students")).clear();
    browser.findElement(By.id("students")).sendKeys("AK-1\nAK-2");
    form.press("admit");
    assertThat(browser.findElements(By.cssSelector("#marks tbody tr"))).hasSize(2);
    assertThat(browser.findElement(By.id("schedule-open")).isDisplayed()).as("AK-4").isTrue();
    browser.findElements(By.cssSelector("#m input[type=checkbox]")).forEach(WebElement::click);
    form.press("attend");
  }

  private void secretaryMarks() {
    List<WebElement> marks = browser.findElements(By.cssSelector("#marks input[id$=':percent']"));
    marks.get(0).sendKeys("92", Keys.ENTER);
    assertThat(browser.switchTo().activeElement()).isEqualTo(marks.get(1));
    browser.switchTo().activeElement().sendKeys("78", Keys.chord(Keys.CONTROL, Keys.ENTER));
    Staff.awaitGone(browser, marks.get(0));
    Staff.until(browser)
        .until(ExpectedConditions.textToBePresentInElementLocated(By.id("marks"), "A-"));
    assertThat(browser.findElement(By.id("marks")).getText()).contains("B-");
    album.picture("meeting");
  }

  private void secretaryWrites() {
    browser.findElement(By.linkText("Әлімова Айгерім")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("topic-kk")));
    form.fill("topic-kk", "Өңір деректерін талдау");
    form.fill("topic-ru", "Анализ данных региона");
    form.fill("topic-en", "Analysis of regional data");
    form.fill("supervisor", "Ахметов Д. С., доцент");
    form.fill("reviewer", "Ли Р. О., главный инженер");
    form.fill("pages", "64");
    form.fill("originality", "82");
    browser.findElement(By.id("opinion")).click();
    browser.findElement(By.id("review")).click();
    browser.findElements(By.cssSelector("#questions input")).get(0).sendKeys("Ким В. А.");
    browser.findElements(By.cssSelector("#questions input")).get(1).sendKeys("Откуда данные?");
    form.fill("characteristic", "Ответы полные и точные.");
    form.press("save");
    assertThat(browser.findElement(By.id("grade")).getText()).isEqualTo("A-");
    assertThat(browser.findElements(By.id("problems"))).isEmpty();
    assertThat(browser.findElements(By.id("sign"))).as("not who prepared it").isEmpty();
    assertThat(browser.findElement(By.id("schedule-open")).isDisplayed()).as("AK-4").isTrue();
    album.picture("protocol");
  }

  /** AK-4. The schedule needs a reason where it is late, and another than who planned it. */
  private void directorApproves() throws SQLException {
    String protocol = browser.getCurrentUrl();
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(
        server.url()
            + "/attestation/attestation-commission.xhtml?id="
            + server.text("SELECT uuid FROM attestation_commission WHERE designation = 'АК-7M'"));
    form.press("approve");
    assertThat(browser.findElement(By.cssSelector("#approval .problem")).getText()).contains("14");
    form.fill("late", "День для отсутствовавших по болезни");
    form.press("approve");
    assertThat(browser.findElement(By.cssSelector("#meetings td:last-child .good")).getText())
        .isNotEmpty();
    assertThat(browser.findElements(By.id("approval"))).isEmpty();
    album.picture("schedule-approved");
    browser.get(protocol);
    assertThat(browser.findElements(By.id("schedule-open"))).isEmpty();
  }

  private void chairSigns() throws SQLException {
    String address = browser.getCurrentUrl();
    Staff.signIn(browser, server, CHAIR);
    browser.get(address);
    album.dark();
    album.picture("to-sign-dark");
    browser.findElement(By.id("sign")).click();
    browser.switchTo().alert().accept();
    Staff.awaitStatus(browser, "protocol-status", "SIGNED");
    assertThat(browser.findElement(By.cssSelector("main h1")).getText()).contains("АК-7M/1");
    album.dark();
    album.picture("signed-dark");
    assertThat(
            server.text(
                "SELECT CONCAT(kind, ' ', percent, ' ', source_document) FROM achievement a JOIN"
                    + " student s ON s.id = a.student_id WHERE s.student_no = 'AK-1'"))
        .startsWith("FINAL_ATTESTATION 92 № АК-7M/1, ");
    browser.findElement(By.cssSelector("a[href*='meeting.xhtml']")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("marks")));
    browser.findElement(By.id("sign")).click();
    browser.switchTo().alert().accept();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("waiting")));
    album.dark();
    album.picture("waiting-dark");
  }

  /** The commission of the demonstration, as its office sees it. */
  private void demonstration() throws SQLException {
    Staff.signIn(browser, server, OFFICE);
    browser.get(server.url() + "/office/list.xhtml?list=attestation-protocols");
    album.picture("protocols");
    browser.get(
        server.url()
            + "/attestation/attestation-commission.xhtml?id="
            + server.text("SELECT uuid FROM attestation_commission WHERE designation = 'АК-1'"));
    assertThat(browser.findElement(By.id("awarded")).getText()).isNotEqualTo("0");
    album.picture("demonstration");
  }

  private void hour(String field, String value) {
    // how an hour is typed depends on the language of the browser
    ((JavascriptExecutor) browser)
        .executeScript(
            "arguments[0].value = arguments[1]", browser.findElement(By.id(field)), value);
  }

  private static void choose(WebElement select, String beginning) {
    Select choices = new Select(select);
    choices.selectByVisibleText(
        choices.getOptions().stream()
            .map(WebElement::getText)
            .filter(text -> text.startsWith(beginning))
            .findFirst()
            .orElseThrow());
  }
}
