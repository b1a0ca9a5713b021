package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.LocalServer;
import kz.miras.registrar.local.OwnServers;
import kz.miras.registrar.local.RunProcess;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Two servers on one database: what is done on one is at once true on the other. */
@OwnServers
@ExtendWith(BrowserExtension.class)
class TwoNodesIT {

  private static final String DIRECTOR = "nodes-director";
  private static final String VICE_RECTOR = "nodes-vicerector";

  @TempDir private Path folder;

  @Test
  @DisplayName("rules proposed on one node are approved on the other; both seal one audit trail")
  void nodesAgree(WebDriver browser) throws Exception {
    int one = LocalServer.freePort();
    int two = LocalServer.freePort();
    try (RunProcess first = first(one)) {
      first.awaitReady();
      try (Connection database = first.database()) {
        Staff.appoint(database, DIRECTOR, Role.DIR);
        Staff.appoint(database, VICE_RECTOR, Role.VR);
      }
      try (RunProcess second = first.startBeside(folder.resolve("two"), Map.of(), two)) {
        second.awaitReady();
        decideAcross(browser, "http://localhost:" + one, "http://localhost:" + two);
        auditIsWhole(browser, "http://localhost:" + one);
        auditIsWhole(browser, "http://localhost:" + two);
        second.stopAll();
      }
      first.stopAll();
    }
  }

  private static void decideAcross(WebDriver browser, String one, String two) {
    Staff.signIn(browser, one, DIRECTOR);
    RulesPage rules = new RulesPage(browser);
    rules.propose(one, "MASTER", "2031-09-01", "reg.softCredits", "28");
    String proposal = rules.proposal();
    Staff.signIn(browser, two, VICE_RECTOR);
    rules.decide(proposal.replace(one, two), "Учёный совет, № 3");
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ui-messages-info")));
    Staff.signIn(browser, one, DIRECTOR);
    browser.get(proposal);
    assertThat(browser.findElements(By.id("f:approve"))).as("decided on the other node").isEmpty();
    assertThat(browser.findElement(By.tagName("body")).getText()).contains("Учёный совет, № 3");
  }

  private static void auditIsWhole(WebDriver browser, String node) {
    Staff.signIn(browser, node, "admin");
    browser.get(node + "/access/audit-check.xhtml");
    browser.findElement(By.id("f:start")).click();
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".verdict")));
    assertThat(browser.findElements(By.cssSelector(".verdict.VALID"))).hasSize(1);
  }

  private RunProcess first(int port) throws IOException {
    return RunProcess.start(
        folder.resolve("one"),
        Map.of("REGISTRAR_ADMIN_PASSWORD", TestServer.ADMIN_PASSWORD),
        "-Dregistrar.http.port=" + port,
        "-Dregistrar.demo=false");
  }
}
