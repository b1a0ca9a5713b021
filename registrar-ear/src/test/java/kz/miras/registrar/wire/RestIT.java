package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.Checksum;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Students, results and transcripts as the programs of the university read them. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestIT {

  private TestServer server;
  private RestClient lms;
  private RestClient withToken;
  private TestedStudent student;
  private String uuid;
  private String number;

  @BeforeAll
  void start(TestServer running) throws SQLException {
    server = running;
    lms = RestClient.basic(server.url(), "lms", "lms-Demo1");
    withToken = RestClient.bearer(server.url(), lms.token());
    student = TestedStudent.of(server);
    uuid = student.uuid();
    number = student.number();
  }

  Stream<RestClient> bothWays() {
    return Stream.of(lms, withToken);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bothWays")
  @DisplayName("a student is read by public id and by number, with password and with token")
  void card(RestClient client) {
    HttpResponse<String> answer = client.get("/students/" + uuid);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(RestClient.json(answer))
        .containsEntry("id", uuid)
        .containsEntry("studentNo", number)
        .containsEntry("iin", student.iin())
        .containsEntry("birthDate", student.born())
        .containsEntry(
            "links",
            Map.of(
                "self", "/api/v1/students/" + uuid,
                "results", "/api/v1/students/" + uuid + "/results",
                "achievement", "/api/v1/students/" + uuid + "/achievement",
                "transcript", "/api/v1/students/" + uuid + "/transcript"));
    assertThat(client.get("/students/" + number).body()).isEqualTo(answer.body());
  }

  @Test
  @DisplayName("whoever has the same already is told so, without the contents")
  void unchanged() {
    for (String part : List.of("", "/results", "/transcript")) {
      HttpResponse<String> answer = lms.get("/students/" + uuid + part);
      String tag = answer.headers().firstValue("ETag").orElse("");
      HttpResponse<String> again = lms.get("/students/" + uuid + part, "If-None-Match", tag);
      assertThat(again.statusCode()).as(part).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bothWays")
  @DisplayName("the pages of results walk through the whole history once, in its order")
  void pages(RestClient client) {
    assertThat(student.results()).as("enough for several pages").isGreaterThan(7);
    List<Long> walked = new ArrayList<>();
    String next = "";
    for (int page = 0; next != null; page++) {
      assertThat(page).as("pages").isLessThan(1000);
      Map<String, Object> body =
          RestClient.json(
              client.get(
                  "/students/"
                      + uuid
                      + "/results?limit=7"
                      + (next.isEmpty() ? "" : "&cursor=" + next)));
      List<?> items = (List<?>) body.get("items");
      assertThat(items).isNotEmpty().hasSizeLessThanOrEqualTo(7);
      items.forEach(item -> walked.add(((Number) ((Map<?, ?>) item).get("position")).longValue()));
      next = (String) body.get("next");
    }
    assertThat(walked)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, student.results()).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0",
    "limit=201",
    "limit=-1",
    "limit=1.5",
    "cursor=rubbish",
    "cursor=YWZ0ZXI6eA"
  })
  @DisplayName("a page that cannot be is refused with the name of the parameter")
  void badPages(String query) {
    HttpResponse<String> answer = lms.get("/students/" + uuid + "/results?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(String.valueOf(RestClient.json(answer).get("detail")))
        .contains(query.substring(0, query.indexOf('=')));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bothWays")
  @DisplayName("a transcript is told as JSON with all results and the document issued last")
  void transcript(RestClient client) throws SQLException {
    Map<String, Object> body = RestClient.json(client.get("/students/" + uuid + "/transcript"));
    List<?> terms = (List<?>) body.get("terms");
    assertThat(
            terms.stream().mapToInt(t -> ((List<?>) ((Map<?, ?>) t).get("results")).size()).sum())
        .isEqualTo((int) student.results());
    assertThat((Map<?, ?>) body.get("student")).extracting("studentNo").isEqualTo(number);
    assertThat((Map<?, ?>) body.get("lastIssued"))
        .extracting("number")
        .isEqualTo(student.issued(server, "number"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bothWays")
  @DisplayName(
      "a transcript as PDF is of now and in the wanted language; the issued one byte for byte")
  void file(RestClient client) throws SQLException {
    HttpResponse<byte[]> now = client.file("/students/" + number + "/transcript?language=kk");
    assertThat(now.statusCode()).isEqualTo(200);
    assertThat(now.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(now.headers().firstValue("Content-Disposition").orElse(""))
        .contains("transcript-" + number + "-kk.pdf");
    assertThat(new String(now.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");

    HttpResponse<byte[]> issued = client.file("/students/" + uuid + "/transcript?issued=true");
    assertThat(HexFormat.of().withUpperCase().formatHex(Checksum.sha256(issued.body())))
        .isEqualTo(student.issued(server, "HEX(pdf_sha256)"));
  }

  @Test
  @DisplayName("where nothing has been issued, the issued file is not found")
  void nothingIssued() throws SQLException {
    String bare =
        TestedStudent.text(
            server,
            "SELECT s.student_no FROM student s WHERE NOT EXISTS (SELECT 1 FROM issued_document d"
                + " WHERE d.student_id = s.id) ORDER BY s.id LIMIT 1");
    assertThat(lms.file("/students/" + bare + "/transcript?issued=true").statusCode())
        .isEqualTo(404);
    assertThat(RestClient.json(lms.get("/students/" + bare + "/transcript")))
        .containsEntry("lastIssued", null);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "/students/nobody, 404, application/json",
    "/students/2500006/results?limit=x, 400, application/json",
    "/students/2500006/transcript?language=de, 400, application/json",
    "/students/2500006/transcript?issued=1, 400, application/json",
    "/students/2500006, 406, text/html",
    "/nowhere, 404, application/json"
  })
  @DisplayName("what goes wrong is told as a problem in the language of Accept-Language")
  void problemsSpeak(String path, int status, String accept) {
    Map<String, String> told = new LinkedHashMap<>();
    for (String language : List.of("kk", "ru", "en")) {
      HttpResponse<String> answer =
          lms.get(path, "Accept", accept, "Accept-Language", language + "-KZ, de;q=0.5");
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      assertThat(answer.headers().firstValue("Content-Language")).contains(language);
      Map<String, Object> problem = RestClient.json(answer);
      assertThat(problem).containsEntry("status", status).containsKeys("type", "title", "detail");
      told.put(language, problem.get("title") + ": " + problem.get("detail"));
    }
    assertThat(told.values()).doesNotHaveDuplicates();
    assertThat(lms.get(path, "Accept", accept, "Accept-Language", "de").body())
        .as("Russian for whoever speaks none of the three")
        .isEqualTo(lms.get(path, "Accept", accept).body())
        .contains(told.get("ru").substring(0, told.get("ru").indexOf(':')));
  }
}
