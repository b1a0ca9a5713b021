package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static kz.miras.registrar.inside.PlanScene.wants;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who waits to swap one discipline for another whose group is closed. */
@InsideTest
class SwapMovesInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SwapMovesInsideIT.class, PlanScene.class, QueueScene.class);
  }

  private static RegistrationCounter counter() {
    return Inside.bean(RegistrationCounter.class);
  }

  /** Credits of the term as they count for the student now. */
  private static int counted(String student, long offering) throws Exception {
    PlanRequest term = request(false, false, offering);
    PlanDesk desk = Inside.bean(PlanDesk.class);
    return Inside.as(
            PlanScene.office(),
            () -> desk.room(student, new PlanRequest(term.term(), List.of(), false, false)))
        .planned();
  }

  @Test
  @DisplayName(
      "REG-4 REG-5 REG-33 who waits to swap waits on where the lessons meet only what is given up; it"
          + " stays till then, and counts once")
  void swapWaitsOn() throws Exception {
    long held = Scene.offering(3);
    long own = Scene.section(held, "GROUP", 5);
    long wanted = Scene.offering(2);
    long closing = Scene.section(wanted, "GROUP", 1);
    long other = Scene.section(wanted, "GROUP", 1);
    // an hour of its own: tests of queues share these students
    QueueScene.at(own, DayOfWeek.SUNDAY, 20);
    QueueScene.at(other, DayOfWeek.SUNDAY, 20);
    List<String> students = Scene.students(160, 3);
    int before = counted(students.get(0), held);
    PlanAnswer seated = wants(students.get(0), held, own, null);
    wants(students.get(1), wanted, closing, null);
    PlanAnswer there = wants(students.get(2), wanted, other, null);
    UUID old = seated.lines().get(0).enrolment();
    PlanAnswer swap = wants(students.get(0), wanted, closing, old);
    assertThat(statusOf(swap)).isEqualTo("WAITLISTED");
    assertThat(counted(students.get(0), held)).isEqualTo(before + 3);
    assertThat(QueueScene.line(students.get(0), held).counted()).isEqualTo(3);
    assertThat(QueueScene.line(students.get(0), wanted).counted()).as("not yet").isZero();
    String director = Scene.holding("DIR");

    assertThat(
            Inside.as(director, () -> counter().closeSection(closing, "few students")).refusals())
        .isEmpty();

    assertThat(statusOf(swap)).as("its lessons meet only what goes for it").isEqualTo("WAITLISTED");
    assertThat(statusOf(seated)).isEqualTo("ENROLLED");
    assertThat(waiting(other)).isOne();
    assertThat(counted(students.get(0), held)).isEqualTo(before + 3);

    PlanScene.leave(there.lines().get(0).enrolment(), EnrolmentStatus.DROPPED);

    assertThat(statusOf(swap)).isEqualTo("ENROLLED");
    assertThat(statusOf(seated)).isEqualTo("DROPPED");
    assertThat(taken(own)).isZero();
    assertThat(counted(students.get(0), held)).isEqualTo(before + 2);
    assertThat(QueueScene.line(students.get(0), wanted).counted()).isEqualTo(2);
    assertThat(intact(other)).isTrue();
  }

  @Test
  @DisplayName("REG-4 REG-5 a swap that can wait nowhere ends, and what was to be given up is kept")
  void swapEnds() throws Exception {
    long held = Scene.offering(3);
    long own = Scene.section(held, "GROUP", 5);
    long wanted = Scene.offering(2);
    long closing = Scene.section(wanted, "GROUP", 1);
    List<String> students = Scene.students(163, 2);
    int before = counted(students.get(0), held);
    PlanAnswer seated = wants(students.get(0), held, own, null);
    wants(students.get(1), wanted, closing, null);
    PlanAnswer swap = wants(students.get(0), wanted, closing, seated.lines().get(0).enrolment());
    assertThat(statusOf(swap)).isEqualTo("WAITLISTED");
    String director = Scene.holding("DIR");

    assertThat(
            Inside.as(director, () -> counter().closeSection(closing, "few students")).refusals())
        .isEmpty();

    assertThat(statusOf(swap)).isEqualTo("CANCELLED_BY_OR");
    assertThat(statusOf(seated)).isEqualTo("ENROLLED");
    assertThat(taken(own)).isOne();
    assertThat(counted(students.get(0), held)).isEqualTo(before + 3);
    assertThat(
            Scene.text(
                "SELECT GROUP_CONCAT(l.status ORDER BY l.enrolment_id IS NULL) FROM study_plan_line"
                    + " l JOIN study_plan p ON p.id = l.plan_id JOIN student s ON s.id ="
                    + " p.student_id JOIN offering o ON o.discipline_id = l.discipline_id WHERE"
                    + " s.student_no = ? AND o.id IN (?, ?)",
                students.get(0),
                held,
                wanted))
        .isEqualTo("SUBMITTED,RETURNED");
  }
}
