package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.LateScene.approve;
import static kz.miras.registrar.inside.LateScene.codes;
import static kz.miras.registrar.inside.LateScene.offering;
import static kz.miras.registrar.inside.LateScene.status;
import static kz.miras.registrar.inside.LateScene.term;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.registration.service.RequestDesk.Asked;
import kz.miras.registrar.registration.service.RequestQueries;
import kz.miras.registrar.registration.service.RequestView;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the office may do when changes are over, and by the rules of which day a term is judged. */
@InsideTest
class LateInsideIT {

  private static final int FIRST = 90;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(LateInsideIT.class, LateScene.class, PlanScene.class);
  }

  private static String student(int at) throws Exception {
    return Scene.student(FIRST + at);
  }

  private static Decision enrol(String role, String student, long offering, String reason)
      throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    return Inside.as(
        Scene.holding(role),
        () ->
            counter.enrol(student, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, reason));
  }

  @Test
  @DisplayName("REG-6 after changes a specialist enrols nobody; the director does with a reason")
  void whoEnrolsLate() throws Exception {
    String term = term(2089, true);
    long offering = offering(term, 1);

    for (String role : List.of("SPE", "SEN")) {
      assertThat(codes(enrol(role, student(0), offering, "asked for it").verdict()))
          .containsExactly("registration.window-late");
    }
    PlanAnswer plan = PlanScene.submit(student(0), wish(offering), UUID.randomUUID().toString());
    assertThat(codes(plan.lines().get(0).verdict())).containsExactly("registration.window-late");
    assertThat(codes(enrol("DIR", student(0), offering, null).verdict()))
        .containsExactly("registration.window-late");

    assertThat(enrol("DIR", student(0), offering, "was in hospital").enrolled()).isTrue();
  }

  private static PlanRequest wish(long offering) throws Exception {
    return PlanScene.request(false, false, offering);
  }

  @Test
  @DisplayName(
      "REQ-4 an approved late enrolment is carried out, and opens nothing once it has ended")
  void lateByDecision() throws Exception {
    String term = term(2089, true);
    long offering = offering(term, 1);
    String student = student(1);
    Asked asked = LateScene.ask(RequestKind.LATE, student, offering, null, null);

    assertThat(approve(asked.id()).isAllowed()).isTrue();

    assertThat(Scene.text("SELECT status FROM registration_request WHERE uuid = ?", asked.id()))
        .isEqualTo("DONE");
    long enrolment =
        Scene.number(
            "SELECT id FROM enrolment WHERE offering_id = ? AND status = 'ENROLLED'", offering);
    RegistrationDesk desk = Inside.bean(RegistrationDesk.class);
    Inside.as(
        Scene.holding("DIR"),
        () -> {
          desk.leave(enrolment, EnrolmentStatus.CANCELLED_BY_OR, "asked for it");
          return null;
        });
    assertThat(codes(enrol("SPE", student, offering, null).verdict()))
        .containsExactly("registration.window-late");
  }

  @Test
  @DisplayName(
      "REQ-4 REG-6 a late enrolment that was hindered opens nothing; carried out again, it enrols")
  void hinderedOpensNothing() throws Exception {
    String term = term(2089, true);
    long offering = offering(term, 1);
    long section = Scene.number("SELECT id FROM section WHERE offering_id = ?", offering);
    Scene.change("UPDATE section_seat SET capacity = 0 WHERE section_id = ?", section);
    String student = student(3);
    Asked asked = LateScene.ask(RequestKind.LATE, student, offering, null, null);

    assertThat(approve(asked.id()).warnings())
        .extracting(Refusal::code)
        .containsExactly("registration.full");
    assertThat(status(asked)).isEqualTo("APPROVED");
    Scene.change("UPDATE section_seat SET capacity = 5 WHERE section_id = ?", section);

    assertThat(codes(enrol("SPE", student, offering, null).verdict()))
        .containsExactly("registration.window-late");
    PlanAnswer plan = PlanScene.submit(student, wish(offering), UUID.randomUUID().toString());
    assertThat(codes(plan.lines().get(0).verdict())).containsExactly("registration.window-late");

    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    assertThat(Inside.as(Scene.holding("SPE"), () -> counter.carryOut(asked.id())).isAllowed())
        .isTrue();
    assertThat(status(asked)).isEqualTo("DONE");
  }

  /** Rules are never taken back: these are of a year nobody else looks at. */
  private static synchronized void tenCreditsFrom2199() throws SQLException {
    if (Scene.number("SELECT COUNT(*) FROM rule_set WHERE code = 'ten-credits'") > 0) {
      return;
    }
    long rules = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO rule_set (id, code, level, valid_from, approved_by) VALUES (?, 'ten-credits',"
            + " 'BACHELOR', '2199-09-01', 'council, for this test')",
        rules);
    Scene.change(
        "INSERT INTO rule_value (rule_set_id, parameter, value) VALUES (?, 'REG_SOFT_CREDITS',"
            + " '10')",
        rules);
  }

  @Test
  @DisplayName(
      "REG-8 a coming term is judged by the rules of its first day; a consent tells the credits"
          + " as the rule counts them and goes no further")
  void rulesOfTheTerm() throws Exception {
    String term = term(2199, false);
    tenCreditsFrom2199();
    String student = student(2);
    long large = offering(term, 12);
    long more = offering(term, 3);
    // a debt has a limit of its own and is no part of the figure
    Scene.change(
        "INSERT INTO enrolment (id, uuid, student_id, offering_id, type, attempt_no, status,"
            + " enrolled_at) SELECT ?, UUID(), id, ?, 'DEBT', 1, 'ENROLLED', NOW(6) FROM student"
            + " WHERE student_no = ?",
        Scene.next("registration_seq"),
        offering(term, 5),
        student);

    Decision refused = enrol("SPE", student, large, null);

    assertThat(codes(refused.verdict())).containsExactly("registration.credit-approval");
    assertThat(refused.verdict().refusals().get(0).args()).asString().contains("12", "10");
    Asked asked = LateScene.ask(RequestKind.EXCEED, student, large, null, null);
    RequestQueries queries = Inside.bean(RequestQueries.class);
    RequestView.Figures figures =
        Inside.as(Scene.holding("DEP"), () -> queries.request(asked.id())).figures();
    assertThat(figures).isEqualTo(new RequestView.Figures(0, 12, 10, 36));
    assertThat(approve(asked.id()).isAllowed()).isTrue();
    assertThat(
            Scene.number(
                "SELECT decided_credits FROM registration_request WHERE uuid = ?", asked.id()))
        .isEqualTo(12);
    assertThat(codes(enrol("SPE", student, more, null).verdict()))
        .containsExactly("registration.credit-approval");
  }
}
