package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.office.FilledCells;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** The journal of a period: the office forms it, the teacher fills it by keyboard, both finish. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class RatingJourneyIT {

  private static final String SPECIALIST = "rating-specialist";
  private static final String DEPUTY = "rating-deputy";
  private static final String TEACHER = "rating-teacher";
  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;
  private String main;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "rating");
    form = new FormPage(browser);
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, DEPUTY, Role.DEP);
    Staff.appoint(server, TEACHER, Role.TCH);
    HalfTerm.of(server);
    Staff.tie(server, TEACHER, "RATING-1");
    main = server.text("SELECT uuid FROM sheet WHERE number = 'RATING-0001'");
  }

  @AfterEach
  void putAway() throws SQLException {
    HalfTerm.away(server);
  }

  @Test
  @DisplayName("RAT-1 a journal goes from its forming by the office to the ratings in the sheet")
  void fromFormingToRatings() throws SQLException {
    formed();
    teacherFills();
    deputyDecides();
    teacherSubmits();
    officeCloses();
    teacherTypesWhatIsTakenAlone();
    officeMendsWhatIsClosed();
  }

  private void formed() throws SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(server.url() + "/attestation/rating-form.xhtml");
    Select term = new Select(browser.findElement(By.id("f:term")));
    term.selectByVisibleText(
        term.getOptions().stream()
            .map(WebElement::getText)
            .filter(text -> text.startsWith(HalfTerm.CODE))
            .findFirst()
            .orElseThrow());
    new Select(browser.findElement(By.id("f:period"))).selectByValue("2");
    browser.findElement(By.id("f:go")).click();
    Staff.until(browser)
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector(".ui-messages-info"), "1"));
  }

  private void teacherFills() throws SQLException {
    Staff.signIn(browser, server, TEACHER);
    browser.get(journal());
    SheetPage page = new SheetPage(browser);
    page.type("w12", List.of("49", "80", "90,5", ""));
    page.inputs("w13").get(0).click();
    page.paste(page.inputs("w13").get(0), "49\t50\n70\tае\n91\t92\n");
    page.awaitStored("w14");
    page.type("rk", List.of("49", "90", "АВ", ""));
    WorkbookPart file = new WorkbookPart(browser);
    byte[] filled = file.taken();
    for (Map.Entry<String, String> absences :
        Map.of("O7", "2", "O8", "4", "O9", "8", "O10", "0").entrySet()) {
      filled = FilledCells.with(filled, absences.getKey(), absences.getValue());
    }
    assertThat(file.bring(filled)).as("all absences, by file (SHT-19)").isEqualTo(4);
    file.store();
    assertThat(page.shown("rating")).containsExactly("49.17", "82.50", "45.58", "");
    assertThat(browser.findElement(By.id("grid-missing")).getText()).isEqualTo("1");
    album.picture("filled");
    browser.findElement(By.id("submit")).click();
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ui-messages-error")));
    assertThat(
            server.text(
                "SELECT status FROM sheet WHERE period_no = 2 AND rates_id = (SELECT id FROM sheet"
                    + " WHERE number = 'RATING-0001')"))
        .as("RAT-4")
        .isEqualTo("OPEN");
  }

  private void deputyDecides() throws SQLException {
    Staff.signIn(browser, server, DEPUTY);
    browser.get(journal());
    Select student = new Select(browser.findElement(By.id("d-student")));
    assertThat(student.getOptions())
        .as("who was absent or is not rated yet, and nobody else")
        .hasSize(2);
    student.selectByValue(
        server.text(
            "SELECT s.student_no FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id JOIN student s"
                + " ON s.id = r.student_id WHERE h.number = 'RATING-0001' AND r.position = 4"));
    browser.findElement(By.id("decide")).click();
    // the last day is proposed (RAT-9)
    awaitProblems(3);
    album.picture("refused");
    form.fill("d-number", "12");
    form.fill("d-date_input", "вчера");
    browser.findElement(By.id("decide")).click();
    // the unreadable day is told alone: of what was filled since nothing is said any more
    awaitProblems(1);
    form.day("d-date", FormPage.today());
    browser
        .findElement(By.id("d-until_input"))
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, Keys.TAB);
    assertThat(browser.findElement(By.id("d-until_input")).getDomProperty("value"))
        .as("a day emptied by keys stays empty")
        .isEmpty();
    form.day("d-until", FormPage.today().plusDays(10));
    form.fill("d-reason", "болезнь");
    browser.findElement(By.id("decide")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("taken")));
    album.picture("decided");
  }

  /** Waits until so many fields are refused; the form is put in anew while it is looked at. */
  private void awaitProblems(int count) {
    Staff.until(browser)
        .ignoring(StaleElementReferenceException.class)
        .until(
            b ->
                b.findElements(By.cssSelector("#deciding .problem")).stream()
                        .filter(one -> !one.getText().isEmpty())
                        .count()
                    == count);
  }

  private void teacherSubmits() throws SQLException {
    Staff.signIn(browser, server, TEACHER);
    browser.get(journal());
    SheetPage page = new SheetPage(browser);
    List<WebElement> last = page.inputs("w21");
    page.paste(last.get(last.size() - 1), "\t77\t2\t1\n");
    page.awaitStored("total");
    assertThat(page.inputs("total").get(3).getDomProperty("value"))
        .as("absences stay in their column although this student takes the control alone")
        .isEqualTo("2");
    assertThat(page.inputs("valid").get(3).getDomProperty("value")).isEqualTo("1");
    assertThat(browser.findElement(By.id("grid-pasted")).getText()).contains("77");
    page.press("submit", "SUBMITTED");
  }

  private void officeCloses() throws SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(journal());
    browser.findElement(By.id("close")).click();
    browser.switchTo().alert().accept();
    Staff.awaitStatus(browser, "sheet-status", "CLOSED");
    album.picture("closed");
  }

  private void teacherTypesWhatIsTakenAlone() throws SQLException {
    Staff.signIn(browser, server, TEACHER);
    browser.get(journal());
    browser.findElement(By.cssSelector("#taken input[type='text']")).sendKeys("70");
    browser.findElement(By.cssSelector("#taken input[type='submit']")).click();
    Staff.until(browser)
        .until(ExpectedConditions.textToBePresentInElementLocated(By.id("taken"), "70"));
    browser.get(server.url() + "/attestation/sheet.xhtml?id=" + main);
    SheetPage sheet = new SheetPage(browser);
    assertThat(sheet.inputs("second")).as("ratings of the journal are not typed here").isEmpty();
    assertThat(sheet.inputs("first")).hasSize(4);
    assertThat(
            server.text(
                "SELECT GROUP_CONCAT(ROUND(p2, 2) ORDER BY position SEPARATOR ' ') FROM sheet_row r"
                    + " JOIN sheet h ON h.id = r.sheet_id WHERE h.number = 'RATING-0001'"))
        .isEqualTo("49.17 82.50 45.58 70.00");
    album.picture("sheet");
    browser.manage().window().setSize(new Dimension(390, 844));
    browser.get(journal());
    album.picture("narrow");
    browser.manage().window().setSize(new Dimension(1366, 900));
  }

  /** RAT-8: one asks on a document, another approves; the rating in the sheet follows. */
  private void officeMendsWhatIsClosed() throws SQLException {
    Staff.signIn(browser, server, SPECIALIST);
    browser.get(journal());
    browser.findElement(By.cssSelector("#ask-amend summary")).click();
    new Select(browser.findElement(By.id("a-column"))).selectByValue("w12");
    form.fill("a-text", "101");
    form.press("a-add");
    form.press("a-ask");
    assertThat(
            browser.findElements(By.cssSelector("#ask-amend .problem")).stream()
                .map(WebElement::getText)
                .filter(text -> !text.isEmpty()))
        .as("the value and the document, each beside its field")
        .hasSize(3);
    assertThat(browser.findElements(By.cssSelector("#a-cells tbody tr"))).as("not lost").hasSize(1);
    album.picture("amend-refused");
    browser.findElement(By.cssSelector("#a-cells input[type='submit']")).click();
    Staff.until(browser).until(ExpectedConditions.invisibilityOfElementLocated(By.id("a-cells")));
    form.fill("a-text", "59");
    form.fill("a-number", "СЗ-3");
    form.day("a-date", FormPage.today());
    form.fill("a-reason", "баллы недели внесены неверно");
    form.press("a-ask");
    assertThat(browser.findElement(By.id("amendments")).getText()).contains("49", "59", "СЗ-3");
    assertThat(browser.findElements(By.id("req:0:yes"))).as("not by who asked").isEmpty();
    WebElement back = browser.findElement(By.id("req:0:back"));
    back.click();
    browser.switchTo().alert().accept();
    Staff.awaitGone(browser, back);
    assertThat(requests()).as("taken back").containsExactly("WITHDRAWN");
    album.picture("amend-taken-back");
    browser.findElement(By.cssSelector("#ask-amend summary")).click();
    new Select(browser.findElement(By.id("a-column"))).selectByValue("w12");
    form.fill("a-text", "59");
    form.fill("a-number", "СЗ-4");
    form.day("a-date", FormPage.today());
    form.fill("a-reason", "баллы недели внесены неверно");
    form.press("a-ask");
    assertThat(requests()).containsExactly("REQUESTED", "WITHDRAWN");

    Staff.signIn(browser, server, DEPUTY);
    browser.get(journal());
    form.press("req:0:yes");
    assertThat(browser.findElement(By.id("amendments")).getText()).contains(DEPUTY);
    assertThat(
            server.text(
                "SELECT ROUND(p2, 2) FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE"
                    + " h.number = 'RATING-0001' AND r.position = 1"))
        .isEqualTo("50.83");
  }

  private String journal() throws SQLException {
    return server.url()
        + "/attestation/rating.xhtml?id="
        + server.text(
            "SELECT j.uuid FROM sheet j JOIN sheet h ON h.id = j.rates_id WHERE h.number ="
                + " 'RATING-0001'");
  }

  /** What became of the requests about the journal, the latest first. */
  private List<String> requests() {
    return browser.findElements(By.cssSelector("#amendments tbody tr")).stream()
        .map(row -> row.getDomAttribute("data-status"))
        .toList();
  }
}
