package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.wire.RestTerm.Caller;
import kz.miras.registrar.wire.RestTerm.Offered;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Single lines of a plan by REST, and what is said of the plan as a whole. */
class RegistrationLineRestIT extends RegistrationByRest {

  private static final String LINE = "/students/{id}/plan/lines/{discipline}";
  private static final String AGAIN = LINE + "/resubmission";

  private String line(Offered offered, String more) {
    return "/students/me/plan/lines/" + offered.discipline() + more + in("");
  }

  private Optional<Map<String, Object>> stored(Caller student, Offered offered) {
    Map<String, Object> plan =
        right(200, "get", PLAN, student.rest().get("/students/me/plan" + in("")));
    return list(plan, "lines").stream()
        .filter(one -> offered.discipline().equals(one.get("discipline")))
        .findFirst();
  }

  private static List<Object> codes(Map<String, Object> body) {
    return list(body, "reasons").stream().map(reason -> reason.get("code")).toList();
  }

  @Test
  @DisplayName("IUP-5 a line that was given back is submitted again with its seat, by its student")
  void submittedAgain() throws SQLException {
    Offered wanted = term.offering(2, 13);
    List<Caller> students = term.students(2);
    Caller student = students.get(0);
    String seat = enrolment(submit(student, key(), term.request("", wanted)));
    term.giveBack(wanted, student);
    assertThat(stored(student, wanted).orElseThrow()).containsEntry("status", "RETURNED");
    String his = line(wanted, "/resubmission").replace("me", student.id());

    right(404, "post", AGAIN, students.get(1).rest().send("POST", his, null));
    right(
        400,
        "post",
        AGAIN,
        student.rest().send("POST", line(wanted, "/resubmission").replaceFirst("\\?.*", ""), null));
    right(204, "post", AGAIN, student.rest().send("POST", line(wanted, "/resubmission"), null));

    assertThat(stored(student, wanted).orElseThrow())
        .containsEntry("status", "SUBMITTED")
        .containsEntry("enrolment", seat);
    assertThat(term.taken(wanted)).isOne();
    Offered chosen = term.offering(2, 14);
    right(
        200,
        "put",
        PLAN,
        student.rest().send("PUT", "/students/me/plan", term.request("", chosen)));
    Map<String, Object> problem =
        right(422, "post", AGAIN, student.rest().send("POST", line(chosen, "/resubmission"), null));
    assertThat(codes(problem)).containsExactly("registration.plan.not-now");
  }

  @Test
  @DisplayName("REG-5 a line without a seat is taken out of the plan, one with a seat is not")
  void takenOut() throws SQLException {
    Offered chosen = term.offering(2, 15);
    Offered seated = term.offering(2, 16);
    Caller student = term.students(1).get(0);
    submit(student, key(), term.request("", seated));
    right(
        200,
        "put",
        PLAN,
        student.rest().send("PUT", "/students/me/plan", term.request("", chosen)));
    assertThat(stored(student, chosen)).isPresent();

    right(204, "delete", LINE, student.rest().send("DELETE", line(chosen, ""), null));
    right(404, "delete", LINE, student.rest().send("DELETE", line(chosen, ""), null));
    Map<String, Object> problem =
        right(422, "delete", LINE, student.rest().send("DELETE", line(seated, ""), null));

    assertThat(codes(problem)).contains("registration.plan.not-now");
    assertThat(stored(student, chosen)).isEmpty();
    assertThat(stored(student, seated)).isPresent();
    assertThat(term.taken(seated)).isOne();
  }

  @Test
  @DisplayName("REG-33 what a draft is to take the place of is kept with it, and goes with that")
  void insteadOf() throws SQLException {
    Offered seated = term.offering(2, 19);
    Offered chosen = term.offering(2, 20);
    Caller student = term.students(1).get(0);
    String seat = enrolment(submit(student, key(), term.request("", seated)));
    right(200, "put", PLAN, student.rest().send("PUT", "/students/me/plan", swap(chosen, seated)));
    assertThat(stored(student, chosen).orElseThrow())
        .containsEntry("status", "CHOSEN")
        .containsEntry("insteadOf", seated.discipline());

    right(
        204,
        "delete",
        DROP,
        student.rest().send("DELETE", "/students/me/registrations/" + seat, null));
    assertThat(stored(student, chosen).orElseThrow()).containsEntry("insteadOf", null);
    Map<String, Object> problem =
        right(
            422,
            "put",
            PLAN,
            student.rest().send("PUT", "/students/me/plan", swap(chosen, seated)));
    assertThat(list(problem, "reasons"))
        .extracting(reason -> reason.get("field"))
        .containsExactly("lines[0].insteadOf");
  }

  /** A seat of one offering in the place of the discipline of another. */
  private String swap(Offered wanted, Offered old) {
    return "{\"term\":\""
        + term.code()
        + "\",\"lines\":[{\"offering\":\""
        + wanted.id()
        + "\",\"insteadOf\":\""
        + old.discipline()
        + "\"}]}";
  }

  @Test
  @DisplayName("a submission says of the whole plan what the check of the same lines has said")
  void saysTheSameOfTheWhole() throws SQLException {
    Offered first = term.offering(2, 17);
    Offered second = term.offering(2, 18);
    Caller student = term.students(1).get(0);
    String body = term.request("", first, second);

    Map<String, Object> checked =
        right(200, "post", CHECK, student.rest().send("POST", "/students/me/plan/check", body));
    Map<String, Object> submitted = submit(student, key(), body);

    assertThat(submitted).containsEntry("complete", true);
    assertThat(list(submitted, "reasons"))
        .as("far too few credits for a term")
        .isNotEmpty()
        .isEqualTo(list(checked, "reasons"));
  }
}
