package kz.miras.registrar.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Gives a test a real, headless Chromium as a parameter of type {@link WebDriver}. Where none is
 * installed the test is skipped loudly; in CI a skipped browser test is a failure.
 */
public final class BrowserExtension
    implements ExecutionCondition, ParameterResolver, AfterAllCallback {

  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> DRIVERS =
      List.of(
          "/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver", "/usr/local/bin/chromedriver");

  private WebDriver driver;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (find("CHROMIUM", BROWSERS).isPresent() && find("CHROMEDRIVER", DRIVERS).isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is installed");
    }
    String message =
        "NO BROWSER: install Debian's chromium and chromium-driver, or set CHROMIUM and"
            + " CHROMEDRIVER; the browser tests do not run without them";
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(message);
    }
    System.err.println("\n*** SKIPPED " + context.getDisplayName() + ": " + message + " ***\n");
    return ConditionEvaluationResult.disabled(message);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == WebDriver.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (driver == null) {
      driver = start();
    }
    return driver;
  }

  /** One more browser with a profile of its own, for somebody else; whoever asks for it ends it. */
  public static WebDriver another() {
    return start();
  }

  private static WebDriver start() {
    try {
      Path profile = Files.createTempDirectory("registrar-browser");
      ChromeOptions options = new ChromeOptions();
      options.setBinary(find("CHROMIUM", BROWSERS).orElseThrow());
      options.addArguments(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // it asks the name server about its maker's services; here it is to know this machine
          // only
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
          "--disable-dev-shm-usage",
          "--window-size=1400,1000",
          // what changes colour has done so when a test looks
          "--force-prefers-reduced-motion",
          "--user-data-dir=" + profile);
      options.setExperimentalOption(
          "prefs",
          Map.of(
              "download.default_directory",
              downloads().toString(),
              "plugins.always_open_pdf_externally",
              true));
      // a test can read what a page says to the console
      options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
      ChromeDriverService service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(Path.of(find("CHROMEDRIVER", DRIVERS).orElseThrow()).toFile())
              .build();
      return new ChromeDriver(service, options);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Where the browser puts what it downloads. */
  public static Path downloads() {
    try {
      return Files.createDirectories(
          Path.of(System.getProperty("registrar.it"), "downloads").toAbsolutePath());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Optional<String> find(String variable, List<String> places) {
    String given = System.getenv(variable);
    if (given != null) {
      return Optional.of(given);
    }
    return places.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (driver != null) {
      driver.quit();
      driver = null;
    }
  }
}
