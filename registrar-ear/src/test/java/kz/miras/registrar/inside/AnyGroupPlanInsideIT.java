package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.Advisee.enrolment;
import static kz.miras.registrar.inside.Advisee.line;
import static kz.miras.registrar.inside.Advisee.plan;
import static kz.miras.registrar.inside.PlanScene.seen;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.PlanScene.waiting;
import static kz.miras.registrar.inside.QueueScene.any;
import static kz.miras.registrar.inside.QueueScene.at;
import static kz.miras.registrar.inside.QueueScene.code;
import static kz.miras.registrar.inside.QueueScene.fair;
import static kz.miras.registrar.inside.QueueScene.gone;
import static kz.miras.registrar.inside.QueueScene.students;
import static kz.miras.registrar.inside.QueueScene.swaps;
import static kz.miras.registrar.inside.QueueScene.wants;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanApprovalDesk;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.RequestQueries;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a plan and its decisions make of waiting for any group. */
@InsideTest
class AnyGroupPlanInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        AnyGroupPlanInsideIT.class, PlanScene.class, QueueScene.class, Advisee.class);
  }

  @Test
  @DisplayName(
      "REG-11 REG-33 of the groups any of which will do only the planned one is held against the"
          + " other lines: adviser, office and a decision find nothing against the plan")
  void onlyThePlannedGroup() throws Exception {
    Advisee who = Advisee.of("BACHELOR", 10);
    long beside = Scene.offering(1);
    at(Scene.section(beside, "GROUP", 5), DayOfWeek.TUESDAY, 10);
    long offering = Scene.offering(1);
    long one = at(Scene.section(offering, "GROUP", 1), DayOfWeek.TUESDAY, 9);
    long two = at(Scene.section(offering, "GROUP", 1), DayOfWeek.TUESDAY, 10);
    List<String> students = students(0, 2);
    wants(students.get(0), offering, one, false);
    wants(students.get(1), offering, two, false);
    PlanAnswer anywhere = who.submitted(offering);
    assertThat(statusOf(anywhere)).isEqualTo("WAITLISTED");
    assertThat(waiting(two)).as("in both queues").isOne();
    PlanAnswer other = who.submitted(beside);
    UUID plan = plan(anywhere);
    PlanApprovalDesk desk = Inside.bean(PlanApprovalDesk.class);
    String adviser = who.adviserLogin();

    PlanApprovalDesk.Findings findings = Inside.as(adviser, () -> desk.findings(plan));
    assertThat(findings.whole().refusals()).isEmpty();
    assertThat(findings.line(line(anywhere, 0)).refusals()).isEmpty();
    assertThat(findings.line(line(other, 0)).refusals()).isEmpty();

    Map<Long, String> remark = Map.of(line(anywhere, 0), "say why");
    Inside.as(adviser, () -> desk.giveBack(seen(plan), remark));
    long returned = line(anywhere, 0);
    PlanDesk plans = Inside.bean(PlanDesk.class);
    assertThat(
            Inside.as(PlanScene.office(), () -> plans.again(who.number(), "FAR", returned))
                .refusals())
        .isEmpty();

    String request = UUID.randomUUID().toString();
    Scene.change(
        "INSERT INTO registration_request (id, uuid, kind, student_id, term_id, offering_id,"
            + " enrolment_id, enrolment_type, rule, reason, status, requested_by, requested_at)"
            + " SELECT ?, ?, 'WAIVER', e.student_id, o.term_id, o.id, e.id, e.type, 'REG-2', 'why',"
            + " 'REQUESTED', 'registration', UTC_TIMESTAMP(6) FROM enrolment e JOIN offering o ON"
            + " o.id = e.offering_id WHERE e.id = ?",
        Scene.next("registration_seq"),
        request,
        enrolment(anywhere, 0));
    RequestQueries requests = Inside.bean(RequestQueries.class);
    assertThat(Inside.as(Scene.holding("DIR"), () -> requests.request(request)).now().refusals())
        .extracting(Refusal::rule)
        .doesNotContain("REG-11");

    Advisee.Prescribed prescribed = who.prescribed();
    try {
      assertThat(Inside.as(adviser, () -> desk.approveAll(List.of(seen(plan)))))
          .allSatisfy(done -> assertThat(done.verdict().refusals()).isEmpty());
      assertThat(Inside.as(PlanScene.office(), () -> desk.confirmAll(List.of(seen(plan)))))
          .allSatisfy(done -> assertThat(done.verdict().refusals()).isEmpty());
    } finally {
      prescribed.close();
    }
  }

  @Test
  @DisplayName(
      "REG-33 a submission that moves its own student up elsewhere leaves the plan with the group"
          + " the seat is in")
  void movedUpByTheOwnSubmission() throws Exception {
    long offering = Scene.offering(1);
    long one = Scene.section(offering, "GROUP", 1);
    long two = Scene.section(offering, "GROUP", 1);
    long given = Scene.offering(1);
    long seat = Scene.section(given, "GROUP", 1);
    long wanted = Scene.offering(1);
    long free = Scene.section(wanted, "GROUP", 5);
    List<String> students = students(2, 3);
    String who = students.get(0);
    String between = students.get(1);
    wants(students.get(2), offering, one, false);
    PlanAnswer inTwo = wants(between, offering, two, false);
    PlanAnswer own = wants(who, given, seat, false);
    PlanAnswer anywhere = any(who, offering);
    assertThat(QueueScene.line(who, offering).group()).isEqualTo(code(one));
    PlanAnswer up = swaps(between, given, seat, inTwo);
    assertThat(statusOf(up)).isEqualTo("WAITLISTED");

    PlanAnswer swap = swaps(who, wanted, free, own);

    assertThat(statusOf(swap)).isEqualTo("ENROLLED");
    assertThat(statusOf(up)).isEqualTo("ENROLLED");
    assertThat(statusOf(anywhere)).as("the seat the other gave up for it").isEqualTo("ENROLLED");
    assertThat(QueueScene.line(who, offering).sections()).isEqualTo(code(two));
    assertThat(QueueScene.line(who, offering).group()).isEqualTo(code(two));
    assertThat(QueueScene.line(who, wanted).group()).isEqualTo(code(free));
    assertThat(QueueScene.line(between, given).group()).isEqualTo(code(seat));
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE"
                    + " s.student_no = ? AND n.code = 'registration.notice.promoted-group' AND n.args"
                    + " LIKE ?",
                who,
                "%" + code(two) + "%"))
        .isOne();
    fair(one, two, seat, free);
  }

  @Test
  @DisplayName(
      "REG-33 nor does who changes groups pass somebody whose lessons do not overlap any more")
  void aSwapPassesNobody() throws Exception {
    long beside = Scene.offering(1);
    at(Scene.section(beside, "GROUP", 5), DayOfWeek.WEDNESDAY, 10);
    long offering = Scene.offering(1);
    long one = at(Scene.section(offering, "GROUP", 1), DayOfWeek.WEDNESDAY, 9);
    long two = at(Scene.section(offering, "GROUP", 1), DayOfWeek.WEDNESDAY, 10);
    List<String> students = students(5, 3);
    PlanAnswer inOne = wants(students.get(0), offering, one, false);
    PlanAnswer inTwo = wants(students.get(1), offering, two, false);
    PlanAnswer other = any(students.get(2), beside);
    PlanAnswer anywhere = any(students.get(2), offering);
    gone(inTwo);
    assertThat(taken(two)).as("its lessons overlap").isZero();
    gone(other);

    PlanAnswer swap = swaps(students.get(0), offering, two, inOne);

    assertThat(statusOf(anywhere)).isEqualTo("ENROLLED");
    assertThat(statusOf(swap)).isEqualTo("WAITLISTED");
    assertThat(statusOf(inOne)).isEqualTo("ENROLLED");
    fair(one, two);
  }
}
