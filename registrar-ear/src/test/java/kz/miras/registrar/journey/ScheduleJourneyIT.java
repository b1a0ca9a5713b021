package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
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

/** An individual schedule on its pages: asked for, taken back, declined, agreed and approved. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class ScheduleJourneyIT {

  private static final String STUDENT = "in-schedule-student";
  private static final String DEAN = "schedule-dean";
  private static final String SENIOR = "schedule-senior";
  private static final String TEACHER = "SCHEDULE-1";
  private static final int YEAR = 2219;
  private static final LocalDate EXAM = FormPage.today().plusDays(3);

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;
  private OpenSheet sheet;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "schedule");
    form = new FormPage(browser);
    sheet = OpenSheet.of(server, TEACHER, YEAR, EXAM.atTime(9, 0));
    Staff.appoint(server, STUDENT, Role.STU);
    Staff.appoint(server, DEAN, Role.DEAN);
    Staff.appoint(server, SENIOR, Role.SEN);
    try (Connection database = server.database()) {
      SubmittedSheet.student(database, STUDENT);
      Staff.run(
          database,
          "UPDATE role_grant SET school_id = (SELECT p.school_id FROM account a JOIN student s ON"
              + " s.id = a.student_id JOIN programme p ON p.id = s.programme_id WHERE a.login = ?)"
              + " WHERE account_id = (SELECT id FROM account WHERE login = ?)",
          STUDENT,
          DEAN);
    }
    sheet.change(
        "UPDATE sheet_row SET student_id = (SELECT student_id FROM account WHERE login = '"
            + STUDENT
            + "') WHERE position = 1 AND sheet_id =");
  }

  @Test
  @DisplayName(
      "EXM-7 a student takes a request back, is declined by the dean with a reason, is agreed to,"
          + " and the office gives the days")
  void fromRequestToDays() throws Exception {
    takenBack();
    declined();
    approved(agreed());
  }

  private void takenBack() throws IOException {
    Staff.signIn(browser, server, STUDENT);
    begin("");
    form.press("ask");
    assertThat(form.problem("explanation")).as("beside the field").isNotEmpty();
    assertThat(exam().isSelected()).as("what was chosen stays").isTrue();
    form.fill("explanation", "операция");
    certificate();
    form.press("ask");
    Staff.awaitStatus(browser, "status", "ASKED");
    assertThat(browser.findElement(By.id("exams")).getText()).contains(TEACHER);
    album.picture("asked");
    browser.findElement(By.id("withdraw")).click();
    browser.switchTo().alert().accept();
    Staff.awaitStatus(browser, "status", "WITHDRAWN");
    assertThat(browser.findElements(By.id("withdraw"))).as("once").isEmpty();
  }

  private void declined() throws IOException {
    String card = asked("соревнования");
    Staff.signIn(browser, server, DEAN);
    browser.get(card);
    form.press("decline");
    assertThat(form.problem("note")).as("a student is told why").isNotEmpty();
    Staff.awaitStatus(browser, "status", "ASKED");
    form.fill("note", "сроки вышли");
    form.press("decline");
    Staff.awaitStatus(browser, "status", "DECLINED");
    Staff.signIn(browser, server, STUDENT);
    browser.get(card);
    assertThat(browser.findElement(By.tagName("main")).getText()).contains("сроки вышли");
  }

  /** Address of a request the dean agrees to. */
  private String agreed() throws IOException {
    String card = asked("соревнования, приказ приложен");
    Staff.signIn(browser, server, DEAN);
    browser.get(card);
    assertThat(browser.findElements(By.id("approve"))).as("the office decides").isEmpty();
    form.press("agree");
    Staff.awaitStatus(browser, "status", "AGREED");
    return card;
  }

  private void approved(String card) throws SQLException {
    Staff.signIn(browser, server, SENIOR);
    browser.get(card);
    form.fill("sch-number", "П-11");
    form.day("sch-date", FormPage.today());
    form.fill("sch-reason", "соревнования");
    form.press("approve");
    assertThat(form.problem("session-to")).as("the days of the session").isNotEmpty();
    assertThat(browser.findElement(By.id("sch-number")).getDomProperty("value"))
        .as("what was typed stays")
        .isEqualTo("П-11");
    album.picture("refused");
    form.day("session-from", EXAM.plusDays(2));
    form.day("session-to", EXAM.plusDays(6));
    form.press("approve");
    Staff.awaitStatus(browser, "status", "APPROVED");
    album.picture("approved");
    assertThat(sheet.rows("COALESCE(r.mark, '-')", "")).isEqualTo("AE - - -");
    Staff.signIn(browser, server, STUDENT);
    browser.get(card);
    assertThat(browser.findElement(By.id("days")).getText())
        .contains(FormPage.shown(EXAM.plusDays(2)), FormPage.shown(EXAM.plusDays(6)));
  }

  /** Address of a new request of the student. */
  private String asked(String explanation) throws IOException {
    Staff.signIn(browser, server, STUDENT);
    begin(explanation);
    form.press("ask");
    Staff.awaitStatus(browser, "status", "ASKED");
    return browser.getCurrentUrl();
  }

  private void begin(String explanation) throws IOException {
    browser.get(server.url() + "/attestation/individual-entry.xhtml");
    form.choose("reason", "SPORT");
    form.fill("explanation", explanation);
    certificate();
    exam().click();
  }

  private void certificate() throws IOException {
    Path scan = BrowserExtension.downloads().resolve("справка.pdf");
    Files.write(scan, "%PDF-1.4 справка".getBytes(StandardCharsets.UTF_8));
    browser.findElement(By.id("file")).sendKeys(scan.toAbsolutePath().toString());
  }

  /** The box beside the exam of the sheet. */
  private WebElement exam() {
    return browser.findElement(
        By.xpath(
            "//table[@id='exams']//tr[contains(., '"
                + FormPage.shown(EXAM)
                + "')]//input[@type='checkbox']"));
  }
}
