package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.office.FilledCells;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** The mark grid at speed: filled down, pasted, taken back, two at once, and by file. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class SheetGridIT {

  private static final String TEACHER = "grid-teacher";

  private TestServer server;
  private WebDriver browser;
  private SheetPage page;
  private Album album;
  private String number;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    page = new SheetPage(browser);
    album = new Album(browser, "grid");
    Staff.appoint(server, TEACHER, Role.TCH);
    try (Connection database = server.database()) {
      sheet(database);
    }
    Staff.tie(server, TEACHER, "GRID-1");
    Staff.signIn(browser, server, TEACHER);
    browser.get(
        server.url()
            + "/attestation/sheet.xhtml?id="
            + text("SELECT uuid FROM sheet WHERE number = '" + number + "'"));
  }

  /** An open sheet of four admitted students whose exam was an hour ago, in a term far ahead. */
  private void sheet(Connection database) throws SQLException {
    number = "GRID-" + text("SELECT NEXTVAL(attestation_seq)");
    LocalDateTime exam =
        LocalDateTime.now(ZoneId.of("Asia/Almaty")).minusHours(1).truncatedTo(ChronoUnit.MINUTES);
    Staff.run(
        database,
        "INSERT IGNORE INTO academic_year (id, start_year, starts_on, ends_on) VALUES (2136, 2136,"
            + " '2136-09-01', '2137-06-30')");
    Staff.run(
        database,
        "INSERT IGNORE INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " VALUES (2136, 2136, 'AUTUMN', 'GRID', '2136-09-01', '2136-12-31', 15)");
    Staff.run(
        database,
        "INSERT IGNORE INTO teacher (id, uuid, personnel_no, last_name, first_name, department_id)"
            + " VALUES (NEXTVAL(curriculum_seq), UUID(), 'GRID-1', 'Ведомостев', 'Асан', (SELECT"
            + " MIN(department_id) FROM discipline))");
    Staff.run(
        database,
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " teacher_id, examiner_id, exam_date, exam_time, status) SELECT"
            + " NEXTVAL(attestation_seq), UUID(), ?, 'MAIN', 2136, (SELECT MIN(id) FROM discipline"
            + " WHERE control_form = 'EXAM'), (SELECT MIN(code) FROM rule_set WHERE level ="
            + " 'BACHELOR'), e.id, e.id, ?, ?, 'OPEN' FROM teacher e WHERE e.personnel_no = 'GRID-1'",
        number,
        exam.toLocalDate().toString(),
        exam.toLocalTime().toString());
    Staff.seat(database, number, true);
  }

  @Test
  @DisplayName("a column is filled down and pasted; each is taken back as one step and done again")
  void filledAndPasted() throws SQLException {
    cell(0).click();
    keys("80");
    keys(Keys.chord(Keys.CONTROL, "d"));
    page.awaitStored("score");
    assertThat(stored()).isEqualTo("80 80 80 80");
    assertThat(page.shown("sign")).containsOnly("C");
    keys(Keys.chord(Keys.CONTROL, "z"));
    page.awaitStored("score");
    assertThat(stored()).as("the fill is one step").isEqualTo("80 - - -");

    cell(0).click();
    page.paste(cell(0), "71\t9\n72\nАВ\n74\n75\n");
    page.awaitStored("score");
    assertThat(stored()).as("what does not fit the column is left").isEqualTo("71 72 AB 74");
    keys(Keys.chord(Keys.CONTROL, "z"));
    page.awaitStored("score");
    assertThat(stored()).isEqualTo("80 - - -");
    keys(Keys.chord(Keys.CONTROL, "y"));
    page.awaitStored("score");
    assertThat(stored()).isEqualTo("71 72 AB 74");
    keys(Keys.chord(Keys.CONTROL, Keys.END));
    assertThat(browser.switchTo().activeElement()).isEqualTo(cell(3));
    album.picture("pasted");
  }

  @Test
  @DisplayName(
      "SHT-1 two people in one sheet: the other's mark stands beside mine, Enter keeps mine, the"
          + " button takes theirs")
  void twoPeople() throws SQLException {
    other(1, 55);
    other(2, 56);
    cell(0).click();
    keys("66", Keys.ENTER);
    keys("67", Keys.ENTER);
    awaitConflicts(2);
    album.picture("conflict");
    assertThat(stored()).isEqualTo("55 56 - -");
    assertThat(cell(0).getDomProperty("value")).as("nothing typed is lost").isEqualTo("66");
    cell(0).click();
    keys(Keys.ENTER);
    awaitConflicts(1);
    browser.findElement(By.cssSelector("button.take")).click();
    awaitConflicts(0);
    page.awaitStored("score");
    assertThat(cell(1).getDomProperty("value")).isEqualTo("56");
    assertThat(stored()).isEqualTo("66 56 - -");
  }

  @Test
  @DisplayName("SHT-19 a workbook is taken, filled, brought back, looked at and stored")
  void byFile() throws SQLException {
    WorkbookPart file = new WorkbookPart(browser);
    byte[] filled = FilledCells.with(file.taken(), "F7", "91");
    filled = FilledCells.with(filled, "F8", "101");
    assertThat(file.bring(filled)).isEqualTo(2);
    assertThat(browser.findElement(By.id("differences")).getText()).contains("SHT-2");
    assertThat(stored()).isEqualTo("- - - -");
    album.picture("differences");
    browser.manage().window().setSize(new Dimension(390, 844));
    album.picture("differences-narrow");
    browser.manage().window().setSize(new Dimension(1366, 900));
    file.store();
    assertThat(stored()).isEqualTo("91 - - -");
    assertThat(cell(0).getDomProperty("value")).as("the grid shows it").isEqualTo("91");
    album.picture("stored");
    assertThat(file.refused(FilledCells.with(filled, "C7", "S"))).isNotBlank();
    album.picture("refused");
  }

  private void keys(CharSequence... keys) {
    browser.switchTo().activeElement().sendKeys(keys);
  }

  private WebElement cell(int place) {
    return page.inputs("score").get(place);
  }

  private void awaitConflicts(int wanted) {
    Staff.until(browser)
        .until(
            b ->
                b.findElements(By.cssSelector("td.saving")).isEmpty()
                    && b.findElements(By.cssSelector("button.take")).size() == wanted);
  }

  /** Somebody else types a score meanwhile. */
  private void other(int position, int score) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE sheet_row r JOIN sheet h ON h.id = r.sheet_id SET r.score = ?, r.typed_by ="
              + " 'examiner2', r.version = r.version + 1 WHERE h.number = ? AND r.position = ?",
          String.valueOf(score),
          number,
          String.valueOf(position));
    }
  }

  private String stored() throws SQLException {
    return text(
        "SELECT GROUP_CONCAT(COALESCE(r.score, r.mark, '-') ORDER BY r.position SEPARATOR ' ') FROM"
            + " sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.number = '"
            + number
            + "'");
  }

  private String text(String sql) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
