package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import kz.miras.registrar.access.People;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents asked for by REST, by a student and by a program of the university. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentRequestsRestIT {

  private static final String ALL = "/document-requests";
  private static final String ONE = "/document-requests/{id}";
  private static final String FILE = "/document-requests/{id}/document";
  private static final String WISH =
      "{\"kind\":\"TRANSCRIPT\",\"languages\":[\"kk\",\"ru\"],\"purpose\":\"to the bank\"%s}";

  private TestServer server;
  private OpenApiContract contract;
  private RestClient student;
  private RestClient fellow;
  private RestClient program;
  private String number;

  @BeforeAll
  void start(TestServer running) throws SQLException {
    server = running;
    contract = OpenApiContract.of(server.url());
    People people = new People(server);
    number = number(0);
    String other = number(1);
    student = of(server, people, number);
    fellow = of(server, people, other);
    program = RestClient.basic(server.url(), people.holding("SUBSYSTEM"), People.PASSWORD);
  }

  /** Somebody who studies and waits for no sheet. */
  private String number(int place) throws SQLException {
    return server.text(
        "SELECT s.student_no FROM student s WHERE s.status = 'STUDYING' AND NOT EXISTS (SELECT 1"
            + " FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE r.student_id = s.id AND"
            + " h.closed_at IS NULL) AND NOT EXISTS (SELECT 1 FROM achievement a WHERE a.student_id"
            + " = s.id AND a.sheet_id NOT IN (SELECT b.sheet_id FROM sheet_publication b WHERE b.part"
            + " = 'RESULT')) AND NOT EXISTS (SELECT 1 FROM student_hold h WHERE h.student_id = s.id)"
            + " AND NOT EXISTS (SELECT 1 FROM account k WHERE k.student_id = s.id)"
            + " AND s.last_name <> 'Заявкин' ORDER BY s.id DESC LIMIT 1 OFFSET "
            + place);
  }

  private static RestClient of(TestServer server, People people, String number)
      throws SQLException {
    String login = people.holding("STU");
    people.change(
        "UPDATE account SET student_id = (SELECT id FROM student WHERE student_no = ?) WHERE login ="
            + " ?",
        number,
        login);
    return RestClient.basic(server.url(), login, People.PASSWORD);
  }

  private Map<String, Object> right(
      int status, String method, String path, HttpResponse<String> answer) {
    return contract.right(status, method, path, answer);
  }

  private static HttpResponse<String> post(RestClient who, String key, String more) {
    return who.send("POST", ALL, WISH.formatted(more), "Idempotency-Key", key);
  }

  @Test
  @DisplayName(
      "DOC-40 DOC-41 a student asks by REST once for each key, is told what it waits for and until"
          + " when, and takes it back")
  void askedOnce() {
    String key = RestClient.key();
    Map<String, Object> asked = right(201, "post", ALL, post(student, key, ""));
    assertThat(asked)
        .containsEntry("studentNo", number)
        .containsEntry("status", "RECEIVED")
        .containsEntry("waitsFor", "CHECK")
        .containsEntry("delivery", "ELECTRONIC");
    assertThat(asked.get("dueBefore")).isNotNull();
    assertThat(right(201, "post", ALL, post(student, key, ""))).isEqualTo(asked);
    right(409, "post", ALL, post(student, key, ",\"copies\":2"));
    right(422, "post", ALL, post(student, RestClient.key(), ",\"copies\":21"));
    right(422, "post", ALL, post(student, RestClient.key(), ",\"delivery\":\"POST\""));
    right(400, "post", ALL, student.send("POST", ALL, WISH.formatted("")));
    String one = ALL + "/" + asked.get("id");
    assertThat(right(200, "get", ONE, student.get(one))).isEqualTo(asked);
    assertThat(RestClient.list(right(200, "get", ALL, student.get(ALL)), "items")).contains(asked);
    right(409, "get", FILE, student.get(one + "/document"));
    right(404, "get", ONE, fellow.get(one));
    right(404, "delete", ONE, fellow.send("DELETE", one, null));
    right(404, "get", ONE, program.get(one));
    right(204, "delete", ONE, student.send("DELETE", one, null));
    right(204, "delete", ONE, student.send("DELETE", one, null));
    assertThat(right(200, "get", ONE, student.get(one))).containsEntry("status", "CANCELLED");
  }

  @Test
  @DisplayName(
      "DOC-52 DOC-53 programs are told what each kind asks and how long it takes, send the answers"
          + " with the request, and get each problem by its field")
  void answered() {
    String all = "/document-requests/kinds";
    Map<String, Object> embassy =
        RestClient.list(right(200, "get", all, student.get(all)), "items").stream()
            .filter(one -> "CERT_EMBASSY".equals(one.get("kind")))
            .findFirst()
            .orElseThrow();
    assertThat(embassy).containsEntry("available", true);
    assertThat(RestClient.list(embassy, "questions"))
        .extracting(one -> one.get("code"))
        .containsExactly("country", "from", "until");
    String wish =
        "{\"kind\":\"CERT_EMBASSY\",\"languages\":[\"ru\"],\"details\":{\"country\":\"Italy\","
            + "\"from\":\"2206-06-10\",\"until\":\"%s\"}}";
    HttpResponse<String> early =
        student.send(
            "POST", ALL, wish.formatted("2206-06-01"), "Idempotency-Key", RestClient.key());
    assertThat(RestClient.list(right(422, "post", ALL, early), "reasons"))
        .extracting(one -> one.get("field"))
        .containsExactly("details.until");
    Map<String, Object> asked =
        right(
            201,
            "post",
            ALL,
            student.send(
                "POST", ALL, wish.formatted("2206-06-20"), "Idempotency-Key", RestClient.key()));
    assertThat(asked.get("details")).asString().contains("country=Italy");
    right(204, "delete", ONE, student.send("DELETE", ALL + "/" + asked.get("id"), null));
    right(
        422,
        "post",
        ALL,
        post(student, RestClient.key(), ",\"details\":{\"passed-over.ru\":\"x\"}"));
  }

  @Test
  @DisplayName("DOC-41 ACC-3 a program asks for a student it names; a student for nobody else")
  void named() {
    String of = ",\"student\":\"" + number + "\"";
    Map<String, Object> asked = right(201, "post", ALL, post(program, RestClient.key(), of));
    assertThat(asked).containsEntry("studentNo", number);
    assertThat(right(200, "get", ONE, program.get(ALL + "/" + asked.get("id")))).isEqualTo(asked);
    assertThat(right(200, "get", ONE, student.get(ALL + "/" + asked.get("id"))))
        .as("it is about the student's own record")
        .isEqualTo(asked);
    right(404, "post", ALL, post(fellow, RestClient.key(), of));
    right(404, "post", ALL, post(program, RestClient.key(), ""));
    right(204, "delete", ONE, program.send("DELETE", ALL + "/" + asked.get("id"), null));
  }

  @Test
  @DisplayName("DOC-49 what was issued is fetched by its student as it is kept, byte for byte")
  void fetched() throws SQLException {
    Map<String, Object> asked = right(201, "post", ALL, post(student, RestClient.key(), ""));
    String request = "/transcript/request.xhtml?id=" + asked.get("id");
    Visitor specialist = new Visitor(server.url()).signedIn("specialist", "specialist-Demo1");
    String page = specialist.get(request).body();
    String document =
        specialist
            .post(
                request,
                page.substring(page.indexOf("id=\"act\"")),
                Map.of("act", "act", "prepare", "prepare"))
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replace(server.url(), "");
    assertThat(document).contains("/transcript/document");
    Visitor director = new Visitor(server.url()).signedIn("director", "director-Demo1");
    String card = director.get(document).body();
    director.post(
        document, card.substring(card.indexOf("id=\"act\"")), Map.of("act", "act", "sign", "sign"));
    String one = ALL + "/" + asked.get("id");
    assertThat(right(200, "get", ONE, student.get(one)))
        .containsEntry("status", "ISSUED")
        .containsEntry("waitsFor", "DOWNLOAD");
    HttpResponse<byte[]> file = student.file(one + "/document");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(right(200, "get", ONE, student.get(one))).containsEntry("status", "HANDED_OUT");
  }
}
