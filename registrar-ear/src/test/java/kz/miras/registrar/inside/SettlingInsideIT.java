package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.registration.service.RegistrationJobs;
import kz.miras.registrar.registration.service.RequestQueries;
import kz.miras.registrar.registration.service.RequestView;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What stood on a mark when that mark arrives, is corrected, or stands beside it in the term. */
@InsideTest
class SettlingInsideIT {

  private static final String STATUS = "SELECT status FROM enrolment WHERE id = ?";
  private static final String PROVISIONAL = "SELECT provisional FROM enrolment WHERE id = ?";
  private static final String TO_SETTLE = "SELECT to_settle FROM enrolment WHERE id = ?";
  private static final String TOLD =
      "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code = ? AND args LIKE ?";
  private static final String REQUEST =
      "SELECT COALESCE(MAX(CAST(uuid AS CHAR)), '') FROM registration_request WHERE enrolment_id = ?"
          + " AND status = 'REQUESTED'";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SettlingInsideIT.class, Marks.class);
  }

  /** A discipline and the one it needs; nobody has anything of either. */
  private record Pair(String number, long student, long needed, long wanted, String code) {

    static Pair of(int place, boolean sameTerm) throws SQLException {
      long needed = Scene.offering(1);
      Scene.section(needed, "GROUP", 5);
      long wanted = Scene.offering(1);
      Scene.section(wanted, "GROUP", 5);
      Scene.change(
          "INSERT INTO prerequisite (discipline_id, requires_id) SELECT w.discipline_id,"
              + " n.discipline_id FROM offering w JOIN offering n ON n.id = ? WHERE w.id = ?",
          needed,
          wanted);
      if (!sameTerm) {
        Scene.change(
            "UPDATE offering SET term_id = (SELECT id FROM term ORDER BY starts_on LIMIT 1) WHERE id"
                + " = ?",
            needed);
      }
      String number = Scene.student(place);
      return new Pair(
          number,
          Scene.number("SELECT id FROM student WHERE student_no = ?", number),
          needed,
          wanted,
          Scene.text("SELECT code FROM offering WHERE id = ?", wanted));
    }

    /** The needed one is being studied in a term that began before. */
    void studied() throws SQLException {
      Scene.change(
          "INSERT INTO enrolment (id, uuid, student_id, offering_id, type, attempt_no, status,"
              + " enrolled_at) VALUES (?, UUID(), ?, ?, 'ADDITIONAL', 1, 'ENROLLED',"
              + " '2020-09-01')",
          Scene.next("registration_seq"),
          student,
          needed);
    }

    Decision enrol(long offering) throws Exception {
      RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
      return Inside.as(
          Scene.holding("SPE"),
          () -> counter.enrol(number, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null));
    }

    long told(String code) throws SQLException {
      return Scene.number(TOLD, student, "registration.notice." + code, "%" + this.code + "%");
    }
  }

  /** What the clock does each minute, for one enrolment; its own minute may have come before. */
  private static void settle(long enrolment) throws Exception {
    RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
    Inside.as(
        Scene.holding("SYSTEM"),
        () -> {
          jobs.settle(enrolment);
          return null;
        });
    assertThat(Scene.number(TO_SETTLE, enrolment)).isZero();
  }

  @Test
  @DisplayName(
      "REG-2 the office's enrolment beside its prerequisite stays, and is firm with a pass")
  void besideItsPrerequisite() throws Exception {
    Pair pair = Pair.of(40, true);
    Decision needed = pair.enrol(pair.needed());
    Decision decision = pair.enrol(pair.wanted());
    assertThat(decision.verdict().refusals()).isEmpty();
    assertThat(decision.verdict().provisional()).isTrue();

    settle(decision.enrolment());
    settle(decision.enrolment());

    assertThat(Scene.text(STATUS, decision.enrolment())).isEqualTo("ENROLLED");
    assertThat(Scene.number(PROVISIONAL, decision.enrolment())).isOne();
    assertThat(Scene.text(STATUS, needed.enrolment())).isEqualTo("ENROLLED");

    Marks.arrives(pair.student(), pair.needed(), Letter.B);
    settle(decision.enrolment());

    assertThat(Scene.number(PROVISIONAL, decision.enrolment())).isZero();
    assertThat(pair.told("provisional-firm")).isOne();
  }

  @Test
  @DisplayName("REG-2 the seat held until a mark arrives is firm with a pass, and told once")
  void firmWithAPass() throws Exception {
    Pair pair = Pair.of(41, false);
    pair.studied();
    Decision decision = pair.enrol(pair.wanted());
    settle(decision.enrolment());
    assertThat(Scene.number(PROVISIONAL, decision.enrolment())).isOne();
    Pair other = Pair.of(41, false);
    Marks.arrives(pair.student(), other.needed(), Letter.B);
    assertThat(Scene.number(TO_SETTLE, decision.enrolment()))
        .as("a mark nothing of it stands on")
        .isZero();

    Marks.arrives(pair.student(), pair.needed(), Letter.D);
    settle(decision.enrolment());
    settle(decision.enrolment());

    assertThat(Scene.text(STATUS, decision.enrolment())).isEqualTo("ENROLLED");
    assertThat(Scene.number(PROVISIONAL, decision.enrolment())).isZero();
    assertThat(pair.told("provisional-firm")).isOne();
  }

  @Test
  @DisplayName("REG-2 not passed, the seat goes on before the change window ends, and why is told")
  void endsWithoutAPass() throws Exception {
    Pair pair = Pair.of(42, false);
    pair.studied();
    Decision decision = pair.enrol(pair.wanted());
    long line =
        Scene.number("SELECT id FROM study_plan_line WHERE enrolment_id = ?", decision.enrolment());

    Marks.arrives(pair.student(), pair.needed(), Letter.F);
    Scene.change(
        "UPDATE enrolment SET status = 'COMPLETED' WHERE student_id = ? AND offering_id = ?",
        pair.student(),
        pair.needed());
    settle(decision.enrolment());

    assertThat(Scene.text(STATUS, decision.enrolment())).isEqualTo("CANCELLED_BY_OR");
    assertThat(Scene.text("SELECT reason FROM enrolment WHERE id = ?", decision.enrolment()))
        .as("the prerequisite, not whatever else speaks against it")
        .isEqualTo(Scene.text("SELECT code FROM offering WHERE id = ?", pair.needed()));
    assertThat(Scene.text("SELECT status FROM study_plan_line WHERE id = ?", line))
        .isEqualTo("RETURNED");
    assertThat(pair.told("provisional-failed")).isOne();
  }

  @Test
  @DisplayName("REG-2 a firm seat whose mark was corrected is kept, and the office decides")
  void correctedLater() throws Exception {
    for (boolean stays : List.of(true, false)) {
      Pair pair = Pair.of(stays ? 43 : 44, false);
      Marks.arrives(pair.student(), pair.needed(), Letter.B);
      Decision decision = pair.enrol(pair.wanted());
      assertThat(decision.verdict().provisional()).isFalse();

      Marks.corrected(pair.student(), pair.needed(), Letter.F);
      settle(decision.enrolment());
      settle(decision.enrolment());

      assertThat(Scene.text(STATUS, decision.enrolment())).isEqualTo("ENROLLED");
      assertThat(Scene.number(PROVISIONAL, decision.enrolment())).isOne();
      assertThat(pair.told("prerequisite-lost")).isOne();
      String request = Scene.text(REQUEST, decision.enrolment());
      assertThat(request).isNotEmpty();
      RequestQueries requests = Inside.bean(RequestQueries.class);
      RequestView view = Inside.as(Scene.holding("DIR"), () -> requests.request(request));
      assertThat(view.now().refusals())
          .as("what is held does not speak against itself")
          .extracting(Refusal::rule)
          .contains("REG-2")
          .doesNotContain("REG-10", "REG-11");
      assertThat(view.after().refusals()).isEmpty();
      assertThat(view.figures().wouldBe()).isEqualTo(view.figures().taken());

      RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
      Verdict decided =
          Inside.as(
              Scene.holding("DIR"), () -> counter.decide(request, stays, "as the record says"));

      assertThat(decided.refusals()).isEmpty();
      settle(decision.enrolment());
      assertThat(Scene.text(STATUS, decision.enrolment()))
          .isEqualTo(stays ? "ENROLLED" : "CANCELLED_BY_OR");
      assertThat(Scene.number(PROVISIONAL, decision.enrolment())).isEqualTo(stays ? 0 : 1);
      assertThat(Scene.text(REQUEST, decision.enrolment())).isEmpty();
    }
  }

  @Test
  @DisplayName(
      "REG-17 a waived corequisite is asked about once, and the seat waits for its prerequisite")
  void waivedBesideAnOpenPrerequisite() throws Exception {
    Pair pair = Pair.of(128, false);
    pair.studied();
    long beside = Scene.offering(1);
    Scene.section(beside, "GROUP", 5);
    Scene.change(
        "INSERT INTO corequisite (discipline_id, together_id) SELECT a.discipline_id,"
            + " b.discipline_id FROM offering a, offering b WHERE a.id = ? AND b.id = ?",
        pair.wanted(),
        beside);
    Decision other = pair.enrol(beside);
    Decision decision = pair.enrol(pair.wanted());
    assertThat(decision.verdict().refusals()).isEmpty();
    RegistrationDesk desk = Inside.bean(RegistrationDesk.class);
    Inside.as(
        Scene.holding("SPE"),
        () -> {
          desk.leave(other.enrolment(), EnrolmentStatus.CANCELLED_BY_OR, "asked for it");
          return null;
        });
    settle(decision.enrolment());
    String request = Scene.text(REQUEST, decision.enrolment());
    assertThat(request).isNotEmpty();
    RequestQueries requests = Inside.bean(RequestQueries.class);
    RequestView asked = Inside.as(Scene.holding("DIR"), () -> requests.request(request));
    assertThat(asked.matter().rule()).isEqualTo("REG-17");
    assertThat(asked.cause())
        .as("told to each reader in their own language")
        .isEqualTo(
            new RequestView.Cause(
                "registration.request.corequisite-lost",
                Scene.text(
                    "SELECT d.code FROM discipline d JOIN offering o ON o.discipline_id = d.id WHERE"
                        + " o.id = ?",
                    beside)));

    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Inside.as(Scene.holding("DIR"), () -> counter.decide(request, true, "as an exception"));

    for (int look = 0; look < 2; look++) {
      assertThat(Scene.number(PROVISIONAL, decision.enrolment())).isOne();
      settle(decision.enrolment());
    }
    assertThat(Scene.text(REQUEST, decision.enrolment())).as("not asked again").isEmpty();

    Marks.arrives(pair.student(), pair.needed(), Letter.C);
    settle(decision.enrolment());

    assertThat(Scene.text(STATUS, decision.enrolment())).isEqualTo("ENROLLED");
    assertThat(Scene.number(PROVISIONAL, decision.enrolment())).isZero();
    assertThat(Scene.text(REQUEST, decision.enrolment())).isEmpty();
  }
}
