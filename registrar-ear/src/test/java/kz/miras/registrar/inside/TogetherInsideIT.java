package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.line;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationJobs;
import kz.miras.registrar.registration.service.StaffingDesk;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is wanted together: disciplines that need each other, and seats of one offering. */
@InsideTest
class TogetherInsideIT {

  private static final int FIRST = 84;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(TogetherInsideIT.class, PlanScene.class);
  }

  private static String student(int at) throws Exception {
    return Scene.student(FIRST + at);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static long offering(int seats) throws Exception {
    long offering = Scene.offering(1);
    Scene.section(offering, "GROUP", seats);
    return offering;
  }

  private static void together(long one, long other) throws Exception {
    Scene.change(
        "INSERT INTO corequisite (discipline_id, together_id) SELECT a.discipline_id,"
            + " b.discipline_id FROM offering a, offering b WHERE a.id = ? AND b.id = ?",
        one,
        other);
  }

  private static List<EnrolmentStatus> statuses(PlanAnswer answer) {
    return answer.lines().stream().map(PlanAnswer.Line::status).toList();
  }

  private static List<String> rules(PlanAnswer answer, int line) {
    return answer.lines().get(line).verdict().refusals().stream().map(Refusal::rule).toList();
  }

  @Test
  @DisplayName(
      "REG-17 the laboratory may stand before the lecture it needs, and each need the other")
  void inAnyOrder() throws Exception {
    long laboratory = offering(5);
    long physics = offering(5);
    together(laboratory, physics);
    assertThat(rules(submit(student(0), request(false, false, laboratory), key()), 0))
        .containsExactly("REG-17");

    assertThat(statuses(submit(student(0), request(false, false, laboratory, physics), key())))
        .containsExactly(EnrolmentStatus.ENROLLED, EnrolmentStatus.ENROLLED);
    assertThat(statuses(submit(student(1), request(false, false, physics, laboratory), key())))
        .containsExactly(EnrolmentStatus.ENROLLED, EnrolmentStatus.ENROLLED);

    together(physics, laboratory);
    assertThat(statuses(submit(student(2), request(true, false, laboratory, physics), key())))
        .containsExactly(EnrolmentStatus.ENROLLED, EnrolmentStatus.ENROLLED);
  }

  @Test
  @DisplayName("REG-17 where the lecture has no seat the laboratory is not taken without it")
  void notAlone() throws Exception {
    long laboratory = offering(5);
    long physics = offering(0);
    together(laboratory, physics);

    PlanAnswer answer = submit(student(3), request(false, false, laboratory, physics), key());

    assertThat(rules(answer, 0)).containsExactly("REG-17");
    assertThat(rules(answer, 1)).containsExactly("REG-3");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM enrolment WHERE offering_id IN (?, ?)", laboratory, physics))
        .isZero();
  }

  @Test
  @DisplayName("REG-17 where the lecture is left the laboratory is laid before the office")
  void leftLater() throws Exception {
    long laboratory = offering(5);
    long physics = offering(5);
    together(laboratory, physics);
    PlanAnswer both = submit(student(6), request(false, false, laboratory, physics), key());
    long alone =
        Scene.number(
            "SELECT id FROM enrolment WHERE uuid = ?", both.lines().get(0).enrolment().toString());

    PlanScene.leave(both.lines().get(1).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);
    settle(alone);
    settle(alone);

    assertThat(statusOf(both)).isEqualTo("ENROLLED");
    String asked =
        "SELECT COUNT(*) FROM registration_request WHERE enrolment_id = ? AND rule = 'REG-17' AND"
            + " status = ?";
    assertThat(Scene.number(asked, alone, "REQUESTED")).isOne();

    submit(student(6), request(false, false, physics), key());
    settle(alone);

    assertThat(Scene.number(asked, alone, "REQUESTED")).isZero();
    assertThat(Scene.number(asked, alone, "CANCELLED")).isOne();
  }

  private static void settle(long enrolment) throws Exception {
    RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
    Inside.as(
        Scene.holding("SYSTEM"),
        () -> {
          jobs.settle(enrolment);
          return null;
        });
  }

  private static PlanRequest to(long offering, long group, PlanAnswer from) throws Exception {
    PlanRequest.Line any = line(offering);
    return new PlanRequest(
        request(false, true, offering).term(),
        List.of(
            new PlanRequest.Line(
                any.offering(),
                null,
                Scene.text("SELECT code FROM section WHERE id = ?", group),
                any.type(),
                null,
                from == null ? null : from.lines().get(0).enrolment())),
        false,
        true);
  }

  @Test
  @DisplayName("REG-33 who changes the group alone keeps the seat in the full stream, also in turn")
  void theSeatInTheStreamPassesOn() throws Exception {
    long offering = Scene.offering(1);
    long stream = Scene.section(offering, "LECTURE", 2);
    long one = Scene.section(offering, "GROUP", 2);
    long two = Scene.section(offering, "GROUP", 1);
    PlanAnswer first = submit(student(4), to(offering, one, null), key());
    PlanAnswer second = submit(student(5), to(offering, one, null), key());
    assertThat(statuses(second)).containsExactly(EnrolmentStatus.ENROLLED);

    PlanAnswer moved = submit(student(4), to(offering, two, first), key());

    assertThat(statuses(moved)).containsExactly(EnrolmentStatus.ENROLLED);
    assertThat(statusOf(first)).isEqualTo("DROPPED");
    assertThat(List.of(taken(stream), taken(one), taken(two))).containsExactly(2L, 1L, 1L);

    PlanAnswer waits = submit(student(5), to(offering, two, second), key());
    assertThat(statuses(waits)).containsExactly(EnrolmentStatus.WAITLISTED);
    assertThat(statusOf(second)).isEqualTo("ENROLLED");
    StaffingDesk staffing = Inside.bean(StaffingDesk.class);
    Inside.as(Scene.holding("SEN"), () -> staffing.resize(two, 2));

    assertThat(statusOf(waits)).isEqualTo("ENROLLED");
    assertThat(statusOf(second)).isEqualTo("DROPPED");
    assertThat(List.of(taken(stream), taken(one), taken(two))).containsExactly(2L, 0L, 2L);
    for (long section : List.of(stream, one, two)) {
      assertThat(waiting(section)).isZero();
      assertThat(intact(section)).isTrue();
      assertThat(
              Scene.number(
                  "SELECT COUNT(*) FROM enrolment_place p JOIN enrolment e ON e.id ="
                      + " p.enrolment_id WHERE p.section_id = ? AND e.status = 'ENROLLED'",
                  section))
          .isEqualTo(taken(section));
    }
  }
}
