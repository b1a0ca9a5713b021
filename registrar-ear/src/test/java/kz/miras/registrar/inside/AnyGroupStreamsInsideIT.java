package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.QueueScene.any;
import static kz.miras.registrar.inside.QueueScene.at;
import static kz.miras.registrar.inside.QueueScene.fair;
import static kz.miras.registrar.inside.QueueScene.gone;
import static kz.miras.registrar.inside.QueueScene.lookAgain;
import static kz.miras.registrar.inside.QueueScene.resize;
import static kz.miras.registrar.inside.QueueScene.students;
import static kz.miras.registrar.inside.QueueScene.swaps;
import static kz.miras.registrar.inside.QueueScene.wants;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import kz.miras.registrar.registration.service.PlanAnswer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who waits for a seat in a stream and one in a group together. */
@InsideTest
class AnyGroupStreamsInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(AnyGroupStreamsInsideIT.class, PlanScene.class, QueueScene.class);
  }

  @Test
  @DisplayName("REG-33 who has a seat in a stream waits for no other one to change groups")
  void theOwnStream() throws Exception {
    long offering = Scene.offering(1);
    long full = Scene.section(offering, "LECTURE", 1);
    long stream = Scene.section(offering, "LECTURE", 0);
    long mine = Scene.section(offering, "GROUP", 1);
    long wanted = Scene.section(offering, "GROUP", 1);
    long third = Scene.section(offering, "GROUP", 1);
    List<String> students = students(0, 3);
    wants(students.get(0), offering, third, false);
    assertThat(taken(full)).isOne();
    resize(stream, 2);
    PlanAnswer own = wants(students.get(1), offering, mine, false);
    PlanAnswer there = wants(students.get(2), offering, wanted, false);
    assertThat(taken(stream)).isEqualTo(2);
    PlanAnswer swap = swaps(students.get(1), offering, wanted, own);
    assertThat(statusOf(swap)).isEqualTo("WAITLISTED");

    gone(there);

    assertThat(statusOf(swap)).isEqualTo("ENROLLED");
    assertThat(statusOf(own)).isEqualTo("DROPPED");
    assertThat(taken(stream)).as("its seat passed on").isOne();
    assertThat(taken(wanted)).isOne();
    assertThat(taken(mine)).isZero();
    fair(full, stream, mine, wanted, third);
  }

  @Test
  @DisplayName(
      "REG-31 REG-33 in a group opened later one waits for the seats kept for the own programme")
  void keptForTheProgramme() throws Exception {
    long offering = Scene.offering(1);
    long one = Scene.section(offering, "GROUP", 1);
    List<String> students = students(0, 3);
    wants(students.get(0), offering, one, false);
    PlanAnswer first = any(students.get(1), offering);
    any(students.get(2), offering);
    long programme =
        Scene.number("SELECT programme_id FROM student WHERE student_no = ?", students.get(2));
    long opened = Scene.section(offering, "GROUP", 0);
    String pool = "P" + programme;
    Scene.change(
        "INSERT INTO section_seat (section_id, pool, capacity) VALUES (?, ?, 0)", opened, pool);
    Scene.change(
        "INSERT INTO section_reserve (section_id, pool, programme_id, release_on) VALUES (?, ?, ?,"
            + " '2099-01-01')",
        opened,
        pool,
        programme);

    resize(opened, 1);

    assertThat(statusOf(first)).isEqualTo("ENROLLED");
    assertThat(PlanScene.waiting(opened)).isOne();
    assertThat(
            Scene.number(
                "SELECT waiting FROM section_seat WHERE section_id = ? AND pool = ?", opened, pool))
        .isOne();
    assertThat(
            Scene.text(
                "SELECT pool FROM waiting_place WHERE section_id = ? AND NOT resting", opened))
        .isEqualTo(pool);
    fair(one, opened);
  }

  @Test
  @DisplayName(
      "REG-11 REG-33 a stream and a group with seats that overlap are no way in: the log says so"
          + " once, however often the clock looks")
  void noWayTogether() throws Exception {
    long offering = Scene.offering(1);
    long early = at(Scene.section(offering, "LECTURE", 1), DayOfWeek.THURSDAY, 9);
    long late = at(Scene.section(offering, "LECTURE", 0), DayOfWeek.THURSDAY, 11);
    long lateGroup = at(Scene.section(offering, "GROUP", 1), DayOfWeek.THURSDAY, 11);
    long earlyGroup = at(Scene.section(offering, "GROUP", 1), DayOfWeek.THURSDAY, 9);
    List<String> students = students(3, 3);
    wants(students.get(0), offering, lateGroup, false);
    resize(late, 1);
    PlanAnswer there = wants(students.get(1), offering, earlyGroup, false);
    assertThat(taken(early)).isOne();
    assertThat(taken(late)).isOne();
    resize(early, 2);
    PlanAnswer anywhere = any(students.get(2), offering);
    assertThat(statusOf(anywhere)).isEqualTo("WAITLISTED");

    resize(earlyGroup, 2);
    for (int i = 0; i < 3; i++) {
      lookAgain(offering);
    }
    assertThat(acts(earlyGroup, "LEFT_QUEUE")).isOne();
    assertThat(acts(earlyGroup, "REQUEUED")).isZero();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM registration_log WHERE section_id = ? AND act = 'LEFT_QUEUE'"
                    + " AND verdict LIKE '%REG-11%'",
                earlyGroup))
        .isOne();
    assertThat(statusOf(anywhere)).isEqualTo("WAITLISTED");

    gone(there);
    assertThat(statusOf(anywhere)).as("both of its way are free").isEqualTo("ENROLLED");
    fair(early, late, lateGroup, earlyGroup);
  }
}
