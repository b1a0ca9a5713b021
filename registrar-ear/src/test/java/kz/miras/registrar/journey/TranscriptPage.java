package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.transcript.PrintedQr;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** A transcript in the register, its file, and what a stranger finds out about it. */
final class TranscriptPage {

  private final WebDriver browser;

  TranscriptPage(WebDriver browser) {
    this.browser = browser;
  }

  /** Presses a button and waits for the state it leads to. */
  void press(String button, String status) {
    browser.findElement(By.id(button)).click();
    Staff.awaitStatus(browser, "document-status", status);
  }

  String number() {
    return browser.findElement(By.id("document-number")).getText();
  }

  /** Downloads the file as it was issued. */
  Path file() throws IOException {
    Path name = BrowserExtension.downloads().resolve(number().replace('/', '-') + ".pdf");
    Files.deleteIfExists(name);
    browser.findElement(By.id("download")).click();
    return Staff.until(browser).until(b -> arrived(name).orElse(null));
  }

  private static Optional<Path> arrived(Path name) {
    String end = name.getFileName().toString();
    try (Stream<Path> files = Files.list(name.getParent())) {
      return files.filter(file -> file.getFileName().toString().equals(end)).findFirst();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Asks as a stranger does, by an address. */
  void verify(String address, String verdict) {
    browser.get(address);
    assertThat(browser.findElement(By.id("verdict")).getAttribute("data-verdict"))
        .isEqualToIgnoringCase(verdict);
  }

  static String text(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** The address that the first code printed in the file leads to, read as a camera reads it. */
  static String address(Path file) throws IOException {
    return PrintedQr.read(Files.readAllBytes(file));
  }
}
