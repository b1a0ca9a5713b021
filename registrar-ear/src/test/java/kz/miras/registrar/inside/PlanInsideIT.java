package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.LogQueries;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk;
import kz.miras.registrar.registration.service.StaffingDesk;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whole plans, waiting lists and the log behind them, in the container. */
@InsideTest
class PlanInsideIT {

  private static final String ACTS =
      "SELECT COUNT(*) FROM registration_log WHERE section_id = ? AND act = ?";
  private static final String STATUS =
      "SELECT COUNT(*) FROM enrolment WHERE offering_id = ? AND status = ?";
  private static final String TAKEN =
      "SELECT taken FROM section_seat WHERE section_id = ? AND pool = 'ALL'";
  private static final String WAITING =
      "SELECT waiting FROM section_seat WHERE section_id = ? AND pool = 'ALL'";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PlanInsideIT.class, Crowd.class);
  }

  private static PlanRequest.Line line(long offering) throws Exception {
    return new PlanRequest.Line(
        UUID.fromString(Scene.text("SELECT uuid FROM offering WHERE id = ?", offering)),
        null,
        null,
        EnrolmentType.ADDITIONAL,
        null,
        null);
  }

  private static PlanRequest request(boolean allOrNothing, boolean mayWait, long... offerings)
      throws Exception {
    List<PlanRequest.Line> lines = new ArrayList<>();
    for (long offering : offerings) {
      lines.add(line(offering));
    }
    return new PlanRequest(
        Scene.text(
            "SELECT t.code FROM term t JOIN offering o ON o.term_id = t.id WHERE o.id = ?",
            offerings[0]),
        lines,
        allOrNothing,
        mayWait);
  }

  private static PlanAnswer submit(String student, PlanRequest request, String key)
      throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    return Inside.as(office(), () -> counter.submit(student, request, key, null));
  }

  private static String office;

  /** One specialist for all tests: keys belong to an account. */
  private static synchronized String office() throws Exception {
    if (office == null) {
      office = Scene.holding("SPE");
    }
    return office;
  }

  private static void leave(UUID enrolment, EnrolmentStatus as) throws Exception {
    RegistrationDesk desk = Inside.bean(RegistrationDesk.class);
    long id = Scene.number("SELECT id FROM enrolment WHERE uuid = ?", enrolment.toString());
    Inside.as(
        office(),
        () -> {
          desk.leave(id, as, "asked for it");
          return null;
        });
  }

  private static boolean intact(long section) throws Exception {
    LogQueries log = Inside.bean(LogQueries.class);
    return Inside.as(Scene.holding("AUD"), () -> log.verify(section)).isIntact();
  }

  @Test
  @DisplayName(
      "REG-32 a plan sent again with its key takes nothing again and gets the same answer; another"
          + " request with the key is refused")
  void aRepeatedRequestTakesNothing() throws Exception {
    long first = Scene.offering(2);
    long group = Scene.section(first, "GROUP", 5);
    long second = Scene.offering(3);
    Scene.section(second, "LECTURE", 5);
    Scene.section(second, "GROUP", 5);
    String student = Scene.students(20).get(19);
    String key = UUID.randomUUID().toString();

    PlanAnswer answer = submit(student, request(false, true, first, second), key);
    PlanAnswer again = submit(student, request(false, true, first, second), key);

    assertThat(answer.lines())
        .extracting(PlanAnswer.Line::status)
        .containsExactly(EnrolmentStatus.ENROLLED, EnrolmentStatus.ENROLLED);
    assertThat(answer.receipt()).matches("([0-9A-F]{4}-){4}[0-9A-F]{4}");
    assertThat(again.submission()).isEqualTo(answer.submission());
    assertThat(again.lines())
        .extracting(PlanAnswer.Line::enrolment)
        .isEqualTo(answer.lines().stream().map(PlanAnswer.Line::enrolment).toList());
    assertThat(Scene.number(TAKEN, group)).isEqualTo(1);
    assertThat(Scene.number(ACTS, group, "TAKEN")).isEqualTo(1);
    assertThatThrownBy(() -> submit(student, request(true, true, first), key))
        .isInstanceOf(RegistrarException.Refused.class)
        .satisfies(
            e ->
                assertThat(((RegistrarException.Refused) e).refusals())
                    .extracting(Refusal::rule)
                    .containsExactly("REG-32"));
    assertThat(intact(group)).isTrue();
  }

  @Test
  @DisplayName("REG-30 all or nothing takes no seat where one of the lines has none")
  void allOrNothingTakesNothing() throws Exception {
    long free = Scene.offering(1);
    long freeGroup = Scene.section(free, "GROUP", 5);
    long full = Scene.offering(1);
    long fullGroup = Scene.section(full, "GROUP", 1);
    List<String> students = Scene.students(23).subList(20, 23);
    submit(students.get(0), request(false, false, full), UUID.randomUUID().toString());

    PlanAnswer nothing =
        submit(students.get(1), request(true, true, free, full), UUID.randomUUID().toString());
    PlanAnswer something =
        submit(students.get(2), request(false, false, free, full), UUID.randomUUID().toString());

    assertThat(nothing.lines()).allMatch(line -> line.status() == null);
    assertThat(nothing.lines().get(0).verdict().refusals())
        .extracting(Refusal::rule)
        .containsExactly("REG-30");
    assertThat(something.lines())
        .extracting(PlanAnswer.Line::status)
        .containsExactly(EnrolmentStatus.ENROLLED, null);
    assertThat(something.lines().get(1).verdict().refusals())
        .extracting(Refusal::rule)
        .containsExactly("REG-3");
    assertThat(Scene.number(TAKEN, freeGroup)).isEqualTo(1);
    assertThat(Scene.number(ACTS, freeGroup, "REFUSED")).isEqualTo(1);
    assertThat(Scene.number(ACTS, fullGroup, "REFUSED")).isEqualTo(2);
    assertThat(intact(fullGroup)).isTrue();
  }

  @Test
  @DisplayName(
      "REG-33 who waits first gets the freed seat in the same moment; a newcomer does not pass")
  void theFirstOfTheQueueGetsTheSeat() throws Exception {
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 1);
    List<String> students = Scene.students(28).subList(23, 28);
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
    leave(answers.get(0).lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);
    PlanAnswer newcomer =
        submit(students.get(4), request(false, false, offering), UUID.randomUUID().toString());

    assertThat(statusOf(answers.get(1))).isEqualTo("ENROLLED");
    assertThat(statusOf(answers.get(3))).isEqualTo("WAITLISTED");
    assertThat(newcomer.lines().get(0).status()).isNull();
    assertThat(Scene.number(TAKEN, group)).isEqualTo(1);
    assertThat(Scene.number(WAITING, group)).isEqualTo(1);

    StaffingDesk staffing = Inside.bean(StaffingDesk.class);
    Inside.as(Scene.holding("SEN"), () -> staffing.resize(group, 3));

    assertThat(statusOf(answers.get(3))).isEqualTo("ENROLLED");
    assertThat(Scene.number(WAITING, group)).isZero();
    assertThat(Scene.number(TAKEN, group)).isEqualTo(2);
    assertThat(Scene.number(ACTS, group, "PROMOTED")).isEqualTo(2);
    assertThat(intact(group)).isTrue();
  }

  private static String statusOf(PlanAnswer answer) throws Exception {
    return Scene.text(
        "SELECT status FROM enrolment WHERE uuid = ?",
        answer.lines().get(0).enrolment().toString());
  }

  @Test
  @DisplayName("REG-33 a swap keeps the old seat until the new one is held")
  void aSwapKeepsTheOldSeat() throws Exception {
    long old = Scene.offering(1);
    long oldGroup = Scene.section(old, "GROUP", 1);
    long wanted = Scene.offering(1);
    long wantedGroup = Scene.section(wanted, "GROUP", 1);
    List<String> students = Scene.students(31).subList(28, 31);
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
    assertThat(Scene.number(TAKEN, oldGroup)).isEqualTo(1);
    assertThat(Scene.number(TAKEN, wantedGroup)).isEqualTo(1);
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
    List<String> students = Scene.students(72).subList(32, 72);
    PlanRequest request = request(false, true, offering);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    List<Callable<Void>> work = new ArrayList<>();
    for (String student : students) {
      work.add(
          () -> {
            PlanAnswer answer =
                counter.submit(student, request, UUID.randomUUID().toString(), null);
            UUID mine = answer.lines().get(0).enrolment();
            if (mine != null && mine.hashCode() % 3 == 0) {
              counter.leave(
                  Scene.number("SELECT id FROM enrolment WHERE uuid = ?", mine.toString()),
                  EnrolmentStatus.CANCELLED_BY_OR,
                  "changed the mind");
            }
            return null;
          });
    }

    Crowd.atOnce(Inside.signedIn(office()), work);

    assertThat(Scene.number(TAKEN, one) + Scene.number(TAKEN, two)).isEqualTo(11);
    assertThat(Scene.number(STATUS, offering, "ENROLLED")).isEqualTo(11);
    for (long section : List.of(lecture, one, two)) {
      assertThat(Scene.number(TAKEN, section))
          .isEqualTo(
              Scene.number(
                  "SELECT COUNT(*) FROM enrolment_place p JOIN enrolment e ON e.id ="
                      + " p.enrolment_id WHERE p.section_id = ? AND e.status IN ('ENROLLED',"
                      + " 'WAITLISTED')",
                  section));
      assertThat(Scene.number(WAITING, section))
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
