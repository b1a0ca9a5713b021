package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Progress of registration, degree audit and history over HTTP: who sees whom. */
@ExtendWith(ServerExtension.class)
class CampaignIT {

  /** The semester of the demonstration that is registered for; the day of the test is no matter. */
  private static final String TERM =
      "SELECT t.code FROM term t WHERE t.type <> 'SUMMER' AND t.code LIKE '20%-%' AND EXISTS (SELECT"
          + " 1 FROM offering o WHERE o.term_id = t.id) ORDER BY t.starts_on DESC LIMIT 1";

  private static String campaign(TestServer server) throws SQLException {
    return "/registration/campaign.xhtml?term=" + server.text(TERM);
  }

  private static Visitor signedIn(TestServer server, String login) {
    return new Visitor(server.url()).signedIn(login, login + "-Demo1");
  }

  /** Programmes a page has a row of. */
  private static List<String> programmes(String page) {
    return Pattern.compile("f\\.programme=([0-9A-Z]+)")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  @Test
  @DisplayName(
      "the deputy sees every school's progress, a dean the own school's, an adviser advisees")
  void everyoneTheirOwn(TestServer server) throws SQLException {
    String campaign = campaign(server);
    List<String> all = programmes(signedIn(server, "deputy").get(campaign).body());
    List<String> deans = programmes(signedIn(server, "dean").get(campaign).body());
    List<String> advisers = programmes(signedIn(server, "adviser").get(campaign).body());

    assertThat(all).containsAll(deans).hasSizeGreaterThan(deans.size());
    assertThat(deans)
        .isNotEmpty()
        .allSatisfy(code -> assertThat(school(server, code)).isEqualTo("SIT"));
    assertThat(advisers).hasSize(1);
  }

  private static String school(TestServer server, String programme) throws SQLException {
    return server.text(
        "SELECT u.code FROM programme p JOIN org_unit u ON u.id = p.school_id WHERE p.code = '"
            + programme
            + "'");
  }

  @Test
  @DisplayName("a figure of the campaign leads to as many students, of an adviser or of none too")
  void figuresLeadToTheirStudents(TestServer server) throws SQLException {
    Visitor deputy = signedIn(server, "deputy");
    String body = deputy.get(campaign(server)).body();
    leadsToAsMany(deputy, "f\\.term=[^\"]*", body);
    leadsToAsMany(deputy, "f\\.adviser=[^\"]*&amp;f\\.progress=[^\"]*", body);
    if (body.contains("f.no_adviser=true&amp;f.progress")) {
      leadsToAsMany(deputy, "f\\.no_adviser=true&amp;f\\.progress=[^\"]*", body);
    }
  }

  private static void leadsToAsMany(Visitor visitor, String filter, String page) {
    var row =
        Pattern.compile(
                "href=\"(/office/list\\.xhtml\\?list=plan-progress[^\"]*"
                    + filter
                    + ")\">(\\d+)</a>")
            .matcher(page);
    assertThat(row.find()).as("a figure with a link").isTrue();
    String list = visitor.get(row.group(1).replace("&amp;", "&") + "&size=200").body();
    long students = Pattern.compile("/student/card\\.xhtml\\?id=").matcher(list).results().count();
    assertThat(students).as(row.group(1)).isEqualTo(Long.parseLong(row.group(2)));
  }

  @Test
  @DisplayName("students and teachers are not shown the campaign, nor a rehearsal or a history")
  void notForEverybody(TestServer server) throws SQLException {
    String section = server.text("SELECT uuid FROM section ORDER BY id DESC LIMIT 1");
    String term = server.text(TERM);
    for (String login : List.of("student", "teacher")) {
      Visitor visitor = signedIn(server, login);
      for (String page :
          List.of(
              campaign(server),
              "/registration/rehearsal.xhtml?term=" + term,
              "/registration/history.xhtml?section=" + section)) {
        assertThat(visitor.get(page).statusCode()).as(login + " " + page).isIn(403, 404);
      }
    }
  }

  @Test
  @DisplayName("a student sees the own degree audit and nobody else's")
  void ownDegreeOnly(TestServer server) throws SQLException {
    Visitor student = signedIn(server, "student");
    String other =
        server.text(
            "SELECT s.student_no FROM student s WHERE NOT EXISTS (SELECT 1 FROM account a WHERE"
                + " a.student_id = s.id) ORDER BY s.id LIMIT 1");

    assertThat(student.get("/registration/degree.xhtml").body()).contains("id=\"volumes\"");
    assertThat(student.get("/registration/degree.xhtml?student=" + other).statusCode())
        .isEqualTo(404);
    assertThat(
            signedIn(server, "senior")
                .get("/registration/degree.xhtml?student=" + other)
                .statusCode())
        .isEqualTo(200);
  }
}
