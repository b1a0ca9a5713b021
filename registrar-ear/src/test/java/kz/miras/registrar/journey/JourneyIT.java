package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/**
 * A term of the office from imported lists to opened mark sheets, each step by whoever does it. A
 * picture of every step is kept beside the other build output, in {@code screenshots}.
 */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class JourneyIT {

  private static final String SPECIALIST = "journey-specialist";
  private static final String DEPUTY = "journey-deputy";
  private static final String TEACHER = "journey-teacher";
  private static final String EXAMINER = "journey-examiner";

  private final TermFiles files = new TermFiles(LocalDate.now(ZoneId.of("Asia/Almaty")));
  private TestServer server;
  private WebDriver browser;
  private int pictures;

  @BeforeEach
  void appoint(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, DEPUTY, Role.DEP);
    Staff.appoint(server, TEACHER, Role.TCH);
    Staff.appoint(server, EXAMINER, Role.TCH);
  }

  @Test
  @DisplayName("a term goes from imported lists over an enrolled group to opened sheets")
  void termFromListsToOpenSheets() throws IOException, SQLException {
    catalogueComesByFile();
    calendarComesByFile();
    studentsComeByFile();
    offeringsComeByFile();
    groupIsEnrolled();
    sheetsAreFormedAndOpened();
  }

  private void catalogueComesByFile() throws IOException, SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    ImportPage imports = new ImportPage(browser, server);
    imports.bringIn("units", imports.workbook("units", files.units()), 2);
    imports.bringIn("teachers", imports.workbook("teachers", files.teachers()), 3);
    imports.bringIn("programmes", imports.csv("programmes", files.programmes()), 1);
    imports.bringIn("disciplines", imports.workbook("disciplines", files.disciplines()), 3);
    imports.bringIn("curricula", imports.csv("curricula", files.curriculum()), 3);
    picture("catalogue-imported");
    link(TEACHER, "JT-1");
    link(EXAMINER, "JT-2");
  }

  private void calendarComesByFile() throws IOException, SQLException {
    Staff.signIn(browser, server, DEPUTY);
    ImportPage imports = new ImportPage(browser, server);
    imports.bringIn("years", imports.csv("years", files.years()), 1);
    imports.bringIn("terms", imports.csv("terms", files.terms()), 1);
    imports.bringIn("events", imports.csv("events", files.events()), 4);
    browser.get(server.url() + "/calendar/year.xhtml?year=" + files.year());
    picture("calendar");
  }

  private void studentsComeByFile() throws IOException {
    Staff.signIn(browser, server, SPECIALIST);
    ImportPage imports = new ImportPage(browser, server);
    imports.bringIn("groups", imports.csv("groups", files.groups()), 1);
    Path students = imports.workbook("students", files.students());
    imports.check("students", students);
    picture("students-checked");
    assertThat(imports.figures()).as(imports.findings()).containsExactly(4, 4, 0, 0, 0);
    imports.store();
    imports.bringIn("orders", imports.workbook("orders", files.orders()), 1);
  }

  private void offeringsComeByFile() throws IOException {
    Staff.signIn(browser, server, SPECIALIST);
    ImportPage imports = new ImportPage(browser, server);
    Path students = imports.workbook("students", files.students());
    imports.bringIn("offerings", imports.csv("offerings", files.offerings()), 3);
    imports.bringIn("sections", imports.csv("sections", files.sections()), 3);
    imports.bringIn("slots", imports.csv("slots", files.slots()), 1);
    imports.check("students", students);
    assertThat(imports.figures()).as("the same file again").containsExactly(4, 0, 0, 4, 0);
    assertThat(imports.offersToStore()).isFalse();
    picture("students-again");
  }

  private void groupIsEnrolled() {
    Staff.signIn(browser, server, SPECIALIST);
    for (String discipline : TermFiles.DISCIPLINES) {
      follow("offerings", discipline);
      browser.findElement(By.id("who")).sendKeys(TermFiles.GROUP);
      browser.findElement(By.id("enrol")).click();
      Staff.until(browser)
          .until(
              ExpectedConditions.numberOfElementsToBe(
                  By.cssSelector("#students a[href*='card.xhtml']"), 4));
    }
    picture("group-enrolled");
  }

  private void sheetsAreFormedAndOpened() {
    browser.get(server.url() + "/attestation/form.xhtml");
    Select term = new Select(browser.findElement(By.id("f:term")));
    term.selectByVisibleText(
        term.getOptions().stream()
            .map(WebElement::getText)
            .filter(text -> text.startsWith(TermFiles.TERM))
            .findFirst()
            .orElseThrow());
    browser.findElement(By.id("f:go")).click();
    assertThat(done()).contains("3");
    for (String discipline : TermFiles.DISCIPLINES) {
      follow("sheets", discipline);
      new SheetPage(browser).press("open", "OPEN");
    }
    picture("sheet-opened");
  }

  /** Opens a list, searches it and follows the link of the one row found. */
  private void follow(String list, String text) {
    browser.get(server.url() + "/office/list.xhtml?list=" + list + "&q=" + text);
    By link = By.cssSelector("[id='table_data'] > tr > td:first-child a");
    Staff.until(browser).until(ExpectedConditions.numberOfElementsToBe(link, 1));
    browser.findElement(link).click();
    Staff.until(browser).until(ExpectedConditions.not(ExpectedConditions.urlContains("/list.")));
  }

  private String done() {
    return Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ui-messages-info")))
        .getText();
  }

  /** Ties an account to a teacher, as the administrator does when opening it. */
  private void link(String login, String personnelNo) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE account SET teacher_id = (SELECT id FROM teacher WHERE personnel_no = ?)"
              + " WHERE login = ?",
          personnelNo,
          login);
    }
  }

  private void picture(String step) {
    try {
      Path folder =
          Files.createDirectories(
              Path.of(System.getProperty("registrar.it")).resolveSibling("screenshots"));
      Files.write(
          folder.resolve("journey-%02d-%s.png".formatted(++pictures, step)),
          ((TakesScreenshot) browser).getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
