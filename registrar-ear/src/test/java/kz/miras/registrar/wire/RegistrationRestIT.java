package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.wire.RestTerm.Caller;
import kz.miras.registrar.wire.RestTerm.Offered;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a term offers and a plan holds, by REST, and for whom. */
class RegistrationRestIT extends RegistrationByRest {

  @Test
  @DisplayName("a term's offerings come page by page, each once, with seats and hours")
  void offerings() throws SQLException {
    Offered first = term.offering(7, 8);
    Offered second = term.offering(3, 9);
    RestClient student = term.students(1).get(0).rest();
    List<Object> seen = new ArrayList<>();
    Object next = null;
    do {
      String cursor = next == null ? "" : "&cursor=" + next;
      Map<String, Object> page =
          right(
              200,
              "get",
              OFFERINGS,
              student.get("/terms/" + term.code() + "/offerings?limit=1" + cursor));
      assertThat(list(page, "items")).hasSizeLessThanOrEqualTo(1);
      list(page, "items").forEach(one -> seen.add(one.get("id")));
      next = page.get("next");
    } while (next != null);
    assertThat(seen).doesNotHaveDuplicates().contains(first.id(), second.id());

    Map<String, Object> found =
        right(
            200,
            "get",
            OFFERINGS,
            student.get("/terms/" + term.code() + "/offerings?discipline=" + first.discipline()));
    assertThat(list(found, "items"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one).containsEntry("id", first.id()).containsEntry("credits", 3);
              assertThat(list(one, "sections"))
                  .singleElement()
                  .satisfies(
                      section -> {
                        assertThat(section).containsEntry("capacity", 7).containsEntry("taken", 0);
                        assertThat(list(section, "hours"))
                            .singleElement()
                            .satisfies(
                                hour ->
                                    assertThat(hour)
                                        .containsEntry("day", "MONDAY")
                                        .containsEntry("from", "08:00"));
                      });
            });
    right(404, "get", OFFERINGS, student.get("/terms/NONE-9/offerings"));
    right(400, "get", OFFERINGS, student.get("/terms/" + term.code() + "/offerings?limit=none"));
    right(
        401,
        "get",
        OFFERINGS,
        RestClient.bearer(server.url(), "no.such.token")
            .get("/terms/" + term.code() + "/offerings"));
  }

  @Test
  @DisplayName(
      "REG-22 REG-30 a language nobody teaches in is refused by name; a check takes the mode of its"
          + " submission")
  void languageAndMode() throws SQLException {
    Offered wanted = term.offering(5, 12);
    Offered full = term.offering(0, 13);
    Caller student = term.students(1).get(0);
    RestClient rest = student.rest();
    String english = term.request(",\"waitingList\":false", wanted);
    english = english.replace("\"type\":\"MAIN\"", "\"type\":\"MAIN\",\"language\":\"en\"");
    String check = "/students/me/plan/check";
    Map<String, Object> judged = right(200, "post", CHECK, rest.send("POST", check, english));
    assertThat(list(list(judged, "lines").get(0), "refusals"))
        .extracting(reason -> reason.get("rule"))
        .containsExactly("REG-22");
    Map<String, Object> problem =
        right(422, "put", PLAN, rest.send("PUT", "/students/me/plan", english));
    assertThat(String.valueOf(problem))
        .contains("registration.language-not-taught")
        .contains("lines[0].language");
    Map<String, Object> refused = refused(student, key(), english);
    assertThat(list(list(refused, "lines").get(0), "refusals"))
        .extracting(reason -> reason.get("rule"))
        .containsExactly("REG-22");

    String all = term.request(",\"mode\":\"ALL_OR_NOTHING\",\"waitingList\":false", wanted, full);
    Map<String, Object> before = right(200, "post", CHECK, rest.send("POST", check, all));
    Map<String, Object> after = refused(student, key(), all);
    assertThat(list(before, "lines")).isEqualTo(list(after, "lines"));
    assertThat(list(list(before, "lines").get(0), "refusals"))
        .extracting(reason -> reason.get("rule"))
        .containsExactly("REG-30");
  }

  @Test
  @DisplayName(
      "REG-3 a line names its stream as it names its group: checked, chosen, submitted and told with"
          + " both; an unknown stream is refused by name")
  void streamAndGroup() throws SQLException {
    Offered wanted = term.offering(5, 16);
    term.stream(wanted, "L-1", 90, 9);
    term.stream(wanted, "L-2", 5, 10);
    Caller student = term.students(1).get(0);
    RestClient rest = student.rest();
    Map<String, Object> offered =
        right(
            200,
            "get",
            OFFERINGS,
            rest.get("/terms/" + term.code() + "/offerings?discipline=" + wanted.discipline()));
    assertThat(list(list(offered, "items").get(0), "sections"))
        .extracting(section -> section.get("code"))
        .contains("L-1", "L-2", wanted.discipline() + "-G");

    String any = term.request("", wanted);
    String chosen = any.replace("\"type\":\"MAIN\"", "\"type\":\"MAIN\",\"stream\":\"L-2\"");
    Map<String, Object> judged =
        right(200, "post", CHECK, rest.send("POST", "/students/me/plan/check", chosen));
    assertThat(list(judged, "lines").get(0))
        .containsEntry("sections", List.of("L-2", wanted.discipline() + "-G"));
    right(200, "put", PLAN, rest.send("PUT", "/students/me/plan", chosen));
    assertThat(list(right(200, "get", PLAN, rest.get("/students/me/plan" + in(""))), "lines"))
        .singleElement()
        .satisfies(
            line -> assertThat(line).containsEntry("stream", "L-2").containsEntry("group", null));
    Map<String, Object> problem =
        right(
            422,
            "post",
            CHECK,
            rest.send("POST", "/students/me/plan/check", chosen.replace("L-2", "L-9")));
    assertThat(String.valueOf(problem)).contains("lines[0].stream");

    Map<String, Object> answer = submit(student, key(), chosen);
    assertThat(list(answer, "lines").get(0))
        .containsEntry("status", "ENROLLED")
        .containsEntry("sections", List.of("L-2", wanted.discipline() + "-G"));
    assertThat(list(right(200, "get", PLAN, rest.get("/students/me/plan" + in(""))), "lines"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .containsEntry("stream", "L-2")
                    .containsEntry("group", wanted.discipline() + "-G"));
  }

  @Test
  @DisplayName("IUP-1 a plan is read, checked without saving, and chosen without taking seats")
  void checkedAndChosen() throws SQLException {
    Offered wanted = term.offering(5, 10);
    Offered clash = term.offering(5, 10);
    Caller student = term.students(1).get(0);
    RestClient rest = student.rest();
    Map<String, Object> empty = right(200, "get", PLAN, rest.get("/students/me/plan" + in("")));
    assertThat(empty).containsEntry("student", student.id()).containsEntry("id", null);
    assertThat(list(empty, "lines")).isEmpty();

    Map<String, Object> asked =
        right(
            200,
            "post",
            CHECK,
            rest.send("POST", "/students/me/plan/check", term.request("", wanted, clash)));
    assertThat(asked).containsEntry("submission", null).containsEntry("complete", false);
    assertThat(list(asked, "lines")).hasSize(2);
    assertThat(list(asked, "lines").stream().flatMap(line -> list(line, "refusals").stream()))
        .as("the clash is told with its rule and the way out")
        .isNotEmpty()
        .allSatisfy(
            reason ->
                assertThat(
                        List.of(
                            reason.get("code"),
                            reason.get("rule"),
                            reason.get("message"),
                            reason.get("fix")))
                    .doesNotContainNull());
    assertThat(right(200, "get", PLAN, rest.get("/students/me/plan" + in("")))).isEqualTo(empty);

    Map<String, Object> chosen =
        right(200, "put", PLAN, rest.send("PUT", "/students/me/plan", term.request("", wanted)));
    assertThat(chosen).containsEntry("submission", null);
    Map<String, Object> plan =
        right(200, "get", PLAN, rest.get("/students/" + student.id() + "/plan" + in("")));
    assertThat(plan).containsEntry("status", "DRAFT");
    assertThat(list(plan, "lines"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .containsEntry("discipline", wanted.discipline())
                    .containsEntry("status", "CHOSEN")
                    .containsEntry("enrolment", null));
    assertThat(term.taken(wanted)).isZero();
    right(400, "get", PLAN, rest.get("/students/me/plan"));
  }

  @Test
  @DisplayName(
      "ACC-3 another's plan, seats and queues do not exist for a student, nor for a teacher")
  void othersDoNotExist() throws SQLException {
    Offered wanted = term.offering(5, 15);
    List<Caller> students = term.students(2);
    String seat = enrolment(submit(students.get(0), key(), term.request("", wanted)));
    String his = "/students/" + students.get(0).id();
    RestClient teacher = RestClient.basic(server.url(), "teacher", "teacher-Demo1");
    String body = term.request("", wanted);
    for (Map.Entry<RestClient, List<Integer>> who :
        Map.of(students.get(1).rest(), List.of(404), teacher, List.of(403, 404)).entrySet()) {
      RestClient rest = who.getKey();
      refused(who.getValue(), "get", PLAN, rest.get(his + "/plan" + in("")));
      refused(who.getValue(), "put", PLAN, rest.send("PUT", his + "/plan", body));
      refused(who.getValue(), "post", CHECK, rest.send("POST", his + "/plan/check", body));
      refused(
          who.getValue(),
          "post",
          SUBMIT,
          rest.send("POST", his + "/registrations", body, "Idempotency-Key", key()));
      refused(
          who.getValue(),
          "delete",
          DROP,
          rest.send("DELETE", his + "/registrations/" + seat, null));
      refused(who.getValue(), "get", WAITING, rest.get(his + "/waiting-list" + in("")));
    }
    assertThat(term.taken(wanted)).isOne();
    right(
        404,
        "delete",
        DROP,
        students
            .get(0)
            .rest()
            .send("DELETE", "/students/me/registrations/" + UUID.randomUUID(), null));
  }

  private void refused(
      List<Integer> statuses, String method, String path, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(method + " " + path).isIn(statuses);
    assertThat(contract.findings(method, path, answer)).as(method + " " + path).isEmpty();
  }
}
