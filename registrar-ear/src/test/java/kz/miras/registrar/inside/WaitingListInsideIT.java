package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.leave;
import static kz.miras.registrar.inside.PlanScene.line;
import static kz.miras.registrar.inside.PlanScene.office;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.StaffingDesk;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Waiting lists in the container: the freed seat, the swap, and a storm of both. */
@InsideTest
class WaitingListInsideIT {

  private static final String STATUS =
      "SELECT COUNT(*) FROM enrolment WHERE offering_id = ? AND status = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(WaitingListInsideIT.class, PlanScene.class, Crowd.class);
  }

  @Test
  @DisplayName(
      "REG-33 who waits first gets the freed seat in the same moment; a newcomer does not pass")
  void theFirstOfTheQueueGetsTheSeat() throws Exception {
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 1);
    List<String> students = Scene.students(23, 5);
    List<PlanAnswer> answers = new ArrayList<>();
    for (String student : students.subList(0, 4)) {
      answers.add(submit(student, request(false, true, offering), UUID.randomUUID().toString()));
    }
    assertThat(answers)
        .extracting(a -> a.lines().get(0).status())
        .containsExactly(
            EnrolmentStatus.ENROLLED,
            EnrolmentStatus.WAITLISTED,
            EnrolmentStatus.WAITLISTED,
            EnrolmentStatus.WAITLISTED);
    assertThat(answers.get(3).lines().get(0).verdict().warnings())
        .filteredOn(w -> w.code().equals("registration.waits"))
        .singleElement()
        .satisfies(w -> assertThat(w.args().get(1)).hasToString("3"));

    leave(answers.get(2).lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);
    long begun = System.nanoTime();
    leave(answers.get(0).lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);
    long promoted = acts(group, "PROMOTED");
    Duration waited = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(promoted).as("when the drop returns the seat is given on").isEqualTo(1);
    assertThat(waited).as("from the drop to the seat").isLessThan(Duration.ofSeconds(1));
    PlanAnswer newcomer =
        submit(students.get(4), request(false, false, offering), UUID.randomUUID().toString());

    assertThat(statusOf(answers.get(1))).isEqualTo("ENROLLED");
    assertThat(statusOf(answers.get(3))).isEqualTo("WAITLISTED");
    assertThat(newcomer.lines().get(0).status()).isNull();
    assertThat(taken(group)).isEqualTo(1);
    assertThat(waiting(group)).isEqualTo(1);

    StaffingDesk staffing = Inside.bean(StaffingDesk.class);
    Inside.as(Scene.holding("SEN"), () -> staffing.resize(group, 3));

    assertThat(statusOf(answers.get(3))).isEqualTo("ENROLLED");
    assertThat(waiting(group)).isZero();
    assertThat(taken(group)).isEqualTo(2);
    assertThat(acts(group, "PROMOTED")).isEqualTo(2);
    assertThat(intact(group)).isTrue();
  }

  @Test
  @DisplayName(
      "REG-15 REG-33 a hold placed while somebody waits stops the next wish, not the place")
  void aHoldTakesNoPlaceAway() throws Exception {
    long offering = Scene.offering(1);
    Scene.section(offering, "GROUP", 1);
    long other = Scene.offering(1);
    Scene.section(other, "GROUP", 1);
    List<String> students = Scene.students(76, 2);
    PlanAnswer seated = submit(students.get(0), request(false, true, offering), key());
    PlanAnswer waits = submit(students.get(1), request(false, true, offering), key());
    long hold = Scene.next("registration_seq");
    Scene.change(
        "INSERT INTO student_hold (id, uuid, student_id, kind, reason, contact, placed_by,"
            + " placed_at) SELECT ?, UUID(), s.id, 'ACADEMIC', 'papers are missing', 'room 1', 'one',"
            + " '2026-01-01' FROM student s WHERE s.student_no = ?",
        hold,
        students.get(1));
    try {
      PlanAnswer refused = submit(students.get(1), request(false, true, other), key());
      assertThat(refused.lines().get(0).verdict().refusals())
          .extracting(Refusal::rule)
          .containsExactly("REG-15");

      leave(seated.lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);

      assertThat(statusOf(waits)).isEqualTo("ENROLLED");
    } finally {
      Scene.change(
          "UPDATE student_hold SET removed_at = UTC_TIMESTAMP(6), removed_by = 'one',"
              + " removal_reason = 'brought' WHERE id = ?",
          hold);
    }
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  @Test
  @DisplayName("REG-33 a swap keeps the old seat until the new one is held")
  void aSwapKeepsTheOldSeat() throws Exception {
    long old = Scene.offering(1);
    long oldGroup = Scene.section(old, "GROUP", 1);
    long wanted = Scene.offering(1);
    long wantedGroup = Scene.section(wanted, "GROUP", 1);
    List<String> students = Scene.students(28, 3);
    PlanAnswer holder =
        submit(students.get(0), request(false, true, wanted), UUID.randomUUID().toString());
    PlanAnswer mine =
        submit(students.get(1), request(false, true, old), UUID.randomUUID().toString());
    PlanAnswer behind =
        submit(students.get(2), request(false, true, old), UUID.randomUUID().toString());
    PlanRequest.Line line = line(wanted);
    PlanRequest swap =
        new PlanRequest(
            request(false, true, wanted).term(),
            List.of(
                new PlanRequest.Line(
                    line.offering(),
                    null,
                    null,
                    line.type(),
                    null,
                    mine.lines().get(0).enrolment())),
            false,
            true);

    PlanAnswer waiting = submit(students.get(1), swap, UUID.randomUUID().toString());

    assertThat(waiting.lines().get(0).status()).isEqualTo(EnrolmentStatus.WAITLISTED);
    assertThat(statusOf(mine)).isEqualTo("ENROLLED");
    assertThat(statusOf(behind)).isEqualTo("WAITLISTED");

    leave(holder.lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);

    assertThat(statusOf(waiting)).isEqualTo("ENROLLED");
    assertThat(statusOf(mine)).isEqualTo("DROPPED");
    assertThat(statusOf(behind)).as("the seat given up goes on to who waits").isEqualTo("ENROLLED");
    assertThat(taken(oldGroup)).isEqualTo(1);
    assertThat(taken(wantedGroup)).isEqualTo(1);
    assertThat(intact(oldGroup)).isTrue();
    assertThat(intact(wantedGroup)).isTrue();
  }

  @Test
  @DisplayName("REG-33 sixty submissions and departures at once: seats, queues and log agree")
  void aStormKeepsTheQueue() throws Exception {
    long offering = Scene.offering(1);
    long lecture = Scene.section(offering, "LECTURE", 14);
    long one = Scene.section(offering, "GROUP", 5);
    long two = Scene.section(offering, "GROUP", 6);
    List<String> students = Scene.students(32, 40);
    PlanRequest request = request(false, true, offering);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < students.size(); i++) {
      String student = students.get(i);
      boolean leaves = i % 3 == 0;
      work.add(
          () -> {
            PlanAnswer answer =
                counter.submit(student, request, UUID.randomUUID().toString(), null);
            UUID mine = answer.lines().get(0).enrolment();
            if (mine != null && leaves) {
              counter.leave(
                  Scene.number("SELECT id FROM enrolment WHERE uuid = ?", mine.toString()),
                  EnrolmentStatus.CANCELLED_BY_OR,
                  "changed the mind");
            }
            return null;
          });
    }

    Crowd.atOnce(Inside.signedIn(office()), work);

    assertThat(taken(one) == 5 || waiting(one) == 0).as("nobody waits beside a seat").isTrue();
    assertThat(taken(two) == 6 || waiting(two) == 0).as("nobody waits beside a seat").isTrue();
    assertThat(Scene.number(STATUS, offering, "ENROLLED")).isEqualTo(taken(one) + taken(two));
    assertThat(taken(one) + taken(two)).as("there is somebody in the groups").isPositive();
    for (long section : List.of(lecture, one, two)) {
      assertThat(taken(section))
          .isEqualTo(
              Scene.number(
                  "SELECT COUNT(*) FROM enrolment_place p JOIN enrolment e ON e.id ="
                      + " p.enrolment_id WHERE p.section_id = ? AND e.status IN ('ENROLLED',"
                      + " 'WAITLISTED')",
                  section));
      assertThat(waiting(section))
          .isEqualTo(
              Scene.number("SELECT COUNT(*) FROM waiting_place WHERE section_id = ?", section));
      assertThat(intact(section)).isTrue();
    }
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM enrolment e WHERE e.offering_id = ? AND e.status ="
                    + " 'WAITLISTED' AND NOT EXISTS (SELECT 1 FROM waiting_place w WHERE"
                    + " w.enrolment_id = e.id)",
                offering))
        .as("nobody waits without a place in a queue")
        .isZero();
  }
}
