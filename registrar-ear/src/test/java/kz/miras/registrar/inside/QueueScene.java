package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.leave;
import static kz.miras.registrar.inside.PlanScene.office;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.submit;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.QueueJobs;
import kz.miras.registrar.registration.service.SectionHistory;
import kz.miras.registrar.registration.service.StaffingDesk;

/** Places in the queues of any group, and what the pages and the log say of them. */
final class QueueScene {

  private static final int FIRST = 160;

  private QueueScene() {}

  /** Students all tests of any group share, from this place of theirs. */
  static List<String> students(int from, int wanted) throws Exception {
    return Scene.students(FIRST + from, wanted);
  }

  /** A seat, or a place in the queues, of any group. */
  static PlanAnswer any(String student, long offering) throws Exception {
    return submit(student, request(false, true, offering), UUID.randomUUID().toString());
  }

  /** The same instead of what this answer gave. */
  static PlanAnswer anyInstead(String student, long offering, PlanAnswer old) throws Exception {
    PlanRequest.Line any = PlanScene.line(offering);
    PlanRequest.Line line =
        new PlanRequest.Line(
            any.offering(), null, null, any.type(), null, old.lines().get(0).enrolment());
    return submit(
        student,
        new PlanRequest(request(false, true, offering).term(), List.of(line), false, true),
        UUID.randomUUID().toString());
  }

  /** A seat of this very group, or, where that will do, a place in its queue. */
  static PlanAnswer wants(String student, long offering, long group, boolean mayWait)
      throws Exception {
    return wants(student, offering, group, mayWait, null);
  }

  /** The same instead of what this answer gave. */
  static PlanAnswer swaps(String student, long offering, long group, PlanAnswer old)
      throws Exception {
    return wants(student, offering, group, true, old.lines().get(0).enrolment());
  }

  private static PlanAnswer wants(
      String student, long offering, long group, boolean mayWait, UUID instead) throws Exception {
    String code = Scene.text("SELECT code FROM section WHERE id = ?", group);
    PlanRequest.Line line = PlanScene.line(offering);
    return submit(
        student,
        new PlanRequest(
            request(false, true, offering).term(),
            List.of(
                new PlanRequest.Line(
                    line.offering(), null, code, EnrolmentType.ADDITIONAL, null, instead)),
            false,
            mayWait),
        UUID.randomUUID().toString());
  }

  /** Gives it up. */
  static void gone(PlanAnswer answer) throws Exception {
    leave(answer.lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);
  }

  /** The line of an offering in the plan of a student. */
  static PlanView.Line line(String student, long offering) throws Exception {
    PlanQueries plans = Inside.bean(PlanQueries.class);
    String code = Scene.text("SELECT code FROM offering WHERE id = ?", offering);
    PlanView plan = Inside.as(office(), () -> plans.plan(student, "FAR"));
    return plan.lines().stream()
        .filter(line -> line.discipline().equals(code))
        .findFirst()
        .orElseThrow();
  }

  static String code(long section) throws Exception {
    return Scene.text("SELECT code FROM section WHERE id = ?", section);
  }

  /** The log holds, and nobody jumped the queue. */
  static void fair(long... sections) throws Exception {
    SectionHistory history = Inside.bean(SectionHistory.class);
    for (long section : sections) {
      UUID id = UUID.fromString(Scene.text("SELECT uuid FROM section WHERE id = ?", section));
      SectionHistory.History found = Inside.as(Scene.holding("AUD"), () -> history.of(id));
      assertThat(found.jumps()).as("jumps in " + section).isEmpty();
      assertThat(intact(section)).as("log of " + section).isTrue();
      assertThat(waiting(section))
          .isEqualTo(
              Scene.number(
                  "SELECT COUNT(*) FROM waiting_place WHERE section_id = ? AND NOT resting",
                  section));
    }
  }

  /** A lesson of every Monday that begins at this hour. */
  static long at(long section, int hour) throws Exception {
    return at(section, DayOfWeek.MONDAY, hour);
  }

  /** The same of another day: tests that share students have each a day of their own. */
  static long at(long section, DayOfWeek day, int hour) throws Exception {
    Scene.change(
        "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at) VALUES (?, ?,"
            + " ?, ?, ?)",
        Scene.next("registration_seq"),
        section,
        day.getValue(),
        LocalTime.of(hour, 0),
        LocalTime.of(hour, 50));
    return section;
  }

  /** So many seats from now on. */
  static void resize(long group, int seats) throws Exception {
    StaffingDesk staffing = Inside.bean(StaffingDesk.class);
    Inside.as(Scene.holding("SEN"), () -> staffing.resize(group, seats));
  }

  /** Looks again who may come back into the queues of an offering, as the clock does. */
  static void lookAgain(long offering) throws Exception {
    QueueJobs jobs = Inside.bean(QueueJobs.class);
    Inside.as(
        Scene.holding("SYSTEM"),
        () -> {
          jobs.lookAgain(offering);
          return null;
        });
  }

  /** Whether the clock would look again at the queues of an offering by now. */
  static boolean isDue(long offering) throws Exception {
    QueueJobs jobs = Inside.bean(QueueJobs.class);
    return Inside.as(Scene.holding("SYSTEM"), jobs::freedLately).contains(offering);
  }
}
