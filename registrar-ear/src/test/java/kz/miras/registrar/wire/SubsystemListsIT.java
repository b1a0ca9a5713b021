package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.People;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of subsystems in the order and with the members that are asked for. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubsystemListsIT {

  private static final int ROWS = 60;

  private TestServer server;
  private People people;
  private OpenApiContract contract;
  private RestClient lms;
  private String offering;
  private String order;
  private String term;

  @BeforeAll
  void start(TestServer running) throws SQLException {
    server = running;
    people = new People(server);
    contract = OpenApiContract.of(server.url());
    lms =
        RestClient.bearer(server.url(), RestClient.basic(server.url(), "lms", "lms-Demo1").token());
    offering =
        most(
            "SELECT o.uuid FROM offering o JOIN enrolment e ON e.offering_id = o.id GROUP BY o.id");
    order =
        most(
            "SELECT o.uuid FROM student_order o JOIN student_order_line l ON l.order_id = o.id GROUP BY o.id");
    term = most("SELECT t.code FROM term t JOIN sheet h ON h.term_id = t.id GROUP BY t.id");
    asks("kk");
    asks("en");
    // debts are judged at night
    change(
        "INSERT INTO student_debt (student_id, place, discipline_key, code, name_kk, name_ru,"
            + " name_en, credits, cause, since_term, sign, ways, way_until, judged_on) SELECT s.id,"
            + " 99, CONCAT('id:', d.id), d.code, d.name_kk, d.name_ru, d.name_en, d.credits,"
            + " 'FAILED', '2025-1', 'F', 'REPEAT SUMMER', university_today(), university_today()"
            + " FROM (SELECT id FROM student WHERE status = 'STUDYING' ORDER BY id LIMIT 7) s JOIN"
            + " (SELECT * FROM discipline ORDER BY id LIMIT 1) d");
  }

  /** A student asks for a document and takes it back, which leaves a statement. */
  private void asks(String language) {
    RestClient student = RestClient.basic(server.url(), "student", "student-Demo1");
    HttpResponse<String> asked =
        student.send(
            "POST",
            "/document-requests",
            "{\"kind\":\"TRANSCRIPT\",\"languages\":[\"" + language + "\"],\"purpose\":\"lists\"}",
            "Idempotency-Key",
            RestClient.key());
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
    student.send("DELETE", "/document-requests/" + RestClient.json(asked).get("id"), null);
  }

  @AfterAll
  void end() throws SQLException {
    change("DELETE FROM student_debt WHERE place = 99");
  }

  private void change(String sql) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private String most(String sql) throws SQLException {
    return TestedStudent.text(server, sql + " ORDER BY COUNT(*) DESC LIMIT 1");
  }

  private String address(String described) {
    return described
        .replace("offerings/{id}", "offerings/" + offering)
        .replace("orders/{id}", "orders/" + order)
        .replace("sessions/{id}", "sessions/" + term);
  }

  private static String described(String path) {
    return path.replaceAll("(/reference-data)/.*", "$1/{dictionary}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/courses",
        "/course-offerings",
        "/course-offerings/{id}/enrollments",
        "/students",
        "/groups",
        "/academic-calendar",
        "/exam-sessions/{id}/exams",
        "/staff",
        "/retake-requests",
        "/statements",
        "/debts",
        "/orders",
        "/orders/{id}/students",
        "/reference-data/org-units",
        "/reference-data/programmes",
        "/reference-data/terms"
      })
  @DisplayName(
      "SUB-2 a list is walked in every order it knows, whole and once, with the members asked for")
  void ordered(String path) {
    String described = described(path);
    String address = address(path);
    int known = 0;
    for (String sort : contract.choices(described, "sort")) {
      HttpResponse<String> answer = lms.get(address + "?limit=" + ROWS + "&sort=" + sort);
      if (answer.statusCode() == 400 && described.endsWith("}")) {
        // of another dictionary
        contract.right(400, "get", described, answer);
        continue;
      }
      known++;
      List<Map<String, Object>> first =
          RestClient.list(contract.right(200, "get", described, answer), "items");
      SortedRows.areInOrder(first, sort);
      assertThat(walked(address + "?sort=" + sort, first.size())).as(sort).isEqualTo(first);
    }
    assertThat(known).isGreaterThanOrEqualTo(4);
    HttpResponse<String> whole = lms.get(address + "?limit=" + ROWS);
    List<Map<String, Object>> rows = RestClient.list(RestClient.json(whole), "items");
    assertThat(rows).isNotEmpty();
    List<String> members = List.copyOf(rows.get(0).keySet());
    assertThat(contract.choices(described, "fields")).containsAll(members);
    String last = members.get(members.size() - 1);
    HttpResponse<String> some = lms.get(address + "?limit=" + ROWS + "&fields=" + last);
    List<Map<String, Object>> few =
        RestClient.list(contract.right(200, "get", described, some), "items");
    assertThat(few).hasSameSizeAs(rows);
    for (int i = 0; i < few.size(); i++) {
      assertThat(few.get(i).keySet()).containsExactlyInAnyOrder(members.get(0), last);
      assertThat(rows.get(i)).containsAllEntriesOf(few.get(i));
    }
    assertThat(some.headers().firstValue("ETag")).isNotEqualTo(whole.headers().firstValue("ETag"));
    refused(path, address + "?sort=nothing", "sort");
    refused(path, address + "?sort=", "sort");
    refused(path, address + "?fields=" + last + ",nothing", members.get(0));
  }

  private void refused(String path, String address, String named) {
    for (String language : List.of("kk", "ru", "en")) {
      HttpResponse<String> answer = lms.get(address, "Accept-Language", language);
      Map<String, Object> problem = contract.right(400, "get", described(path), answer);
      assertThat(String.valueOf(problem.get("detail")))
          .as("what there is is named")
          .contains(named);
      assertThat(answer.headers().firstValue("Content-Language")).hasValue(language);
    }
  }

  private List<Map<String, Object>> walked(String address, int size) {
    List<Map<String, Object>> walked = new ArrayList<>();
    String next = "";
    while (next != null && walked.size() < size) {
      Map<String, Object> page =
          RestClient.json(lms.get(address + "&limit=" + Math.max(1, size / 3) + next));
      walked.addAll(RestClient.list(page, "items"));
      next =
          page.get("next") == null
              ? null
              : "&cursor=" + URLEncoder.encode((String) page.get("next"), StandardCharsets.UTF_8);
    }
    return walked.subList(0, Math.min(size, walked.size()));
  }

  @Test
  @DisplayName(
      "SUB-2 several properties order as the database does, and the next page is where the link says")
  void several() throws SQLException {
    String asked = "/students?sort=-status,group,-lastName,firstName&fields=studentNo&limit=40";
    HttpResponse<String> answer = lms.get(asked);
    List<Object> numbers = new ArrayList<>(numbers(answer));
    String link = answer.headers().firstValue("Link").orElseThrow();
    HttpResponse<String> second =
        lms.get(link.substring(link.indexOf("/students"), link.indexOf('>')));
    numbers.addAll(numbers(second));
    assertThat(String.join(" ", numbers.stream().map(String::valueOf).toList()))
        .isEqualTo(
            TestedStudent.text(
                server,
                "SELECT GROUP_CONCAT(x.student_no ORDER BY x.place SEPARATOR ' ') FROM (SELECT"
                    + " s.student_no, ROW_NUMBER() OVER (ORDER BY s.status DESC, g.code, s.last_name"
                    + " DESC, s.first_name, s.id) AS place FROM student s LEFT JOIN student_group g ON"
                    + " g.id = s.group_id) x WHERE x.place <= 80"));
  }

  private static List<Object> numbers(HttpResponse<String> answer) {
    return RestClient.list(RestClient.json(answer), "items").stream()
        .map(row -> row.get("studentNo"))
        .toList();
  }

  @Test
  @DisplayName("SUB-2 a cursor of another order is told, as is one somebody has made up")
  void cursors() {
    String sorted = next("/courses?limit=2&sort=-code");
    String plain = next("/courses?limit=2");
    for (String other :
        List.of("?cursor=" + sorted, "?sort=code&cursor=" + sorted, "?sort=code&cursor=" + plain)) {
      assertThat(contract.right(400, "get", "/courses", lms.get("/courses" + other)).get("type"))
          .asString()
          .endsWith("/problems/cursor-sort");
    }
    for (String text :
        List.of(
            "sorted:{}",
            "sorted:{\"sort\":\"code\",\"key\":1,\"values\":[]}",
            "sorted:{\"sort\":\"code\",\"key\":\"x\",\"values\":[\"a\"]}",
            "sorted:[",
            "sorted:null")) {
      String made =
          java.util.Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(text.getBytes(StandardCharsets.UTF_8));
      contract.right(400, "get", "/courses", lms.get("/courses?sort=code&cursor=" + made));
    }
    contract.right(400, "get", "/courses", lms.get("/courses?sort=code,-code"));
    contract.right(400, "get", "/courses", lms.get("/courses?fields="));
  }

  private String next(String address) {
    return (String) RestClient.json(lms.get(address)).get("next");
  }

  @Test
  @DisplayName(
      "SUB-2 what identifies a person is null without its scope when it is asked for, and orders nothing")
  void personal() throws SQLException {
    String login = people.holding("SUBSYSTEM");
    people.change(
        "UPDATE subsystem SET scopes = 'students.read' WHERE account_id = (SELECT id FROM account"
            + " WHERE login = ?)",
        login);
    RestClient few = RestClient.basic(server.url(), login, People.PASSWORD);
    String asked = "/students?limit=3&fields=iin,birthDate,phone";
    Map<String, Object> page = contract.right(200, "get", "/students", few.get(asked));
    assertThat(RestClient.list(page, "items"))
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat(row).containsOnlyKeys("id", "iin", "birthDate", "phone");
              assertThat(row).containsEntry("iin", null).containsEntry("birthDate", null);
              assertThat(UUID.fromString(String.valueOf(row.get("id")))).isNotNull();
            });
    assertThat(RestClient.list(RestClient.json(lms.get(asked)), "items"))
        .allSatisfy(row -> assertThat(row.get("birthDate")).isNotNull());
    for (String member : List.of("iin", "birthDate", "phone")) {
      contract.right(400, "get", "/students", few.get("/students?sort=" + member));
      contract.right(400, "get", "/students", lms.get("/students?sort=-" + member));
    }
  }
}
