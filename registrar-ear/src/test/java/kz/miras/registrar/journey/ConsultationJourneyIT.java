package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** A consultation on its pages: from the hours of a specialist to what everybody may read. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class ConsultationJourneyIT {

  private static final String SPECIALIST = "consult-specialist";
  private static final String DEPUTY = "consult-deputy";
  private static final String STUDENT = "in-consult-student";
  private static final String QUESTION =
      "Как перезачесть дисциплину, которую я сдал в другом вузе?";
  private static final String ANSWER = "Нужны транскрипт, программа дисциплины и заявление.";
  private static final String KAZAKH = "Басқа ЖОО-да тапсырған пән қалай қайта есептеледі?";

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "consultation");
    form = new FormPage(browser);
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, DEPUTY, Role.DEP);
    Staff.appoint(server, STUDENT, Role.STU);
    try (Connection database = server.database()) {
      SubmittedSheet.student(database, STUDENT);
    }
  }

  @Test
  @DisplayName(
      "CON-1 CON-3 CON-8 CON-12 a specialist opens hours, a student books and reads the answer,"
          + " and everybody reads it in Kazakh once another person has published it")
  void fromHoursToAnswer() throws SQLException {
    LocalDate day = day();
    opened(day);
    String slot =
        server.text(
            "SELECT CAST(s.uuid AS CHAR) FROM consultation_slot s JOIN account a ON a.id"
                + " = s.host_id WHERE a.login = '"
                + SPECIALIST
                + "' ORDER BY s.starts_at LIMIT 1");
    String card = booked(slot);
    begun(slot);
    answered();
    String question = offered();
    published(question);
    read(card);
  }

  private void opened(LocalDate day) {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(server.url() + "/office/consultation-hours.xhtml");
    form.choose("weekday", day.getDayOfWeek().name());
    hour("from", "10:00");
    hour("to", "11:00");
    form.day("first-day", day);
    form.day("last-day", day);
    form.fill("place", "каб. 105");
    form.press("open");
    assertThat(browser.findElement(By.cssSelector("fieldset.topics .problem")).getText())
        .as("beside the topics")
        .isNotEmpty();
    album.picture("hours-refused");
    browser.findElements(By.cssSelector("fieldset.topics input")).forEach(WebElement::click);
    form.press("open");
    assertThat(browser.findElements(By.cssSelector("#ahead tbody tr"))).hasSize(4);
    assertThat(browser.findElement(By.id("ahead")).getText()).contains(FormPage.shown(day));
    album.picture("hours");
  }

  /** Address of the consultation the student has booked. */
  private String booked(String slot) {
    Staff.signIn(browser, server, STUDENT);
    browser.get(server.url() + "/office/consultations.xhtml");
    album.picture("student");
    form.choose("host", SPECIALIST);
    form.press("choose");
    browser.findElement(By.cssSelector("[data-slot='" + slot + "']")).click();
    Staff.until(browser).until(page -> !page.findElements(By.id("book")).isEmpty());
    form.choose("about", "FORMAL_RESULTS");
    form.fill("question", "Как?");
    form.press("book");
    assertThat(form.problem("question")).as("too short to be answered").isNotEmpty();
    album.picture("refused");
    form.fill("question", QUESTION);
    form.press("book");
    Staff.awaitStatus(browser, "status", "OPEN");
    album.picture("booked");
    String address = browser.getCurrentUrl();
    browser.get(server.url() + "/office/consultations.xhtml?host=" + SPECIALIST);
    assertThat(browser.findElements(By.cssSelector("[data-slot='" + slot + "']")))
        .as("nobody books it twice")
        .isEmpty();
    return address;
  }

  /** The appointment has begun in the meantime. */
  private void begun(String slot) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE consultation_slot SET starts_at = UTC_TIMESTAMP() - INTERVAL 5 MINUTE, ends_at ="
              + " UTC_TIMESTAMP() + INTERVAL 10 MINUTE, day = university_today() WHERE uuid = ?",
          slot);
    }
  }

  private void answered() {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(server.url() + "/office/consultation-day.xhtml");
    album.picture("day");
    WebElement row =
        browser.findElement(
            By.xpath("//table[@id='appointments']//tr[contains(., '" + QUESTION + "')]"));
    row.findElement(By.tagName("a")).click();
    Staff.awaitStatus(browser, "status", "OPEN");
    form.fill("answer", ANSWER);
    form.press("record");
    assertThat(form.problem("outcome")).as("an answer comes to something").isNotEmpty();
    assertThat(browser.findElement(By.id("answer")).getDomProperty("value"))
        .as("what was typed stays")
        .isEqualTo(ANSWER);
    form.choose("outcome", "TO_APPLY");
    form.press("record");
    Staff.awaitStatus(browser, "status", "ANSWERED");
    album.picture("answered");
  }

  /** Address of the frequent question that waits for another person. */
  private String offered() {
    form.press("offer");
    Staff.awaitStatus(browser, "status", "DRAFT");
    assertThat(browser.findElement(By.id("question-ru")).getDomProperty("value"))
        .isEqualTo(QUESTION);
    form.press("propose");
    assertThat(form.problem("question-kk")).as("in every language").isNotEmpty();
    album.picture("faq-refused");
    form.fill("question-kk", KAZAKH);
    form.fill("answer-kk", "Транскрипт, пән бағдарламасы және өтініш қажет.");
    form.fill("question-en", "How is a discipline passed elsewhere recognised?");
    form.fill("answer-en", "Bring the transcript, the syllabus and an application.");
    form.press("propose");
    Staff.awaitStatus(browser, "status", "PROPOSED");
    assertThat(browser.findElements(By.id("publish"))).as("another person decides").isEmpty();
    return browser.getCurrentUrl();
  }

  private void published(String question) {
    Staff.signIn(browser, server, DEPUTY);
    browser.get(question);
    album.picture("faq-proposed");
    form.press("publish");
    Staff.awaitStatus(browser, "status", "PUBLISHED");
    browser.get(server.url() + "/office/consultation-figures.xhtml");
    assertThat(browser.findElement(By.cssSelector("[data-cut='ANSWERED_BY']")).getText())
        .contains(SPECIALIST);
    album.picture("figures");
  }

  private void read(String card) {
    Staff.signIn(browser, server, STUDENT);
    browser.get(card);
    assertThat(browser.findElement(By.id("entries")).getText()).contains(ANSWER);
    browser.get(
        server.url() + "/office/consultations.xhtml?topic=FORMAL_RESULTS&words=кайта есептеледи");
    album.dark();
    assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang")).isEqualTo("kk");
    WebElement found = browser.findElement(By.xpath("//details[contains(., '" + KAZAKH + "')]"));
    found.findElement(By.tagName("summary")).click();
    assertThat(found.getText()).contains("Транскрипт, пән бағдарламасы және өтініш қажет.");
    album.picture("read");
    assertThat(browser.findElement(By.id("own")).getText()).contains(ANSWER);
  }

  /** How an hour is typed depends on the language of the browser. */
  private void hour(String field, String hour) {
    ((JavascriptExecutor) browser)
        .executeScript(
            "arguments[0].value = arguments[1]", browser.findElement(By.id(field)), hour);
  }

  /** A day soon that is no holiday. */
  private LocalDate day() throws SQLException {
    return LocalDate.parse(
        server.text(
            "SELECT MIN(d.day) FROM (SELECT DATE_ADD(university_today(), INTERVAL seq DAY) AS day"
                + " FROM seq_2_to_9) d WHERE NOT EXISTS (SELECT 1 FROM day_off o WHERE o.day ="
                + " d.day AND NOT o.working)"));
  }
}
