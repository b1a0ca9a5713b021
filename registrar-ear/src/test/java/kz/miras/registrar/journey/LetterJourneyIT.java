package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A paper letter on its pages: registered, resolved, answered, signed, sent and filed. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class LetterJourneyIT {

  private static final String CLERK = "letter-clerk";
  private static final String SPECIALIST = "letter-specialist";
  private static final String DEPUTY = "letter-deputy";
  private static final String DIRECTOR = "letter-director";
  private static final String DEAN = "letter-dean";
  private static final String SUBJECT = "Подтвердить обучение Ивановой А. С.";

  @TempDir private Path folder;

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "letter");
    form = new FormPage(browser);
    Staff.appoint(server, CLERK, Role.JUN);
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, DEPUTY, Role.DEP);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, DEAN, Role.DEAN);
  }

  @Test
  @DisplayName(
      "LTR-2 LTR-5 LTR-7 LTR-8 a paper letter is registered, resolved, answered from the record,"
          + " agreed and signed by others, sent and filed; a department is asked on the way")
  void fromPaperToCase() throws SQLException, IOException {
    String letter = registered();
    resolved(letter);
    asked(letter);
    String reply = answered(letter);
    agreedAndSigned(reply);
    sent(reply);
    filed(letter);
    found();
  }

  /** Address of a page with its path. */
  private void open(String path) {
    browser.get(server.url() + path);
  }

  private String registered() throws IOException {
    Staff.signIn(browser, server, DEPUTY);
    open("/correspondence/file-cases.xhtml");
    album.picture("cases");
    open("/office/record.xhtml?list=file-cases");
    typed("year", String.valueOf(FormPage.today().getYear()));
    typed("case_index", "77-01");
    typed("name_kk", "Жұмыс берушілермен хат алмасу");
    typed("name_ru", "Переписка с работодателями");
    typed("name_en", "Letters of employers");
    typed("retention_kk", "5 жыл");
    typed("retention_ru", "5 лет");
    typed("retention_en", "5 years");
    album.picture("case");
    WebElement save = browser.findElement(By.cssSelector("[id$='save']"));
    save.click();
    Staff.awaitGone(browser, save);

    Staff.signIn(browser, server, CLERK);
    open("/correspondence/table.xhtml");
    album.picture("table-empty");
    browser.findElement(By.id("register")).click();
    Staff.until(browser).until(page -> !page.findElements(By.id("next")).isEmpty());
    form.press("next");
    assertThat(form.problem("name")).as("beside the field").isNotEmpty();
    album.picture("register-refused");
    Select cases = new Select(browser.findElement(By.id("case")));
    cases.selectByVisibleText("77-01 Переписка с работодателями");
    form.choose("kind", "REQUEST");
    form.choose("category", "EMPLOYER");
    form.fill("name", "ТОО «Завод приборов»");
    form.fill("their-no", "214/к");
    form.fill("subject", SUBJECT);
    Path scan = Files.writeString(folder.resolve("скан.pdf"), "%PDF-1.7 a scan");
    browser.findElement(By.id("files")).sendKeys(scan.toString());
    album.picture("register");
    form.press("next");
    WebElement last = browser.findElement(By.cssSelector("#last a"));
    assertThat(last.getText()).isEqualTo("77-01/1");
    assertThat(
            new Select(browser.findElement(By.id("kind")))
                .getFirstSelectedOption()
                .getDomProperty("value"))
        .as("the next letter begins with what the last one was")
        .isEqualTo("REQUEST");
    album.picture("register-next");
    return last.getDomProperty("href");
  }

  private void typed(String field, String text) {
    browser.findElement(By.cssSelector("[data-field='" + field + "'] input")).sendKeys(text);
  }

  private void resolved(String letter) {
    Staff.signIn(browser, server, DIRECTOR);
    open("/correspondence/table.xhtml");
    assertThat(browser.findElement(By.cssSelector("[data-heap='to-resolve']")).getText())
        .contains(SUBJECT);
    album.picture("table-director");
    browser.get(letter);
    form.press("resolve");
    assertThat(form.problem("words")).isNotEmpty();
    form.fill("words", "Подготовить ответ по данным реестра");
    form.choose("executor", SPECIALIST);
    album.picture("resolution");
    form.press("resolve");
    Staff.awaitStatus(browser, "state", "RESOLUTION");
    assertThat(browser.findElement(By.id("resolution")).getText()).contains(SPECIALIST);
  }

  private void asked(String letter) {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(letter);
    form.press("take");
    Staff.awaitStatus(browser, "state", "IN_WORK");
    browser.findElement(By.id("ask")).click();
    Staff.until(browser).until(page -> !page.findElements(By.id("asked")).isEmpty());
    form.fill("asked", DEAN);
    form.fill("subject", "Личное дело Ивановой");
    form.fill("body", "Просим прислать выписку из личного дела.");
    album.picture("enquiry");
    form.press("write");
    Staff.awaitStatus(browser, "state", "DRAFT");
    String enquiry = browser.getCurrentUrl();
    Staff.signIn(browser, server, DEPUTY);
    browser.get(enquiry);
    new Select(browser.findElement(By.id("out-case")))
        .selectByVisibleText("77-01 Переписка с работодателями");
    form.press("submit");
    Staff.awaitStatus(browser, "state", "SENT");
    Staff.signIn(browser, server, DEAN);
    open("/correspondence/table.xhtml");
    album.picture("table-dean");
    browser.findElement(By.cssSelector("[data-heap='asked'] a")).click();
    Staff.awaitStatus(browser, "state", "SENT");
    form.fill("answer", "Выписка прилагается.");
    form.press("answer-it");
    Staff.awaitStatus(browser, "state", "ANSWERED");
    album.picture("enquiry-answered");
  }

  /** Address of the reply. */
  private String answered(String letter) throws SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(letter);
    browser.findElement(By.cssSelector("#confirming > summary")).click();
    form.fill(
        "about", server.text("SELECT MIN(student_no) FROM student WHERE status = 'STUDYING'"));
    form.press("confirm");
    assertThat(form.problem("ground")).as("no ground, no data").isNotEmpty();
    form.fill("ground", "согласие от 02.11.2026");
    browser.findElements(By.cssSelector("#confirming fieldset input")).get(0).click();
    album.picture("confirm");
    form.press("confirm");
    album.picture("confirmed");
    Staff.awaitStatus(browser, "state", "DRAFT");
    assertThat(browser.findElement(By.id("body")).getText()).contains("обучается");
    return browser.getCurrentUrl();
  }

  private void agreedAndSigned(String reply) {
    assertThat(browser.findElements(By.id("agree"))).as("not by who wrote it").isEmpty();
    Staff.signIn(browser, server, DEPUTY);
    browser.get(reply);
    form.press("agree");
    Staff.awaitStatus(browser, "state", "AGREED");
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(reply);
    form.press("sign");
    Staff.awaitStatus(browser, "state", "SIGNED");
  }

  private void sent(String reply) {
    Staff.signIn(browser, server, CLERK);
    browser.get(reply);
    new Select(browser.findElement(By.id("out-case")))
        .selectByVisibleText("77-01 Переписка с работодателями");
    form.press("number");
    Staff.awaitStatus(browser, "state", "REGISTERED");
    assertThat(browser.findElement(By.id("files")).getText()).contains(".pdf");
    album.picture("numbered");
    form.choose("out-channel", "PAPER");
    form.press("send");
    Staff.awaitStatus(browser, "state", "SENT");
    album.picture("sent");
  }

  private void filed(String letter) {
    browser.get(letter);
    Staff.awaitStatus(browser, "state", "ANSWERED");
    form.press("put-away");
    Staff.awaitStatus(browser, "state", "FILED");
    album.picture("filed");
    open("/office/list.xhtml?list=incoming-letters");
    assertThat(browser.findElement(By.tagName("main")).getText()).contains("77-01/1");
    album.picture("journal");
  }

  private void found() {
    open("/correspondence/search.xhtml");
    form.fill("words", "приборов Ивановой");
    form.day("from", FormPage.today());
    form.press("find");
    assertThat(browser.getCurrentUrl()).as("an address to keep").contains("from=");
    assertThat(browser.findElement(By.id("found")).getText()).contains(SUBJECT);
    album.picture("search");
    browser.findElement(By.cssSelector("#language a[title], #language a")).click();
    Staff.until(browser)
        .until(page -> "kk".equals(page.findElement(By.tagName("html")).getDomAttribute("lang")));
    album.dark();
    album.picture("search-dark");
    open("/correspondence/table.xhtml");
    album.dark();
    album.picture("table-dark");
  }
}
