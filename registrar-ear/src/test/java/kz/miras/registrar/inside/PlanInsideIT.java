package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.office;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.submit;
import static kz.miras.registrar.inside.PlanScene.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whole plans in the container: sent again, and all or nothing. */
@InsideTest
class PlanInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PlanInsideIT.class, PlanScene.class);
  }

  @Test
  @DisplayName(
      "REG-32 a plan sent again with its key takes nothing again and gets the same answer; another"
          + " request with the key is refused")
  void aRepeatedRequestTakesNothing() throws Exception {
    long first = Scene.offering(2);
    long group = Scene.section(first, "GROUP", 5);
    long second = Scene.offering(3);
    Scene.section(second, "LECTURE", 5);
    Scene.section(second, "GROUP", 5);
    String student = Scene.student(19);
    String key = UUID.randomUUID().toString();

    PlanAnswer answer = submit(student, request(false, true, first, second), key);
    PlanAnswer again = submit(student, request(false, true, first, second), key);

    assertThat(answer.lines())
        .extracting(PlanAnswer.Line::status)
        .containsExactly(EnrolmentStatus.ENROLLED, EnrolmentStatus.ENROLLED);
    assertThat(answer.receipt()).matches("([0-9A-F]{4}-){4}[0-9A-F]{4}");
    assertThat(again.submission()).isEqualTo(answer.submission());
    assertThat(again.lines())
        .extracting(PlanAnswer.Line::enrolment)
        .isEqualTo(answer.lines().stream().map(PlanAnswer.Line::enrolment).toList());
    assertThat(taken(group)).isEqualTo(1);
    assertThat(acts(group, "TAKEN")).isEqualTo(1);
    assertThatThrownBy(() -> submit(student, request(true, true, first), key))
        .isInstanceOf(RegistrarException.Refused.class)
        .satisfies(
            e ->
                assertThat(((RegistrarException.Refused) e).refusals())
                    .extracting(Refusal::rule)
                    .containsExactly("REG-32"));
    assertThat(intact(group)).isTrue();
  }

  @Test
  @DisplayName("REG-30 all or nothing takes no seat where one of the lines has none")
  void allOrNothingTakesNothing() throws Exception {
    long free = Scene.offering(1);
    long freeGroup = Scene.section(free, "GROUP", 5);
    long full = Scene.offering(1);
    long fullGroup = Scene.section(full, "GROUP", 1);
    List<String> students = Scene.students(20, 3);
    submit(students.get(0), request(false, false, full), UUID.randomUUID().toString());

    PlanAnswer nothing =
        submit(students.get(1), request(true, true, free, full), UUID.randomUUID().toString());
    PlanAnswer something =
        submit(students.get(2), request(false, false, free, full), UUID.randomUUID().toString());

    assertThat(nothing.lines()).allMatch(line -> line.status() == null);
    assertThat(nothing.lines().get(0).verdict().refusals())
        .extracting(Refusal::rule)
        .containsExactly("REG-30");
    assertThat(something.lines())
        .extracting(PlanAnswer.Line::status)
        .containsExactly(EnrolmentStatus.ENROLLED, null);
    assertThat(something.lines().get(1).verdict().refusals())
        .extracting(Refusal::rule)
        .containsExactly("REG-3");
    assertThat(taken(freeGroup)).isEqualTo(1);
    assertThat(acts(freeGroup, "REFUSED")).isEqualTo(1);
    assertThat(acts(fullGroup, "REFUSED")).isEqualTo(2);
    assertThat(intact(fullGroup)).isTrue();
  }

  @Test
  @DisplayName(
      "REG-11 any group: the groups of a plan are chosen together, in check and submission")
  void groupsAreChosenTogether() throws Exception {
    long first = Scene.offering(2);
    long roomy = lesson(Scene.section(first, "GROUP", 9), 9);
    long small = lesson(Scene.section(first, "GROUP", 2), 10);
    long second = Scene.offering(2);
    long only = lesson(Scene.section(second, "GROUP", 5), 9);
    String student = Scene.student(23);
    PlanRequest wanted = request(true, false, first, second);
    PlanDesk desk = Inside.bean(PlanDesk.class);

    PlanAnswer checked = Inside.as(office(), () -> desk.check(student, wanted));
    PlanAnswer answer = submit(student, wanted, UUID.randomUUID().toString());

    for (PlanAnswer one : List.of(checked, answer)) {
      assertThat(one.lines())
          .extracting(PlanAnswer.Line::status)
          .containsExactly(EnrolmentStatus.ENROLLED, EnrolmentStatus.ENROLLED);
    }
    assertThat(taken(roomy)).as("it meets the only group of the other").isZero();
    assertThat(taken(small)).isEqualTo(1);
    assertThat(taken(only)).isEqualTo(1);
    assertThat(intact(small)).isTrue();
  }

  /** A lesson of every Monday that begins at this hour. */
  private static long lesson(long section, int hour) throws Exception {
    Scene.change(
        "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at) VALUES (?, ?,"
            + " 1, ?, ?)",
        Scene.next("registration_seq"),
        section,
        LocalTime.of(hour, 0),
        LocalTime.of(hour, 50));
    return section;
  }
}
