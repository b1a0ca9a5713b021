package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Terms and exams as files other programs take. */
@ExtendWith(ServerExtension.class)
class RosterFilesRestIT {

  @Test
  @DisplayName("a term is a whole OneRoster 1.2 file: every reference leads to a row of it")
  void oneRoster(TestServer server) throws IOException, SQLException {
    String term =
        TestedStudent.text(
            server,
            "SELECT t.code FROM term t JOIN offering o ON o.term_id = t.id JOIN enrolment e ON"
                + " e.offering_id = o.id AND e.status = 'ENROLLED' JOIN enrolment_place p ON"
                + " p.enrolment_id = e.id GROUP BY t.id ORDER BY COUNT(*) DESC LIMIT 1");
    RestClient lms = RestClient.basic(server.url(), "lms", "lms-Demo1");
    Map<String, List<String[]>> files = files(lms.bytes("/oneroster?academicSession=" + term));
    assertThat(files.keySet())
        .containsExactly(
            "manifest",
            "orgs",
            "academicSessions",
            "courses",
            "classes",
            "users",
            "roles",
            "enrollments");
    files.forEach(
        (name, rows) ->
            assertThat(rows)
                .as(name)
                .hasSizeGreaterThan(1)
                .allSatisfy(row -> assertThat(row).hasSize(rows.get(0).length)));
    Set<String> users = column(files.get("users"), "sourcedId");
    assertThat(users).hasSize(files.get("users").size() - 1);
    assertThat(column(files.get("users"), "password")).containsOnly("");
    assertThat(column(files.get("users"), "status")).containsOnly("");
    assertThat(users).containsAll(column(files.get("enrollments"), "userSourcedId"));
    assertThat(users).isEqualTo(column(files.get("roles"), "userSourcedId"));
    assertThat(column(files.get("classes"), "sourcedId"))
        .containsAll(column(files.get("enrollments"), "classSourcedId"));
    assertThat(column(files.get("courses"), "sourcedId"))
        .containsAll(column(files.get("classes"), "courseSourcedId"));
    assertThat(column(files.get("orgs"), "sourcedId"))
        .containsAll(column(files.get("courses"), "orgSourcedId"))
        .containsAll(column(files.get("users"), "primaryOrgSourcedId"));
    OpenApiContract contract = OpenApiContract.of(server.url());
    contract.right(400, "get", "/oneroster", lms.get("/oneroster"));
    contract.right(404, "get", "/oneroster", lms.get("/oneroster?academicSession=NONE-9"));
  }

  @Test
  @DisplayName("the exams of a group are a calendar anybody subscribes to, and it names nobody")
  void exams(TestServer server) throws IOException, InterruptedException, SQLException {
    String group =
        TestedStudent.text(
            server,
            "SELECT g.code FROM sheet h JOIN sheet_row r ON r.sheet_id = h.id JOIN student s ON s.id"
                + " = r.student_id JOIN student_group g ON g.id = s.group_id WHERE h.exam_date >"
                + " DATE_SUB(CURRENT_DATE, INTERVAL 200 DAY) AND h.exam_time IS NOT NULL ORDER BY"
                + " h.id DESC LIMIT 1");
    String calendar = read(server, "/week/exams/" + group + ".ics?language=en", 200);
    assertThat(calendar)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("VERSION:2.0", "X-WR-CALNAME:Exams of group " + group, "SUMMARY:Exam: ")
        .containsPattern("UID:exam-[0-9a-f-]{36}@registrar")
        .containsPattern("DTSTART:\\d{8}T\\d{6}Z");
    assertThat(
            Arrays.stream(calendar.split("\r\n"))
                .map(line -> line.getBytes(StandardCharsets.UTF_8).length))
        .allMatch(octets -> octets <= 76);
    assertThat(calendar)
        .doesNotContain(
            TestedStudent.text(
                server,
                "SELECT s.student_no FROM student s JOIN student_group g ON g.id = s.group_id"
                    + " WHERE g.code = '"
                    + group
                    + "' LIMIT 1"));
    read(server, "/week/exams/NO-SUCH.ics", 404);
  }

  private static String read(TestServer server, String path, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    return answer.body();
  }

  private static Map<String, List<String[]>> files(byte[] zip) throws IOException {
    Map<String, List<String[]>> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        files.put(
            entry.getName().replace(".csv", ""),
            Arrays.stream(text.split("\r\n")).map(RosterFilesRestIT::cells).toList());
      }
    }
    return files;
  }

  /** Cells of a line; commas within quotes are text. */
  private static String[] cells(String line) {
    return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
  }

  private static Set<String> column(List<String[]> rows, String name) {
    int at = List.of(rows.get(0)).indexOf(name);
    return rows.stream().skip(1).map(row -> row[at]).collect(Collectors.toSet());
  }
}
