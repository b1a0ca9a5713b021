package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.ReserveDesk;
import kz.miras.registrar.registration.service.SectionDesk;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Groups in the container: where people land when groups are split, merged and closed. */
@InsideTest
class SectionInsideIT {

  private static final int FIRST = 100;
  private static final LocalDate UNTIL = LocalDate.of(2090, 10, 1);
  private static final String IN_SECTION =
      "SELECT COUNT(*) FROM enrolment_place p JOIN enrolment e ON e.id = p.enrolment_id WHERE"
          + " p.section_id = ? AND e.status = 'ENROLLED'";
  private static final String TOLD =
      "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE s.student_no = ?"
          + " AND n.code = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SectionInsideIT.class, PlanScene.class, QueueScene.class);
  }

  private static PlanAnswer wish(String student, boolean mayWait, long offering) throws Exception {
    return submit(student, request(false, mayWait, offering), UUID.randomUUID().toString());
  }

  private static Verdict keep(long section, String programme, Integer seats, LocalDate until)
      throws Exception {
    ReserveDesk desk = Inside.bean(ReserveDesk.class);
    ReserveDesk.Typed typed = new ReserveDesk.Typed(section, programme, null, seats, until);
    return Inside.as(Scene.holding("SPE"), () -> desk.keep(typed));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "REG-4 a split takes the last by name along, and who waits gets the seats they leave")
  void split() throws Exception {
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 3);
    List<String> members = Scene.students(FIRST + 2, 5);
    List<PlanAnswer> answers = new ArrayList<>();
    for (String member : members) {
      answers.add(wish(member, true, offering));
    }
    SectionDesk desk = Inside.bean(SectionDesk.class);
    String office = Scene.holding("SPE");
    assertThat(codes(Inside.as(office, () -> desk.split(group, "NEW", 3, 3))))
        .containsExactly("registration.section.split");
    assertThat(Inside.as(office, () -> desk.split(group, "NEW", 1, 1)).isAllowed()).isTrue();

    long fresh =
        Scene.number("SELECT id FROM section WHERE offering_id = ? AND code = 'NEW'", offering);
    assertThat(taken(fresh)).isEqualTo(1);
    assertThat(
            Scene.text(
                "SELECT s.student_no FROM enrolment_place p JOIN enrolment e ON e.id ="
                    + " p.enrolment_id JOIN student s ON s.id = e.student_id WHERE p.section_id = ?",
                fresh))
        .isEqualTo(lastByName(members.subList(0, 3)));
    assertThat(statusOf(answers.get(3))).as("the seat left goes on").isEqualTo("ENROLLED");
    assertThat(statusOf(answers.get(4))).isEqualTo("WAITLISTED");
    assertThat(taken(group)).isEqualTo(3);
    assertThat(Scene.number(TOLD, lastByName(members.subList(0, 3)), "registration.notice.moved"))
        .isEqualTo(1);
    assertThat(intact(group)).isTrue();
    assertThat(intact(fresh)).isTrue();
  }

  private static String lastByName(List<String> numbers) throws Exception {
    return Scene.text(
        "SELECT student_no FROM student WHERE student_no IN ('"
            + String.join("', '", numbers)
            + "') ORDER BY last_name DESC, first_name DESC, student_no DESC LIMIT 1");
  }

  @Test
  @DisplayName(
      "REG-4 merged, members move and are told, who waits gets what is left or waits there")
  void merge() throws Exception {
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 2);
    List<String> members = Scene.students(FIRST + 7, 5);
    List<PlanAnswer> answers = new ArrayList<>();
    for (String member : members.subList(0, 4)) {
      answers.add(wish(member, true, offering));
    }
    long other = Scene.section(offering, "GROUP", 3);
    SectionDesk desk = Inside.bean(SectionDesk.class);
    String office = Scene.holding("SPE");
    assertThat(codes(Inside.as(office, () -> desk.merge(group, other, " "))))
        .containsExactly("registration.section.reason");
    assertThat(codes(Inside.as(office, () -> desk.merge(group, group, "few"))))
        .containsExactly("registration.section.other");
    assertThat(Inside.as(office, () -> desk.merge(group, other, "few")).isAllowed()).isTrue();

    assertThat(Scene.number(IN_SECTION, group)).isZero();
    assertThat(Scene.number(IN_SECTION, other)).isEqualTo(3);
    assertThat(answers.subList(0, 3))
        .allSatisfy(one -> assertThat(statusOf(one)).isEqualTo("ENROLLED"));
    assertThat(statusOf(answers.get(3))).isEqualTo("WAITLISTED");
    assertThat(waiting(group)).isZero();
    assertThat(waiting(other)).isEqualTo(1);
    assertThat(Scene.text("SELECT status FROM section WHERE id = ?", group)).isEqualTo("CLOSED");
    for (String moved : members.subList(0, 2)) {
      assertThat(Scene.number(TOLD, moved, "registration.notice.moved")).isEqualTo(1);
    }
    for (String queued : members.subList(2, 4)) {
      assertThat(Scene.number(TOLD, queued, "registration.notice.queue-moved")).isEqualTo(1);
    }
    assertThat(codes(Inside.as(office, () -> desk.merge(group, other, "again"))))
        .containsExactly("registration.section.not-open");
    assertThat(intact(group)).isTrue();
    assertThat(intact(other)).isTrue();
  }

  @Test
  @DisplayName("REG-4 closed, nobody who waited is seated in it, and kept seats stay the others'")
  void closed() throws Exception {
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 2);
    List<String> members = Scene.students(FIRST + 12, 3);
    List<PlanAnswer> answers = new ArrayList<>();
    for (String member : members) {
      // who would take any group would have a seat of the other one at once
      answers.add(QueueScene.wants(member, offering, group, true));
    }
    long other = Scene.section(offering, "GROUP", 2);
    String foreign =
        Scene.text(
            "SELECT code FROM programme WHERE id NOT IN (SELECT programme_id FROM student WHERE"
                + " student_no IN ('"
                + String.join("', '", members)
                + "')) LIMIT 1");
    keep(other, foreign, 1, UNTIL);
    SectionDesk desk = Inside.bean(SectionDesk.class);
    assertThat(Inside.as(Scene.holding("DEP"), () -> desk.close(group, "too few")).isAllowed())
        .isTrue();

    assertThat(Scene.number(IN_SECTION, group)).isZero();
    assertThat(Scene.number(IN_SECTION, other))
        .as("one seat is free, the other kept for a programme")
        .isEqualTo(1);
    assertThat(statusOf(answers.get(2))).as("goes on waiting there").isEqualTo("WAITLISTED");
    assertThat(taken(group)).isZero();
    assertThat(waiting(group)).isZero();
    assertThat(waiting(other)).isEqualTo(1);
    assertThat(intact(group)).isTrue();
  }

  @Test
  @DisplayName("REG-4 REG-11 a closed stream's student keeps the group, and lands beside its hour")
  void closedStream() throws Exception {
    long offering = Scene.offering(1);
    long group = QueueScene.at(Scene.section(offering, "GROUP", 5), DayOfWeek.SATURDAY, 7);
    long stream = QueueScene.at(Scene.section(offering, "LECTURE", 5), DayOfWeek.SATURDAY, 8);
    PlanAnswer answer = wish(Scene.student(FIRST + 12), false, offering);
    assertThat(taken(stream)).isEqualTo(1);
    long meets = QueueScene.at(Scene.section(offering, "LECTURE", 30), DayOfWeek.SATURDAY, 7);
    long apart = QueueScene.at(Scene.section(offering, "LECTURE", 3), DayOfWeek.SATURDAY, 9);
    SectionDesk desk = Inside.bean(SectionDesk.class);
    assertThat(
            Inside.as(Scene.holding("DEP"), () -> desk.close(stream, "one is enough")).isAllowed())
        .isTrue();

    assertThat(statusOf(answer)).isEqualTo("ENROLLED");
    assertThat(taken(meets)).as("roomier, at the hour of the own group").isZero();
    assertThat(taken(apart)).isEqualTo(1);
    assertThat(taken(group)).isEqualTo(1);
    assertThat(
            Scene.number(
                "SELECT l.section_id FROM study_plan_line l JOIN enrolment e ON e.id ="
                    + " l.enrolment_id WHERE e.uuid = ?",
                answer.lines().get(0).enrolment().toString()))
        .as("the plan names the group, not the stream")
        .isEqualTo(group);
  }
}
