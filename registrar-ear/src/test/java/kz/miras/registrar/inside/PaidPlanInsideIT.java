package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PaidScene.LINE;
import static kz.miras.registrar.inside.PaidScene.code;
import static kz.miras.registrar.inside.PaidScene.paid;
import static kz.miras.registrar.inside.PaidScene.repeat;
import static kz.miras.registrar.inside.PaidScene.text;
import static kz.miras.registrar.inside.PaidScene.unpaid;
import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static kz.miras.registrar.inside.PlanScene.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.miras.registrar.registration.payment.PaymentSound.Mark;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationJobs;
import kz.miras.registrar.registration.service.payment.PaymentDesk;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wildfly.security.auth.server.SecurityIdentity;

/** What the mark of a payment does to a plan: it gives the seat, and decides nothing else. */
@InsideTest
class PaidPlanInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PaidPlanInsideIT.class, PlanScene.class, PaidScene.class, Marks.class);
  }

  @Test
  @DisplayName(
      "REG-21 IUP-1 the mark gives the seat of the chosen group; adviser and office decide")
  void seatAndNothingElse() throws Exception {
    long offering = Scene.offering(1);
    long roomy = Scene.section(offering, "GROUP", 9);
    long chosen = Scene.section(offering, "GROUP", 2);
    PlanAnswer answer = repeat(66, offering, chosen);

    paid(answer);

    assertThat(statusOf(answer)).isEqualTo("ENROLLED");
    assertThat(taken(chosen)).isOne();
    assertThat(taken(roomy)).isZero();
    assertThat(text(LINE, answer)).as("lies with the adviser as before").isEqualTo("SUBMITTED");
    assertThat(
            text(
                "SELECT x.code FROM study_plan_line l JOIN enrolment e ON e.id = l.enrolment_id JOIN"
                    + " section x ON x.id = l.section_id WHERE e.uuid = ?",
                answer))
        .isEqualTo(code(chosen));
    assertThat(text("SELECT provisional FROM enrolment WHERE uuid = ?", answer)).isIn("0", "false");
  }

  @Test
  @DisplayName("REG-33 who has paid and must wait stands in the queue like everybody, with an end")
  void waitsLikeOthers() throws Exception {
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 1);
    PlanAnswer first = repeat(67, offering, group);
    PlanAnswer second = repeat(68, offering, group);
    assertThat(acts(group, "REQUESTED")).as("in the log of the group").isEqualTo(2);
    assertThat(taken(group)).isZero();

    paid(second);
    paid(first);

    assertThat(statusOf(second)).as("the seat is who pays first").isEqualTo("ENROLLED");
    assertThat(statusOf(first)).isEqualTo("WAITLISTED");
    assertThat(intact(group)).isTrue();
    assertThat(text(LINE, first)).isEqualTo("SUBMITTED");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM waiting_place w JOIN enrolment e ON e.id = w.enrolment_id WHERE"
                    + " e.uuid = ? AND w.expires_at > UTC_TIMESTAMP()",
                first.lines().get(0).enrolment().toString()))
        .isOne();
  }

  @Test
  @DisplayName(
      "REG-5 REG-11 REG-21 what is given up for something to be paid stays until it is paid, and"
          + " does not stand in its way")
  void paidSwap() throws Exception {
    int place = 149;
    long old = Scene.offering(1);
    long seat = Scene.section(old, "GROUP", 2);
    PlanAnswer mine =
        submit(Scene.student(place), request(false, true, old), UUID.randomUUID().toString());
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 2);
    meets(old);
    meets(offering);

    PlanAnswer wanted = repeat(place, offering, group, mine.lines().get(0).enrolment());
    assertThat(statusOf(mine)).isEqualTo("ENROLLED");
    assertThat(text(LINE, mine)).as("its line stays as well").isEqualTo("SUBMITTED");
    paid(wanted);

    assertThat(statusOf(wanted)).isEqualTo("ENROLLED");
    assertThat(statusOf(mine)).isEqualTo("DROPPED");
    assertThat(taken(seat)).isZero();
    assertThat(text(LINE, mine)).isEqualTo("REMOVED");
  }

  @Test
  @DisplayName(
      "REG-5 REG-21 who pays to take the same discipline as something else gets the group that was"
          + " named, and brings the seat in the stream along")
  void paidInsideOneDiscipline() throws Exception {
    int place = 149;
    long offering = Scene.offering(1);
    long stream = Scene.section(offering, "LECTURE", 1);
    long seat = Scene.section(offering, "GROUP", 1);
    PlanAnswer mine =
        submit(Scene.student(place), request(false, true, offering), UUID.randomUUID().toString());
    assertThat(statusOf(mine)).isEqualTo("ENROLLED");
    long roomy = Scene.section(offering, "GROUP", 9);
    long named = Scene.section(offering, "GROUP", 2);

    PlanAnswer wanted = unpaid(place, offering, named, mine.lines().get(0).enrolment());
    assertThat(statusOf(mine)).as("stays until it is paid").isEqualTo("ENROLLED");
    assertThat(text(LINE, mine)).isEqualTo("SUBMITTED");
    paid(wanted);

    assertThat(statusOf(wanted)).isEqualTo("ENROLLED");
    assertThat(statusOf(mine)).isEqualTo("DROPPED");
    assertThat(taken(named)).isOne();
    assertThat(taken(roomy)).isZero();
    assertThat(taken(seat)).isZero();
    assertThat(taken(stream)).isOne();
    assertThat(acts(stream, "MOVED_IN")).as("it was never free").isOne();
    assertThat(intact(stream)).isTrue();
    assertThat(text(LINE, wanted)).isEqualTo("SUBMITTED");
    assertThat(
            text(
                "SELECT CONCAT(l.type, ' ', l.section_id) FROM study_plan_line l JOIN enrolment e ON"
                    + " e.id = l.enrolment_id WHERE e.uuid = ?",
                wanted))
        .isEqualTo("RETAKE " + named);
  }

  @Test
  @DisplayName("REG-8 REG-21 what is not paid yet is not counted beside what it is to replace")
  void countedOnce() throws Exception {
    int place = 149;
    long old = Scene.offering(4);
    PlanAnswer mine = repeat(place, old, Scene.section(old, "GROUP", 2));
    paid(mine);
    assertThat(statusOf(mine)).isEqualTo("ENROLLED");
    int before = repeats(place);
    long offering = Scene.offering(5);

    PlanAnswer wanted =
        repeat(
            place, offering, Scene.section(offering, "GROUP", 2), mine.lines().get(0).enrolment());

    assertThat(statusOf(wanted)).isEqualTo("REQUESTED");
    assertThat(repeats(place)).as("the larger of the two").isEqualTo(before + 1);
  }

  /** Credits of debts and repeats as the page of the plan shows them. */
  private static int repeats(int place) throws Exception {
    PlanDesk desk = Inside.bean(PlanDesk.class);
    String number = Scene.student(place);
    PlanRequest nothing = new PlanRequest("FAR", List.of(), false, false);
    return Inside.as(PlanScene.office(), () -> desk.room(number, nothing)).apart();
  }

  /** The same hour of the week for every group of an offering. */
  private static void meets(long offering) throws SQLException {
    Scene.change(
        "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at, room) SELECT ?,"
            + " x.id, 6, '20:00', '20:50', '1' FROM section x WHERE x.offering_id = ?",
        Scene.next("registration_seq"),
        offering);
  }

  @Test
  @DisplayName("REG-21 who has paid when no group fitted gets a seat as soon as one does")
  void seatedLater() throws Exception {
    int place = 78;
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 2);
    PlanAnswer answer = repeat(place, offering, group);
    long other = Scene.offering(1);
    Scene.section(other, "GROUP", 2);
    String number = Scene.student(place);
    submit(number, request(false, true, other), UUID.randomUUID().toString());
    meets(offering);
    meets(other);

    paid(answer);

    long enrolment =
        Scene.number(
            "SELECT id FROM enrolment WHERE uuid = ?",
            answer.lines().get(0).enrolment().toString());
    RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
    String clock = Scene.holding("SYSTEM");
    assertThat(statusOf(answer)).isEqualTo("REQUESTED");
    assertThat(Inside.as(clock, jobs::paidWithoutGroup)).contains(enrolment);
    seatPaid(clock, enrolment);
    assertThat(statusOf(answer)).as("it still meets").isEqualTo("REQUESTED");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE"
                    + " s.student_no = ? AND n.code = 'registration.notice.paid-no-group'",
                number))
        .as("told once")
        .isOne();

    Scene.change("DELETE FROM section_slot WHERE section_id = ?", group);
    seatPaid(clock, enrolment);

    assertThat(statusOf(answer)).isEqualTo("ENROLLED");
    assertThat(taken(group)).isOne();
    assertThat(Inside.as(clock, jobs::paidWithoutGroup)).doesNotContain(enrolment);
  }

  private static void seatPaid(String login, long enrolment) throws Exception {
    RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
    Inside.as(
        login,
        () -> {
          jobs.seatPaid(enrolment);
          return null;
        });
  }

  @Test
  @DisplayName("PAY-3 a mark waits for the student's turn before it takes the request, as drops do")
  void turnBeforeRequest() throws Exception {
    int place = 79;
    long offering = Scene.offering(1);
    PlanAnswer answer = repeat(place, offering, Scene.section(offering, "GROUP", 2));
    String payment =
        text(
            "SELECT CAST(r.uuid AS CHAR) FROM payment_request r JOIN enrolment e ON e.id ="
                + " r.enrolment_id WHERE e.uuid = ?",
            answer);
    PaymentDesk desk = Inside.bean(PaymentDesk.class);
    Mark mark = new Mark(LocalDate.now(), "receipt 9", null);
    SecurityIdentity accounting = Inside.signedIn(Scene.holding("ACC"));
    Callable<Verdict> act = () -> desk.confirm(payment, mark);
    ExecutorService office = Executors.newSingleThreadExecutor();
    try (Connection dropping = Scene.database().getConnection()) {
      dropping.setAutoCommit(false);
      lock(
          dropping, "SELECT id FROM student WHERE student_no = ? FOR UPDATE", Scene.student(place));
      Future<Verdict> marking = office.submit(() -> accounting.runAs(act));
      assertThatThrownBy(() -> marking.get(2, TimeUnit.SECONDS))
          .as("it waits for who drops")
          .isInstanceOf(TimeoutException.class);
      lock(dropping, "SELECT id FROM payment_request WHERE uuid = ? FOR UPDATE NOWAIT", payment);
      dropping.rollback();
      assertThat(marking.get().isAllowed()).isTrue();
    } finally {
      office.shutdownNow();
    }
    assertThat(statusOf(answer)).isEqualTo("ENROLLED");
  }

  private static void lock(Connection connection, String sql, String value) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, value);
      select.executeQuery().close();
    }
  }
}
