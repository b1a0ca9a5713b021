package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks the expected rights on the running server, allowed and denied. */
@ExtendWith(ServerExtension.class)
class RightsIT {

  private static final String LIST = "/office/list.xhtml?list=";

  /** Pages by the operation they need. */
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry(LIST + "students", "student.read"),
          Map.entry(LIST + "orders", "order.read"),
          Map.entry(LIST + "offerings", "offering.read"),
          Map.entry(LIST + "sections", "offering.read"),
          Map.entry(LIST + "windows", "window.read"),
          Map.entry(LIST + "holds", "hold.read"),
          Map.entry(LIST + "registration-requests", "enrol-request.read"),
          Map.entry(LIST + "minors", "enrol.read"),
          Map.entry(LIST + "differences", "achievement.read"),
          Map.entry(LIST + "financial-holds", "hold.edit-financial"),
          Map.entry(LIST + "sheets", "sheet.read"),
          Map.entry(LIST + "rating-sheets", "sheet.read"),
          Map.entry(LIST + "sheet-scans", "sheet.read"),
          Map.entry(LIST + "exam-rooms", "exam-room.read"),
          Map.entry(LIST + "exam-incidents", "exam-room.read"),
          Map.entry(LIST + "documents", "register.read"),
          Map.entry(LIST + "document-requests", "register.read"),
          Map.entry(LIST + "document-fees", "transcript.fee"),
          Map.entry(LIST + "programmes", "catalogue.read"),
          Map.entry(LIST + "disciplines", "catalogue.read"),
          Map.entry(LIST + "curricula", "catalogue.read"),
          Map.entry(LIST + "teachers", "catalogue.read"),
          Map.entry(LIST + "terms", "calendar.read"),
          Map.entry(LIST + "accounts", "account.read"),
          Map.entry(LIST + "audit", "audit.read"));

  private final ExpectedRights expected = ExpectedRights.read();

  @TestFactory
  @DisplayName(
      "ACC-1 the server's realm gives each role exactly the operations of the specification")
  Stream<DynamicTest> theRealmGivesExactlyTheSpecifiedOperations(TestServer server) {
    return expected.roles().stream()
        .map(
            role ->
                DynamicTest.dynamicTest(
                    role,
                    () ->
                        assertThat(realm(server, new People(server).holding(role)))
                            .isEqualTo(expected.operationsOf(role))));
  }

  @TestFactory
  @DisplayName("ACC-1 each page opens to exactly the roles of the specification")
  Stream<DynamicTest> eachPageOpensToExactlyTheSpecifiedRoles(TestServer server) {
    return expected.roles().stream()
        .filter(role -> expected.holds(role, "screens.use"))
        .map(role -> DynamicTest.dynamicTest(role, () -> walk(server, role)));
  }

  private void walk(TestServer server, String role) throws SQLException {
    String login = new People(server).holding(role);
    Visitor visitor = new Visitor(server.url()).signedIn(login, People.PASSWORD);
    PAGES.forEach(
        (page, operation) ->
            assertThat(visitor.get(page).statusCode())
                .as("%s as %s", page, role)
                .isEqualTo(expected.holds(role, operation) ? 200 : 404));
  }

  @Test
  @DisplayName(
      "ACC-1 a program's account does not get onto the screens, and a registered one not even past"
          + " the sign-in")
  void aProgramsAccountDoesNotGetOntoTheScreens(TestServer server) throws SQLException {
    People people = new People(server);
    people.grant(
        people.account("it-program", "SUBSYSTEM"), "SUBSYSTEM", LocalDate.of(2020, 1, 1), null);
    Visitor visitor = new Visitor(server.url());
    visitor.signIn("it-program", People.PASSWORD, "/index.xhtml");
    assertThat(visitor.get("/index.xhtml").statusCode()).isEqualTo(403);

    Visitor registered = new Visitor(server.url());
    registered.signIn(people.holding("SUBSYSTEM"), People.PASSWORD, "/index.xhtml");
    assertThat(registered.get("/index.xhtml").statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("ACC-2 a role works between its first and its last day only")
  void aRoleWorksBetweenItsDaysOnly(TestServer server) throws SQLException {
    People people = new People(server);
    LocalDate today = LocalDate.now();
    people.grant(people.account("it-past"), "DIR", today.minusDays(30), today.minusDays(3));
    people.grant(people.account("it-future"), "DIR", today.plusDays(3), null);
    assertThat(realm(server, "it-past")).isEmpty();
    assertThat(realm(server, "it-future")).isEmpty();
  }

  @Test
  @DisplayName("ACC-2 access ends with the appointment, not with the session")
  void accessEndsWithTheAppointment(TestServer server) throws SQLException {
    People people = new People(server);
    String login = people.holding("DIR");
    Visitor visitor = new Visitor(server.url()).signedIn(login, People.PASSWORD);
    assertThat(visitor.get(LIST + "accounts").statusCode()).isEqualTo(200);

    people.change(
        "UPDATE role_grant SET valid_to = ? WHERE account_id = (SELECT id FROM account WHERE login"
            + " = ?)",
        LocalDate.now().minusDays(2),
        login);

    assertThat(visitor.get(LIST + "accounts").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName(
      "ACC-4 a right taken away personally outweighs the role; a right given stands beside it")
  void personalRightsStandBesideTheRoles(TestServer server) throws SQLException {
    People people = new People(server);
    String login = people.holding("SPE");
    String right =
        "INSERT INTO personal_right (id, account_id, permission, scopes, valid_from, basis)"
            + " SELECT NEXT VALUE FOR account_seq, id, ?, ?, '2020-01-01', 'order 2' FROM account"
            + " WHERE login = ?";
    people.change(right, "student.read", "", login);
    people.change(right, "audit.read", "ALL", login);
    assertThat(realm(server, login)).doesNotContain("student.read").contains("audit.read");

    Visitor visitor = new Visitor(server.url()).signedIn(login, People.PASSWORD);
    assertThat(visitor.get(LIST + "students").statusCode()).isEqualTo(404);
    assertThat(visitor.get(LIST + "audit").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("ACC-1 a call without the right is answered 403 and recorded, by role and by grant")
  void aCallWithoutTheRightIsRecorded(TestServer server) throws SQLException {
    People people = new People(server);
    String card = "/access/account.xhtml?id=" + UUID.randomUUID();
    String never = people.holding("SPE");
    Visitor visitor = new Visitor(server.url()).signedIn(never, People.PASSWORD);
    assertThat(visitor.get(card).statusCode()).isEqualTo(403);
    assertThat(denials(server, never)).isOne();

    String former = people.holding("DIR");
    Visitor director = new Visitor(server.url()).signedIn(former, People.PASSWORD);
    assertThat(director.get(card).statusCode()).isEqualTo(404);
    assertThat(denials(server, former)).isZero();
    people.change(
        "UPDATE role_grant SET valid_to = ? WHERE account_id = (SELECT id FROM account WHERE login"
            + " = ?)",
        LocalDate.now().minusDays(2),
        former);
    assertThat(director.get(card).statusCode()).isEqualTo(403);
    assertThat(denials(server, former)).isOne();
  }

  @Test
  @DisplayName(
      "ACC-2 an ended account loses its rights at once, whatever its roles and its session")
  void anEndedAccountLosesItsRights(TestServer server) throws SQLException {
    People people = new People(server);
    String login = people.holding("DIR");
    Visitor visitor = new Visitor(server.url()).signedIn(login, People.PASSWORD);
    people.change(
        "UPDATE account SET valid_to = ? WHERE login = ?", LocalDate.now().minusDays(2), login);
    assertThat(visitor.get(LIST + "accounts").statusCode()).isEqualTo(404);
    assertThat(realm(server, login)).isEmpty();
  }

  private static long denials(TestServer server, String login) throws SQLException {
    try (Connection connection = server.database();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM audit_entry WHERE actor = ? AND outcome = 'DENIED' AND action"
                    + " = 'account.read' AND entity_id = 'AccountQueries.card'")) {
      select.setString(1, login);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static Set<String> realm(TestServer server, String login) throws SQLException {
    Set<String> held = new TreeSet<>();
    try (Connection connection = server.database();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT permission FROM sign_in_permission WHERE login = ?")) {
      select.setString(1, login);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.add(row.getString(1));
        }
      }
    }
    return held;
  }
}
