package kz.miras.registrar.journey;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.service.Passwords;
import kz.miras.registrar.local.TestServer;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/** People of the office for browser tests; their password is the test administrator's. */
final class Staff {

  private static final String HASH = Passwords.hash(TestServer.ADMIN_PASSWORD);

  private Staff() {}

  /** Makes an account with roles, unless it exists. */
  static void appoint(TestServer server, String login, Role... roles) throws SQLException {
    try (Connection database = server.database()) {
      appoint(database, login, roles);
    }
  }

  /** Makes an account with roles in this database, unless it exists. */
  static void appoint(Connection database, String login, Role... roles) throws SQLException {
    run(
        database,
        "INSERT IGNORE INTO account (id, uuid, login, display_name, kind, password_hash,"
            + " valid_from, language) VALUES (NEXTVAL(account_seq), UUID(), ?, ?, 'PERSON', ?,"
            + " '2020-01-01', 'ru')",
        login,
        login,
        HASH);
    for (Role role : roles) {
      run(
          database,
          "INSERT INTO role_grant (id, account_id, role, valid_from, basis)"
              + " SELECT NEXTVAL(account_seq), id, ?, '2020-01-01', 'order 1' FROM account a"
              + " WHERE login = ? AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE"
              + " g.account_id = a.id AND g.role = ?)",
          role.name(),
          login,
          role.name());
    }
  }

  /** Ties an account to a teacher, as the administrator does when opening it. */
  static void tie(TestServer server, String login, String personnelNo) throws SQLException {
    try (Connection database = server.database()) {
      run(
          database,
          "UPDATE account SET teacher_id = (SELECT id FROM teacher WHERE personnel_no = ?)"
              + " WHERE login = ?",
          personnelNo,
          login);
    }
  }

  /** Runs one statement with text parameters. */
  static void run(Connection database, String sql, String... parameters) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }

  /**
   * Puts four students into a sheet, in the order of their names.
   *
   * @param rated whether both their ratings are 60
   */
  static void seat(Connection database, String sheet, boolean rated) throws SQLException {
    List<String> students = new ArrayList<>();
    try (Statement select = database.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT s.id FROM (SELECT * FROM student WHERE status = 'STUDYING' ORDER BY id LIMIT"
                    + " 4) s ORDER BY s.last_name, s.first_name")) {
      while (row.next()) {
        students.add(row.getString(1));
      }
    }
    for (int place = 1; place <= students.size(); place++) {
      run(
          database,
          "INSERT INTO sheet_row (id, sheet_id, student_id, position, p1, p2) SELECT h.id * 1000 +"
              + " ?, h.id, ?, ?, ?, ? FROM sheet h WHERE h.number = ?",
          String.valueOf(place),
          students.get(place - 1),
          String.valueOf(place),
          rated ? "60" : null,
          rated ? "60" : null,
          sheet);
    }
  }

  /** Signs in as somebody else than before. */
  static void signIn(WebDriver browser, TestServer server, String login) {
    signIn(browser, server.url(), login);
  }

  /** Signs in at this address. */
  static void signIn(WebDriver browser, String url, String login) {
    signIn(browser, url, login, TestServer.ADMIN_PASSWORD);
  }

  /** Signs in with a password of one's own. */
  static void signIn(WebDriver browser, String url, String login, String password) {
    browser.get(url + "/sign-in.xhtml");
    browser.manage().deleteAllCookies();
    browser.get(url + "/sign-in.xhtml");
    enter(browser, login, password);
    until(browser).until(ExpectedConditions.urlContains("/index.xhtml"));
  }

  /** Fills the sign-in page that is shown. */
  static void enter(WebDriver browser, String login, String password) {
    browser.findElement(By.id("login")).sendKeys(login);
    browser.findElement(By.id("password")).sendKeys(password);
    browser.findElement(By.id("enter")).click();
  }

  /** Waits until the page says that what it shows has come to a state; it may reload meanwhile. */
  static void awaitStatus(WebDriver browser, String element, String status) {
    until(browser)
        .ignoring(WebDriverException.class)
        .until(
            ExpectedConditions.presenceOfElementLocated(
                By.cssSelector("#" + element + "[data-status='" + status + "']")));
  }

  /**
   * Waits until what was on the page is there no more; the driver stumbles over a page that goes.
   */
  static void awaitGone(WebDriver browser, WebElement element) {
    until(browser)
        .ignoring(WebDriverException.class)
        .until(ExpectedConditions.stalenessOf(element));
  }

  /**
   * Clicks a link or button that leads to another page and waits for that page: what is looked for
   * at once might still be found on the page that goes.
   */
  static void follow(WebDriver browser, By what) {
    WebElement clicked = browser.findElement(what);
    clicked.click();
    awaitGone(browser, clicked);
    until(browser).until(ExpectedConditions.presenceOfElementLocated(By.tagName("main")));
  }

  static FluentWait<WebDriver> until(WebDriver browser) {
    return new WebDriverWait(browser, Duration.ofSeconds(20))
        .ignoring(StaleElementReferenceException.class);
  }

  /** Waits until a file has come whole: the browser keeps its name by an empty one meanwhile. */
  static void downloaded(WebDriver browser, Path file) {
    until(browser).until(page -> file.toFile().length() > 0);
  }
}
