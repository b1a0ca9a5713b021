package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.registration.service.RequestDesk;
import kz.miras.registrar.registration.service.RequestDesk.Asked;
import kz.miras.registrar.registration.service.RequestDesk.Attached;
import kz.miras.registrar.registration.service.RequestDesk.Typed;
import kz.miras.registrar.registration.service.RequestQueries;
import kz.miras.registrar.registration.service.RequestView;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
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
    return Inside.archive(LateInsideIT.class, PlanScene.class);
  }

  private static synchronized String term(int year, boolean over) throws SQLException {
    String code = "LATE-" + year;
    if (Scene.number("SELECT COUNT(*) FROM term WHERE code = ?", code) > 0) {
      return code;
    }
    long key = Scene.next("calendar_seq");
    Scene.change(
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, ?, ?, ?)",
        key,
        year,
        year + "-09-01",
        (year + 1) + "-06-30");
    long term = Scene.next("calendar_seq");
    Scene.change(
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks) VALUES"
            + " (?, ?, 'AUTUMN', ?, ?, ?, 15)",
        term,
        key,
        code,
        year + "-09-01",
        year + "-12-31");
    if (over) {
      Scene.change(
          "INSERT INTO registration_window (id, uuid, term_id, kind, opens_at, closes_at, status,"
              + " prepared_by, prepared_at, approved_by, approved_at, approved_off,"
              + " approved_opens_at, approved_closes_at, approved_waves, approved_wave_minutes)"
              + " VALUES (?, UUID(), ?, 'CHANGE', '2020-01-01', '2020-01-08', 'APPROVED', 'one',"
              + " '2020-01-01', 'two', '2020-01-01', FALSE, '2020-01-01', '2020-01-08', 1, 0)",
          Scene.next("registration_seq"),
          term);
    }
    return code;
  }

  private static long offering(String term, int credits) throws SQLException {
    long offering = Scene.offering(credits);
    Scene.section(offering, "GROUP", 5);
    Scene.change(
        "UPDATE offering SET term_id = (SELECT id FROM term WHERE code = ?) WHERE id = ?",
        term,
        offering);
    return offering;
  }

  private static String student(int at) throws Exception {
    return Scene.students(FIRST + at + 1).get(FIRST + at);
  }

  private static Decision enrol(String role, String student, long offering, String reason)
      throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    return Inside.as(
        Scene.holding(role),
        () -> counter.enrol(student, offering, null, EnrolmentType.ADDITIONAL, reason));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static Asked ask(RequestKind kind, String student, long offering) throws Exception {
    String link = Scene.text("SELECT CAST(uuid AS CHAR) FROM offering WHERE id = ?", offering);
    Typed typed =
        new Typed(
            kind,
            student,
            link,
            null,
            null,
            EnrolmentType.ADDITIONAL,
            null,
            new RequestWords("came late", "I was in hospital", "certificate 7"));
    RequestDesk desk = Inside.bean(RequestDesk.class);
    return Inside.as(Scene.holding("SPE"), () -> desk.ask(typed, Attached.NONE));
  }

  private static Verdict approve(String id) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    return Inside.as(Scene.holding("DEP"), () -> counter.decide(id, true, null));
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
    Asked asked = ask(RequestKind.LATE, student, offering);

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

  /** Rules are never taken back: these are of a year nobody else looks at. */
  private static synchronized void tenCreditsFrom2099() throws SQLException {
    if (Scene.number("SELECT COUNT(*) FROM rule_set WHERE code = 'ten-credits'") > 0) {
      return;
    }
    long rules = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO rule_set (id, code, level, valid_from, approved_by) VALUES (?, 'ten-credits',"
            + " 'BACHELOR', '2099-09-01', 'council, for this test')",
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
    String term = term(2099, false);
    tenCreditsFrom2099();
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
    Asked asked = ask(RequestKind.EXCEED, student, large);
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
