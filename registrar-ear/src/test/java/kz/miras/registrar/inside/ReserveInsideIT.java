package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.OtherDisciplines;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.RegistrationJobs;
import kz.miras.registrar.registration.service.ReserveDesk;
import kz.miras.registrar.registration.service.StaffingDesk;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Seats kept for a programme in the container: who gets them, and when anybody does. */
@InsideTest
class ReserveInsideIT {

  private static final int FIRST = 100;
  private static final LocalDate UNTIL = LocalDate.of(2090, 10, 1);

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ReserveInsideIT.class, PlanScene.class);
  }

  private static String programme(String student) throws Exception {
    return Scene.text(
        "SELECT p.code FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.student_no"
            + " = ?",
        student);
  }

  /** A student of another programme than these. */
  private static String stranger(String code, int at) throws Exception {
    return Scene.text(
        "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
            + " s.status = 'STUDYING' AND p.level = 'BACHELOR' AND p.code <> ? AND NOT EXISTS"
            + " (SELECT 1 FROM student_hold h WHERE h.student_id = s.id AND h.removed_at IS NULL)"
            + " ORDER BY s.id DESC LIMIT 1 OFFSET "
            + at,
        code);
  }

  private static PlanAnswer wish(String student, boolean mayWait, long offering) throws Exception {
    return submit(student, request(false, mayWait, offering), UUID.randomUUID().toString());
  }

  private static EnrolmentStatus status(PlanAnswer answer) {
    return answer.lines().get(0).status();
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

  private static long seats(String what, long section) throws Exception {
    return Scene.number("SELECT SUM(" + what + ") FROM section_seat WHERE section_id = ?", section);
  }

  /** Free seats of the only group of an offering, as the page of a student's plan shows them. */
  private static int free(String student, long offering) throws Exception {
    String code = Scene.text("SELECT code FROM offering WHERE id = ?", offering);
    OtherDisciplines others = Inside.bean(OtherDisciplines.class);
    return Inside.as(PlanScene.office(), () -> others.find(student, "FAR", code)).stream()
        .flatMap(one -> one.candidate().offerings().stream())
        .flatMap(one -> one.sections().stream())
        .mapToInt(part -> part.capacity() - part.taken())
        .sum();
  }

  @Test
  @DisplayName("REG-31 kept seats are the programme's until their day, and anybody's from it on")
  void keptUntilTheirDay() throws Exception {
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 3);
    String one = Scene.student(FIRST);
    String own = programme(one);
    assertThat(codes(keep(group, own, 4, UNTIL))).containsExactly("registration.reserve.seats");
    assertThat(codes(keep(group, own, 2, LocalDate.of(2091, 1, 1))))
        .containsExactly("registration.reserve.day");
    assertThat(codes(keep(group, "", 2, UNTIL))).containsExactly("registration.reserve.whose");
    assertThat(keep(group, own, 2, UNTIL)).isEqualTo(Verdict.allowed());
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'section.reserve' AND entity_id ="
                    + " ?",
                String.valueOf(group)))
        .isEqualTo(1);

    assertThat(free(one, offering)).as("the kept ones are for the own programme").isEqualTo(3);
    assertThat(free(stranger(own, 1), offering)).as("and for nobody else").isOne();
    assertThat(status(wish(stranger(own, 0), false, offering))).isEqualTo(EnrolmentStatus.ENROLLED);
    assertThat(free(stranger(own, 1), offering)).isZero();
    assertThat(status(wish(stranger(own, 1), false, offering)))
        .as("refused while two seats are kept for others")
        .isNull();
    PlanAnswer waits = wish(stranger(own, 2), true, offering);
    assertThat(status(waits)).isEqualTo(EnrolmentStatus.WAITLISTED);
    assertThat(status(wish(one, false, offering)))
        .as("a kept seat, past the queue of the others")
        .isEqualTo(EnrolmentStatus.ENROLLED);
    assertThat(codes(keep(group, own, 3, UNTIL))).containsExactly("registration.reserve.seats");
    StaffingDesk staffing = Inside.bean(StaffingDesk.class);
    assertThat(codes(Inside.as(Scene.holding("SPE"), () -> staffing.resize(group, 2))))
        .containsExactly("registration.seats.kept");

    RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
    Inside.as(Scene.holding("SYSTEM"), jobs::release);
    assertThat(statusOf(waits)).as("its day has not come").isEqualTo("WAITLISTED");
    Scene.change(
        "UPDATE section_reserve SET release_on = '2020-01-01' WHERE section_id = ?", group);
    Inside.as(Scene.holding("SYSTEM"), jobs::release);

    assertThat(statusOf(waits)).as("who waits is first").isEqualTo("ENROLLED");
    assertThat(taken(group)).isEqualTo(3);
    assertThat(seats("capacity", group)).isEqualTo(3);
    assertThat(waiting(group)).isZero();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM enrolment_place WHERE section_id = ? AND pool <> 'ALL'",
                group))
        .isZero();
    assertThat(acts(group, "RESERVED")).isEqualTo(1);
    assertThat(acts(group, "RELEASED")).isEqualTo(1);
    assertThat(intact(group)).isTrue();
  }

  @Test
  @DisplayName("REG-31 a reserve is changed, given to everybody by hand, and made again")
  void changedAndGivenUp() throws Exception {
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 4);
    String one = Scene.student(FIRST + 1);
    String own = programme(one);
    keep(group, own, 3, UNTIL);
    assertThat(status(wish(one, false, offering))).isEqualTo(EnrolmentStatus.ENROLLED);
    assertThat(status(wish(stranger(own, 3), false, offering))).isEqualTo(EnrolmentStatus.ENROLLED);
    PlanAnswer first = wish(stranger(own, 4), true, offering);
    PlanAnswer second = wish(stranger(own, 5), true, offering);
    assertThat(codes(keep(group, own, 0, UNTIL))).containsExactly("registration.reserve.seats");

    assertThat(keep(group, own, 2, UNTIL.plusDays(1)).isAllowed()).isTrue();
    assertThat(statusOf(first)).isEqualTo("ENROLLED");
    assertThat(statusOf(second)).isEqualTo("WAITLISTED");
    ReserveDesk desk = Inside.bean(ReserveDesk.class);
    String office = Scene.holding("SPE");
    assertThat(Inside.as(office, () -> desk.of(group)))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.programme()).isEqualTo(own);
              assertThat(kept.seats()).isEqualTo(2);
              assertThat(kept.taken()).isEqualTo(1);
              assertThat(kept.releaseOn()).isEqualTo(UNTIL.plusDays(1));
            });
    Inside.as(
        office,
        () -> {
          desk.release(group, desk.of(group).get(0).pool());
          return null;
        });
    assertThat(statusOf(second)).isEqualTo("ENROLLED");
    assertThat(Inside.as(office, () -> desk.of(group))).isEmpty();
    assertThat(taken(group)).isEqualTo(4);

    StaffingDesk staffing = Inside.bean(StaffingDesk.class);
    assertThat(Inside.as(office, () -> staffing.resize(group, 5)).isAllowed()).isTrue();
    assertThat(keep(group, own, 1, UNTIL).isAllowed()).isTrue();
    assertThat(status(wish(stranger(own, 6), false, offering))).isNull();
    assertThat(intact(group)).isTrue();
  }
}
