package kz.miras.registrar.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Analysis of progress over HTTP: figures lead to their students, everybody sees the own ones. */
@ExtendWith(ServerExtension.class)
class AnalysisIT {

  private static final String ANALYSIS = "/achievement/analysis.xhtml";
  private static final String SESSION = "/achievement/session.xhtml";

  private static Visitor signedIn(TestServer server, String login) {
    return new Visitor(server.url()).signedIn(login, login + "-Demo1");
  }

  /** Schools a page has a row of. */
  private static List<String> schools(String page) {
    return Pattern.compile("by=programme&amp;years=1&amp;in=school%3A([0-9A-Z-]+)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  @Test
  @DisplayName("the deputy sees every school's progress, a dean the own school's beside the whole")
  void everyoneTheirOwn(TestServer server) {
    String all = signedIn(server, "deputy").get(ANALYSIS).body();
    String deans = signedIn(server, "dean").get(ANALYSIS).body();

    assertThat(schools(all)).hasSizeGreaterThan(1);
    assertThat(schools(deans)).containsExactly("SIT");
    assertThat(all).doesNotContain("id=\"university\"");
    assertThat(deans).contains("id=\"university\"");
  }

  @Test
  @DisplayName("a figure of the analysis leads to as many results, each with its student")
  void figuresLeadToTheirStudents(TestServer server) {
    Visitor deputy = signedIn(server, "deputy");
    String programmes = deputy.get(ANALYSIS + "?by=programme").body();
    Matcher figure =
        Pattern.compile(
                "href=\"(/achievement/analysis-results\\.xhtml\\?[^\"]*in=programme[^\"]*outcome=UNSATISFACTORY)\">(\\d+)</a>")
            .matcher(programmes);
    assertThat(figure.find()).as("a figure with a link").isTrue();
    String page = deputy.get(figure.group(1).replace("&amp;", "&")).body();
    long lines = Pattern.compile("/student/card\\.xhtml\\?id=").matcher(page).results().count();
    assertThat(lines).isEqualTo(Long.parseLong(figure.group(2)));
  }

  @Test
  @DisplayName(
      "the analysis, the session and the consolidated sheet are shown to whom they concern")
  void whoMayRead(TestServer server) {
    assertThat(signedIn(server, "accounting").get(ANALYSIS).statusCode()).isEqualTo(403);
    Visitor deputy = signedIn(server, "deputy");
    assertThat(deputy.get(SESSION).body()).contains("id=\"units\"", "id=\"owing\"");
    HttpResponse<String> students = signedIn(server, "student").get(SESSION);
    assertThat(students.statusCode()).isEqualTo(200);
    assertThat(students.body())
        .contains("class=\"empty box\"")
        .doesNotContain("id=\"units\"", "id=\"owing\"");
    Matcher group =
        Pattern.compile("/achievement/consolidated\\.xhtml\\?group=[^\"]*")
            .matcher(deputy.get("/achievement/consolidated.xhtml").body());
    assertThat(group.find()).as("a group to choose").isTrue();
    assertThat(deputy.get(group.group().replace("&amp;", "&")).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("a whole study, a whole year and the debtors are pages, too")
  void wholeStudyAndYear(TestServer server) {
    Visitor deputy = signedIn(server, "deputy");
    String choice = deputy.get("/achievement/consolidated.xhtml").body();
    Matcher group =
        Pattern.compile("/achievement/consolidated\\.xhtml\\?group=([^&\"]*)").matcher(choice);
    assertThat(group.find()).as("a group to choose").isTrue();
    String study =
        deputy.get("/achievement/consolidated.xhtml?term=study&group=" + group.group(1)).body();
    assertThat(study).contains("id=\"study\"", "id=\"studied\"", "/student/card.xhtml?id=");
    String analysis = deputy.get(ANALYSIS).body();
    assertThat(analysis).contains("id=\"excellent\"");
    Matcher year = Pattern.compile("value=\"(\\d{4}/\\d{4})\"").matcher(analysis);
    assertThat(year.find()).as("a year to choose").isTrue();
    HttpResponse<String> whole =
        deputy.get(ANALYSIS + "?term=" + year.group(1).replace("/", "%2F"));
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).contains("value=\"" + year.group(1) + "\" selected=\"selected\"");
    assertThat(deputy.get("/office/list.xhtml?list=debtors").statusCode()).isEqualTo(200);
    assertThat(signedIn(server, "student").get("/office/list.xhtml?list=debtors").statusCode())
        .isNotEqualTo(200);
  }
}
