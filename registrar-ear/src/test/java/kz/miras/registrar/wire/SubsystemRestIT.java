package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.People;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What subsystems read, within their scopes and no further, as it is described and not otherwise.
 */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubsystemRestIT {

  private TestServer server;
  private People people;
  private OpenApiContract contract;
  private RestClient lms;
  private String term;

  @BeforeAll
  void start(TestServer running) throws SQLException {
    server = running;
    people = new People(server);
    contract = OpenApiContract.of(server.url());
    lms =
        RestClient.bearer(server.url(), RestClient.basic(server.url(), "lms", "lms-Demo1").token());
    term =
        TestedStudent.text(
            server,
            "SELECT t.code FROM term t JOIN sheet h ON h.term_id = t.id GROUP BY t.id ORDER BY"
                + " COUNT(*) DESC LIMIT 1");
  }

  @ParameterizedTest
  @CsvSource({
    "/courses, active=true, active=maybe",
    "/course-offerings, status=OPEN, course=",
    "/students, modifiedSince=2020-01-01T00:00:00Z, modifiedSince=yesterday",
    "/groups, programme=6B06102, programme=",
    "/academic-calendar, kind=STUDY, kind=",
    "/staff, modifiedSince=2020-01-01T00:00:00%2B05:00, active=1",
    "/retake-requests, type=RETAKE, student=",
    "/statements, status=ISSUED, kind=",
    "/debts, student=2500006, group=",
    "/orders, signedFrom=2020-01-01, signedFrom=01.01.2020",
    "/reference-data/org-units, limit=2, limit=0",
    "/reference-data/programmes, limit=2, limit=501",
    "/reference-data/terms, limit=2, cursor=rubbish"
  })
  @DisplayName("a list is walked page by page, whole and once; what it does not know is told")
  void lists(String path, String known, String wrong) {
    String described = path.replaceAll("(/reference-data)/.*", "$1/{dictionary}");
    Map<String, Object> first = contract.right(200, "get", described, lms.get(path + "?limit=500"));
    assertThat(lms.get(path + "?" + known).statusCode())
        .as(known)
        .isEqualTo(known.startsWith("type=") ? 400 : 200);
    HttpResponse<String> refused = lms.get(path + "?" + wrong);
    contract.right(400, "get", described, refused);
    assertThat(refused.body()).contains(wrong.substring(0, wrong.indexOf('=')));
    contract.right(400, "get", described, lms.get(path + "?filter=all"));
    HttpResponse<String> whole = lms.get(path);
    String tag = whole.headers().firstValue("ETag").orElseThrow();
    assertThat(lms.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);

    int size = RestClient.list(first, "items").size();
    int step = Math.max(1, size / 3);
    List<Map<String, Object>> walked = new ArrayList<>();
    String next = "";
    while (next != null && walked.size() < size) {
      HttpResponse<String> page = lms.get(path + "?limit=" + step + (next.isEmpty() ? "" : next));
      Map<String, Object> body = contract.right(200, "get", described, page);
      walked.addAll(RestClient.list(body, "items"));
      next = body.get("next") == null ? null : "&cursor=" + body.get("next");
      assertThat(page.headers().firstValue("Link").isPresent()).isEqualTo(next != null);
    }
    assertThat(walked.subList(0, size)).isEqualTo(RestClient.list(first, "items"));
    assertThat(whole.headers().firstValueAsLong("X-Total-Count").orElse(-1))
        .isGreaterThanOrEqualTo(size);
  }

  @Test
  @DisplayName("SUB-2 a program reads what its scopes name, personal data only with their own")
  void scopes() throws SQLException {
    String login = program("students.read courses.read");
    RestClient few = RestClient.basic(server.url(), login, People.PASSWORD);
    Map<String, Object> row = first(few, "/students?group=" + group());
    assertThat(row).containsEntry("iin", null).containsEntry("birthDate", null);
    assertThat(String.valueOf(row.get("lastName"))).isNotBlank();
    HttpResponse<String> refused = few.get("/debts");
    contract.right(403, "get", "/debts", refused);
    assertThat(refused.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(
            told -> assertThat(told).contains("insufficient_scope").contains("results.read"));
    assertThat(few.get("/students/2500006/results").statusCode()).isEqualTo(403);
    assertThat(String.valueOf(RestClient.json(few.get("/students/2500006")).get("iin")))
        .contains("*");

    people.change(
        "UPDATE subsystem SET scopes = ? WHERE account_id = (SELECT id FROM account WHERE login ="
            + " ?)",
        "students.read students.read.personal courses.read",
        login);
    assertThat(String.valueOf(first(few, "/students?group=" + group()).get("birthDate")))
        .as("from the next call on")
        .matches("\\d{4}-\\d\\d-\\d\\d");
    Map<String, Object> narrow =
        contract.right(
            200, "post", "/token", few.post("/token", "scope=students.read+results.read"));
    assertThat(narrow).containsEntry("scope", "students.read");
    RestClient token = RestClient.bearer(server.url(), (String) narrow.get("access_token"));
    assertThat(first(token, "/students?group=" + group())).containsEntry("iin", null);
    assertThat(token.get("/courses").statusCode()).isEqualTo(403);
    contract.right(400, "post", "/token", few.post("/token", "scope=everything"));
  }

  @Test
  @DisplayName("SUB-2 whom an order is about is told with what it has made of each")
  void studentsOfOrder() {
    Map<String, Object> order = first(lms, "/orders?student=2500006");
    String address = "/orders/" + order.get("id") + "/students";
    Map<String, Object> page =
        contract.right(200, "get", "/orders/{id}/students", lms.get(address + "?limit=500"));
    List<Map<String, Object>> students = RestClient.list(page, "items");
    assertThat(students).hasSize(((Number) order.get("students")).intValue());
    assertThat(students)
        .anySatisfy(
            one -> {
              assertThat(one).containsEntry("studentNo", "2500006");
              assertThat(String.valueOf(one.get("status"))).contains("to=");
            });
    contract.right(
        404, "get", "/orders/{id}/students", lms.get("/orders/" + UUID.randomUUID() + "/students"));
  }

  @Test
  @DisplayName(
      "SUB-3 a blocked program is refused from its next call on, by token too, as is one that nobody has registered")
  void blocked() throws SQLException {
    String login = program("courses.read");
    RestClient password = RestClient.basic(server.url(), login, People.PASSWORD);
    RestClient token = RestClient.bearer(server.url(), password.token());
    assertThat(token.get("/courses").statusCode()).isEqualTo(200);
    String mine = " WHERE account_id = (SELECT id FROM account WHERE login = ?)";
    people.change("UPDATE subsystem SET state = 'BLOCKED', state_reason = 'it'" + mine, login);
    for (RestClient client : List.of(password, token)) {
      assertThat(contract.right(403, "get", "/courses", client.get("/courses")).get("type"))
          .asString()
          .endsWith("/blocked");
    }
    people.change(
        "DELETE FROM subsystem_secret WHERE subsystem_id = (SELECT id FROM subsystem" + mine + ")",
        login);
    people.change("DELETE FROM subsystem" + mine, login);
    assertThat(contract.right(403, "get", "/courses", token.get("/courses")).get("type"))
        .asString()
        .endsWith("/unregistered");
  }

  @Test
  @DisplayName("every operation that is described answers as described, and no other answers")
  void bothWays() {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("/v1/students/{id}", "2500006");
    ids.put("/v1/terms/{term}", term);
    ids.put("/v1/exam-sessions/{id}", term);
    ids.put("/v1/reference-data/{dictionary}", "programmes");
    for (String list : List.of("courses", "course-offerings", "groups", "orders", "statements")) {
      List<Map<String, Object>> items =
          RestClient.list(RestClient.json(lms.get("/" + list + "?limit=1")), "items");
      ids.put(
          "/v1/" + list + "/{id}",
          items.isEmpty() ? UUID.randomUUID().toString() : (String) items.get(0).get("id"));
    }
    Set<String> answered = new LinkedHashSet<>();
    List<String> findings = new ArrayList<>();
    contract
        .paths()
        .forEach(
            (path, verbs) -> {
              String address = path;
              for (Map.Entry<String, String> id : ids.entrySet()) {
                address =
                    address.replace(id.getKey(), id.getKey().replaceFirst("\\{.*", id.getValue()));
              }
              address = address.replaceAll("\\{\\w+}", UUID.randomUUID().toString()).substring(3);
              for (String verb : List.of("get", "put", "post", "delete", "patch")) {
                HttpResponse<String> answer =
                    verb.equals("get")
                        ? lms.get(address)
                        : lms.send(verb.toUpperCase(java.util.Locale.ROOT), address, "{}");
                if (verbs.contains(verb)) {
                  findings.addAll(contract.findings(verb, path.substring(3), answer));
                  if (answer.statusCode() == 200) {
                    answered.add(verb + " " + path);
                  }
                } else if (answer.statusCode() != 405 && answer.statusCode() != 404) {
                  findings.add(
                      verb + " " + path + " is not described and answers " + answer.statusCode());
                }
              }
            });
    assertThat(findings).isEmpty();
    assertThat(answered)
        .contains(
            "get /v1/courses/{id}",
            "get /v1/course-offerings/{id}/enrollments",
            "get /v1/exam-sessions/{id}/exams",
            "get /v1/groups/{id}",
            "get /v1/orders/{id}",
            "get /v1/students/{id}/transcript");
    assertThat(lms.get("/teachers").statusCode()).isEqualTo(404);
  }

  /** A program let do only this. */
  private String program(String scopes) throws SQLException {
    String login = people.holding("SUBSYSTEM");
    people.change(
        "UPDATE subsystem SET scopes = ? WHERE account_id = (SELECT id FROM account WHERE login ="
            + " ?)",
        scopes,
        login);
    return login;
  }

  private String group() throws SQLException {
    return TestedStudent.text(
        server,
        "SELECT g.code FROM student_group g JOIN student s ON s.group_id = g.id WHERE"
            + " s.student_no = '2500006'");
  }

  private Map<String, Object> first(RestClient client, String path) {
    return RestClient.list(
            contract.right(200, "get", path.replaceAll("\\?.*", ""), client.get(path)), "items")
        .get(0);
  }
}
