package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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

  private WebDriver browser;
  private SheetPage page;
  private Album album;
  private GridSheet sheet;

  @BeforeEach
  void begin(TestServer server, WebDriver chromium) throws SQLException {
    browser = chromium;
    page = new SheetPage(browser);
    album = new Album(browser, "grid");
    sheet = GridSheet.of(server);
    sheet.open(server, browser);
  }

  @Test
  @DisplayName("a column is filled down and pasted; each is taken back as one step and done again")
  void filledAndPasted() throws SQLException {
    cell(0).click();
    keys("80");
    keys(Keys.chord(Keys.CONTROL, "d"));
    page.awaitStored("score");
    assertThat(sheet.stored()).isEqualTo("80 80 80 80");
    assertThat(page.shown("sign")).containsOnly("C");
    keys(Keys.chord(Keys.CONTROL, "z"));
    page.awaitStored("score");
    assertThat(sheet.stored()).as("the fill is one step").isEqualTo("80 - - -");

    cell(0).click();
    page.paste(cell(0), "71\t9\n72\nАВ\n74\n75\n");
    page.awaitStored("score");
    assertThat(sheet.stored()).as("what does not fit the column is left").isEqualTo("71 72 AB 74");
    keys(Keys.chord(Keys.CONTROL, "z"));
    page.awaitStored("score");
    assertThat(sheet.stored()).isEqualTo("80 - - -");
    keys(Keys.chord(Keys.CONTROL, "y"));
    page.awaitStored("score");
    assertThat(sheet.stored()).isEqualTo("71 72 AB 74");
    keys(Keys.chord(Keys.CONTROL, Keys.END));
    assertThat(browser.switchTo().activeElement()).isEqualTo(cell(3));
    album.picture("pasted");
  }

  @Test
  @DisplayName(
      "SHT-1 two people in one sheet: the other's mark stands beside mine, Enter keeps mine, the"
          + " button takes theirs")
  void twoPeople() throws SQLException {
    sheet.other(1, 55);
    sheet.other(2, 56);
    cell(0).click();
    keys("66", Keys.ENTER);
    keys("67", Keys.ENTER);
    awaitConflicts(2);
    album.picture("conflict");
    assertThat(sheet.stored()).isEqualTo("55 56 - -");
    assertThat(cell(0).getDomProperty("value")).as("nothing typed is lost").isEqualTo("66");
    cell(0).click();
    keys(Keys.ENTER);
    awaitConflicts(1);
    browser.findElement(By.cssSelector("button.take")).click();
    awaitConflicts(0);
    page.awaitStored("score");
    assertThat(cell(1).getDomProperty("value")).isEqualTo("56");
    assertThat(sheet.stored()).isEqualTo("66 56 - -");
  }

  @Test
  @DisplayName("SHT-19 a workbook is taken, filled, brought back, looked at and stored")
  void byFile() throws SQLException {
    WorkbookPart file = new WorkbookPart(browser);
    byte[] filled = FilledCells.with(file.taken(), "F7", "91");
    filled = FilledCells.with(filled, "F8", "101");
    assertThat(file.bring(filled)).isEqualTo(2);
    assertThat(browser.findElement(By.id("differences")).getText()).contains("SHT-2");
    assertThat(sheet.stored()).isEqualTo("- - - -");
    album.picture("differences");
    browser.manage().window().setSize(new Dimension(390, 844));
    album.picture("differences-narrow");
    browser.manage().window().setSize(new Dimension(1366, 900));
    file.store();
    assertThat(sheet.stored()).isEqualTo("91 - - -");
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
}
