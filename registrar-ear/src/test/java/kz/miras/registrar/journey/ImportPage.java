package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.TestServer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The import screen as its users use it: template, file, check, decision. */
final class ImportPage {

  private final WebDriver browser;
  private final TestServer server;

  ImportPage(WebDriver browser, TestServer server) {
    this.browser = browser;
    this.server = server;
  }

  /** Downloads the XLSX template of a list and fills it; cells in the order of its headings. */
  Path workbook(String list, List<List<String>> rows) throws IOException {
    Path template = template(list, "f:template", list + ".xlsx");
    List<String> headings;
    try (ReadableWorkbook workbook = new ReadableWorkbook(template.toFile())) {
      headings = texts(workbook.getFirstSheet().read().get(0));
    }
    Path filled = template.resolveSibling(list + "-filled.xlsx");
    try (OutputStream out = Files.newOutputStream(filled);
        Workbook workbook = new Workbook(out, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(list);
      List<List<String>> lines = new ArrayList<>(List.of(headings));
      lines.addAll(rows);
      for (int line = 0; line < lines.size(); line++) {
        for (int i = 0; i < lines.get(line).size(); i++) {
          sheet.value(line, i, lines.get(line).get(i));
        }
      }
      workbook.finish();
    }
    return filled;
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
  }

  /** Downloads the CSV template of a list and fills it. */
  Path csv(String list, List<List<String>> rows) throws IOException {
    Path template = template(list, "f:template-csv", list + ".csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(template, StandardCharsets.UTF_8));
    rows.stream().map(row -> String.join(";", row)).forEach(lines::add);
    Path filled = template.resolveSibling(list + "-filled.csv");
    return Files.write(filled, lines, StandardCharsets.UTF_8);
  }

  private Path template(String list, String link, String name) throws IOException {
    open(list);
    Path downloaded = BrowserExtension.downloads().resolve(name);
    Files.deleteIfExists(downloaded);
    browser.findElement(By.id(link)).click();
    Staff.downloaded(browser, downloaded);
    return downloaded;
  }

  private void open(String list) {
    browser.get(server.url() + "/office/import.xhtml?list=" + list);
    Select choice = new Select(browser.findElement(By.id("f:list")));
    if (!list.equals(choice.getFirstSelectedOption().getAttribute("value"))) {
      throw new AssertionError("the address does not choose the list " + list);
    }
  }

  /** Uploads a file and waits for the end of its dry run. */
  ImportPage check(String list, Path file) {
    open(list);
    browser.findElement(By.id("f:file")).sendKeys(file.toAbsolutePath().toString());
    browser.findElement(By.id("f:check")).click();
    awaitStatus("CHECKED");
    return this;
  }

  /** Stores everything and waits until it is stored. */
  void store() {
    browser.findElement(By.id("r:apply")).click();
    awaitStatus("APPLIED");
  }

  /** Sends it to be approved by somebody else; the address of its page. */
  String submit() {
    browser.findElement(By.id("r:submit")).click();
    awaitStatus("WAITING");
    assertThat(browser.findElements(By.id("r:approve"))).as("who submitted it").isEmpty();
    return browser.getCurrentUrl();
  }

  /** Lets it be stored and waits until it is. */
  void approve() {
    browser.findElement(By.id("r:approve")).click();
    awaitStatus("APPLIED");
  }

  /** Whether the page offers to store something. */
  boolean offersToStore() {
    return !browser.findElements(By.cssSelector("[id='r:apply'], [id='r:apply-good']")).isEmpty();
  }

  /** The figures of the dry run: rows, new, changed, unchanged, with errors. */
  List<Integer> figures() {
    return browser.findElements(By.cssSelector("[id='r'] dl.facts dd")).stream()
        .map(WebElement::getText)
        .map(Integer::valueOf)
        .toList();
  }

  /** Everything found wrong, for the message of a failed test. */
  String findings() {
    return browser.findElements(By.cssSelector("#findings tbody tr")).stream()
        .map(WebElement::getText)
        .collect(Collectors.joining("\n"));
  }

  /** Uploads and stores a file in which every row is right and new. */
  void bringIn(String list, Path file, int rows) {
    check(list, file);
    if (!figures().equals(List.of(rows, rows, 0, 0, 0))) {
      throw new AssertionError(list + " " + figures() + "\n" + findings());
    }
    store();
  }

  private void awaitStatus(String status) {
    Staff.awaitStatus(browser, "import-status", status);
  }
}
