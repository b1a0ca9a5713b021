package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** A closed sheet becomes a document of record, is signed and verified. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class PaperJourneyIT {

  private static final String CODE = "PAPER";
  private static final String CLOSER = "paper-closer";
  private static final String JUNIOR = "paper-junior";
  private static final String DIRECTOR = "paper-director";
  private static final String EXAMINER = "paper-examiner";
  private static final String STUDENT = "in-paper-student";

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "paper");
    form = new FormPage(browser);
    Staff.appoint(server, CLOSER, Role.SPE);
    Staff.appoint(server, JUNIOR, Role.JUN);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, EXAMINER, Role.TCH);
    Staff.appoint(server, STUDENT, Role.STU);
    try (Connection database = server.database()) {
      SubmittedSheet.student(database, STUDENT);
      SubmittedSheet.lay(database, CODE, 2184, "Сейітов", STUDENT);
    }
    Staff.tie(server, EXAMINER, CODE + "-Сейітов");
  }

  @Test
  @DisplayName(
      "DOC-70 DOC-72 DOC-74 from the closed sheet to the verified document: prepared by one, signed"
          + " by its examiner and the office, found from the sheet, and verified without a name")
  void fromTheSheetToTheDocument() throws Exception {
    Staff.signIn(browser, server, CLOSER);
    browser.get(sheet());
    assertThat(browser.findElements(By.id("papers"))).as("nothing to issue yet").isEmpty();
    browser.findElement(By.id("close")).click();
    browser.switchTo().alert().accept();
    Staff.awaitStatus(browser, "sheet-status", "CLOSED");

    Staff.signIn(browser, server, JUNIOR);
    browser.get(sheet());
    browser.findElement(By.cssSelector("#papers-issue summary")).click();
    form.fill("paper-purpose", "Архив");
    album.picture("issue");
    form.press("paper-prepare");
    Staff.awaitStatus(browser, "document-status", "PREPARED");
    assertThat(browser.findElements(By.id("sign"))).as("who prepared it").isEmpty();
    assertThat(browser.findElement(By.id("document-subject")).getText()).contains(CODE + "-0001");
    album.picture("prepared");
    String document = browser.getCurrentUrl();

    Staff.signIn(browser, server, EXAMINER);
    browser.get(sheet());
    assertThat(browser.findElements(By.cssSelector("#papers-list a"))).hasSize(1);
    Staff.follow(browser, By.cssSelector("#nav a[href$='/transcript/queue.xhtml']"));
    album.picture("to-sign");
    Staff.follow(browser, By.cssSelector("#to-sign a"));
    assertThat(browser.getCurrentUrl()).contains("/transcript/document.xhtml");
    form.press("sign");
    Staff.awaitStatus(browser, "document-status", "PREPARED");
    assertThat(browser.findElement(By.id("signatures")).getText()).contains(EXAMINER);
    album.dark();
    album.picture("examiner");

    Staff.signIn(browser, server, DIRECTOR);
    browser.get(document);
    form.press("sign");
    Staff.awaitStatus(browser, "document-status", "ISSUED");
    String number = browser.findElement(By.id("document-number")).getText();
    assertThat(number).startsWith("ES-");
    album.picture("issued");
    printed(number);
    String code = browser.findElement(By.id("document-code")).getText();
    browser.get(sheet());
    assertThat(browser.findElement(By.id("papers-list")).getText()).contains(number);
    album.picture("sheet");
    browser.get(server.url() + "/office/list.xhtml?list=documents&q=" + number);
    album.picture("register");
    verified(number, code);
    duplicated(document, number);
  }

  /** A lost one is duplicated from its page, and the duplicate tells of which it is one. */
  private void duplicated(String document, String number) {
    Staff.signIn(browser, server, JUNIOR);
    browser.get(document);
    form.fill("duplicate-reason", "утерян");
    form.press("duplicate");
    assertThat(browser.findElement(By.cssSelector("#twin .problem")).getText()).isNotEmpty();
    form.fill("duplicate-reason", "Утерян из архивного дела");
    album.picture("lost");
    form.press("duplicate");
    browser.get(document);
    browser.findElement(By.cssSelector("#replaced-by a")).click();
    Staff.awaitStatus(browser, "document-status", "PREPARED");
    assertThat(browser.findElement(By.id("replaces")).getDomAttribute("data-reissue"))
        .isEqualTo("DUPLICATE");
    assertThat(browser.findElement(By.id("replaces")).getText()).contains(number);
    album.picture("duplicate");
  }

  private void verified(String number, String code) throws SQLException {
    String name =
        server.text(
            "SELECT s.last_name FROM account a JOIN student s ON s.id = a.student_id WHERE a.login ="
                + " '"
                + STUDENT
                + "'");
    for (String language : new String[] {"kk", "ru", "en"}) {
      Visitor stranger = new Visitor(server.url());
      stranger.speaks(language);
      assertThat(stranger.get("/verify.xhtml?code=" + code).body())
          .contains("data-verdict=\"VALID\"", number)
          .doesNotContain(name, "Сейітов", CODE + "-0001");
    }
    browser.manage().deleteAllCookies();
    browser.get(server.url() + "/verify.xhtml?code=" + code);
    album.picture("verified");
  }

  /** What is printed; the file lies beside the pictures, to be looked at like them. */
  private void printed(String number) throws Exception {
    byte[] pdf =
        Base64.getMimeDecoder()
            .decode(
                server.text(
                    "SELECT TO_BASE64(pdf) FROM issued_document WHERE number = '" + number + "'"));
    Files.write(
        Path.of(System.getProperty("registrar.it"))
            .resolveSibling("screenshots")
            .resolve("paper.pdf"),
        pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains(number, CODE + "-0001", EXAMINER, DIRECTOR);
      assertThat(document.getNumberOfPages()).as("Kazakh and Russian").isEqualTo(2);
    }
  }

  private String sheet() throws SQLException {
    return server.url()
        + "/attestation/sheet.xhtml?id="
        + server.text("SELECT uuid FROM sheet WHERE number = '" + CODE + "-0001'");
  }
}
