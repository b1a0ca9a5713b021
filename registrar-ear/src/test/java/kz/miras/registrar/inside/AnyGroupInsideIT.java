package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static kz.miras.registrar.inside.QueueScene.any;
import static kz.miras.registrar.inside.QueueScene.anyInstead;
import static kz.miras.registrar.inside.QueueScene.at;
import static kz.miras.registrar.inside.QueueScene.code;
import static kz.miras.registrar.inside.QueueScene.fair;
import static kz.miras.registrar.inside.QueueScene.gone;
import static kz.miras.registrar.inside.QueueScene.line;
import static kz.miras.registrar.inside.QueueScene.resize;
import static kz.miras.registrar.inside.QueueScene.students;
import static kz.miras.registrar.inside.QueueScene.wants;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who names no group waits for each of them. */
@InsideTest
class AnyGroupInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(AnyGroupInsideIT.class, PlanScene.class, QueueScene.class);
  }

  @Test
  @DisplayName(
      "REG-33 who waits for any group gets the seat that frees in another one, before who came later"
          + " for that one, and the log and the pages tell it so")
  void theOtherGroup() throws Exception {
    long offering = Scene.offering(1);
    long one = Scene.section(offering, "GROUP", 1);
    long two = Scene.section(offering, "GROUP", 1);
    List<String> students = students(0, 6);
    PlanAnswer inOne = wants(students.get(0), offering, one, false);
    PlanAnswer inTwo = wants(students.get(1), offering, two, false);
    PlanAnswer anywhere = any(students.get(2), offering);
    assertThat(anywhere.lines().get(0).verdict().warnings())
        .extracting(Refusal::code)
        .contains("registration.waits-any");
    PlanAnswer laterOne = wants(students.get(3), offering, one, true);
    PlanAnswer laterTwo = wants(students.get(4), offering, two, true);
    assertThat(waiting(one)).isEqualTo(2);
    assertThat(waiting(two)).isEqualTo(2);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM registration_log WHERE section_id IN (?, ?) AND any_of ="
                    + " 'GROUP'",
                one,
                two))
        .isEqualTo(2);
    assertThat(line(students.get(2), offering).queues())
        .containsExactlyInAnyOrder(
            new PlanView.Queue(code(one), 1), new PlanView.Queue(code(two), 1));
    assertThat(line(students.get(4), offering).place()).isEqualTo(2);
    assertThat(line(students.get(4), offering).queues()).isEmpty();

    gone(inTwo);

    assertThat(statusOf(anywhere)).isEqualTo("ENROLLED");
    assertThat(statusOf(laterTwo)).isEqualTo("WAITLISTED");
    assertThat(line(students.get(2), offering).group()).isEqualTo(code(two));
    assertThat(line(students.get(2), offering).sections()).isEqualTo(code(two));
    assertThat(acts(two, "PROMOTED")).isOne();
    assertThat(acts(one, "LEFT_QUEUE")).isOne();
    assertThat(waiting(one)).isOne();
    assertThat(waiting(two)).isOne();
    assertThat(wants(students.get(5), offering, two, false).lines().get(0).status()).isNull();

    gone(inOne);
    assertThat(statusOf(laterOne)).isEqualTo("ENROLLED");
    assertThat(taken(one)).isOne();
    assertThat(taken(two)).isOne();
    fair(one, two);
  }

  @Test
  @DisplayName(
      "REG-33 a group that is enlarged, split off or opened later is one of any; one that closes is"
          + " not, and the place goes on in the others")
  void moreGroups() throws Exception {
    long offering = Scene.offering(1);
    long stream = Scene.section(offering, "LECTURE", 9);
    long one = Scene.section(offering, "GROUP", 1);
    long two = Scene.section(offering, "GROUP", 1);
    List<String> students = students(0, 6);
    wants(students.get(0), offering, one, false);
    wants(students.get(1), offering, two, false);
    PlanAnswer first = any(students.get(2), offering);
    PlanAnswer second = any(students.get(3), offering);
    PlanAnswer third = any(students.get(4), offering);
    PlanAnswer fourth = any(students.get(5), offering);

    resize(two, 2);
    assertThat(statusOf(first)).isEqualTo("ENROLLED");
    assertThat(statusOf(second)).isEqualTo("WAITLISTED");

    long opened = Scene.section(offering, "GROUP", 0);
    resize(opened, 1);
    assertThat(statusOf(second)).as("who came before the group was there").isEqualTo("ENROLLED");
    assertThat(statusOf(third)).isEqualTo("WAITLISTED");
    assertThat(waiting(opened)).isEqualTo(2);

    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    assertThat(
            Inside.as(Scene.holding("SEN"), () -> counter.splitSection(two, "N-" + two, 1, 2))
                .refusals())
        .isEmpty();
    assertThat(taken(two)).as("the seat of who moved went on").isEqualTo(2);
    long fresh = Scene.number("SELECT id FROM section WHERE code = ?", "N-" + two);
    assertThat(taken(fresh)).as("who moved, and who waits").isEqualTo(2);
    assertThat(statusOf(third)).isEqualTo("ENROLLED");
    assertThat(statusOf(fourth)).isEqualTo("ENROLLED");
    assertThat(waiting(stream)).isZero();
    assertThat(taken(stream)).isEqualTo(6);
    fair(stream, one, two, opened, fresh);
  }

  @Test
  @DisplayName(
      "REG-33 who wants any group but the own one waits for those opened later too, and never for"
          + " the own one, though it was given up")
  void anyInsteadOfTheOwn() throws Exception {
    long beside = Scene.offering(1);
    at(Scene.section(beside, "GROUP", 5), DayOfWeek.THURSDAY, 10);
    long offering = Scene.offering(1);
    long one = Scene.section(offering, "GROUP", 2);
    long two = Scene.section(offering, "GROUP", 1);
    List<String> students = students(0, 3);
    PlanAnswer kept = wants(students.get(0), offering, one, false);
    PlanAnswer left = wants(students.get(1), offering, one, false);
    wants(students.get(2), offering, two, false);
    any(students.get(0), beside);
    PlanAnswer lessons = any(students.get(1), beside);
    at(one, DayOfWeek.THURSDAY, 10);
    PlanAnswer first = anyInstead(students.get(0), offering, kept);
    PlanAnswer second = anyInstead(students.get(1), offering, left);
    assertThat(statusOf(first)).isEqualTo("WAITLISTED");
    assertThat(statusOf(second)).isEqualTo("WAITLISTED");

    gone(lessons);
    gone(left);
    assertThat(statusOf(second)).isEqualTo("WAITLISTED");
    assertThat(taken(one)).isOne();
    assertThat(waiting(one)).isZero();

    long opened = Scene.section(offering, "GROUP", 0);
    resize(opened, 2);
    assertThat(statusOf(first)).isEqualTo("ENROLLED");
    assertThat(statusOf(kept)).isEqualTo("DROPPED");
    assertThat(statusOf(second)).isEqualTo("ENROLLED");
    assertThat(taken(opened)).isEqualTo(2);
    assertThat(taken(one)).isZero();
    fair(one, two, opened);
  }

  @Test
  @DisplayName(
      "REG-4 REG-33 the group the plan was made with closes: the place goes on in the rest")
  void thePlannedCloses() throws Exception {
    long offering = Scene.offering(1);
    long one = Scene.section(offering, "GROUP", 1);
    long two = Scene.section(offering, "GROUP", 1);
    long three = Scene.section(offering, "GROUP", 1);
    List<String> students = students(0, 5);
    wants(students.get(0), offering, one, false);
    wants(students.get(1), offering, two, false);
    PlanAnswer inThree = wants(students.get(2), offering, three, false);
    PlanAnswer anywhere = any(students.get(3), offering);
    wants(students.get(4), offering, three, true);
    String planned = line(students.get(3), offering).group();
    long closing = Scene.number("SELECT id FROM section WHERE code = ?", planned);
    assertThat(closing).as("the shortest queue, of equal ones the first").isEqualTo(one);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);

    assertThat(
            Inside.as(Scene.holding("DIR"), () -> counter.closeSection(closing, "few students"))
                .refusals())
        .isEmpty();

    assertThat(waiting(closing)).isZero();
    assertThat(line(students.get(3), offering).group()).isEqualTo(code(two));
    assertThat(line(students.get(3), offering).queues()).hasSize(2);
    gone(inThree);
    assertThat(statusOf(anywhere)).isEqualTo("ENROLLED");
    assertThat(line(students.get(3), offering).group()).isEqualTo(code(three));
    fair(one, two, three);
  }

  @Test
  @DisplayName(
      "REG-4 REG-11 REG-33 the planned group closes and lessons keep from the others since: the log"
          + " says why the place rests there")
  void thePlannedClosesAndTheRestOverlaps() throws Exception {
    long beside = Scene.offering(1);
    at(Scene.section(beside, "GROUP", 5), DayOfWeek.FRIDAY, 10);
    long offering = Scene.offering(1);
    long one = Scene.section(offering, "GROUP", 1);
    long two = at(Scene.section(offering, "GROUP", 1), DayOfWeek.FRIDAY, 10);
    List<String> students = students(0, 3);
    wants(students.get(0), offering, one, false);
    wants(students.get(1), offering, two, false);
    PlanAnswer anywhere = any(students.get(2), offering);
    any(students.get(2), beside);
    assertThat(waiting(two)).isOne();
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);

    assertThat(
            Inside.as(Scene.holding("DIR"), () -> counter.closeSection(one, "few students"))
                .refusals())
        .isEmpty();

    assertThat(statusOf(anywhere)).isEqualTo("WAITLISTED");
    assertThat(waiting(two)).isZero();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM registration_log WHERE section_id = ? AND act = 'LEFT_QUEUE'"
                    + " AND verdict LIKE '%REG-11%'",
                two))
        .isOne();
    fair(one, two);
  }
}
