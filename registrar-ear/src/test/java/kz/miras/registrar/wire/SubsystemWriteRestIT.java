package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
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

/** What subsystems write: marks in batches, slots of exams, staff; by the rules of the screens. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubsystemWriteRestIT {

  private TestServer server;
  private OpenApiContract contract;
  private RestClient caller;

  @BeforeAll
  void start(TestServer running) throws SQLException {
    server = running;
    contract = OpenApiContract.of(server.url());
    People people = new People(server);
    String login = people.holding("SUBSYSTEM");
    caller = RestClient.basic(server.url(), login, People.PASSWORD);
    people.change(
        "INSERT INTO personal_right (id, account_id, permission, scopes, valid_from, basis) SELECT"
            + " NEXT VALUE FOR account_seq, id, 'sheet.exchange-exam', 'ALL', '2020-01-01',"
            + " 'order 1' FROM account WHERE login = ?",
        login);
  }

  @Test
  @DisplayName("staff are kept by their number: new, changed, the same again, refused by field")
  void staff() throws SQLException {
    String described = "/staff/{personnelNo}";
    String department =
        TestedStudent.text(
            server, "SELECT code FROM org_unit WHERE kind = 'DEPARTMENT' ORDER BY id LIMIT 1");
    String path = "/staff/HR-" + RestClient.key().substring(0, 8);
    contract.right(404, "get", described, caller.get(path));
    String whole =
        "{\"lastName\":\"Серікова\",\"firstName\":\"Айгүл\",\"department\":\""
            + department
            + "\",\"position\":\"доцент\"}";
    Map<String, Object> created =
        contract.right(201, "put", described, caller.send("PUT", path, whole));
    assertThat(created).containsEntry("lastName", "Серікова").containsEntry("active", true);
    assertThat(contract.right(200, "put", described, caller.send("PUT", path, whole)))
        .as("the same again changes nothing")
        .isEqualTo(created);
    Map<String, Object> left =
        contract.right(200, "put", described, caller.send("PUT", path, "{\"active\":false}"));
    assertThat(left).containsEntry("active", false).containsEntry("position", "доцент");
    assertThat(
            RestClient.list(
                contract.right(
                    200,
                    "get",
                    "/staff",
                    caller.get("/staff?limit=500&modifiedSince=" + left.get("modifiedAt"))),
                "items"))
        .as("not changed after its own change")
        .noneMatch(one -> path.endsWith(String.valueOf(one.get("personnelNo"))));
    String before = "/staff?limit=500&modifiedSince=" + created.get("modifiedAt");
    assertThat(RestClient.list(RestClient.json(caller.get(before)), "items"))
        .anyMatch(one -> path.endsWith(String.valueOf(one.get("personnelNo"))));

    HttpResponse<String> refused =
        caller.send("PUT", path, "{\"department\":\"NONE\",\"lastName\":\"Ы\"}");
    assertThat(fields(contract.right(422, "put", described, refused)))
        .containsExactly("department");
    contract.right(422, "put", described, caller.send("PUT", path, "{\"salary\":1}"));
  }

  @Test
  @DisplayName("an exam is moved only by who has read it as it is, and only where the rules let it")
  void slot() throws SQLException {
    RestSheet sheet = RestSheet.of(server);
    new People(server)
        .change(
            "DELETE FROM sheet_row WHERE sheet_id = (SELECT id FROM sheet WHERE uuid = ?)",
            sheet.id());
    String path = "/exams/" + sheet.id();
    HttpResponse<String> read = caller.get(path);
    Map<String, Object> exam = contract.right(200, "get", "/exams/{id}", read);
    String tag = read.headers().firstValue("ETag").orElseThrow();
    String described = "/exams/{id}/slot";
    String body = "{\"room\":\"IT-77\"}";
    contract.right(428, "put", described, caller.send("PUT", path + "/slot", body));
    HttpResponse<String> stale =
        caller.send("PUT", path + "/slot", body, "If-Match", "\"another\"");
    contract.right(412, "put", described, stale);
    assertThat(stale.headers().firstValue("ETag")).contains(tag);
    assertThat(
            fields(
                contract.right(
                    422,
                    "put",
                    described,
                    caller.send(
                        "PUT", path + "/slot", "{\"date\":\"2199-01-01\"}", "If-Match", tag))))
        .containsExactly("exam_date");

    HttpResponse<String> moved = caller.send("PUT", path + "/slot", body, "If-Match", tag);
    assertThat(contract.right(200, "put", described, moved))
        .containsEntry("room", "IT-77")
        .containsEntry("date", exam.get("date"))
        .containsEntry("time", exam.get("time"));
    String now = moved.headers().firstValue("ETag").orElseThrow();
    assertThat(now).isNotEqualTo(tag);
    contract.right(
        412, "put", described, caller.send("PUT", path + "/slot", body, "If-Match", tag));
    assertThat(caller.get(path, "If-None-Match", now).statusCode()).isEqualTo(304);
  }

  @Test
  @DisplayName(
      "SHT-21 marks come in batches, each with its verdict, and the same batch is taken once")
  void marks() throws SQLException {
    RestSheet sheet = RestSheet.of(server);
    String path = "/grade-sheets/" + sheet.id();
    HttpResponse<String> read = caller.get(path);
    contract.right(200, "get", "/grade-sheets/{id}", read);
    String body =
        "{\"marks\":[{\"studentNo\":\""
            + sheet.student(0)
            + "\",\"column\":\"score\",\"value\":\"85\"},"
            + "{\"studentNo\":\"NOBODY\",\"column\":\"score\",\"value\":\"85\"}]}";
    String described = "/grade-sheets/{id}/marks";
    contract.right(400, "post", described, caller.send("POST", path + "/marks", body));
    String key = RestClient.key();
    String[] headers = {
      "Idempotency-Key", key, "If-Match", read.headers().firstValue("ETag").orElseThrow()
    };
    Map<String, Object> answer =
        contract.right(200, "post", described, caller.send("POST", path + "/marks", body, headers));
    assertThat(RestClient.list(answer, "marks"))
        .extracting(mark -> mark.get("outcome"))
        .containsExactly("STORED", "REFUSED");
    assertThat(sheet.score(0)).isEqualTo("85");
    assertThat(
            contract.right(
                200, "post", described, caller.send("POST", path + "/marks", body, headers)))
        .isEqualTo(answer);
  }

  private static List<Object> fields(Map<String, Object> problem) {
    return RestClient.list(problem, "reasons").stream()
        .map(reason -> reason.get("field"))
        .distinct()
        .toList();
  }
}
