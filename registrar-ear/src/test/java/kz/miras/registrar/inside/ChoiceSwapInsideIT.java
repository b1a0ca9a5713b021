package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.line;
import static kz.miras.registrar.inside.PlanScene.office;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One discipline instead of another that has no seat yet, and drafts that remember it. */
@InsideTest
class ChoiceSwapInsideIT {

  private static final int FIRST = 40;
  private static final String TERM = "CH-SWAP";
  private static final String LINE =
      "SELECT CONCAT_WS(' ', l.status, i.code) FROM study_plan_line l JOIN study_plan p ON p.id ="
          + " l.plan_id JOIN student s ON s.id = p.student_id JOIN offering o ON o.discipline_id ="
          + " l.discipline_id AND o.term_id = l.term_id LEFT JOIN discipline i ON i.id ="
          + " l.instead_of_id WHERE o.id = ? AND s.student_no = ? ORDER BY l.id DESC LIMIT 1";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ChoiceSwapInsideIT.class, PlanScene.class);
  }

  private static String student(int place) throws SQLException {
    return Scene.student(FIRST + place);
  }

  private static long offering() throws SQLException {
    long term = Scene.term(TERM, 2119);
    long offering = Scene.offering(1);
    Scene.change("UPDATE offering SET term_id = ? WHERE id = ?", term, offering);
    return offering;
  }

  /** Of the offering and of its discipline. */
  private static String code(long offering) throws SQLException {
    return Scene.text("SELECT code FROM offering WHERE id = ?", offering);
  }

  private static PlanRequest.Line choice(long offering, Language language) throws SQLException {
    return new PlanRequest.Line(
        null, code(offering), null, EnrolmentType.ADDITIONAL, language, null);
  }

  private static PlanRequest.Line choice(long offering) throws SQLException {
    return choice(offering, Language.RU);
  }

  private static PlanRequest request(PlanRequest.Line... lines) {
    return new PlanRequest(TERM, List.of(lines), false, true);
  }

  private static PlanAnswer asks(String student, PlanRequest.Line... lines) throws Exception {
    return submit(student, request(lines), UUID.randomUUID().toString());
  }

  private static void keeps(String student, PlanRequest.Line... lines) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Inside.as(office(), () -> counter.choose(student, request(lines)));
  }

  private static PlanView.Line seen(String student, long offering) throws Exception {
    String code = code(offering);
    PlanQueries queries = Inside.bean(PlanQueries.class);
    PlanView plan = Inside.as(Scene.holding("DIR"), () -> queries.plan(student, TERM));
    return plan.lines().stream()
        .filter(line -> line.discipline().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static String stored(String student, long offering) throws SQLException {
    return Scene.text(LINE, offering, student);
  }

  private static List<String> refusals(PlanAnswer answer) {
    return answer.lines().get(0).verdict().refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "REG-5 REG-33 a choice takes the place of a choice in one act, and of no seat; where it is"
          + " refused the old one stays")
  void choiceInsteadOfChoice() throws Exception {
    String student = student(0);
    long first = offering();
    long second = offering();
    long third = offering();
    long held = offering();
    Scene.section(held, "GROUP", 5);
    asks(student, choice(first));

    PlanAnswer refused = asks(student, choice(second, Language.EN).insteadOf(code(first)));
    assertThat(refusals(refused)).containsExactly("registration.language-not-taught");
    assertThat(stored(student, first)).isEqualTo("SUBMITTED");

    PlanAnswer taken = asks(student, choice(second).insteadOf(code(first)));
    assertThat(refusals(taken)).isEmpty();
    assertThat(stored(student, first)).isEqualTo("REMOVED");
    assertThat(stored(student, second)).isEqualTo("SUBMITTED");
    String gone = code(first);
    assertThatThrownBy(() -> asks(student, choice(third).insteadOf(gone)))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            why ->
                assertThat(why.refusals())
                    .extracting(Refusal::field)
                    .containsExactly("lines[0].insteadOf"));

    PlanAnswer seat = asks(student, line(held));
    assertThat(refusals(asks(student, choice(third).insteadOf(code(held)))))
        .containsExactly("registration.swap-seat");
    assertThat(statusOf(seat)).isEqualTo("ENROLLED");
  }

  @Test
  @DisplayName(
      "REG-33 a draft remembers what it is to take the place of, is submitted so, and forgets it"
          + " when that has left the plan")
  void draftRemembers() throws Exception {
    String student = student(1);
    long first = offering();
    long second = offering();
    long third = offering();
    asks(student, choice(first));

    keeps(student, choice(second).insteadOf(code(first)));
    assertThat(seen(student, second).insteadOf()).isEqualTo(code(first));
    assertThat(seen(student, second).counted()).as("the other counts meanwhile").isZero();
    asks(student);
    assertThat(stored(student, first)).isEqualTo("REMOVED");
    assertThat(stored(student, second)).isEqualTo("SUBMITTED");

    keeps(student, choice(third).insteadOf(code(second)));
    assertThat(stored(student, third)).isEqualTo("CHOSEN " + code(second));
    keeps(student, choice(third));
    assertThat(stored(student, third)).as("chosen beside it now").isEqualTo("CHOSEN");
    keeps(student, choice(third).insteadOf(code(second)));
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    long line = seen(student, second).key();
    Inside.as(
        office(),
        () -> {
          counter.withdraw(student, TERM, line);
          return null;
        });
    assertThat(stored(student, third)).isEqualTo("CHOSEN");
    assertThat(seen(student, third).insteadOf()).isNull();
    asks(student);
    assertThat(stored(student, third)).isEqualTo("SUBMITTED");
  }

  @Test
  @DisplayName(
      "REG-33 who waits for a seat instead of a choice keeps the choice until there is one, counts"
          + " once meanwhile, and is told until when the place lasts")
  void waitsInsteadOfChoice() throws Exception {
    String student = student(2);
    long chosen = offering();
    long full = offering();
    Scene.section(full, "GROUP", 1);
    PlanAnswer other = asks(student(3), line(full));
    asks(student, choice(chosen));

    PlanAnswer waits = asks(student, line(full).insteadOf(code(chosen)));

    assertThat(waits.lines().get(0).status()).isEqualTo(EnrolmentStatus.WAITLISTED);
    assertThat(stored(student, chosen)).isEqualTo("SUBMITTED");
    PlanView.Line waiting = seen(student, full);
    assertThat(waiting.insteadOf()).isEqualTo(code(chosen));
    assertThat(waiting.counted()).isZero();
    assertThat(waiting.waitsUntil()).isEqualTo(expires(waiting.enrolment()));
    assertThat(seen(student, chosen).waitsUntil()).isNull();

    PlanScene.leave(other.lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);

    assertThat(statusOf(waits)).isEqualTo("ENROLLED");
    assertThat(stored(student, chosen)).isEqualTo("REMOVED");
    PlanView.Line seated = seen(student, full);
    assertThat(seated.status()).isEqualTo(PlanLineStatus.SUBMITTED);
    assertThat(seated.insteadOf()).isNull();
    assertThat(seated.counted()).isEqualTo(1);
    assertThat(seated.waitsUntil()).isNull();
  }

  private static Instant expires(UUID enrolment) throws SQLException {
    return Instant.parse(
        Scene.text(
            "SELECT DATE_FORMAT(MIN(w.expires_at), '%Y-%m-%dT%H:%i:%s.%fZ') FROM waiting_place w"
                + " JOIN enrolment e ON e.id = w.enrolment_id WHERE e.uuid = ?",
            enrolment.toString()));
  }
}
