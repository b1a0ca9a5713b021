package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.wire.RestTerm.Caller;
import kz.miras.registrar.wire.RestTerm.Offered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Registration by REST; each answer is also held against the description the server hands out. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationRestIT {

  private static final String PLAN = "/students/{id}/plan";
  private static final String CHECK = "/students/{id}/plan/check";
  private static final String SUBMIT = "/students/{id}/registrations";
  private static final String DROP = "/students/{id}/registrations/{enrolment}";
  private static final String WAITING = "/students/{id}/waiting-list";
  private static final String OFFERINGS = "/terms/{term}/offerings";
  private static final String ROSTER = "/terms/{term}/roster-changes";

  private TestServer server;
  private OpenApiContract contract;
  private RestTerm term;

  @BeforeAll
  void start(TestServer running) throws SQLException {
    server = running;
    contract = OpenApiContract.of(server.url());
    term = RestTerm.of(server);
  }

  @AfterAll
  void end() throws SQLException {
    term.end();
  }

  /** The body of an answer that has this status and is as described. */
  private Map<String, Object> right(
      int status, String method, String path, HttpResponse<String> answer) {
    assertThat(answer.statusCode())
        .as(method + " " + path + ": " + answer.body())
        .isEqualTo(status);
    assertThat(contract.findings(method, path, answer)).as(method + " " + path).isEmpty();
    return answer.body().isEmpty() ? Map.of() : RestClient.json(answer);
  }

  private String in(String query) {
    return "?term=" + term.code() + query;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> body, String field) {
    return (List<Map<String, Object>>) body.get(field);
  }

  private Map<String, Object> submit(Caller who, String key, String body) {
    return right(
        200,
        "post",
        SUBMIT,
        who.rest().send("POST", "/students/me/registrations", body, "Idempotency-Key", key));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static String enrolment(Map<String, Object> answer) {
    return String.valueOf(list(answer, "lines").get(0).get("enrolment"));
  }

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
  @DisplayName("REG-32 a registration sent twice with its key is done once and answered the same")
  void sentTwice() throws SQLException {
    Offered wanted = term.offering(5, 11);
    Offered other = term.offering(5, 12);
    Caller student = term.students(1).get(0);
    String key = key();
    Map<String, Object> first = submit(student, key, term.request("", wanted));
    assertThat(first).containsEntry("complete", true);
    assertThat(list(first, "lines"))
        .singleElement()
        .satisfies(line -> assertThat(line).containsEntry("status", "ENROLLED"));

    assertThat(submit(student, key, term.request("", wanted))).isEqualTo(first);
    assertThat(term.taken(wanted)).isOne();
    assertThat(term.enrolments(wanted)).isOne();

    Map<String, Object> problem =
        right(
            422,
            "post",
            SUBMIT,
            student
                .rest()
                .send(
                    "POST",
                    "/students/me/registrations",
                    term.request("", other),
                    "Idempotency-Key",
                    key));
    assertThat(list(problem, "reasons"))
        .singleElement()
        .satisfies(reason -> assertThat(reason).containsEntry("rule", "REG-32"));
    assertThat(term.taken(other)).isZero();
    right(
        400,
        "post",
        SUBMIT,
        student.rest().send("POST", "/students/me/registrations", term.request("", other)));
    right(
        400,
        "post",
        SUBMIT,
        student
            .rest()
            .send("POST", "/students/me/registrations", "{\"term\":", "Idempotency-Key", key()));
  }

  @Test
  @DisplayName("REG-3 REG-13 a refused line names all that is against it, not the first alone")
  void allVerdicts() throws SQLException {
    Offered mine = term.offering(5, 13);
    Offered full = term.offering(1, 13);
    List<Caller> students = term.students(2);
    submit(students.get(0), key(), term.request("", full));
    submit(students.get(1), key(), term.request("", mine));

    Map<String, Object> refused =
        submit(students.get(1), key(), term.request(",\"waitingList\":false", full));

    assertThat(refused).containsEntry("complete", false);
    Map<String, Object> line = list(refused, "lines").get(0);
    assertThat(line).containsEntry("accepted", false).containsEntry("enrolment", null);
    assertThat(list(line, "refusals"))
        .as("no seat and at the hour of another")
        .extracting(reason -> reason.get("rule"))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(2)
        .contains("REG-3");
    assertThat(term.taken(full)).isOne();
  }

  @Test
  @DisplayName(
      "REG-33 the first who waits has the seat when a drop is answered; the feed tells all")
  void droppedAndPromoted() throws SQLException {
    Offered wanted = term.offering(1, 14);
    List<Caller> students = term.students(2);
    Caller holder = students.get(0);
    Caller waiting = students.get(1);
    RestClient lms = RestClient.basic(server.url(), "lms", "lms-Demo1");
    String roster = "/terms/" + term.code() + "/roster-changes?limit=200&cursor=";
    Object begin = end(lms);
    String seat = enrolment(submit(holder, key(), term.request("", wanted)));
    Map<String, Object> queued = submit(waiting, key(), term.request("", wanted));
    assertThat(list(queued, "lines").get(0)).containsEntry("status", "WAITLISTED");
    assertThat(places(waiting))
        .singleElement()
        .satisfies(
            place ->
                assertThat(place)
                    .containsEntry("place", 1)
                    .containsEntry("offering", wanted.id())
                    .containsEntry("enrolment", enrolment(queued)));
    assertThat(places(holder)).isEmpty();

    right(
        404,
        "delete",
        DROP,
        waiting.rest().send("DELETE", "/students/me/registrations/" + seat, null));
    right(
        204,
        "delete",
        DROP,
        holder.rest().send("DELETE", "/students/me/registrations/" + seat, null));

    assertThat(places(waiting)).isEmpty();
    Map<String, Object> plan =
        right(200, "get", PLAN, waiting.rest().get("/students/me/plan" + in("")));
    assertThat(list(plan, "lines"))
        .singleElement()
        .satisfies(line -> assertThat(line).containsEntry("seat", "ENROLLED"));
    assertThat(term.taken(wanted)).isOne();
    Map<String, Object> changes = right(200, "get", ROSTER, lms.get(roster + begin));
    assertThat(list(changes, "items"))
        .filteredOn(one -> wanted.id().equals(one.get("offering")))
        .extracting(one -> one.get("change") + " " + one.get("studentNo"))
        .containsExactly(
            "JOINED " + holder.number(), "LEFT " + holder.number(), "JOINED " + waiting.number());
    assertThat(list(right(200, "get", ROSTER, lms.get(roster + end(lms))), "items"))
        .as("nothing new since")
        .isEmpty();
    right(403, "get", ROSTER, holder.rest().get("/terms/" + term.code() + "/roster-changes"));
    right(404, "get", ROSTER, lms.get("/terms/NONE-9/roster-changes"));
  }

  private Object end(RestClient lms) {
    Object next = "";
    List<Map<String, Object>> items;
    do {
      String cursor = next.equals("") ? "" : "&cursor=" + next;
      Map<String, Object> page =
          right(
              200,
              "get",
              ROSTER,
              lms.get("/terms/" + term.code() + "/roster-changes?limit=200" + cursor));
      items = list(page, "items");
      next = page.get("next");
    } while (!items.isEmpty());
    return next;
  }

  private List<Map<String, Object>> places(Caller who) {
    return list(
        right(200, "get", WAITING, who.rest().get("/students/me/waiting-list" + in(""))), "items");
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
