package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.submit;
import static kz.miras.registrar.inside.PlanScene.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationJobs;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lines that were given back and have lost their seats, submitted once more. */
@InsideTest
class PlanAnewInsideIT {

  private static final int FIRST = 80;
  private static final String LINE =
      "SELECT l.id FROM study_plan_line l JOIN study_plan p ON p.id = l.plan_id JOIN student s ON"
          + " s.id = p.student_id JOIN offering o ON o.discipline_id = l.discipline_id WHERE"
          + " s.student_no = ? AND o.id = ?";
  private static final String STATUS = "SELECT status FROM study_plan_line WHERE id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PlanAnewInsideIT.class, PlanScene.class);
  }

  private static RegistrationCounter counter() {
    return Inside.bean(RegistrationCounter.class);
  }

  /** Submits a line, gives it back with a deadline that is over, and lets the clock look. */
  private static long released(String student, long offering) throws Exception {
    PlanAnswer answer =
        submit(student, request(false, false, offering), UUID.randomUUID().toString());
    long line = Scene.number(LINE, student, offering);
    Scene.change(
        "UPDATE study_plan_line SET status = 'RETURNED', remark = 'why', seat_until = '2020-01-01'"
            + " WHERE id = ?",
        line);
    long enrolment =
        Scene.number(
            "SELECT id FROM enrolment WHERE uuid = ?",
            answer.lines().get(0).enrolment().toString());
    RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
    Inside.as(
        Scene.holding("SYSTEM"),
        () -> {
          jobs.releaseSeat(enrolment);
          return null;
        });
    assertThat(Scene.text(STATUS, line)).isEqualTo("RETURNED");
    return line;
  }

  private static PlanRequest how(long offering, boolean mayWait) throws Exception {
    return new PlanRequest(request(false, mayWait, offering).term(), List.of(), false, mayWait);
  }

  private static PlanAnswer anew(String student, PlanRequest how, long line, String key)
      throws Exception {
    RegistrationCounter counter = counter();
    return Inside.as(PlanScene.office(), () -> counter.anew(student, how, line, key));
  }

  @Test
  @DisplayName("IUP-5 REG-32 a returned line whose seat was released takes one anew, once a key")
  void takesItsSeatAnew() throws Exception {
    String student = Scene.student(FIRST);
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 3);
    long line = released(student, offering);
    assertThat(taken(group)).isZero();
    PlanRequest how = how(offering, false);
    String key = UUID.randomUUID().toString();

    PlanAnswer answer = anew(student, how, line, key);
    PlanAnswer repeated = anew(student, how, line, key);

    assertThat(answer.lines())
        .extracting(PlanAnswer.Line::status)
        .containsExactly(EnrolmentStatus.ENROLLED);
    assertThat(repeated.receipt()).isEqualTo(answer.receipt());
    assertThat(taken(group)).isEqualTo(1);
    assertThat(Scene.text(STATUS, line)).isEqualTo("SUBMITTED");
    assertThatThrownBy(() -> anew(student, how, line, UUID.randomUUID().toString()))
        .as("it has its seat")
        .isInstanceOf(RegistrarException.Refused.class);
    RegistrationCounter counter = counter();
    assertThat(
            Inside.as(PlanScene.office(), () -> counter.again(student, how.term(), line))
                .isAllowed())
        .as("submitted again while it lies with the adviser, nothing changes")
        .isTrue();
    assertThat(taken(group)).isEqualTo(1);
    assertThat(PlanScene.intact(group)).isTrue();
  }

  @Test
  @DisplayName("IUP-5 REG-3 where the seat is somebody else's by now, the line stays returned")
  void seatIsGone() throws Exception {
    List<String> students = Scene.students(FIRST + 1, 3);
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 1);
    long line = released(students.get(0), offering);
    submit(students.get(1), request(false, false, offering), UUID.randomUUID().toString());

    PlanAnswer refused =
        anew(students.get(0), how(offering, false), line, UUID.randomUUID().toString());
    assertThat(refused.lines().get(0).verdict().refusals())
        .extracting(Refusal::rule)
        .containsExactly("REG-3");
    assertThat(Scene.text(STATUS, line)).isEqualTo("RETURNED");
    RegistrationCounter counter = counter();
    assertThat(
            Inside.as(
                    PlanScene.office(),
                    () -> counter.again(students.get(0), how(offering, false).term(), line))
                .isAllowed())
        .as("a line that wanted a seat does not go on without one")
        .isFalse();

    PlanAnswer waits =
        anew(students.get(0), how(offering, true), line, UUID.randomUUID().toString());
    assertThat(waits.lines())
        .extracting(PlanAnswer.Line::status)
        .containsExactly(EnrolmentStatus.WAITLISTED);
    assertThat(taken(group)).isEqualTo(1);
    assertThat(PlanScene.waiting(group)).isEqualTo(1);
  }
}
