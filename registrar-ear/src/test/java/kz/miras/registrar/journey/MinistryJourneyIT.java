package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.Select;

/**
 * The exchange with the ministry on its pages, without a platform: findings, files, differences.
 */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class MinistryJourneyIT {

  private static final String SENIOR = "ministry-senior";
  private static final String DIRECTOR = "ministry-director";

  private TestServer server;
  private WebDriver browser;
  private Album album;
  private FormPage form;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "ministry");
    form = new FormPage(browser);
    Staff.appoint(server, SENIOR, Role.SEN);
    Staff.appoint(server, DIRECTOR, Role.DIR);
  }

  @Test
  @DisplayName("GOV-3 a check lists what the platform would refuse, each with where it is mended")
  void checked() throws SQLException {
    otherSex("MALE", "FEMALE");
    Staff.signIn(browser, server, SENIOR);
    open("/correspondence/ministry.xhtml");
    assertThat(browser.findElements(By.id("send"))).as("no platform is set up").isEmpty();
    form.press("check");
    ended();
    album.picture("checked");
    open("/office/list.xhtml?list=ministry-findings&f.ministry_rule=GOV-5");
    album.picture("findings");
    browser.findElement(By.cssSelector("a[href*='ministry-record.xhtml?id=STUDENT-']")).click();
    Staff.until(browser).until(page -> !page.findElements(By.id("found")).isEmpty());
    assertThat(browser.findElement(By.id("found")).getText()).contains("GOV-5", "iin");
    album.picture("record");
    browser.findElement(By.id("mend")).click();
    Staff.until(browser).until(page -> page.getCurrentUrl().contains("/student/card.xhtml"));
    open("/correspondence/ministry.xhtml");
    assertThat(browser.findElement(By.id("runs")).isDisplayed()).isTrue();
    album.picture("overview");
    otherSex("FEMALE", "MALE");
  }

  @Test
  @DisplayName(
      "GOV-1 a dry run writes the files without a platform; a difference is shown by student")
  void dryRunAndDifferences() throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(database, "UPDATE account SET language = 'kk' WHERE login = ?", SENIOR);
      Staff.run(database, "INSERT IGNORE INTO ministry_counter (type) VALUES (?)", "RUN");
      Staff.run(
          database,
          "INSERT INTO ministry_run (id, uuid, kind, only_due, state, begun_by, begun_at, alive_at,"
              + " ended_at) VALUES (NEXTVAL(ministry_seq), UUID(), 'READ_BACK', FALSE, 'ENDED', ?,"
              + " NOW(6), NOW(6), NOW(6))",
          SENIOR);
      Staff.run(
          database,
          "INSERT INTO ministry_difference (id, run_id, type, number, label, student_id, kind,"
              + " field, ours, theirs, found_at, first_found_at) SELECT NEXTVAL(ministry_seq), (SELECT"
              + " MAX(id) FROM"
              + " ministry_run), 'STUDENT', 999999, ?, (SELECT MIN(c.student_id) FROM"
              + " student_status_change c WHERE c.to_status = 'GRADUATED'), 'DIFFERS', 'gpa',"
              + " '3.12', '0', NOW(6), NOW(6)",
          "x");
    }
    Staff.signIn(browser, server, SENIOR);
    open("/correspondence/ministry.xhtml");
    form.press("dryRun");
    ended();
    assertThat(browser.findElement(By.id("zip")).isDisplayed()).isTrue();
    album.dark();
    album.picture("dry-run");
    open("/office/list.xhtml?list=ministry-differences");
    assertThat(browser.findElement(By.tagName("main")).getText()).contains("3.12", "gpa");
    album.dark();
    album.picture("differences");
    open("/correspondence/ministry-compare.xhtml");
    assertThat(browser.findElement(By.cssSelector("[data-student]")).getText())
        .contains("3.12", "gpa");
    assertThat(browser.findElement(By.id("last")).isDisplayed()).isTrue();
    assertThat(browser.findElement(By.id("fresh")).getText()).matches("(?s)[1-9].*");
    album.dark();
    album.picture("compare");
    open("/correspondence/ministry-setup.xhtml");
    album.dark();
    album.picture("setup-read");
  }

  @Test
  @DisplayName("GOV-2 GOV-14 the director imports a dictionary and sets the name of a field")
  void setUp() throws IOException, SQLException {
    try (Connection database = server.database()) {
      Staff.run(database, "DELETE FROM ministry_code WHERE dictionary = ?", "SEX");
    }
    Staff.signIn(browser, server, DIRECTOR);
    open("/correspondence/ministry-setup.xhtml");
    Path file = Files.createTempFile("sex", ".csv");
    Files.writeString(
        file, "id;nameKz;nameRu;nameEn;code\n1;Ер;М;Male;MALE\n2;Әйел;Ж;Female;FEMALE\n");
    new Select(browser.findElement(By.id("dictionary"))).selectByValue("SEX");
    browser.findElement(By.id("file")).sendKeys(file.toString());
    form.press("takeFile");
    form.press("propose");
    assertThat(
            browser.findElements(By.xpath("//table[@id='numbers']//select")).stream()
                .map(one -> new Select(one).getFirstSelectedOption().getText().substring(0, 1)))
        .containsExactlyInAnyOrder("1", "2");
    Files.delete(file);
    try (Connection database = server.database()) {
      Staff.run(database, "DELETE FROM ministry_dictionary WHERE dictionary = ?", "SEX");
    }
    album.picture("setup");
    numbersTyped();
    open("/correspondence/ministry-setup.xhtml");
    String rename = "//tr[th[text()='maritalStateId']]//input";
    browser.findElement(By.xpath(rename)).sendKeys("X");
    form.press("keepNames");
    assertThat(browser.findElement(By.xpath(rename)).getDomProperty("value"))
        .isEqualTo("maritalStateIdX");
    browser.findElement(By.xpath(rename)).sendKeys(Keys.chord(Keys.CONTROL, "a"), "maritalStateId");
    form.press("keepNames");
    assertThat(browser.findElement(By.xpath(rename)).getDomProperty("value"))
        .isEqualTo("maritalStateId");
  }

  /** A dictionary that was never imported: its numbers are typed. */
  private void numbersTyped() {
    open("/correspondence/ministry-setup.xhtml");
    String first = "//table[@id='numbers']//tr[td/code='WORK_TYPE'][1]";
    String before = browser.findElement(By.xpath(first + "//input")).getDomProperty("value");
    typed(first, "седьмой");
    assertThat(browser.findElement(By.xpath(first + "//*[@class='problem']")).getText())
        .isNotEmpty();
    assertThat(browser.findElement(By.xpath(first + "//input")).getDomProperty("value"))
        .as("nothing typed is lost")
        .isEqualTo("седьмой");
    typed(first, "-7");
    assertThat(browser.findElement(By.xpath(first + "//div[@role='alert']")).getText())
        .contains("WORK_TYPE");
    album.picture("number-refused");
    typed(first, "77");
    assertThat(browser.findElement(By.xpath(first + "//input")).getDomProperty("value"))
        .isEqualTo("77");
    typed(first, before);
  }

  private void typed(String row, String number) {
    browser
        .findElement(By.xpath(row + "//input"))
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, number);
    form.press("keepNumbers");
  }

  private void open(String address) {
    browser.get(server.url() + address);
  }

  private void ended() {
    Staff.until(browser)
        .withTimeout(Duration.ofSeconds(90))
        .until(
            page -> "ENDED".equals(page.findElement(By.id("run")).getDomAttribute("data-state")));
  }

  /** One ИИН speaks of another sex than the record. */
  private void otherSex(String one, String other) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE student SET iin_confirmed = FALSE, sex = ? WHERE sex = ? AND id = (SELECT x.id"
              + " FROM (SELECT MAX(id) AS id FROM student WHERE status = 'STUDYING' AND citizenship"
              + " = 'KZ' AND SUBSTRING(iin, 7, 1) IN ('1', '3', '5')) x)",
          other,
          one);
    }
  }
}
