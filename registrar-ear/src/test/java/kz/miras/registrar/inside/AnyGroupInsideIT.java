package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.leave;
import static kz.miras.registrar.inside.PlanScene.office;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.SectionHistory;
import kz.miras.registrar.registration.service.StaffingDesk;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who names no group waits for each of them. */
@InsideTest
class AnyGroupInsideIT {

  private static final int FIRST = 160;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(AnyGroupInsideIT.class, PlanScene.class);
  }

  private static List<String> students(int from, int wanted) throws Exception {
    return Scene.students(FIRST + from + wanted).subList(FIRST + from, FIRST + from + wanted);
  }

  private static PlanAnswer any(String student, long offering) throws Exception {
    return submit(student, request(false, true, offering), UUID.randomUUID().toString());
  }

  /** A seat of this very group, or, where that will do, a place in its queue. */
  private static PlanAnswer wants(String student, long offering, long group, boolean mayWait)
      throws Exception {
    String code = Scene.text("SELECT code FROM section WHERE id = ?", group);
    PlanRequest.Line line = PlanScene.line(offering);
    return submit(
        student,
        new PlanRequest(
            request(false, true, offering).term(),
            List.of(
                new PlanRequest.Line(
                    line.offering(), null, code, EnrolmentType.ADDITIONAL, null, null)),
            false,
            mayWait),
        UUID.randomUUID().toString());
  }

  private static void gone(PlanAnswer answer) throws Exception {
    leave(answer.lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);
  }

  private static PlanView.Line line(String student, long offering) throws Exception {
    PlanQueries plans = Inside.bean(PlanQueries.class);
    String code = Scene.text("SELECT code FROM offering WHERE id = ?", offering);
    PlanView plan = Inside.as(office(), () -> plans.plan(student, "FAR"));
    return plan.lines().stream()
        .filter(line -> line.discipline().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static String code(long section) throws Exception {
    return Scene.text("SELECT code FROM section WHERE id = ?", section);
  }

  /** The log holds, and nobody jumped the queue. */
  private static void fair(long... sections) throws Exception {
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
  private static long at(long section, int hour) throws Exception {
    Scene.change(
        "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at) VALUES (?, ?,"
            + " 1, ?, ?)",
        Scene.next("registration_seq"),
        section,
        LocalTime.of(hour, 0),
        LocalTime.of(hour, 50));
    return section;
  }

  private static void resize(long group, int seats) throws Exception {
    StaffingDesk staffing = Inside.bean(StaffingDesk.class);
    Inside.as(Scene.holding("SEN"), () -> staffing.resize(group, seats));
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

    long begun = System.nanoTime();
    gone(inTwo);
    assertThat(statusOf(anywhere)).isEqualTo("ENROLLED");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));

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
    List<String> students = students(6, 6);
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
      "REG-4 REG-33 the group the plan was made with closes: the place goes on in the rest")
  void thePlannedCloses() throws Exception {
    long offering = Scene.offering(1);
    long one = Scene.section(offering, "GROUP", 1);
    long two = Scene.section(offering, "GROUP", 1);
    long three = Scene.section(offering, "GROUP", 1);
    List<String> students = students(12, 5);
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
      "REG-11 REG-33 a group whose lessons overlap is passed to the next, and the log says why; once"
          + " they do not any more, nobody who comes later passes")
  void lessonsApart() throws Exception {
    long beside = Scene.offering(1);
    at(Scene.section(beside, "GROUP", 5), 10);
    long offering = Scene.offering(1);
    long one = at(Scene.section(offering, "GROUP", 1), 9);
    long two = at(Scene.section(offering, "GROUP", 1), 10);
    List<String> students = students(17, 6);
    wants(students.get(0), offering, one, false);
    PlanAnswer inTwo = wants(students.get(1), offering, two, false);
    PlanAnswer anywhere = any(students.get(2), offering);
    assertThat(waiting(two)).isOne();
    PlanAnswer other = any(students.get(2), beside);
    assertThat(other.lines().get(0).status()).isEqualTo(EnrolmentStatus.ENROLLED);
    PlanAnswer later = wants(students.get(3), offering, two, true);

    gone(inTwo);

    assertThat(statusOf(anywhere)).isEqualTo("WAITLISTED");
    assertThat(statusOf(later)).isEqualTo("ENROLLED");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM registration_log WHERE section_id = ? AND act = 'LEFT_QUEUE'"
                    + " AND verdict LIKE '%REG-11%'",
                two))
        .isOne();
    assertThat(line(students.get(2), offering).queues())
        .containsExactlyInAnyOrder(
            new PlanView.Queue(code(one), 1), new PlanView.Queue(code(two), null));

    gone(later);
    gone(other);
    assertThat(taken(two)).isZero();
    PlanAnswer newcomer = wants(students.get(4), offering, two, true);
    assertThat(statusOf(anywhere)).as("served before the newcomer").isEqualTo("ENROLLED");
    assertThat(statusOf(newcomer)).isEqualTo("WAITLISTED");
    fair(one, two);
  }

  @Test
  @DisplayName("REG-11 REG-33 who leaves what overlaps is back in the queue, with the time it has")
  void backInTheQueue() throws Exception {
    long beside = Scene.offering(1);
    at(Scene.section(beside, "GROUP", 5), 10);
    long offering = Scene.offering(1);
    long one = at(Scene.section(offering, "GROUP", 1), 9);
    long two = at(Scene.section(offering, "GROUP", 1), 10);
    List<String> students = students(23, 4);
    PlanAnswer other = any(students.get(0), beside);
    wants(students.get(1), offering, one, false);
    PlanAnswer inTwo = wants(students.get(2), offering, two, false);
    PlanAnswer anywhere = any(students.get(0), offering);
    PlanAnswer later = wants(students.get(3), offering, two, true);
    assertThat(waiting(two)).as("its lessons overlap").isOne();

    gone(other);
    QueueJobs jobs = Inside.bean(QueueJobs.class);
    String clock = Scene.holding("SYSTEM");
    assertThat(Inside.as(clock, jobs::freedLately)).contains(offering);
    Inside.as(
        clock,
        () -> {
          jobs.lookAgain(offering);
          return null;
        });
    assertThat(acts(two, "REQUEUED")).isOne();
    assertThat(line(students.get(0), offering).queues()).contains(new PlanView.Queue(code(two), 1));
    assertThat(line(students.get(3), offering).place()).isEqualTo(2);

    gone(inTwo);
    assertThat(statusOf(anywhere)).isEqualTo("ENROLLED");
    assertThat(statusOf(later)).isEqualTo("WAITLISTED");
    fair(one, two);
  }
}
