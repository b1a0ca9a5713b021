package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** A document on its pages: asked for at home and at the counter, signed, received. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class DocumentRequestJourneyIT {

  private static final Dimension PHONE = new Dimension(390, 844);

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;
  private Dimension usual;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "documents");
    form = new FormPage(browser);
    usual = browser.manage().window().getSize();
    AskingStudent.settle(server);
  }

  @AfterEach
  void end() {
    browser.manage().window().setSize(usual);
  }

  @Test
  @DisplayName(
      "DOC-40 DOC-47 DOC-49 a student asks on a phone, a specialist prepares, the director signs all"
          + " chosen, the student downloads; at the counter one press is enough")
  void fromAskingToReceiving() throws SQLException, IOException {
    String receipt = asked();
    prepared(receipt);
    counter();
    signed();
    received(receipt);
  }

  private String asked() throws SQLException {
    Staff.signIn(browser, server, AskingStudent.STUDENT);
    browser.manage().window().setSize(PHONE);
    browser.get(server.url() + "/transcript/my-documents.xhtml");
    album.picture("phone-empty");
    form.press("ask");
    assertThat(form.problem("kind")).as("which document?").isNotEmpty();
    form.choose("kind", "TRANSCRIPT");
    form.choose("delivery", "POST");
    form.press("ask");
    assertThat(form.problem("address")).as("where is it sent?").isNotEmpty();
    album.picture("phone-refused");
    form.choose("delivery", "ELECTRONIC");
    form.fill("purpose", "В банк");
    form.press("ask");
    assertThat(browser.findElements(By.cssSelector("#own [data-status='RECEIVED']"))).isNotEmpty();
    album.picture("phone-asked");
    browser.manage().window().setSize(usual);
    browser.get(server.url() + "/transcript/my-documents.xhtml");
    album.picture("asked");
    return server.text(
        "SELECT receipt FROM document_request r JOIN student s ON s.id = r.student_id WHERE"
            + " s.student_no = '"
            + AskingStudent.NUMBER
            + "' ORDER BY r.id DESC LIMIT 1");
  }

  private WebElement line(String receipt) {
    return browser.findElement(By.cssSelector("#waiting [data-receipt='" + receipt + "']"));
  }

  private long count(String part) {
    return Long.parseLong(
        browser.findElement(By.cssSelector("#counts [data-part='" + part + "'] b")).getText());
  }

  private void prepared(String receipt) throws SQLException {
    Staff.signIn(browser, server, AskingStudent.SPECIALIST);
    browser.get(server.url() + "/transcript/queue.xhtml");
    long late = count("late");
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE document_request SET due_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR WHERE receipt ="
              + " ?",
          receipt);
    }
    browser.get(server.url() + "/transcript/queue.xhtml");
    assertThat(count("late")).isEqualTo(late + 1);
    assertThat(line(receipt).getDomAttribute("data-nearness")).isEqualTo("LATE");
    album.picture("queue");
    browser.findElement(By.cssSelector("#counts [data-part='late']")).click();
    Staff.until(browser).until(page -> page.getCurrentUrl().contains("show=late"));
    line(receipt).findElement(By.tagName("a")).click();
    Staff.awaitStatus(browser, "request-status", "RECEIVED");
    album.picture("request");
    form.press("prepare");
    Staff.awaitStatus(browser, "document-status", "PREPARED");
  }

  private void counter() {
    browser.get(server.url() + "/transcript/queue.xhtml");
    // the page itself puts the caret into its field, once it has come whole
    Staff.until(browser)
        .until(page -> page.switchTo().activeElement().getTagName().equals("input"));
    browser.switchTo().activeElement().sendKeys("справкина", Keys.ENTER);
    Staff.until(browser).until(page -> !page.findElements(By.id("at-counter")).isEmpty());
    album.picture("counter");
    long before = count("signature");
    WebElement make = browser.findElement(By.cssSelector("#kinds [data-kind='TRANSCRIPT']"));
    make.click();
    Staff.awaitGone(browser, make);
    Staff.until(browser).until(page -> !page.findElements(By.id("counts")).isEmpty());
    assertThat(count("signature")).as("one press has prepared it").isEqualTo(before + 1);
  }

  private void signed() {
    Staff.signIn(browser, server, AskingStudent.DIRECTOR);
    browser.get(server.url() + "/transcript/queue.xhtml");
    album.dark();
    album.picture("to-sign");
    form.press("sign");
    assertThat(browser.findElement(By.id("choice-problem")).getText())
        .as("nothing is chosen")
        .isNotEmpty();
    browser
        .findElements(By.xpath("//table[@id='to-sign']//tr[contains(., 'Справкина')]//input"))
        .forEach(WebElement::click);
    form.press("sign");
    Staff.until(browser)
        .until(page -> !page.findElements(By.cssSelector("#signing[data-ended='true']")).isEmpty());
    assertThat(browser.findElements(By.cssSelector("#outcomes tr[data-signed='true']"))).hasSize(2);
    assertThat(
            browser.findElements(By.xpath("//table[@id='to-sign']//tr[contains(., 'Справкина')]")))
        .as("both are signed")
        .isEmpty();
    album.picture("signed");
  }

  private void received(String receipt) throws SQLException, IOException {
    Staff.signIn(browser, server, AskingStudent.STUDENT);
    browser.get(server.url() + "/transcript/my-documents.xhtml");
    browser.findElement(By.cssSelector("#language a[title='қазақша'], #language a")).click();
    Staff.until(browser)
        .until(page -> "kk".equals(page.findElement(By.tagName("html")).getDomAttribute("lang")));
    album.dark();
    album.picture("ready-kk");
    String number =
        server.text(
            "SELECT d.number FROM issued_document d JOIN document_request r ON r.document_id = d.id"
                + " WHERE r.receipt = '"
                + receipt
                + "'");
    Path file = BrowserExtension.downloads().resolve(number.replace('/', '-') + ".pdf");
    Files.deleteIfExists(file);
    browser.findElement(By.cssSelector("#own [data-receipt='" + receipt + "'] .get")).click();
    Staff.downloaded(browser, file);
    assertThat(TranscriptPage.text(file)).contains("Справкина");
    Path copy = BrowserExtension.downloads().resolve("transcript.pdf");
    Files.deleteIfExists(copy);
    browser.findElement(By.id("preview")).click();
    Staff.downloaded(browser, copy);
    assertThat(TranscriptPage.text(copy)).as("the unofficial copy").contains("Справкина");
    browser.get(server.url() + "/transcript/my-documents.xhtml");
    assertThat(
            browser
                .findElement(By.cssSelector("#own [data-receipt='" + receipt + "']"))
                .getDomAttribute("data-status"))
        .as("downloaded is received")
        .isEqualTo("HANDED_OUT");
    browser.manage().window().setSize(PHONE);
    album.dark();
    album.picture("phone-kk");
    browser.manage().window().setSize(usual);
    duplicated(number);
  }

  /** The student asks for a duplicate of what was lost; the office corrects what is wrong. */
  private void duplicated(String number) {
    browser.findElement(By.cssSelector("#issued [data-number='" + number + "'] a")).click();
    Staff.until(browser).until(page -> page.getCurrentUrl().contains("duplicates="));
    assertThat(browser.findElements(By.cssSelector("#questions [data-question]")))
        .as("it says what its original does")
        .isEmpty();
    album.picture("duplicate-kk");
    form.press("ask");
    assertThat(browser.findElement(By.cssSelector("#own article")).getDomAttribute("data-status"))
        .isEqualTo("RECEIVED");
    Staff.signIn(browser, server, AskingStudent.SPECIALIST);
    browser.get(server.url() + "/office/list.xhtml?list=documents");
    browser.findElement(By.linkText(number)).click();
    Staff.awaitStatus(browser, "document-status", "ISSUED");
    form.fill("anew-reason", "утерян");
    form.press("replace");
    assertThat(browser.findElement(By.id("anew")).getText()).contains("дубликат");
    album.picture("document");
    browser.findElement(By.id("ask-duplicate")).click();
    Staff.until(browser).until(page -> !page.findElements(By.id("original")).isEmpty());
    assertThat(browser.findElement(By.id("original")).getText()).contains(number);
    album.picture("counter-duplicate");
  }
}
