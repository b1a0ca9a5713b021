package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.StaffingDesk;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The queue of a group that is closed, merged or split. */
@InsideTest
class QueueMovesInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(QueueMovesInsideIT.class, PlanScene.class);
  }

  /** A seat, or a place in the queue, of this very group. */
  private static PlanAnswer wants(String student, long offering, long group) throws Exception {
    return PlanScene.wants(student, offering, group, null);
  }

  private static long resize(long group, int seats) throws Exception {
    StaffingDesk staffing = Inside.bean(StaffingDesk.class);
    Inside.as(Scene.holding("SEN"), () -> staffing.resize(group, seats));
    return group;
  }

  private static RegistrationCounter counter() {
    return Inside.bean(RegistrationCounter.class);
  }

  @Test
  @DisplayName("REG-4 REG-33 a merged group's queue goes on in the other's, in the order it has")
  void mergedQueues() throws Exception {
    long offering = Scene.offering(1);
    long from = Scene.section(offering, "GROUP", 1);
    long into = Scene.section(offering, "GROUP", 1);
    List<String> students = Scene.students(45, 10);
    PlanAnswer seated = wants(students.get(0), offering, from);
    wants(students.get(1), offering, into);
    PlanAnswer first = wants(students.get(2), offering, from);
    PlanAnswer second = wants(students.get(3), offering, into);
    PlanAnswer third = wants(students.get(4), offering, from);
    assertThat(waiting(from)).isEqualTo(2);
    String senior = Scene.holding("SEN");
    Verdict full = Inside.as(senior, () -> counter().mergeSection(from, into, "too small"));
    assertThat(full.isAllowed()).as("no seat for the one who has one").isFalse();
    assertThat(waiting(from)).isEqualTo(2);

    resize(into, 2);
    assertThat(statusOf(second)).as("the seat is the queue's first").isEqualTo("ENROLLED");
    PlanAnswer fourth = wants(students.get(5), offering, into);
    resize(into, 3);
    assertThat(statusOf(fourth)).isEqualTo("ENROLLED");
    PlanAnswer fifth = wants(students.get(6), offering, into);
    // one seat more than the queue of the other wants, by hand: it would be filled at once
    Scene.change("UPDATE section_seat SET capacity = 4 WHERE section_id = ?", into);
    Verdict merged = Inside.as(senior, () -> counter().mergeSection(from, into, "too small"));

    assertThat(merged.refusals()).isEmpty();
    assertThat(statusOf(seated)).isEqualTo("ENROLLED");
    assertThat(taken(from)).isZero();
    assertThat(waiting(from)).isZero();
    assertThat(taken(into)).isEqualTo(4);
    assertThat(waiting(into)).isEqualTo(3);
    assertThat(acts(into, "REQUEUED")).isEqualTo(2);
    assertThat(acts(from, "PROMOTED")).as("nobody is seated in what closes").isZero();

    resize(into, 6);
    assertThat(statusOf(first)).isEqualTo("ENROLLED");
    assertThat(statusOf(third)).as("waits longer than the fifth").isEqualTo("ENROLLED");
    assertThat(statusOf(fifth)).isEqualTo("WAITLISTED");
    assertThat(intact(from)).isTrue();
    assertThat(intact(into)).isTrue();
    assertThat(Inside.as(senior, () -> counter().mergeSection(into, from, "back")).refusals())
        .as("not into a closed one")
        .isNotEmpty();
    assertThat(Inside.as(senior, () -> counter().splitSection(from, "N-1", 1, 5)).refusals())
        .as("nor is a closed one split")
        .isNotEmpty();
  }

  @Test
  @DisplayName(
      "REG-4 a closed group's queue waits elsewhere; where nothing is left it ends and is told")
  void closedQueues() throws Exception {
    long offering = Scene.offering(1);
    long from = Scene.section(offering, "GROUP", 1);
    long other = Scene.section(offering, "GROUP", 1);
    List<String> students = Scene.students(55, 4);
    PlanAnswer seated = wants(students.get(0), offering, from);
    PlanAnswer there = wants(students.get(1), offering, other);
    PlanAnswer waits = wants(students.get(2), offering, from);
    String director = Scene.holding("DIR");

    Verdict closed = Inside.as(director, () -> counter().closeSection(from, "few students"));

    assertThat(closed.refusals()).isEmpty();
    assertThat(statusOf(seated)).as("no seat elsewhere").isEqualTo("CANCELLED_BY_OR");
    assertThat(statusOf(waits)).isEqualTo("WAITLISTED");
    assertThat(waiting(other)).isOne();
    assertThat(acts(from, "PROMOTED")).as("the seat that is left is nobody's").isZero();
    assertThat(taken(from)).isZero();

    assertThat(Inside.as(director, () -> counter().closeSection(other, "few students")).refusals())
        .isEmpty();

    assertThat(statusOf(there)).isEqualTo("CANCELLED_BY_OR");
    assertThat(statusOf(waits)).isEqualTo("CANCELLED_BY_OR");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE"
                    + " s.student_no = ? AND n.code IN ('registration.notice.queue-moved',"
                    + " 'registration.notice.cancelled') AND n.args LIKE ?",
                students.get(2),
                "%" + Scene.text("SELECT code FROM offering WHERE id = ?", offering) + "%"))
        .isEqualTo(2);
    assertThat(Scene.number("SELECT COUNT(*) FROM waiting_place WHERE section_id = ?", other))
        .isZero();
    assertThat(intact(other)).isTrue();
  }

  @Test
  @DisplayName("REG-4 REG-33 the seats a split leaves go to who waits")
  void splitQueues() throws Exception {
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 2);
    List<String> students = Scene.students(59, 3);
    wants(students.get(0), offering, group);
    wants(students.get(1), offering, group);
    PlanAnswer waits = wants(students.get(2), offering, group);

    Verdict split =
        Inside.as(Scene.holding("SEN"), () -> counter().splitSection(group, "N-" + group, 1, 3));

    assertThat(split.refusals()).isEmpty();
    assertThat(statusOf(waits)).isEqualTo("ENROLLED");
    assertThat(taken(group)).isEqualTo(2);
    assertThat(waiting(group)).isZero();
    assertThat(intact(group)).isTrue();
  }

  @Test
  @DisplayName("REG-4 REG-33 who waits for a group that closes does not wait for the own seat")
  void ownSeatIsNoQueue() throws Exception {
    long offering = Scene.offering(1);
    long closing = Scene.section(offering, "GROUP", 1);
    long own = Scene.section(offering, "GROUP", 1);
    List<String> students = Scene.students(157, 2);
    PlanAnswer seated = wants(students.get(0), offering, own);
    wants(students.get(1), offering, closing);
    UUID mine = seated.lines().get(0).enrolment();
    PlanAnswer waits = PlanScene.wants(students.get(0), offering, closing, mine);
    assertThat(statusOf(waits)).isEqualTo("WAITLISTED");
    String director = Scene.holding("DIR");

    assertThat(
            Inside.as(director, () -> counter().closeSection(closing, "few students")).refusals())
        .isEmpty();

    assertThat(statusOf(seated)).isEqualTo("ENROLLED");
    assertThat(statusOf(waits)).isEqualTo("CANCELLED_BY_OR");
    assertThat(waiting(own)).isZero();
    assertThat(taken(own)).isOne();
  }
}
