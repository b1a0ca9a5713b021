package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/**
 * A term of the office from imported lists to a verified transcript, each step by whoever does it.
 * A picture of every step is kept beside the other build output, in {@code screenshots}.
 */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class JourneyIT {

  private static final String SPECIALIST = "journey-specialist";
  private static final String SENIOR = "journey-senior";
  private static final String DIRECTOR = "journey-director";
  private static final String DEPUTY = "journey-deputy";
  private static final String TEACHER = "journey-teacher";
  private static final String EXAMINER = "journey-examiner";

  private final TermFiles files = new TermFiles(LocalDate.now(ZoneId.of("Asia/Almaty")));
  private TestServer server;
  private WebDriver browser;
  private String document;
  private Path file;
  private Album album;

  @BeforeEach
  void appoint(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "journey");
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, SENIOR, Role.SEN);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, DEPUTY, Role.DEP);
    Staff.appoint(server, TEACHER, Role.TCH);
    Staff.appoint(server, EXAMINER, Role.TCH);
    TodaysTerm.begin(server, files.year());
  }

  /** For others the semester of the demonstration is now. */
  @AfterEach
  void endTheTerm(TestServer running) throws SQLException {
    TodaysTerm.end(running, files.year());
  }

  @Test
  @DisplayName("a term goes from imported lists to a verified transcript")
  void termFromListsToVerifiedTranscript() throws IOException, SQLException {
    try {
      fromListsToSheets();
      fromSheetsToTranscript();
    } catch (AssertionError | RuntimeException e) {
      album.picture("failed");
      throw e;
    }
  }

  private void fromListsToSheets() throws IOException, SQLException {
    catalogueComesByFile();
    calendarComesByFile();
    studentsComeByFile();
    offeringsComeByFile();
    groupIsEnrolled();
    sheetsAreFormedAndOpened();
  }

  private void fromSheetsToTranscript() throws IOException {
    teacherTypesRatings();
    examinerTypesExamsAndSubmits();
    officeClosesTheSheets();
    cardTellsTheResults();
    transcriptIsPrepared();
    transcriptIsSignedAndHandedOver();
    strangerVerifiesTillItIsAnnulled();
  }

  private void catalogueComesByFile() throws IOException, SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    ImportPage imports = new ImportPage(browser, server);
    imports.bringIn("units", imports.workbook("units", files.units()), 2);
    imports.bringIn("teachers", imports.workbook("teachers", files.teachers()), 3);
    imports.bringIn("programmes", imports.csv("programmes", files.programmes()), 1);
    imports.bringIn("disciplines", imports.workbook("disciplines", files.disciplines()), 3);
    imports.bringIn("curricula", imports.csv("curricula", files.curriculum()), 3);
    album.picture("catalogue-imported");
    Staff.tie(server, TEACHER, "JT-1");
    Staff.tie(server, EXAMINER, "JT-2");
  }

  private void calendarComesByFile() throws IOException, SQLException {
    Staff.signIn(browser, server, DEPUTY);
    ImportPage imports = new ImportPage(browser, server);
    imports.bringIn("years", imports.csv("years", files.years()), 1);
    imports.bringIn("terms", imports.csv("terms", files.terms()), 1);
    imports.bringIn("events", imports.csv("events", files.events()), 4);
    browser.get(server.url() + "/calendar/year.xhtml?year=" + files.year());
    album.picture("calendar");
  }

  private void studentsComeByFile() throws IOException {
    Staff.signIn(browser, server, SPECIALIST);
    ImportPage imports = new ImportPage(browser, server);
    imports.bringIn("groups", imports.csv("groups", files.groups()), 1);
    Path students = imports.workbook("students", files.students());
    imports.check("students", students);
    album.picture("students-checked");
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
    album.picture("students-again");
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
    album.picture("group-enrolled");
  }

  private void sheetsAreFormedAndOpened() {
    browser.get(server.url() + "/attestation/session.xhtml");
    Select term = new Select(browser.findElement(By.id("f:term")));
    term.selectByVisibleText(
        term.getOptions().stream()
            .map(WebElement::getText)
            .filter(text -> text.startsWith(TermFiles.TERM))
            .findFirst()
            .orElseThrow());
    Staff.until(browser).until(ExpectedConditions.textToBe(By.id("to-form"), "3"));
    browser.findElement(By.id("f:go")).click();
    By told = By.cssSelector(".ui-messages-info");
    Staff.until(browser).until(ExpectedConditions.textToBePresentInElementLocated(told, "3"));
    for (String discipline : TermFiles.DISCIPLINES) {
      follow("sheets", discipline);
      new SheetPage(browser).press("open", "OPEN");
    }
    album.picture("sheet-opened");
  }

  private void teacherTypesRatings() {
    Staff.signIn(browser, server, TEACHER);
    follow("sheets", TermFiles.DISCIPLINES.get(0));
    SheetPage sheet = new SheetPage(browser);
    assertThat(sheet.inputs("score")).as("only the examiner types exam scores").isEmpty();
    sheet.type("first", List.of("90", "80", "55", "70"));
    sheet.type("second", List.of("94", "75", "50", "60"));
    assertThat(sheet.shown("rating")).containsExactly("92", "78", "53", "65");
    album.picture("ratings-typed");
  }

  private void examinerTypesExamsAndSubmits() {
    SheetPage sheet = new SheetPage(browser);
    Staff.signIn(browser, server, SPECIALIST);
    follow("sheets", TermFiles.DISCIPLINES.get(0));
    sheet.examIsToday();
    Staff.signIn(browser, server, EXAMINER);
    follow("sheets", TermFiles.DISCIPLINES.get(0));
    assertThat(sheet.inputs("first")).as("the examiner does not type ratings").isEmpty();
    // the last did not come; "АВ" is typed in Cyrillic letters, as the keyboard stands
    sheet.type("score", List.of("95", "80", "52", "АВ"));
    assertThat(sheet.shown("digital")).containsExactly("3.67", "2.67", "1.00", "0.00");
    album.picture("exam-typed");
    sheet.press("submit", "SUBMITTED");
    for (String discipline : TermFiles.DISCIPLINES.subList(1, 3)) {
      follow("sheets", discipline);
      sheet.type("score", List.of("88", "91", "70", "65"));
      sheet.press("submit", "SUBMITTED");
    }
  }

  private void officeClosesTheSheets() {
    Staff.signIn(browser, server, SENIOR);
    SheetPage sheet = new SheetPage(browser);
    for (String discipline : TermFiles.DISCIPLINES) {
      follow("sheets", discipline);
      browser.findElement(By.cssSelector("#forecast details summary")).click();
      assertThat(browser.findElements(By.cssSelector("#forecast tbody tr")))
          .as("what closing does to each student is told before it is done")
          .hasSize(4);
      album.picture("effect-of-closing");
      browser.findElement(By.id("close")).click();
      browser.switchTo().alert().accept();
      Staff.awaitStatus(browser, "sheet-status", "CLOSED");
      assertThat(sheet.inputs("score")).isEmpty();
      sheet.publishResults();
    }
    album.picture("sheet-closed");
  }

  private void cardTellsTheResults() {
    Staff.signIn(browser, server, SPECIALIST);
    follow("students", TermFiles.STUDENTS.get(0));
    // 93 % A- 3.67, twice 88 % B+ 3.33, 5 credits each
    assertThat(browser.findElement(By.id("gpa")).getText()).isEqualTo("3.44");
    assertThat(browser.findElement(By.id("earned")).getText()).isEqualTo("15");
    album.picture("card");
  }

  private void transcriptIsPrepared() {
    browser.findElement(By.id("purpose")).sendKeys("По месту требования");
    browser.findElement(By.id("prepare")).click();
    Staff.awaitStatus(browser, "document-status", "PREPARED");
    document = browser.getCurrentUrl();
    assertThat(browser.findElements(By.id("sign"))).as("who prepared does not sign").isEmpty();
    album.picture("transcript-prepared");
  }

  private void transcriptIsSignedAndHandedOver() throws IOException {
    TranscriptPage transcript = new TranscriptPage(browser);
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(document);
    transcript.press("sign", "ISSUED");
    album.picture("transcript-signed");
    file = transcript.file();
    assertThat(TranscriptPage.text(file))
        .contains("Әлімжан Ғалымжан", "Alimzhan Galymzhan", "3.44", transcript.number())
        .contains(TermFiles.DISCIPLINES);
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(document);
    browser.findElement(By.id("hand-over")).click();
    assertThat(
            Staff.until(browser)
                .until(ExpectedConditions.presenceOfElementLocated(By.id("received")))
                .getText())
        .contains("Әлімжан Ғалымжан", SPECIALIST);
    album.picture("transcript-handed-over");
  }

  private void strangerVerifiesTillItIsAnnulled() throws IOException {
    TranscriptPage transcript = new TranscriptPage(browser);
    browser.manage().deleteAllCookies();
    String printed = URI.create(TranscriptPage.address(file)).getPath();
    transcript.verify(server.url() + printed, "VALID");
    assertThat(browser.findElement(By.tagName("body")).getText())
        .as("a stranger learns no full name and no mark")
        .doesNotContain("Ғалымжан", "3.44");
    album.picture("valid");
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(document);
    browser.findElement(By.id("reason")).sendKeys("Ошибка в имени");
    browser.findElement(By.id("order")).sendKeys("№ 17-к от 30.06.2026");
    transcript.press("annul-button", "ANNULLED");
    browser.manage().deleteAllCookies();
    transcript.verify(server.url() + printed, "ANNULLED");
    album.picture("revoked");
    transcript.verify(server.url() + "/verify/AAAA-BBBB-CCCC-DDDD", "UNKNOWN");
    album.picture("unknown");
  }

  /** Opens a list, searches it and follows the link of the one row found. */
  private void follow(String list, String text) {
    browser.get(server.url() + "/office/list.xhtml?list=" + list + "&q=" + text);
    By link = By.cssSelector("[id='table_data'] > tr > td:first-child a");
    Staff.until(browser).until(ExpectedConditions.numberOfElementsToBe(link, 1));
    browser.findElement(link).click();
    Staff.until(browser).until(ExpectedConditions.not(ExpectedConditions.urlContains("/list.")));
  }
}
