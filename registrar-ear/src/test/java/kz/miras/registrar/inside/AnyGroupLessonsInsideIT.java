package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static kz.miras.registrar.inside.QueueScene.any;
import static kz.miras.registrar.inside.QueueScene.at;
import static kz.miras.registrar.inside.QueueScene.code;
import static kz.miras.registrar.inside.QueueScene.fair;
import static kz.miras.registrar.inside.QueueScene.gone;
import static kz.miras.registrar.inside.QueueScene.isDue;
import static kz.miras.registrar.inside.QueueScene.line;
import static kz.miras.registrar.inside.QueueScene.lookAgain;
import static kz.miras.registrar.inside.QueueScene.students;
import static kz.miras.registrar.inside.QueueScene.wants;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.QueueJobs;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.TimetableDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who waits for any group, and the lessons of something else. */
@InsideTest
class AnyGroupLessonsInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(AnyGroupLessonsInsideIT.class, PlanScene.class, QueueScene.class);
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
    List<String> students = students(0, 6);
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
    assertThat(taken(two)).as("free, since lessons keep who waits from it").isZero();
    gone(other);
    assertThat(statusOf(anywhere)).as("served before any newcomer").isEqualTo("ENROLLED");
    PlanAnswer newcomer = wants(students.get(4), offering, two, true);
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
    List<String> students = students(6, 4);
    PlanAnswer other = any(students.get(0), beside);
    wants(students.get(1), offering, one, false);
    PlanAnswer inTwo = wants(students.get(2), offering, two, false);
    PlanAnswer anywhere = any(students.get(0), offering);
    PlanAnswer later = wants(students.get(3), offering, two, true);
    assertThat(waiting(two)).as("its lessons overlap").isOne();

    gone(other);
    assertThat(acts(two, "REQUEUED")).as("at once").isOne();
    assertThat(line(students.get(0), offering).queues()).contains(new PlanView.Queue(code(two), 1));
    assertThat(line(students.get(3), offering).place()).isEqualTo(2);

    gone(inTwo);
    assertThat(statusOf(anywhere)).isEqualTo("ENROLLED");
    assertThat(statusOf(later)).isEqualTo("WAITLISTED");
    fair(one, two);
  }

  /** As if all the student has done had been long ago. */
  private static void longAgo(String student) throws Exception {
    Scene.change(
        "UPDATE roster_change SET at = at - INTERVAL 1 HOUR WHERE student_id = (SELECT id FROM"
            + " student WHERE student_no = ?)",
        student);
    Scene.change(
        "UPDATE enrolment SET ended_at = ended_at - INTERVAL 1 HOUR WHERE ended_at IS NOT NULL AND"
            + " student_id = (SELECT id FROM student WHERE student_no = ?)",
        student);
  }

  @Test
  @DisplayName("REG-11 REG-33 whose lessons may overlap by a decision comes back soon")
  void decidedToOverlap() throws Exception {
    long beside = Scene.offering(1);
    at(Scene.section(beside, "GROUP", 5), DayOfWeek.TUESDAY, 10);
    long offering = Scene.offering(1);
    long one = at(Scene.section(offering, "GROUP", 1), DayOfWeek.TUESDAY, 9);
    long two = at(Scene.section(offering, "GROUP", 1), DayOfWeek.TUESDAY, 10);
    List<String> students = students(6, 3);
    wants(students.get(0), offering, one, false);
    PlanAnswer inTwo = wants(students.get(1), offering, two, false);
    any(students.get(2), beside);
    PlanAnswer anywhere = any(students.get(2), offering);
    longAgo(students.get(2));
    assertThat(waiting(two)).as("its lessons overlap").isZero();
    assertThat(isDue(offering)).isFalse();

    Scene.change(
        "INSERT INTO registration_request (id, uuid, kind, student_id, term_id, offering_id,"
            + " enrolment_type, rule, reason, status, requested_by, requested_at, decided_by,"
            + " decided_at, decision_note) SELECT ?, UUID(), 'WAIVER', e.student_id, o.term_id,"
            + " o.id, e.type, 'REG-11', 'why', 'APPROVED', 'one', UTC_TIMESTAMP(6), 'two',"
            + " UTC_TIMESTAMP(6), 'so be it' FROM enrolment e JOIN offering o ON o.id ="
            + " e.offering_id WHERE e.uuid = ?",
        Scene.next("registration_seq"),
        anywhere.lines().get(0).enrolment().toString());

    assertThat(isDue(offering)).isTrue();
    lookAgain(offering);
    assertThat(waiting(two)).isOne();
    gone(inTwo);
    assertThat(statusOf(anywhere)).isEqualTo("ENROLLED");
    fair(one, two);
  }

  @Test
  @DisplayName("REG-33 who is moved to another group comes back soon where that one is in no way")
  void movedElsewhere() throws Exception {
    long beside = Scene.offering(1);
    long early = at(Scene.section(beside, "GROUP", 5), DayOfWeek.FRIDAY, 10);
    long late = at(Scene.section(beside, "GROUP", 5), DayOfWeek.FRIDAY, 12);
    long offering = Scene.offering(1);
    long one = at(Scene.section(offering, "GROUP", 1), DayOfWeek.FRIDAY, 9);
    long two = at(Scene.section(offering, "GROUP", 1), DayOfWeek.FRIDAY, 10);
    long three = at(Scene.section(offering, "GROUP", 1), DayOfWeek.FRIDAY, 12);
    List<String> students = students(6, 4);
    wants(students.get(0), offering, one, false);
    wants(students.get(1), offering, two, false);
    wants(students.get(2), offering, three, false);
    wants(students.get(3), beside, early, false);
    PlanAnswer anywhere = any(students.get(3), offering);
    longAgo(students.get(3));
    assertThat(waiting(two)).isZero();
    assertThat(waiting(three)).isOne();
    assertThat(isDue(offering)).isFalse();

    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    assertThat(
            Inside.as(Scene.holding("DIR"), () -> counter.closeSection(early, "few students"))
                .refusals())
        .isEmpty();
    assertThat(taken(late)).isOne();
    assertThat(isDue(offering)).as("moved to another group").isTrue();
    lookAgain(offering);
    assertThat(waiting(two)).isOne();
    assertThat(statusOf(anywhere)).isEqualTo("WAITLISTED");
    fair(one, two, three);
  }

  @Test
  @DisplayName("REG-33 whose lessons are moved comes back soon where they overlap no more")
  void lessonsMoved() throws Exception {
    long beside = Scene.offering(1);
    long early = at(Scene.section(beside, "GROUP", 5), DayOfWeek.SATURDAY, 10);
    long offering = Scene.offering(1);
    long one = at(Scene.section(offering, "GROUP", 1), DayOfWeek.SATURDAY, 9);
    long two = at(Scene.section(offering, "GROUP", 1), DayOfWeek.SATURDAY, 10);
    List<String> students = students(0, 3);
    wants(students.get(0), offering, one, false);
    wants(students.get(1), offering, two, false);
    wants(students.get(2), beside, early, false);
    any(students.get(2), offering);
    assertThat(waiting(two)).isZero();

    TimetableDesk timetable = Inside.bean(TimetableDesk.class);
    String senior = Scene.holding("SEN");
    assertThat(
            Inside.as(
                    senior,
                    () ->
                        timetable.remove(early, timetable.lessons(early).get(0), "the room is let"))
                .refusals())
        .isEmpty();
    QueueJobs jobs = Inside.bean(QueueJobs.class);
    String system = Scene.holding("SYSTEM");
    assertThat(Inside.as(system, jobs::besideMoved)).contains(offering);
    long term = Scene.number("SELECT term_id FROM offering WHERE id = ?", offering);
    String ofTerm = "UPDATE offering SET term_id = ? WHERE id = ?";
    Scene.change(ofTerm, Scene.number("SELECT id FROM term ORDER BY starts_on LIMIT 1"), offering);
    assertThat(Inside.as(system, jobs::besideMoved)).as("of another term").doesNotContain(offering);
    Scene.change(ofTerm, term, offering);
    lookAgain(offering);
    assertThat(waiting(two)).isOne();
    fair(one, two);
  }

  @Test
  @DisplayName(
      "REG-4 REG-33 the planned group closes while lessons keep the student from all others: the"
          + " place rests and is as old as it was")
  void thePlannedClosesBesideOverlaps() throws Exception {
    long beside = Scene.offering(1);
    at(Scene.section(beside, "GROUP", 5), DayOfWeek.SUNDAY, 10);
    long offering = Scene.offering(1);
    long one = at(Scene.section(offering, "GROUP", 1), DayOfWeek.SUNDAY, 9);
    long two = at(Scene.section(offering, "GROUP", 1), DayOfWeek.SUNDAY, 10);
    List<String> students = students(3, 4);
    PlanAnswer other = any(students.get(0), beside);
    wants(students.get(1), offering, one, false);
    PlanAnswer inTwo = wants(students.get(2), offering, two, false);
    PlanAnswer anywhere = any(students.get(0), offering);
    PlanAnswer later = wants(students.get(3), offering, two, true);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);

    assertThat(
            Inside.as(Scene.holding("DIR"), () -> counter.closeSection(one, "few students"))
                .refusals())
        .isEmpty();
    assertThat(statusOf(anywhere)).isEqualTo("WAITLISTED");
    assertThat(waiting(two)).as("it rests").isOne();
    PlanView.Line rests = line(students.get(0), offering);
    assertThat(rests.seat()).isEqualTo(EnrolmentStatus.WAITLISTED);
    assertThat(rests.place()).isNull();
    assertThat(rests.queues())
        .as("told all the same")
        .containsExactly(new PlanView.Queue(code(two), null));

    gone(other);
    lookAgain(offering);
    assertThat(line(students.get(0), offering).place()).as("the only queue that is left").isOne();
    assertThat(line(students.get(0), offering).group()).isEqualTo(code(two));
    gone(inTwo);
    assertThat(statusOf(anywhere)).isEqualTo("ENROLLED");
    assertThat(statusOf(later)).isEqualTo("WAITLISTED");
    assertThat(line(students.get(0), offering).group()).isEqualTo(code(two));
    fair(one, two);
  }
}
