package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.imageio.ImageIO;
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
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** The office words a certificate of its own, and issues it at the counter. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class CertificateJourneyIT {

  private static final String DESIGNER = "certificate-designer";
  private static final String DIRECTOR = "certificate-director";
  private static final String CLERK = "certificate-clerk";

  @Test
  @DisplayName(
      "DOC-32 details of the university are entered by one, approved by another, and printed")
  void details(TestServer server, WebDriver browser) throws SQLException, IOException {
    Album album = new Album(browser, "university");
    appoint(server);
    Staff.signIn(browser, server, DESIGNER);
    browser.get(server.url() + "/transcript/editions.xhtml?of=UNIVERSITY:university");
    browser.findElement(By.id("draft-shipped")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("propose")));
    value(browser, "address.kk", "160012, Шымкент қаласы, Сапақ датқа көшесі, 2");
    value(browser, "address.ru", "160012, город Шымкент, улица Сапак датка, 2");
    value(browser, "registrar.person.kk", "Ә. Қ. Жұмағұлов");
    value(browser, "registrar.person.ru", "А. К. Жумагулов");
    value(browser, "registrar.person.en", "A. K. Zhumagulov");
    value(browser, "bin", "123");
    file(browser, "image.crest").sendKeys(crest().toAbsolutePath().toString());
    FormPage form = new FormPage(browser);
    form.fill("note", "Адрес, подписант и эмблема");
    form.press("save");
    assertThat(field(browser, "bin").findElement(By.className("problem")).getText())
        .as("a BIN has twelve digits")
        .isNotEmpty();
    value(browser, "bin", "");
    form.press("propose");
    Staff.awaitStatus(browser, "edition", "PROPOSED");
    String edition = browser.getCurrentUrl();
    album.picture("proposed");
    approve(server, browser, edition);
    album.picture("approved");
  }

  @Test
  @DisplayName("DOC-33 a new kind of certificates is worded, tried, approved, and issued")
  void issued(TestServer server, WebDriver browser) throws SQLException, IOException {
    Album album = new Album(browser, "certificate");
    appoint(server);
    Staff.signIn(browser, server, DESIGNER);
    browser.get(server.url() + "/transcript/setup.xhtml?sort=CERTIFICATE");
    album.picture("catalogue");
    FormPage form = new FormPage(browser);
    form.fill("code", "sport");
    form.press("new-kind");
    String edition = browser.getCurrentUrl();
    word(browser);
    value(browser, "body.ru", "{name}, {course} курс, участвует в {salary}.");
    form.fill("note", "Спортивные сборы");
    form.press("save");
    assertThat(field(browser, "body.ru").getText()).contains("{salary}");
    album.picture("refused");
    value(browser, "body.ru", "{name}, {course} курс, участвует в сборах: {ask:camp}.");
    form.press("save");
    Path tried = BrowserExtension.downloads().resolve("CERT_SPORT.pdf");
    Files.deleteIfExists(tried);
    browser.findElement(By.id("preview")).click();
    Staff.downloaded(browser, tried);
    assertThat(TranscriptPage.text(tried)).contains("участвует в сборах: [Сборы]");
    browser.get(edition);
    form.press("propose");
    Staff.awaitStatus(browser, "edition", "PROPOSED");
    approve(server, browser, edition);
    asked(server, browser, album);
  }

  private static void asked(TestServer server, WebDriver browser, Album album)
      throws SQLException, IOException {
    Staff.signIn(browser, server, CLERK);
    String student = studying(server);
    browser.get(server.url() + "/student/card.xhtml?id=" + student);
    browser.findElement(By.id("certificates")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("offers")));
    assertThat(browser.findElement(By.cssSelector("li[data-kind='CERT_LEAVE']")).getText())
        .as("why a certificate of leave is not given to who studies")
        .contains("не выдаётся");
    browser.findElement(By.cssSelector("li[data-kind='CERT_SPORT'] a")).click();
    Staff.until(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("purpose")));
    FormPage form = new FormPage(browser);
    form.fill("purpose", "Управление спорта");
    form.press("prepare");
    assertThat(browser.findElement(By.cssSelector("[data-question='camp'] .problem")).getText())
        .as("the question needs an answer")
        .isNotEmpty();
    album.picture("asked");
    browser
        .findElement(By.cssSelector("[data-question='camp'] input"))
        .sendKeys("Летние сборы «Қарлығаш»");
    browser.findElement(By.id("prepare")).click();
    Staff.awaitStatus(browser, "document-status", "PREPARED");
    String page = browser.getCurrentUrl();
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(page);
    TranscriptPage document = new TranscriptPage(browser);
    document.press("sign", "ISSUED");
    assertThat(document.number()).startsWith("CT-");
    Path file = document.file();
    assertThat(TranscriptPage.text(file).replaceAll("\\s+", " "))
        .contains("Летние сборы «Қарлығаш»", "СПОРТ АНЫҚТАМАСЫ", "Управление спорта")
        .contains(document.number());
    album.picture("issued");
    browser.get(TranscriptPage.address(file));
    assertThat(browser.findElement(By.id("verdict")).getAttribute("data-verdict"))
        .isEqualToIgnoringCase("VALID");
  }

  private static void word(WebDriver browser) {
    for (String language : new String[] {"kk", "ru", "en"}) {
      value(browser, "name." + language, "Спорт " + language);
      value(browser, "question.1." + language, "Сборы");
    }
    value(browser, "title.kk", "СПОРТ АНЫҚТАМАСЫ");
    value(browser, "title.ru", "СПОРТИВНАЯ СПРАВКА");
    value(browser, "body.kk", "{name}, {course}-курс, жиынға қатысады: {ask:camp}.");
    value(browser, "question.1.code", "camp");
    choose(browser, "question.1.type", "TEXT");
    choose(browser, "question.1.required", "true");
  }

  private static void appoint(TestServer server) throws SQLException {
    Staff.appoint(server, DESIGNER, Role.SEN);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, CLERK, Role.JUN);
  }

  private static void approve(TestServer server, WebDriver browser, String edition) {
    Staff.signIn(browser, server, DIRECTOR);
    browser.get(edition);
    new FormPage(browser).fill("decision", "Приказ № 7");
    new FormPage(browser).press("approve");
    Staff.awaitStatus(browser, "edition", "APPROVED");
  }

  private static WebElement field(WebDriver browser, String code) {
    return browser.findElement(By.cssSelector("[data-code='" + code + "']"));
  }

  private static void value(WebDriver browser, String code, String text) {
    ((JavascriptExecutor) browser)
        .executeScript(
            "arguments[0].value = arguments[1]",
            field(browser, code).findElement(By.cssSelector("input, textarea")),
            text);
  }

  private static void choose(WebDriver browser, String code, String value) {
    new Select(field(browser, code).findElement(By.tagName("select"))).selectByValue(value);
  }

  private static WebElement file(WebDriver browser, String code) {
    return field(browser, code).findElement(By.cssSelector("input[type=file]"));
  }

  private static Path crest() throws IOException {
    BufferedImage image = new BufferedImage(240, 240, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 240; x++) {
      for (int y = 0; y < 240; y++) {
        double far = Math.hypot(x - 120, y - 120);
        image.setRGB(
            x, y, far > 118 ? 0xFFFFFF : far > 100 ? 0x1D3A5F : far > 60 ? 0xE8EEF5 : 0xC49A3A);
      }
    }
    Path file = Files.createTempFile("crest", ".png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static String studying(TestServer server) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT uuid FROM student WHERE status = 'STUDYING' ORDER BY id LIMIT 1")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
