package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What a kind of documents asks, answered on its pages: at home and at the counter. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class DocumentQuestionsJourneyIT {

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
    album = new Album(browser, "document-questions");
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
      "DOC-52 DOC-53 what a certificate asks is asked of a student on a phone and at the counter:"
          + " each problem stands beside its field, and nothing that was typed is lost")
  void answering() {
    Staff.signIn(browser, server, AskingStudent.STUDENT);
    browser.manage().window().setSize(PHONE);
    browser.get(server.url() + "/transcript/my-documents.xhtml");
    form.fill("purpose", "В консульство");
    form.choose("kind", "CERT_EMBASSY");
    answer("#questions", "Турция", "10.06.2206", "01.06.2206");
    album.picture("phone-questions");
    form.press("ask");
    assertThat(problem("#questions", "until")).as("before it begins").isNotEmpty();
    assertThat(question("#questions", "country").getDomProperty("value")).isEqualTo("Турция");
    assertThat(browser.findElement(By.id("purpose")).getDomProperty("value"))
        .isEqualTo("В консульство");
    album.picture("phone-questions-refused");
    answer("#questions", "Турция", "10.06.2206", "20.06.2206");
    form.press("ask");
    assertThat(browser.findElements(By.cssSelector("#own [data-status='RECEIVED']"))).isNotEmpty();
    browser.get(server.url() + "/transcript/my-documents.xhtml");
    form.choose("kind", "TRANSCRIPT");
    Staff.until(browser)
        .until(
            page ->
                !page.findElements(By.cssSelector("#questions [data-question='to']")).isEmpty());
    album.dark();
    album.picture("phone-years");

    browser.manage().window().setSize(usual);
    Staff.signIn(browser, server, AskingStudent.SPECIALIST);
    browser.get(server.url() + "/transcript/queue.xhtml?who=" + AskingStudent.NUMBER);
    form.fill("purpose", "В посольство");
    press("#kinds [data-kind='CERT_EMBASSY']");
    album.picture("counter-questions");
    form.press("take-in");
    assertThat(problem("#asked", "country")).as("where to?").isNotEmpty();
    answer("#asked", "Италия", "10.06.2206", "20.06.2206");
    form.fill("identity", "");
    form.press("take-in");
    assertThat(form.problem("identity")).as("who stands there?").isNotEmpty();
    assertThat(question("#asked", "country").getDomProperty("value")).isEqualTo("Италия");
    album.dark();
    album.picture("counter-refused");
    form.fill("identity", "удостоверение 012345678");
    form.press("take-in");
    assertThat(browser.findElement(By.cssSelector("[data-answer='country']")).getText())
        .isEqualTo("Италия");
    assertThat(browser.findElement(By.cssSelector("[data-answer='until']")).getText())
        .isEqualTo("20.06.2206");
    assertThat(browser.findElement(By.id("in-the-way")).getText())
        .as("what the office has still to enter")
        .contains("приказ");
    album.picture("request-answers");
  }

  @Test
  @DisplayName(
      "DOC-12 DOC-13 whoever has been in two programmes chooses one, at home and on the card; the"
          + " card lets the office choose years too, and the document tells its part")
  void part() throws SQLException {
    AskingStudent.moved(server);
    Staff.signIn(browser, server, AskingStudent.MOVED);
    browser.get(server.url() + "/transcript/my-documents.xhtml");
    form.choose("kind", "TRANSCRIPT");
    String programme = "#questions [data-question='programme'] select";
    Staff.until(browser).until(page -> !page.findElements(By.cssSelector(programme)).isEmpty());
    assertThat(new Select(browser.findElement(By.cssSelector(programme))).getOptions()).hasSize(3);
    browser.findElement(By.cssSelector(programme)).sendKeys(Keys.END);
    album.picture("part-at-home");

    Staff.signIn(browser, server, AskingStudent.SPECIALIST);
    browser.get(server.url() + "/student/card.xhtml?id=" + AskingStudent.id(server));
    Select of = new Select(browser.findElement(By.id("of-programme")));
    of.selectByIndex(1);
    String code = of.getFirstSelectedOption().getDomAttribute("value");
    show("of-programme");
    album.picture("part-on-card");
    album.dark();
    show("of-programme");
    album.picture("part-on-card-dark");
    browser.findElement(By.id("prepare")).click();
    Staff.awaitStatus(browser, "document-status", "PREPARED");
    assertThat(browser.findElement(By.id("part")).getText()).isEqualTo(code);
    album.picture("part-of-document");

    browser.get(server.url() + "/student/card.xhtml?id=" + AskingStudent.graduate(server));
    assertThat(browser.findElements(By.id("of-programme"))).as("in one alone").isEmpty();
    Select from = new Select(browser.findElement(By.id("from-year")));
    from.selectByIndex(1);
    String year = from.getFirstSelectedOption().getDomAttribute("value");
    show("from-year");
    album.picture("years-on-card");
    browser.findElement(By.id("prepare")).click();
    Staff.awaitStatus(browser, "document-status", "PREPARED");
    assertThat(browser.findElement(By.id("part")).getText()).isEqualTo(year + " – …");
  }

  private void show(String id) {
    ((JavascriptExecutor) browser)
        .executeScript(
            "arguments[0].scrollIntoView({block: 'center'})", browser.findElement(By.id(id)));
  }

  private void press(String selector) {
    WebElement button = browser.findElement(By.cssSelector(selector));
    button.click();
    Staff.awaitGone(browser, button);
    Staff.until(browser).until(page -> !page.findElements(By.tagName("main")).isEmpty());
  }

  private WebElement question(String within, String code) {
    String field = within + " [data-question='" + code + "'] input";
    Staff.until(browser).until(page -> !page.findElements(By.cssSelector(field)).isEmpty());
    return browser.findElement(By.cssSelector(field));
  }

  private void answer(String within, String country, String from, String until) {
    for (String[] one : new String[][] {{"country", country}, {"from", from}, {"until", until}}) {
      question(within, one[0]).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, one[1]);
    }
  }

  private String problem(String within, String code) {
    return browser
        .findElement(By.cssSelector(within + " [data-question='" + code + "'] > div.problem"))
        .getText();
  }
}
