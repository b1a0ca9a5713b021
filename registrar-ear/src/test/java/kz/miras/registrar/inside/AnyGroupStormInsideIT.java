package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.line;
import static kz.miras.registrar.inside.PlanScene.office;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static kz.miras.registrar.inside.QueueScene.at;
import static kz.miras.registrar.inside.QueueScene.lookAgain;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.SectionHistory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Forty at once, some for one group, some for any, a third of whom leave again. */
@InsideTest
class AnyGroupStormInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        AnyGroupStormInsideIT.class, PlanScene.class, QueueScene.class, Crowd.class);
  }

  @Test
  @DisplayName(
      "REG-33 a storm for one group and for any: no seat is lost or sold twice, and the log shows"
          + " that nobody jumped a queue, whatever lessons keep some from a group")
  void aStorm() throws Exception {
    long offering = Scene.offering(1);
    long lecture = Scene.section(offering, "LECTURE", 8);
    long other = Scene.section(offering, "LECTURE", 8);
    List<Long> groups = new ArrayList<>();
    for (int seats : new int[] {1, 2, 2}) {
      groups.add(at(Scene.section(offering, "GROUP", seats), DayOfWeek.SUNDAY, 14 + groups.size()));
    }
    long beside = Scene.offering(1);
    at(Scene.section(beside, "GROUP", 40), DayOfWeek.SUNDAY, 15);
    List<String> students = Scene.students(32, 40);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    PlanRequest any = request(false, true, offering);
    PlanRequest both = request(false, true, offering, beside);
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < students.size(); i++) {
      String student = students.get(i);
      boolean leaves = i % 3 == 0;
      boolean overlaps = i % 4 == 1;
      boolean leavesBeside = i % 8 == 1;
      PlanRequest.Line line = line(offering);
      String named = Scene.text("SELECT code FROM section WHERE id = ?", groups.get(i % 2));
      PlanRequest request =
          i % 4 < 2
              ? overlaps ? both : any
              : new PlanRequest(
                  any.term(),
                  List.of(
                      new PlanRequest.Line(
                          line.offering(), null, named, EnrolmentType.ADDITIONAL, null, null)),
                  false,
                  true);
      work.add(
          () -> {
            PlanAnswer answer =
                counter.submit(student, request, UUID.randomUUID().toString(), null);
            if (leavesBeside) {
              leave(counter, answer.lines().get(1).enrolment());
            }
            if (leaves) {
              leave(counter, answer.lines().get(0).enrolment());
            }
            return null;
          });
    }

    Crowd.atOnce(Inside.signedIn(office()), work);

    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM waiting_place WHERE resting AND section_id = ?",
                groups.get(1)))
        .as("lessons keep some from one of the queues")
        .isPositive();
    lookAgain(offering);

    SectionHistory history = Inside.bean(SectionHistory.class);
    List<Long> all = new ArrayList<>(groups);
    all.addAll(List.of(lecture, other));
    for (long section : all) {
      assertThat(taken(section))
          .isEqualTo(
              Scene.number(
                  "SELECT COUNT(*) FROM enrolment_place p JOIN enrolment e ON e.id ="
                      + " p.enrolment_id WHERE p.section_id = ? AND e.status = 'ENROLLED'",
                  section));
      assertThat(waiting(section))
          .isEqualTo(
              Scene.number(
                  "SELECT COUNT(*) FROM waiting_place WHERE section_id = ? AND NOT resting",
                  section));
      assertThat(intact(section)).isTrue();
      UUID id = UUID.fromString(Scene.text("SELECT uuid FROM section WHERE id = ?", section));
      assertThat(Inside.as(Scene.holding("AUD"), () -> history.of(id)).jumps()).isEmpty();
    }
    for (long group : groups) {
      assertThat(
              taken(group)
                      == Scene.number(
                          "SELECT capacity FROM section_seat WHERE section_id = ?", group)
                  || waiting(group) == 0)
          .as("nobody waits beside a seat of " + group)
          .isTrue();
    }
    long waits =
        Scene.number(
            "SELECT COUNT(DISTINCT w.enrolment_id) FROM waiting_place w JOIN section x ON x.id ="
                + " w.section_id WHERE x.offering_id = ? AND w.any_of_kind AND x.kind = 'GROUP'",
            offering);
    assertThat(waits).as("somebody waits for any").isPositive();
    assertThat(groups.stream().mapToLong(AnyGroupStormInsideIT::seats).sum()).isEqualTo(5);
  }

  private static void leave(RegistrationCounter counter, UUID enrolment) throws Exception {
    if (enrolment != null) {
      counter.leave(
          Scene.number("SELECT id FROM enrolment WHERE uuid = ?", enrolment.toString()),
          EnrolmentStatus.CANCELLED_BY_OR,
          "changed the mind");
    }
  }

  private static long seats(long section) {
    try {
      return taken(section);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
