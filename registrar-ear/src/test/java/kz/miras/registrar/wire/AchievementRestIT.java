package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.People;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of students and the feed of results, as programs read them and as they are described. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AchievementRestIT {

  private static final String ACHIEVEMENT = "/students/{id}/achievement";
  private static final String CHANGES = "/result-changes";

  private TestServer server;
  private RestClient lms;
  private OpenApiContract contract;
  private TestedStudent student;

  @BeforeAll
  void start(TestServer running) throws SQLException {
    server = running;
    lms = RestClient.basic(server.url(), "lms", "lms-Demo1");
    contract = OpenApiContract.of(server.url());
    student = TestedStudent.of(server);
  }

  private Map<String, Object> achievement(String query) {
    return right(200, ACHIEVEMENT, lms.get("/students/" + student.uuid() + "/achievement" + query));
  }

  private Map<String, Object> right(int status, String path, HttpResponse<String> answer) {
    return contract.right(status, "get", path, answer);
  }

  @Test
  @DisplayName(
      "ACH-9 figures come as exact fractions and as printed; they agree with what is stored")
  void figures() throws SQLException {
    Map<String, Object> body = achievement("");
    assertThat(body)
        .containsEntry("student", student.uuid())
        .containsEntry("studentNo", student.number());
    Map<?, ?> gpa = (Map<?, ?>) body.get("gpa");
    assertThat(
            body.get("earned")
                + " "
                + new java.math.BigDecimal(gpa.get("points").toString()).setScale(2)
                + "/"
                + gpa.get("credits"))
        .isEqualTo(
            TestedStudent.text(
                server,
                "SELECT CONCAT(a.earned, ' ', a.gpa_points, '/', a.gpa_credits) FROM"
                    + " achievement_summary a JOIN student s ON s.id = a.student_id WHERE s.uuid ="
                    + " ?",
                student.uuid()));
    assertThat((List<?>) body.get("cycles")).isNotEmpty();
    assertThat((List<?>) body.get("terms")).isNotEmpty();
  }

  @Test
  @DisplayName("ACH-8 before the first result there is nothing, and the GPA is null, never zero")
  void asOf() throws SQLException {
    String first =
        TestedStudent.text(
            server,
            "SELECT MIN(LEAST(a.result_on, DATE(a.recorded_at))) FROM achievement a JOIN student s ON"
                + " s.id = a.student_id WHERE s.uuid = ?",
            student.uuid());
    LocalDate before = LocalDate.parse(first).minusDays(3);
    Map<String, Object> body = achievement("?asOf=" + before);
    assertThat(body).containsEntry("asOf", before.toString()).containsEntry("earned", 0);
    assertThat((Map<?, ?>) body.get("gpa")).extracting("value").isNull();
    assertThat((List<?>) body.get("terms")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"asOf=2999-01-01", "asOf=yesterday", "asOf="})
  @DisplayName("a day that is none, or has not come yet, is refused with the name of the parameter")
  void badDays(String query) {
    HttpResponse<String> answer = lms.get("/students/" + student.uuid() + "/achievement?" + query);
    assertThat(right(400, ACHIEVEMENT, answer).get("detail").toString()).contains("asOf");
  }

  @Test
  @DisplayName("the feed tells every result there is once, in an order that stays")
  void feed() throws SQLException {
    long all = 0;
    String next = null;
    List<?> items;
    do {
      Map<String, Object> page =
          right(
              200,
              CHANGES,
              lms.get("/result-changes?limit=200" + (next == null ? "" : "&cursor=" + next)));
      items = (List<?>) page.get("items");
      next = (String) page.get("next");
      all += items.size();
    } while (items.size() == 200);
    assertThat(all)
        .isGreaterThanOrEqualTo(
            Long.parseLong(
                TestedStudent.text(
                    server, "SELECT COUNT(*) FROM result_change WHERE place IS NOT NULL")));
    Map<String, Object> rest = right(200, CHANGES, lms.get("/result-changes?cursor=" + next));
    assertThat((String) rest.get("next")).isNotNull();
    assertThat(lms.get("/result-changes?limit=20").body())
        .isEqualTo(lms.get("/result-changes?limit=20").body());
  }

  @Test
  @DisplayName("ACC-3 who may not read all students' results gets no feed")
  void noFeed() throws SQLException {
    String partner = new People(server).holding("EXT");
    assertThat(
            RestClient.basic(server.url(), partner, People.PASSWORD)
                .get("/result-changes")
                .statusCode())
        .isEqualTo(403);
  }
}
