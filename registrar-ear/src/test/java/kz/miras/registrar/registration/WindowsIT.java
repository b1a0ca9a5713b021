package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.People;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Windows of registration over HTTP: prepared by one, approved by another, seen by students. */
@ExtendWith(ServerExtension.class)
class WindowsIT {

  private static final String APPROVALS = "/registration/window-approvals.xhtml";
  private static final String TERM = "2051-1";

  @BeforeEach
  void term(TestServer server) throws SQLException {
    People people = new People(server);
    people.change(
        "INSERT IGNORE INTO academic_year (id, start_year, starts_on, ends_on) VALUES (951, 2051,"
            + " '2051-09-01', '2052-08-31')");
    people.change(
        "INSERT IGNORE INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " VALUES (951, 951, 'AUTUMN', ?, '2051-09-01', '2052-01-25', 15)",
        TERM);
    takeAway(server);
  }

  @AfterEach
  void takeAway(TestServer server) throws SQLException {
    People people = new People(server);
    people.change("DELETE FROM registration_window WHERE term_id = 951");
    people.change(
        "DELETE FROM notice WHERE code = 'registration.notice.window' AND args LIKE ?",
        "%" + TERM + "%");
  }

  private static Visitor signedIn(TestServer server, String login) {
    return new Visitor(server.url()).signedIn(login, login + "-Demo1");
  }

  private static String prepare(Visitor who, String closes) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("term", TERM);
    typed.put("kind", "REGISTRATION");
    typed.put("level", "BACHELOR");
    typed.put("opens_on", "20.08.2051");
    typed.put("opens_at", "9:00");
    typed.put("closes_on", closes);
    typed.put("waves", "2");
    typed.put("wave_minutes", "30");
    return new RecordPage(who, "windows").save(typed);
  }

  @Test
  @DisplayName(
      "WIN-3 the deputy prepares a window in university time, the director puts it in force")
  void preparedAndApproved(TestServer server) throws SQLException {
    prepare(signedIn(server, "deputy"), "25.08.2051");
    assertThat(stored(server)).isEqualTo("PREPARED 2051-08-20 04:00 2051-08-25 19:00 null");

    approve(signedIn(server, "director"));
    assertThat(stored(server))
        .isEqualTo("APPROVED 2051-08-20 04:00 2051-08-25 19:00 2051-08-25 19:00");
    assertThat(
            server.text(
                "SELECT COUNT(*) - (SELECT COUNT(*) FROM student s JOIN programme p ON p.id ="
                    + " s.programme_id WHERE s.status = 'STUDYING' AND p.level = 'BACHELOR') FROM"
                    + " notice WHERE code = 'registration.notice.window' AND args LIKE '%"
                    + TERM
                    + "%'"))
        .as("every bachelor is told the own ticket once")
        .isEqualTo("0");
  }

  @Test
  @DisplayName("WIN-3 a change warns, waits, and leaves what was approved in force")
  void changeWaits(TestServer server) throws SQLException {
    Visitor deputy = signedIn(server, "deputy");
    prepare(deputy, "25.08.2051");
    approve(signedIn(server, "director"));

    RecordPage form =
        new RecordPage(deputy, "windows&term=" + TERM + "&kind=REGISTRATION&level=BACHELOR");
    assertThat(form.saveOnce(Map.of("closes_on", "26.08.2051"))).contains("(WIN-3)");
    assertThat(stored(server)).startsWith("APPROVED");
    form.save(Map.of("closes_on", "26.08.2051"));
    assertThat(stored(server))
        .isEqualTo("PREPARED 2051-08-20 04:00 2051-08-26 19:00 2051-08-25 19:00");
  }

  @Test
  @DisplayName("WIN-3 who holds both roles does not approve the own window, forged or not")
  void ownIsNotApproved(TestServer server) throws SQLException {
    People people = new People(server);
    String both = people.holding("DEP");
    people.change(
        "INSERT INTO role_grant (id, account_id, role, valid_from, basis) SELECT NEXT VALUE FOR"
            + " account_seq, id, 'DIR', '2020-01-01', 'order 1' FROM account WHERE login = ?",
        both);
    Visitor visitor = new Visitor(server.url()).signedIn(both, People.PASSWORD);
    prepare(visitor, "25.08.2051");
    assertThat(visitor.get(APPROVALS).body()).contains("disabled=\"disabled\"");
    String page = visitor.get("/registration/window.xhtml?id=" + id(server)).body();
    assertThat(page).doesNotContain("id=\"approve\"");
    visitor.post(
        "/registration/window.xhtml?id=" + id(server),
        page.substring(page.indexOf("id=\"d\"")),
        Map.of("d", "d", "approve", "approve", "reason", ""));
    assertThat(stored(server)).startsWith("PREPARED");
  }

  @Test
  @DisplayName("WIN-3 what was changed after the director looked is not approved unseen")
  void unseenIsNotApproved(TestServer server) throws SQLException {
    Visitor deputy = signedIn(server, "deputy");
    prepare(deputy, "25.08.2051");
    Visitor director = signedIn(server, "director");
    String seen = director.get(APPROVALS).body();
    new RecordPage(deputy, "windows&term=" + TERM + "&kind=REGISTRATION&level=BACHELOR")
        .save(Map.of("closes_on", "30.12.2051"));

    String answer = approve(director, seen);

    assertThat(answer).contains("Посмотрите его ещё раз");
    assertThat(stored(server)).startsWith("PREPARED");
  }

  @Test
  @DisplayName("WIN-1 a window that closes before it opens is refused beside its field")
  void refusedBesideTheField(TestServer server) throws SQLException {
    assertThat(prepare(signedIn(server, "deputy"), "19.08.2051"))
        .contains("закрывается раньше, чем открывается")
        .contains("(WIN-1)");
    assertThat(stored(server)).isNull();
  }

  @Test
  @DisplayName("a specialist prepares no window, the deputy approves none, a student reads them")
  void rights(TestServer server) throws SQLException {
    prepare(signedIn(server, "deputy"), "25.08.2051");
    String page = "/registration/window.xhtml?id=" + id(server);
    assertThat(signedIn(server, "specialist").get("/office/record.xhtml?list=windows").statusCode())
        .isEqualTo(403);
    assertThat(signedIn(server, "deputy").get(APPROVALS).statusCode()).isEqualTo(403);
    assertThat(signedIn(server, "student").get(page).statusCode()).isEqualTo(200);
    assertThat(signedIn(server, "accounting").get(page).statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("WIN-4 a student reads the own ticket of a running registration on the own card")
  void studentReadsTheTicket(TestServer server) throws SQLException {
    new People(server)
        .change(
            "INSERT INTO registration_window (id, uuid, term_id, kind, level, opens_at, closes_at,"
                + " status, prepared_by, prepared_at, approved_by, approved_at, approved_off,"
                + " approved_opens_at, approved_closes_at, approved_waves, approved_wave_minutes)"
                + " VALUES (NEXTVAL(registration_seq), UUID(), 951, 'REGISTRATION', 'BACHELOR',"
                + " '2020-01-01', '2052-01-01', 'APPROVED', 'deputy', NOW(6), 'director', NOW(6),"
                + " FALSE, '2020-01-01', '2052-01-01', 1, 0)");
    String card = signedIn(server, "student").get("/student/card.xhtml").body();
    assertThat(card)
        .contains("id=\"tickets\"")
        .containsPattern("(?s)<td class=\"code\">" + TERM + "</td>.{0,900}?открыто сейчас");
  }

  private static void approve(Visitor director) {
    approve(director, director.get(APPROVALS).body());
  }

  /** Ticks every window of the term that may be ticked. */
  private static String approve(Visitor director, String page) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("f", "f");
    form.put("approve", "approve");
    Matcher row =
        Pattern.compile("(?s)<input[^>]*name=\"([^\"]+:one)\"[^>]*>.{0,200}?" + TERM).matcher(page);
    while (row.find()) {
      form.put(row.group(1), "on");
    }
    assertThat(form).hasSizeGreaterThan(2);
    return director.post(APPROVALS, page.substring(page.indexOf("id=\"f\"")), form).body();
  }

  private static String id(TestServer server) throws SQLException {
    return server.text("SELECT uuid FROM registration_window WHERE term_id = 951");
  }

  private static String stored(TestServer server) throws SQLException {
    return server.text(
        "SELECT CONCAT(status, ' ', DATE_FORMAT(opens_at, '%Y-%m-%d %H:%i'), ' ',"
            + " DATE_FORMAT(closes_at, '%Y-%m-%d %H:%i'), ' ',"
            + " COALESCE(DATE_FORMAT(approved_closes_at, '%Y-%m-%d %H:%i'), 'null')) FROM"
            + " registration_window WHERE term_id = 951");
  }
}
