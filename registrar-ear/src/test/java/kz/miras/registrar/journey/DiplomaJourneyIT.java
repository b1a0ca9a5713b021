package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.transcript.service.DocumentMaker.Twin;
import kz.miras.registrar.transcript.service.TwinFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A graduate's diploma from the first gap to the book of issue. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class DiplomaJourneyIT {

  private static final String NUMBER = "BD 00012026777";

  private final Map<String, String> typed =
      Map.of(
          "qualification_kk", "ақпараттық технологиялар бакалавры",
          "qualification_ru", "бакалавр информационных технологий",
          "qualification_en", "bachelor of information technologies",
          "protocol", "12",
          "topic_kk", "Ашық деректерді талдау",
          "topic_ru", "Анализ открытых данных",
          "topic_en", "Analysis of open data");

  @Test
  @DisplayName(
      "DIP-2 DIP-11 a diploma is drafted, numbered by the ministry, approved by another, its"
          + " supplement signed by two, and handed out into the book of issue")
  void fromTheFirstGapToTheBook(TestServer server, WebDriver browser) throws Exception {
    Staff.appoint(server, "dip-specialist", Role.SPE);
    Staff.appoint(server, "dip-senior", Role.SEN);
    Staff.appoint(server, "dip-director", Role.DIR);
    Staff.appoint(server, "dip-rector", Role.RECTOR);
    Staff.appoint(server, "dip-dean", Role.DEAN);
    Staff.appoint(server, "dip-other-dean", Role.DEAN);
    Album album = new Album(browser, "diploma");
    Staff.signIn(browser, server, "dip-specialist");
    String page = graduate(server, browser, album);
    assertThat(gaps(browser)).containsExactly("diploma.gap.draft", "diploma.gap.number");
    album.picture("gaps");
    browser.findElement(By.cssSelector(".facts a[href*='/student/card.xhtml']")).click();
    Staff.until(browser).until(card -> !card.findElements(By.id("diploma")).isEmpty());
    browser.findElement(By.id("diploma")).click();
    Staff.until(browser).until(back -> !back.findElements(By.id("gaps")).isEmpty());

    draft(browser);
    browser.get(page);
    assertThat(gaps(browser)).containsExactly("diploma.gap.number");

    Staff.signIn(browser, server, "dip-senior");
    browser.get(page);
    FormPage form = new FormPage(browser);
    form.fill("number", "12345");
    form.fill("qr", "https://epvo.kz/d/777");
    form.press("enter-number");
    assertThat(browser.findElement(By.tagName("main")).getText())
        .contains("не номер серии BD", "Не указан приказ");
    form.fill("number", NUMBER);
    form.fill("order", "№ 17, 10.01.2026");
    form.press("enter-number");
    Staff.awaitStatus(browser, "diploma-status", "NUMBERED");
    assertThat(gaps(browser)).isEmpty();
    album.picture("numbered");

    Staff.signIn(browser, server, "dip-director");
    browser.get(page);
    album.dark();
    album.picture("to-approve");
    form.press("approve");
    Staff.awaitStatus(browser, "diploma-status", "APPROVED");

    supplement(server, browser, page, album);

    Staff.signIn(browser, server, "dip-senior");
    browser.get(page);
    form.fill("identity", "");
    form.press("hand-out");
    assertThat(form.problem("identity")).as("by which document?").isNotEmpty();
    form.fill("identity", "удостоверение 012345678");
    browser.findElement(By.cssSelector("#hand .proxy summary")).click();
    form.fill("proxy-name", "Омирбекова А.");
    form.fill("proxy-no", "3");
    form.day("proxy-on", LocalDate.of(2026, 7, 1));
    album.picture("hand-out");
    form.press("hand-out");
    Staff.awaitStatus(browser, "diploma-status", "HANDED_OUT");
    String entry = browser.findElement(By.cssSelector("#book b")).getText();
    album.picture("handed-out");
    browser.get(server.url() + "/office/list.xhtml?list=diploma-book");
    assertThat(browser.findElement(By.tagName("main")).getText())
        .contains(entry, NUMBER, "Омирбекова А.", "3, 01.07.2026");
    album.picture("book");
  }

  /** The page of a graduate whose study is complete, found on the list of the year. */
  private static String graduate(TestServer server, WebDriver browser, Album album) {
    browser.get(server.url() + "/transcript/graduates.xhtml");
    List<String> programmes =
        new Select(browser.findElement(By.id("programme")))
            .getOptions().stream().map(one -> one.getDomProperty("value")).toList();
    for (String programme : programmes) {
      if (!programme.startsWith("6B")) {
        continue;
      }
      new Select(browser.findElement(By.id("programme"))).selectByValue(programme);
      new FormPage(browser).press("show");
      for (WebElement row : browser.findElements(By.cssSelector("#graduates tbody tr"))) {
        if (row.findElements(By.cssSelector(".gap")).size() == 2) {
          album.picture("graduates");
          String page = row.findElement(By.cssSelector("th a")).getDomProperty("href");
          browser.get(page);
          return page;
        }
      }
    }
    throw new AssertionError("nobody's study is complete");
  }

  private static List<String> gaps(WebDriver browser) {
    return browser.findElements(By.cssSelector("#gaps li")).stream()
        .filter(gap -> !gap.findElements(By.cssSelector(".badge.bad")).isEmpty())
        .map(gap -> gap.getDomAttribute("data-code"))
        .toList();
  }

  private void draft(WebDriver browser) {
    browser.findElement(By.id("draft")).click();
    Staff.until(browser).until(b -> !b.findElements(By.id("f:save")).isEmpty());
    typed.forEach((field, text) -> input(browser, field).sendKeys(text));
    input(browser, "decided_on").sendKeys("20.06.2026");
    new Select(input(browser, "series")).selectByValue("BD");
    new FormPage(browser).press("f:save");
    assertThat(browser.findElements(By.cssSelector(".field.bad"))).isEmpty();
  }

  private static WebElement input(WebDriver browser, String field) {
    return browser
        .findElement(By.cssSelector("[data-field='" + field + "']"))
        .findElement(By.cssSelector("input, textarea, select"));
  }

  private static final String QUEUE = "/transcript/queue.xhtml";

  private static List<String> toSign(WebDriver browser) {
    return browser
        .findElements(By.cssSelector("#to-sign a[href*='/transcript/document.xhtml']"))
        .stream()
        .map(link -> link.getDomProperty("href"))
        .toList();
  }

  /** One dean is of the graduate's school, the other of any but that. */
  private static void schools(TestServer server, String document) throws SQLException {
    String school =
        "SELECT p.school_id FROM issued_document d JOIN student s ON s.id = d.student_id JOIN"
            + " programme p ON p.id = s.programme_id WHERE d.uuid = ?";
    String grant =
        "UPDATE role_grant SET school_id = (%s) WHERE account_id = (SELECT id FROM account WHERE"
            + " login = ?)";
    String uuid = document.substring(document.indexOf("id=") + 3);
    try (Connection database = server.database()) {
      Staff.run(database, String.format(grant, school), uuid, "dip-dean");
      Staff.run(
          database,
          String.format(
              grant,
              "SELECT MIN(u.id) FROM org_unit u WHERE u.kind = 'SCHOOL' AND u.id <> ("
                  + school
                  + ")"),
          uuid,
          "dip-other-dean");
    }
  }

  /** Prepared by one, signed by the rector and the dean; its file holds page and twins. */
  private static void supplement(TestServer server, WebDriver browser, String page, Album album)
      throws Exception {
    Staff.signIn(browser, server, "dip-specialist");
    browser.get(page);
    new FormPage(browser).press("prepare");
    Staff.awaitStatus(browser, "document-status", "PREPARED");
    String document = browser.getCurrentUrl();
    schools(server, document);
    Staff.signIn(browser, server, "dip-rector");
    browser.get(document);
    new TranscriptPage(browser).press("sign", "PREPARED");
    Staff.signIn(browser, server, "dip-director");
    browser.get(document);
    assertThat(browser.findElements(By.id("sign"))).as("no place of the office").isEmpty();
    Staff.signIn(browser, server, "dip-other-dean");
    browser.get(server.url() + QUEUE);
    assertThat(toSign(browser)).as("of another school").doesNotContain(document);
    Staff.signIn(browser, server, "dip-dean");
    browser.get(server.url() + QUEUE);
    album.picture("dean-signs");
    assertThat(toSign(browser)).contains(document);
    browser.get(document);
    new TranscriptPage(browser).press("sign", "ISSUED");
    album.picture("supplement");
    Path file = new TranscriptPage(browser).file();
    assertThat(TranscriptPage.text(file)).contains("Декан факультета: dip-dean");
    assertThat(TranscriptPage.text(file)).contains(NUMBER, "Анализ открытых данных");
    assertThat(TranscriptPage.text(file).replaceAll("\\s", ""))
        .as("edge words run up the page")
        .contains("БЕЗДИПЛОМАНЕДЕЙСТВИТЕЛЬНО", "ДИПЛОМСЫЗЖАРАМСЫЗ", "NOTVALIDWITHOUTDIPLOMA");
    assertThat(TwinFiles.within(Files.readAllBytes(file)))
        .extracting(Twin::name)
        .contains("elmo.xml", "record.json");
  }
}
