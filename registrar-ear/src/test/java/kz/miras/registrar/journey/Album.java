package kz.miras.registrar.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;

/** Pictures of a journey, kept beside the other build output in {@code screenshots}. */
final class Album {

  private final WebDriver browser;
  private final String name;
  private int pictures;

  Album(WebDriver browser, String name) {
    this.browser = browser;
    this.name = name;
  }

  /** Shows the page as those see it who prefer it dark; the next page is as it was. */
  void dark() {
    ((JavascriptExecutor) browser)
        .executeScript("document.documentElement.setAttribute('data-theme', 'dark')");
  }

  /** Takes the next picture. */
  void picture(String step) {
    try {
      Path folder =
          Files.createDirectories(
              Path.of(System.getProperty("registrar.it")).resolveSibling("screenshots"));
      Files.write(
          folder.resolve("%s-%02d-%s.png".formatted(name, ++pictures, step)),
          ((TakesScreenshot) browser).getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
