package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

@ExtendWith({ServerExtension.class, BrowserExtension.class})
class RulesJourneyIT {

  @BeforeEach
  void appoint(TestServer server) throws SQLException {
    Staff.appoint(server, "rules-director", Role.DIR);
    Staff.appoint(server, "rules-vicerector", Role.VR);
    Staff.appoint(server, "rules-both", Role.DIR, Role.VR);
  }

  @Test
  @DisplayName("PAR-1 PAR-5 a wrong value is told beside its field and nothing is stored")
  void wrongValueIsToldBesideItsField(TestServer server, WebDriver browser) throws SQLException {
    long before = count(server, "SELECT COUNT(*) FROM rule_proposal");
    Staff.signIn(browser, server, "rules-director");
    new RulesPage(browser).propose(server.url(), "BACHELOR", "2020-09-01", "grade.fxRetakes", "7");
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".field.bad")));
    List<String> problems =
        browser.findElements(By.cssSelector(".field.bad .problem")).stream()
            .map(WebElement::getText)
            .toList();
    assertThat(problems).hasSize(2).allSatisfy(text -> assertThat(text).isNotBlank());
    assertThat(count(server, "SELECT COUNT(*) FROM rule_proposal")).isEqualTo(before);
  }

  @Test
  @DisplayName("PAR-4 PAR-6 one proposes, another approves, and the set is in force from its day")
  void oneProposesAnotherApproves(TestServer server, WebDriver browser) throws SQLException {
    Staff.signIn(browser, server, "rules-director");
    new RulesPage(browser).propose(server.url(), "MASTER", "2199-09-01", "reg.softCredits", "28");
    String proposal = new RulesPage(browser).proposal();

    Staff.signIn(browser, server, "rules-vicerector");
    new RulesPage(browser).decide(proposal, "Учёный совет, № 3");
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ui-messages-info")));

    assertThat(
            count(
                server,
                "SELECT COUNT(*) FROM rule_set s JOIN rule_value v ON v.rule_set_id = s.id WHERE"
                    + " s.code = 'policy-master-2199-09-01' AND v.parameter = 'REG_SOFT_CREDITS'"
                    + " AND v.value = '28'"))
        .isEqualTo(1);
    assertThat(
            count(
                server,
                "SELECT COUNT(*) FROM audit_entry WHERE entity = 'EnactedRules'"
                    + " AND actor = 'rules-vicerector'"))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("PAR-6 whoever proposed is refused the approval, whatever roles they hold")
  void ownProposalIsNotApproved(TestServer server, WebDriver browser) throws SQLException {
    Staff.signIn(browser, server, "rules-both");
    new RulesPage(browser).propose(server.url(), "PHD", "2072-09-01", "reg.softCredits", "27");
    String proposal = new RulesPage(browser).proposal();
    new RulesPage(browser).decide(proposal, "№ 4");
    Staff.until(browser)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".ui-messages-error")));
    assertThat(count(server, "SELECT COUNT(*) FROM rule_set WHERE code = 'policy-phd-2072-09-01'"))
        .isZero();
  }

  @Test
  @DisplayName("PAR-5 the database refuses to change or delete a set of rules")
  void databaseRefusesToChangeRules(TestServer server) throws SQLException {
    try (Connection database = server.database()) {
      for (String attempt :
          List.of(
              "UPDATE rule_set SET valid_from = '1991-01-01' WHERE code = 'policy-phd'",
              "DELETE FROM rule_set WHERE code = 'policy-phd'")) {
        assertThatThrownBy(() -> Staff.run(database, attempt))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("a set of rules is never");
      }
    }
  }

  private static long count(TestServer server, String sql) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
