package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.wire.RestTerm.Caller;
import kz.miras.registrar.wire.RestTerm.Offered;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Plans submitted by REST: once, with all verdicts, dropped and promoted. */
class RegistrationSubmitRestIT extends RegistrationByRest {

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

    Map<String, Object> problem = refused(student, key, term.request("", other));
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

  /**
   * Who may not have an offering of one seat, which somebody else has taken.
   *
   * @param mine taken by the student, at the hour of the other
   * @param needed before it, and not passed
   */
  private Caller hindered(Offered wanted, Offered mine, Offered needed) throws SQLException {
    List<Caller> students = term.students(2);
    submit(students.get(1), key(), term.request("", wanted));
    term.require(wanted, needed);
    submit(students.get(0), key(), term.request("", mine));
    return students.get(0);
  }

  @Test
  @DisplayName("REG-2 REG-11 a refused line names all that is against it, not the first alone")
  void allVerdicts() throws SQLException {
    Offered wanted = term.offering(1, 13);
    Caller student = hindered(wanted, term.offering(5, 13), term.offering(5, 16));

    String key = key();
    String alone = ",\"waitingList\":false";
    Map<String, Object> refused = refused(student, key, term.request(alone, wanted));

    assertThat(refused).containsEntry("complete", false).containsEntry("status", 422);
    assertThat(String.valueOf(refused.get("type"))).endsWith("/problems/refused");
    assertThat(refused.get("receipt")).as("a refusal is receipted too").isNotNull();
    assertThat(refused(student, key, term.request(alone, wanted))).isEqualTo(refused);
    Map<String, Object> line = list(refused, "lines").get(0);
    assertThat(line).containsEntry("accepted", false).containsEntry("enrolment", null);
    assertThat(list(line, "refusals"))
        .as("what it needs was not passed, it is at the hour of another, and it is full")
        .extracting(reason -> reason.get("rule"))
        .containsExactlyInAnyOrder("REG-2", "REG-11", "REG-3");
    assertThat(list(line, "refusals"))
        .allSatisfy(reason -> assertThat(String.valueOf(reason.get("fix"))).isNotBlank());
    assertThat(term.taken(wanted)).isOne();
  }

  @Test
  @DisplayName(
      "REG-2 REG-3 REG-11 the rules say the same in each language to whoever checks and submits by"
          + " REST, to who reads the receipt, and in the sealed log of the section")
  void theSameEverywhere() throws SQLException {
    Offered wanted = term.offering(1, 10);
    Caller student = hindered(wanted, term.offering(5, 10), term.offering(5, 11));
    String body = term.request(",\"waitingList\":false", wanted);
    String key = key();

    for (String language : List.of("kk", "ru", "en")) {
      String in = "?language=" + language;
      Map<String, Object> checked =
          right(
              200,
              "post",
              CHECK,
              student.rest().send("POST", "/students/me/plan/check" + in, body));
      Map<String, Object> answer =
          right(
              422,
              "post",
              SUBMIT,
              student
                  .rest()
                  .send("POST", "/students/me/registrations" + in, body, "Idempotency-Key", key));
      List<Map<String, Object>> said = list(list(answer, "lines").get(0), "refusals");
      assertThat(said).hasSize(3).isEqualTo(list(list(checked, "lines").get(0), "refusals"));
      Visitor auditor = new Visitor(server.url()).signedIn("auditor", "auditor-Demo1");
      auditor.speaks(language);
      for (String page :
          List.of(
              "/registration/receipt.xhtml?id=" + answer.get("submission"),
              "/registration/history.xhtml?section=" + term.link(wanted))) {
        String read = auditor.get(page).body().replace("&quot;", "\"").replace("&#39;", "'");
        for (Map<String, Object> reason : said) {
          assertThat(read)
              .as(language + " " + page)
              .contains("<b>" + reason.get("rule") + "</b>")
              .contains(String.valueOf(reason.get("message")));
        }
      }
    }
  }

  @Test
  @DisplayName("REG-3 a line without a seat is refused where waiting is not wanted")
  void fullWithoutWaiting() throws SQLException {
    Offered full = term.offering(1, 17);
    List<Caller> students = term.students(2);
    submit(students.get(0), key(), term.request("", full));

    Map<String, Object> refused =
        refused(students.get(1), key(), term.request(",\"waitingList\":false", full));

    assertThat(list(list(refused, "lines").get(0), "refusals"))
        .extracting(reason -> reason.get("rule"))
        .containsExactly("REG-3");
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
                    .containsEntry("enrolment", enrolment(queued))
                    .as("the end of this very place")
                    .hasEntrySatisfying(
                        "until", until -> assertThat((String) until).startsWith("2062-01-01")));
    assertThat(waitingList(holder))
        .as("how lists go is published, waiting or not")
        .containsEntry("items", List.of())
        .containsEntry("order", "TIME")
        .hasEntrySatisfying("until", until -> assertThat((String) until).startsWith("2062-01-01"));

    drop(404, waiting, seat);
    drop(204, holder, seat);
    Map<String, Object> again = drop(422, holder, seat);
    assertThat(list(again, "reasons"))
        .as("whose first answer was lost is told that it is over")
        .extracting(reason -> reason.get("code"))
        .containsExactly("registration.enrolment.ended");

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

  private Map<String, Object> drop(int status, Caller who, String seat) {
    return right(
        status,
        "delete",
        DROP,
        who.rest().send("DELETE", "/students/me/registrations/" + seat, null));
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

  private Map<String, Object> waitingList(Caller who) {
    return right(200, "get", WAITING, who.rest().get("/students/me/waiting-list" + in("")));
  }

  private List<Map<String, Object>> places(Caller who) {
    return list(waitingList(who), "items");
  }
}
