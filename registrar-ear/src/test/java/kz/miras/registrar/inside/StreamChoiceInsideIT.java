package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.line;
import static kz.miras.registrar.inside.PlanScene.office;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static kz.miras.registrar.inside.QueueScene.at;
import static kz.miras.registrar.inside.QueueScene.code;
import static kz.miras.registrar.inside.QueueScene.fair;
import static kz.miras.registrar.inside.QueueScene.gone;
import static kz.miras.registrar.inside.QueueScene.resize;
import static kz.miras.registrar.inside.QueueScene.students;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Of an offering with several streams a student chooses the stream and the group. */
@InsideTest
class StreamChoiceInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(StreamChoiceInsideIT.class, PlanScene.class, QueueScene.class);
  }

  private static PlanRequest wanted(
      long offering, Long group, Long stream, boolean mayWait, PlanAnswer instead)
      throws Exception {
    PlanRequest.Line any = line(offering);
    UUID old = instead == null ? null : instead.lines().get(0).enrolment();
    return new PlanRequest(
        request(false, mayWait, offering).term(),
        List.of(
            new PlanRequest.Line(
                any.offering(),
                null,
                group == null ? null : code(group),
                stream == null ? null : code(stream),
                any.type(),
                null,
                old)),
        false,
        mayWait);
  }

  private static PlanAnswer wants(
      String student, long offering, Long group, Long stream, boolean mayWait) throws Exception {
    return submit(
        student, wanted(offering, group, stream, mayWait, null), UUID.randomUUID().toString());
  }

  private static PlanAnswer swaps(
      String student, long offering, Long group, Long stream, PlanAnswer old) throws Exception {
    return submit(
        student, wanted(offering, group, stream, true, old), UUID.randomUUID().toString());
  }

  private static PlanAnswer check(String student, PlanRequest request) throws Exception {
    PlanDesk desk = Inside.bean(PlanDesk.class);
    return Inside.as(office(), () -> desk.check(student, request));
  }

  private static List<String> places(PlanAnswer answer) {
    return answer.lines().get(0).sections();
  }

  private static List<String> rules(PlanAnswer answer) {
    return answer.lines().get(0).verdict().refusals().stream().map(Refusal::rule).toList();
  }

  private static String planned(PlanAnswer answer, String column) throws Exception {
    return Scene.text(
        "SELECT (SELECT x.code FROM section x WHERE x.id = l."
            + column
            + ") FROM study_plan_line l JOIN enrolment e ON e.id = l.enrolment_id WHERE e.uuid = ?",
        answer.lines().get(0).enrolment().toString());
  }

  @Test
  @DisplayName(
      "REG-3 stream and group that were chosen are both taken and stand in plan, answer and logs; where"
          + " one is full neither is")
  void bothOrNone() throws Exception {
    long offering = Scene.offering(1);
    long roomy = Scene.section(offering, "LECTURE", 50);
    long small = Scene.section(offering, "LECTURE", 1);
    long group = Scene.section(offering, "GROUP", 5);
    List<String> students = students(6, 3);

    PlanAnswer first = wants(students.get(0), offering, group, small, false);

    assertThat(places(first)).containsExactly(code(small), code(group));
    assertThat(taken(small)).isOne();
    assertThat(taken(group)).isOne();
    assertThat(taken(roomy)).isZero();
    assertThat(acts(small, "TAKEN")).as("the log of the stream").isOne();
    assertThat(planned(first, "stream_id")).isEqualTo(code(small));
    assertThat(planned(first, "section_id")).isEqualTo(code(group));

    PlanAnswer second = wants(students.get(1), offering, group, small, false);
    assertThat(rules(second)).containsExactly("REG-3");
    assertThat(second.lines().get(0).verdict().refusals().get(0).args()).contains(code(small));
    assertThat(taken(group)).as("no seat in the group alone").isOne();
    assertThat(taken(roomy)).as("no other stream than was chosen").isZero();

    PlanAnswer anyStream = wants(students.get(1), offering, group, null, false);
    assertThat(places(anyStream)).containsExactly(code(roomy), code(group));
    PlanAnswer anyGroup = wants(students.get(2), offering, null, roomy, false);
    assertThat(places(anyGroup)).containsExactly(code(roomy), code(group));

    PlanRequest.Line any = line(offering);
    PlanRequest wrong =
        new PlanRequest(
            request(false, true, offering).term(),
            List.of(
                new PlanRequest.Line(
                    any.offering(), null, null, code(group), any.type(), null, null)),
            false,
            true);
    assertThatThrownBy(() -> check(students.get(2), wrong))
        .as("a group is no stream")
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .extracting(Refusal::field)
                    .containsExactly("lines[0].stream"));
    fair(roomy, small, group);
  }

  @Test
  @DisplayName(
      "REG-33 who named a stream waits for that one, takes no seat meanwhile, and gets both when it has"
          + " one, whatever other stream has seats")
  void waitsForTheStream() throws Exception {
    long offering = Scene.offering(1);
    long other = Scene.section(offering, "LECTURE", 1);
    long wanted = Scene.section(offering, "LECTURE", 1);
    long group = Scene.section(offering, "GROUP", 5);
    long second = Scene.section(offering, "GROUP", 5);
    List<String> students = students(6, 3);
    PlanAnswer there = wants(students.get(0), offering, group, wanted, false);

    PlanAnswer waits = wants(students.get(1), offering, null, wanted, true);

    assertThat(statusOf(waits)).isEqualTo("WAITLISTED");
    assertThat(waiting(wanted)).isOne();
    assertThat(QueueScene.line(students.get(1), offering))
        .satisfies(
            line -> {
              assertThat(line.stream()).isEqualTo(code(wanted));
              assertThat(line.streamPlace()).isOne();
            });
    assertThat(waiting(other)).isZero();
    assertThat(taken(group) + taken(second)).as("nothing is held meanwhile").isOne();
    resize(other, 9);
    assertThat(statusOf(waits)).as("that is not the stream").isEqualTo("WAITLISTED");
    PlanAnswer later = wants(students.get(2), offering, group, null, true);
    assertThat(places(later)).containsExactly(code(other), code(group));

    gone(there);

    assertThat(statusOf(waits)).isEqualTo("ENROLLED");
    assertThat(taken(wanted)).isOne();
    assertThat(planned(waits, "stream_id")).isEqualTo(code(wanted));
    fair(other, wanted, group, second);
  }

  @Test
  @DisplayName(
      "REG-5 REG-33 another stream with the same group: the old seat is kept until the new one is held,"
          + " and the seat in the group passes on")
  void anotherStream() throws Exception {
    long offering = Scene.offering(1);
    long mine = Scene.section(offering, "LECTURE", 5);
    long wanted = Scene.section(offering, "LECTURE", 1);
    long group = Scene.section(offering, "GROUP", 2);
    List<String> students = students(6, 2);
    PlanAnswer there = wants(students.get(0), offering, group, wanted, false);
    PlanAnswer own = wants(students.get(1), offering, group, mine, false);

    PlanAnswer swap = swaps(students.get(1), offering, group, wanted, own);

    assertThat(statusOf(swap)).isEqualTo("WAITLISTED");
    assertThat(statusOf(own)).as("kept meanwhile").isEqualTo("ENROLLED");
    assertThat(planned(own, "stream_id")).isEqualTo(code(mine));
    gone(there);
    assertThat(statusOf(swap)).isEqualTo("ENROLLED");
    assertThat(statusOf(own)).isEqualTo("DROPPED");
    assertThat(taken(wanted)).isOne();
    assertThat(taken(mine)).isZero();
    assertThat(taken(group)).isOne();
    assertThat(planned(swap, "stream_id")).isEqualTo(code(wanted));

    PlanAnswer back = swaps(students.get(1), offering, group, mine, swap);
    assertThat(statusOf(back)).as("at once where there is a seat").isEqualTo("ENROLLED");
    assertThat(statusOf(swap)).isEqualTo("DROPPED");
    assertThat(taken(wanted)).isZero();
    fair(mine, wanted, group);
  }

  @Test
  @DisplayName(
      "REG-11 what is chosen is held against the lessons of stream and group; where both are left open"
          + " the pair is taken that meets nothing")
  void lessonsOfBoth() throws Exception {
    long beside = Scene.offering(1);
    long busy = at(Scene.section(beside, "GROUP", 5), DayOfWeek.SATURDAY, 13);
    long offering = Scene.offering(1);
    long meets = at(Scene.section(offering, "LECTURE", 90), DayOfWeek.SATURDAY, 13);
    long apart = at(Scene.section(offering, "LECTURE", 9), DayOfWeek.SATURDAY, 14);
    long early = at(Scene.section(offering, "GROUP", 90), DayOfWeek.SATURDAY, 14);
    long late = at(Scene.section(offering, "GROUP", 9), DayOfWeek.SATURDAY, 15);
    String student = students(9, 1).get(0);
    wants(student, beside, busy, null, false);

    assertThat(rules(check(student, wanted(offering, late, meets, true, null))))
        .as("the lecture meets another discipline")
        .containsExactly("REG-11");
    assertThat(rules(check(student, wanted(offering, early, apart, true, null))))
        .as("the lecture meets the group")
        .containsExactly("REG-11");
    assertThat(places(check(student, wanted(offering, null, apart, true, null))))
        .containsExactly(code(apart), code(late));

    PlanAnswer any = wants(student, offering, null, null, true);

    assertThat(statusOf(any)).isEqualTo("ENROLLED");
    assertThat(places(any)).containsExactly(code(apart), code(late));
    fair(meets, apart, early, late);
  }

  @Test
  @DisplayName(
      "REG-4 REG-33 a stream that is merged into another takes plan and queue along; a draft keeps the"
          + " stream that was chosen")
  void merged() throws Exception {
    long offering = Scene.offering(1);
    long from = Scene.section(offering, "LECTURE", 1);
    long into = Scene.section(offering, "LECTURE", 2);
    long group = Scene.section(offering, "GROUP", 5);
    List<String> students = students(6, 3);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    PlanRequest draft = wanted(offering, null, into, true, null);
    Inside.as(office(), () -> counter.choose(students.get(2), draft));
    assertThat(
            Scene.text(
                "SELECT x.code FROM study_plan_line l JOIN section x ON x.id = l.stream_id WHERE"
                    + " l.offering_id = ? AND l.status = 'CHOSEN'",
                offering))
        .isEqualTo(code(into));
    PlanAnswer seated = wants(students.get(0), offering, group, from, false);
    PlanAnswer waits = wants(students.get(1), offering, group, from, true);
    assertThat(statusOf(waits)).isEqualTo("WAITLISTED");

    String senior = Scene.holding("SEN");
    assertThat(Inside.as(senior, () -> counter.mergeSection(from, into, "small")).refusals())
        .isEmpty();

    assertThat(planned(seated, "stream_id")).isEqualTo(code(into));
    assertThat(statusOf(waits)).as("there is a seat in the other").isEqualTo("ENROLLED");
    assertThat(planned(waits, "stream_id")).isEqualTo(code(into));
    assertThat(planned(waits, "section_id")).isEqualTo(code(group));
    assertThat(taken(into)).isEqualTo(2);
    fair(from, into, group);
  }
}
