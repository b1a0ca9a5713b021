package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

@ExtendWith({ServerExtension.class, BrowserExtension.class})
class PastScansIT {

  private static final String KEPT =
      "SELECT GROUP_CONCAT(CONCAT(number, ' ', scan_name, ' ', OCTET_LENGTH(scan)) ORDER BY number"
          + " SEPARATOR '; ') FROM issued_document WHERE number LIKE '%СК-2019' AND scan IS NOT"
          + " NULL";
  private static final String TRAIL =
      "SELECT COUNT(*) FROM audit_entry WHERE action = 'document.scan'";

  @Test
  @DisplayName(
      "DOC-8 scans of past documents come in by ZIP after their register, once, and are given out"
          + " on the page of the document")
  void scansByZip(TestServer server, WebDriver browser) throws Exception {
    Staff.appoint(server, "scans-senior", Role.SEN);
    Staff.signIn(browser, server, "scans-senior");
    String student = server.text("SELECT MIN(student_no) FROM student");
    ImportPage page = new ImportPage(browser, server);
    Path register =
        page.csv(
            "past-documents",
            List.of(
                row("1/СК-2019", student, ""),
                row("2/СК-2019", student, "Скан 0002.png"),
                row("3/СК-2019", student, "")));
    page.bringIn("past-documents", register, 3);
    assertThat(page.check("past-documents", register).figures()).containsExactly(3, 0, 0, 3, 0);

    Path zip = BrowserExtension.downloads().resolve("scans.zip");
    write(zip, "сканы/1-ск-2019.pdf", "%PDF-1.4 one", "скан 0002.PNG", "\u0089PNG two");
    upload(server, browser, zip);
    assertThat(figures(browser)).isEqualTo("2 0 0");
    assertThat(server.text(KEPT))
        .isEqualTo("1/СК-2019 1-ск-2019.pdf 12; 2/СК-2019 скан 0002.PNG 8");
    String trail = server.text(TRAIL);

    upload(server, browser, zip);
    assertThat(figures(browser)).isEqualTo("0 2 0");
    assertThat(server.text(TRAIL)).as("nothing happened").isEqualTo(trail);

    write(zip, "1-СК-2019.pdf", "%PDF-1.4 else", "3_СК-2019.pdf", "<html>", "9.pdf", "%PDF-");
    upload(server, browser, zip);
    assertThat(figures(browser)).isEqualTo("0 0 3");
    assertThat(browser.findElement(By.id("refused")).getText())
        .contains("1-СК-2019.pdf", "другой скан", "3_СК-2019.pdf", "не PDF", "9.pdf", "«9»");
    assertThat(server.text(KEPT)).startsWith("1/СК-2019 1-ск-2019.pdf 12;");

    write(zip, "3-СК-2019.pdf", "%PDF-1.4 three", "../evil.pdf", "%PDF-");
    upload(server, browser, zip);
    assertThat(browser.findElement(By.id("file-problem")).getText()).contains("../evil.pdf");
    assertThat(server.text(KEPT)).as("nothing of it is kept").doesNotContain("3/СК-2019");

    givenOut(server, browser);
    assertThatThrownBy(
            () -> change(server, "UPDATE issued_document SET scan = 'x' WHERE scan IS NOT NULL"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("scan of a document does not change");
  }

  private static void givenOut(TestServer server, WebDriver browser) throws Exception {
    String of = "SELECT uuid FROM issued_document WHERE number = '%s'";
    open(server, browser, server.text(of.formatted("3/СК-2019")));
    assertThat(browser.findElements(By.id("scan"))).isEmpty();
    assertThat(browser.findElements(By.id("download"))).as("no file of ours").isEmpty();
    open(server, browser, server.text(of.formatted("1/СК-2019")));
    Path downloaded = BrowserExtension.downloads().resolve("1-ск-2019.pdf");
    Files.deleteIfExists(downloaded);
    browser.findElement(By.id("scan")).click();
    Staff.downloaded(browser, downloaded);
    assertThat(Files.readString(downloaded)).isEqualTo("%PDF-1.4 one");
  }

  private static void open(TestServer server, WebDriver browser, String document) {
    browser.get(server.url() + "/transcript/document.xhtml?id=" + document);
  }

  private static void upload(TestServer server, WebDriver browser, Path zip) {
    browser.get(server.url() + "/transcript/past-scans.xhtml");
    browser.findElement(By.id("file")).sendKeys(zip.toAbsolutePath().toString());
    var button = browser.findElement(By.id("keep"));
    ((JavascriptExecutor) browser).executeScript("arguments[0].click()", button);
    Staff.awaitGone(browser, button);
    Staff.until(browser)
        .until(
            b ->
                !b.findElements(By.id("report")).isEmpty()
                    || !b.findElement(By.id("file-problem")).getText().isEmpty());
  }

  private static String figures(WebDriver browser) {
    return browser.findElement(By.id("kept")).getText()
        + " "
        + browser.findElement(By.id("same")).getText()
        + " "
        + browser.findElement(By.id("refused-count")).getText();
  }

  private static List<String> row(String number, String student, String scan) {
    return List.of(number, student, "TRANSCRIPT", "2019-06-28", "ru", "1", "", "", "ISSUED", scan);
  }

  private static void write(Path zip, String... filesAndContents) throws IOException {
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (int i = 0; i < filesAndContents.length; i += 2) {
        out.putNextEntry(new ZipEntry(filesAndContents[i]));
        out.write(filesAndContents[i + 1].getBytes(StandardCharsets.ISO_8859_1));
        out.closeEntry();
      }
    }
  }

  private static void change(TestServer server, String sql) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
