package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.line;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A seat that is taken instead of another one: of which term, and until when. */
@InsideTest
class SwapInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SwapInsideIT.class, PlanScene.class);
  }

  /** A term of a year of its own whose changes are over. */
  private static void changesAreOver() throws SQLException {
    if (Scene.number("SELECT COUNT(*) FROM term WHERE code = 'SWAPS'") > 0) {
      return;
    }
    Scene.change(
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, 2097,"
            + " '2097-09-01', '2098-06-30')",
        Scene.next("calendar_seq"));
    long term = Scene.next("calendar_seq");
    Scene.change(
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks) SELECT"
            + " ?, id, 'AUTUMN', 'SWAPS', '2097-09-01', '2097-12-31', 15 FROM academic_year WHERE"
            + " start_year = 2097",
        term);
    Scene.change(
        "INSERT INTO registration_window (id, uuid, term_id, kind, opens_at, closes_at, status,"
            + " prepared_by, prepared_at, approved_by, approved_at, approved_off, approved_opens_at,"
            + " approved_closes_at, approved_waves, approved_wave_minutes) VALUES (?, UUID(), ?,"
            + " 'CHANGE', '2020-01-01', '2020-01-08', 'APPROVED', 'one', '2020-01-01', 'two',"
            + " '2020-01-01', FALSE, '2020-01-01', '2020-01-08', 1, 0)",
        Scene.next("registration_seq"),
        term);
  }

  private static long offering() throws SQLException {
    long offering = Scene.offering(1);
    Scene.section(offering, "GROUP", 5);
    Scene.change(
        "UPDATE offering SET term_id = (SELECT id FROM term WHERE code = 'SWAPS') WHERE id = ?",
        offering);
    return offering;
  }

  private static PlanRequest instead(long wanted, String group, PlanAnswer of) throws Exception {
    PlanRequest.Line any = line(wanted);
    return new PlanRequest(
        request(false, true, wanted).term(),
        List.of(
            new PlanRequest.Line(
                any.offering(), null, group, any.type(), null, of.lines().get(0).enrolment())),
        false,
        true);
  }

  /** The director submits it, for changes are over. */
  private static PlanAnswer late(String student, PlanRequest request) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    PlanRequest explained =
        new PlanRequest(request.term(), request.lines(), false, true, "came back from leave");
    return Inside.as(Scene.holding("DIR"), () -> counter.submit(student, explained, key(), null));
  }

  private static String code(long section) throws SQLException {
    return Scene.text("SELECT code FROM section WHERE id = ?", section);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  @Test
  @DisplayName("REG-5 an enrolment of another term is not there to be replaced")
  void ofTheSameTerm() throws Exception {
    changesAreOver();
    String student = Scene.student(63);
    long autumn = Scene.offering(1);
    Scene.section(autumn, "GROUP", 5);
    PlanAnswer mine = submit(student, request(false, true, autumn), key());
    long spring = offering();
    PlanRequest swap = instead(spring, null, mine);

    assertThatThrownBy(() -> submit(student, swap, key()))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .extracting(Refusal::field)
                    .containsExactly("lines[0].replaces"));

    assertThat(statusOf(mine)).isEqualTo("ENROLLED");
  }

  @Test
  @DisplayName("REG-5 after the own window of changes no discipline is swapped by whoever asks")
  void afterChanges() throws Exception {
    changesAreOver();
    String student = Scene.student(64);
    long old = offering();
    long other = Scene.section(old, "GROUP", 5);
    PlanAnswer mine = late(student, request(false, true, old));
    long wanted = offering();

    PlanAnswer refused = late(student, instead(wanted, null, mine));

    assertThat(refused.lines().get(0).status()).isNull();
    assertThat(refused.lines().get(0).verdict().refusals())
        .extracting(Refusal::code)
        .containsExactly("registration.leave.window");
    assertThat(statusOf(mine)).isEqualTo("ENROLLED");
    PlanAnswer further = late(student, request(false, true, wanted));
    assertThat(further.lines().get(0).status())
        .as("nothing is dropped for it")
        .isEqualTo(EnrolmentStatus.ENROLLED);
  }

  /** Another stream of the discipline of an offering, in the other language. */
  private static long otherStream(long offering, int seats) throws SQLException {
    long other = Scene.offering(1);
    Scene.section(other, "GROUP", seats);
    Scene.change(
        "UPDATE offering o JOIN offering f ON f.id = ? SET o.discipline_id = f.discipline_id,"
            + " o.language = 'kk' WHERE o.id = ?",
        offering,
        other);
    return other;
  }

  @Test
  @DisplayName("REG-10 a discipline is swapped for its other stream, at once or from its queue")
  void anotherStream() throws Exception {
    String student = Scene.student(73);
    String other = Scene.student(74);
    long russian = Scene.offering(1);
    Scene.section(russian, "GROUP", 2);
    long kazakh = otherStream(russian, 1);
    PlanAnswer mine = submit(student, request(false, true, russian), key());
    PlanAnswer full = submit(other, request(false, true, kazakh), key());

    PlanAnswer waits = submit(student, instead(kazakh, null, mine), key());
    assertThat(waits.lines().get(0).status()).isEqualTo(EnrolmentStatus.WAITLISTED);
    PlanScene.leave(full.lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);

    assertThat(statusOf(waits)).isEqualTo("ENROLLED");
    assertThat(statusOf(mine)).isEqualTo("DROPPED");
    PlanAnswer back = submit(student, instead(russian, null, waits), key());
    assertThat(back.lines().get(0).status()).isEqualTo(EnrolmentStatus.ENROLLED);
    assertThat(statusOf(waits)).isEqualTo("DROPPED");
  }

  @Test
  @DisplayName(
      "REG-5 whoever has swapped otherwise meanwhile waits for the first swap no more, and nobody's"
          + " leaving fails by it")
  void swappedOtherwise() throws Exception {
    String student = Scene.student(146);
    String other = Scene.student(147);
    long russian = Scene.offering(1);
    Scene.section(russian, "GROUP", 2);
    long kazakh = otherStream(russian, 1);
    PlanAnswer mine = submit(student, request(false, true, russian), key());
    PlanAnswer full = submit(other, request(false, true, kazakh), key());
    PlanAnswer waits = submit(student, instead(kazakh, null, mine), key());
    long second = Scene.section(russian, "GROUP", 2);

    PlanAnswer moved = submit(student, instead(russian, code(second), mine), key());
    PlanScene.leave(full.lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);

    assertThat(moved.lines().get(0).status()).isEqualTo(EnrolmentStatus.ENROLLED);
    assertThat(statusOf(moved)).isEqualTo("ENROLLED");
    assertThat(statusOf(mine)).isEqualTo("DROPPED");
    assertThat(statusOf(waits)).isEqualTo("DROPPED");
  }

  @Test
  @DisplayName(
      "REG-5 REG-33 whoever swaps gets no seat that another swap frees by it: what waited for the"
          + " own place is over before that place goes on")
  void overBeforeItGoesOn() throws Exception {
    String student = Scene.students(150).get(148);
    String other = Scene.students(150).get(149);
    long offering = Scene.offering(1);
    long one = Scene.section(offering, "GROUP", 1);
    PlanAnswer mine = submit(student, request(false, true, offering), key());
    long two = Scene.section(offering, "GROUP", 1);
    PlanAnswer theirs = submit(other, request(false, true, offering), key());
    PlanAnswer waits = submit(student, instead(offering, code(two), mine), key());
    PlanAnswer across = submit(other, instead(offering, code(one), theirs), key());
    assertThat(statusOf(waits)).isEqualTo("WAITLISTED");
    assertThat(statusOf(across)).isEqualTo("WAITLISTED");
    long free = Scene.offering(1);
    Scene.section(free, "GROUP", 1);

    PlanAnswer swap = submit(student, instead(free, null, mine), key());

    assertThat(statusOf(swap)).isEqualTo("ENROLLED");
    assertThat(statusOf(across)).isEqualTo("ENROLLED");
    assertThat(statusOf(waits)).isEqualTo("DROPPED");
    assertThat(PlanScene.taken(one)).isOne();
    assertThat(PlanScene.taken(two)).isZero();
    assertThat(PlanScene.acts(two, "PROMOTED")).isZero();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE"
                    + " s.student_no = ? AND n.code LIKE 'registration.notice.promoted%' AND n.args"
                    + " LIKE ?",
                student,
                "%" + Scene.text("SELECT code FROM offering WHERE id = ?", offering) + "%"))
        .isZero();
  }

  @Test
  @DisplayName("REG-10 the database itself seats nobody twice in a discipline of a term")
  void keptByTheDatabase() throws Exception {
    String student = Scene.student(75);
    long russian = Scene.offering(1);
    Scene.section(russian, "GROUP", 2);
    long kazakh = otherStream(russian, 2);
    PlanAnswer mine = submit(student, request(false, true, russian), key());
    String insert =
        "INSERT INTO enrolment (id, uuid, student_id, offering_id, type, attempt_no, status,"
            + " enrolled_at) SELECT ?, UUID(), s.id, ?, 'ADDITIONAL', 1, 'ENROLLED', '2090-09-01'"
            + " FROM student s WHERE s.student_no = ?";

    long second = Scene.next("registration_seq");
    assertThatThrownBy(() -> Scene.change(insert, second, kazakh, student))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("uq_enrolment_seated");

    PlanScene.leave(mine.lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);
    assertThat(Scene.change(insert, second, kazakh, student)).isOne();
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE enrolment SET status = 'ENROLLED' WHERE uuid = ?",
                    mine.lines().get(0).enrolment().toString()))
        .hasMessageContaining("uq_enrolment_seated");
    Scene.change("UPDATE enrolment SET status = 'DROPPED' WHERE id = ?", second);
  }
}
