package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.Advisee.line;
import static kz.miras.registrar.inside.Advisee.offering;
import static kz.miras.registrar.inside.Advisee.plan;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.seen;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanApprovalDesk;
import kz.miras.registrar.registration.service.PlanApprovalDesk.Decided;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What adviser and office see of a plan whose lines are swapped, moved, added and dropped. */
@InsideTest
class PlanAmendedInsideIT {

  private static final String STATUS = "SELECT status FROM study_plan_line WHERE id = ?";
  private static final String ESCALATED =
      "SELECT COUNT(*) FROM study_plan WHERE uuid = ? AND escalated_at IS NOT NULL AND submitted_at"
          + " = '2001-02-01'";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PlanAmendedInsideIT.class, PlanScene.class, Advisee.class);
  }

  private static PlanApprovalDesk desk() {
    return Inside.bean(PlanApprovalDesk.class);
  }

  /** An offering of so many credits with one group on Monday morning. */
  private static long monday(int credits, int seats) throws SQLException {
    long offering = Scene.offering(credits);
    Scene.change(
        "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at) VALUES (?, ?, 1,"
            + " '09:00', '10:50')",
        Scene.next("registration_seq"),
        Scene.section(offering, "GROUP", seats));
    return offering;
  }

  private static PlanAnswer submit(Advisee who, PlanRequest request) throws Exception {
    return PlanScene.submit(who.number(), request, UUID.randomUUID().toString());
  }

  /** A seat of an offering, in a group or any, instead of the first line of an answer. */
  private static PlanAnswer instead(Advisee who, long offering, Long group, PlanAnswer of)
      throws Exception {
    PlanRequest.Line any = PlanScene.line(offering);
    PlanRequest.Line line =
        new PlanRequest.Line(
            any.offering(),
            null,
            group == null ? null : Scene.text("SELECT code FROM section WHERE id = ?", group),
            any.type(),
            null,
            of.lines().get(0).enrolment());
    return submit(
        who, new PlanRequest(request(false, true, offering).term(), List.of(line), false, true));
  }

  /** A discipline that is chosen in the plan and not submitted. */
  private static void draft(UUID plan, int credits) throws SQLException {
    Scene.change(
        "INSERT INTO study_plan_line (id, plan_id, term_id, discipline_id, type, language, status)"
            + " SELECT ?, p.id, o.term_id, o.discipline_id, 'MAIN', 'ru', 'CHOSEN' FROM study_plan p"
            + " JOIN offering o ON o.id = ? WHERE p.uuid = ?",
        Scene.next("registration_seq"),
        Scene.offering(credits),
        plan.toString());
  }

  private static void become(long line, String status) throws SQLException {
    Scene.change("UPDATE study_plan_line SET status = ? WHERE id = ?", status, line);
  }

  @Test
  @DisplayName(
      "IUP-7 REG-8 REG-11 a seat waited for instead of another one is not counted beside it, nor a"
          + " draft: the plan passes with many at once, and the line can be submitted again")
  void waitingSwapAndDraft() throws Exception {
    Advisee who = Advisee.of("BACHELOR", 20);
    long mine = monday(20, 1);
    long wanted = monday(20, 1);
    Advisee.of("BACHELOR", 21).submitted(wanted);
    PlanAnswer seat = who.submitted(mine);
    PlanAnswer waits = instead(who, wanted, null, seat);
    assertThat(waits.lines().get(0).status()).isEqualTo(EnrolmentStatus.WAITLISTED);
    UUID plan = plan(seat);
    draft(plan, 20);
    String adviser = who.adviserLogin();

    long line = line(waits, 0);
    Map<Long, String> remark = Map.of(line, "why this one?");
    assertThat(Inside.as(adviser, () -> desk().giveBack(seen(plan), remark)).refusals()).isEmpty();
    PlanDesk plans = Inside.bean(PlanDesk.class);
    assertThat(
            Inside.as(PlanScene.office(), () -> plans.again(who.number(), "FAR", line)).refusals())
        .isEmpty();

    Advisee.Prescribed prescribed = who.prescribed();
    try {
      List<Decided> approved = Inside.as(adviser, () -> desk().approveAll(List.of(seen(plan))));
      assertThat(approved.get(0).verdict().refusals()).isEmpty();
      List<Decided> confirmed =
          Inside.as(PlanScene.office(), () -> desk().confirmAll(List.of(seen(plan))));
      assertThat(confirmed.get(0).verdict().refusals()).isEmpty();
    } finally {
      prescribed.close();
    }
    for (PlanAnswer answer : List.of(seat, waits)) {
      assertThat(Scene.text(STATUS, line(answer, 0))).isEqualTo("REGISTERED");
    }
  }

  @Test
  @DisplayName(
      "IUP-1 what was approved before there were groups stands in its first one; another group goes"
          + " to the adviser, by a queue too; of what is dropped the adviser is told")
  void anotherGroupIsDecidedAnew() throws Exception {
    Advisee who = Advisee.of("BACHELOR", 22);
    long offering = Scene.offering(1);
    PlanRequest.Line chosen =
        new PlanRequest.Line(
            null,
            Scene.text("SELECT code FROM offering WHERE id = ?", offering),
            null,
            PlanScene.line(offering).type(),
            null,
            null);
    submit(who, new PlanRequest("FAR", List.of(chosen), false, false));
    long line =
        Scene.number(
            "SELECT l.id FROM study_plan_line l JOIN study_plan p ON p.id = l.plan_id JOIN offering"
                + " o ON o.discipline_id = l.discipline_id WHERE p.student_id = ? AND o.id = ?",
            who.student(),
            offering);
    become(line, "REGISTERED");
    long first = Scene.section(offering, "GROUP", 1);

    PlanAnswer seat = who.submitted(offering);
    assertThat(line(seat, 0)).isEqualTo(line);
    assertThat(Scene.text(STATUS, line)).as("its first group").isEqualTo("REGISTERED");

    long second = Scene.section(offering, "GROUP", 1);
    PlanAnswer moved = instead(who, offering, second, seat);
    assertThat(Scene.text(STATUS, line)).as("another group").isEqualTo("SUBMITTED");

    become(line, "REGISTERED");
    Advisee other = Advisee.of("BACHELOR", 23);
    PlanAnswer full = other.submitted(offering);
    PlanAnswer waits = instead(who, offering, first, moved);
    assertThat(Scene.text(STATUS, line)).as("nothing has moved").isEqualTo("REGISTERED");
    PlanScene.leave(full.lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);
    assertThat(statusOf(waits)).isEqualTo("ENROLLED");
    assertThat(Scene.text(STATUS, line)).as("moved by its turn").isEqualTo("SUBMITTED");

    become(line, "APPROVED");
    PlanScene.leave(waits.lines().get(0).enrolment(), EnrolmentStatus.DROPPED);
    assertThat(Scene.text(STATUS, line)).isEqualTo("REMOVED");
    assertThat(
            Scene.text(
                "SELECT args FROM notice WHERE teacher_id = ? AND code ="
                    + " 'registration.notice.line-left' ORDER BY id DESC LIMIT 1",
                who.adviser()))
        .contains(who.number(), chosen.discipline());
  }

  @Test
  @DisplayName(
      "IUP-8 a late adviser stays late whatever the student adds; what comes once all is approved"
          + " has days of its own")
  void lateWhateverIsAdded() throws Exception {
    Advisee who = Advisee.of("BACHELOR", 24);
    UUID plan = plan(who.submitted(offering(1)));
    Scene.change(
        "UPDATE study_plan SET submitted_at = '2001-02-01', escalated_at = '2001-02-05' WHERE uuid ="
            + " ?",
        plan.toString());

    who.submitted(offering(1));
    assertThat(Scene.number(ESCALATED, plan.toString())).isOne();

    Inside.as(who.adviserLogin(), () -> desk().approve(seen(plan), Set.of()));
    who.submitted(offering(1));
    assertThat(Scene.number(ESCALATED, plan.toString())).isZero();
  }

  @Test
  @DisplayName(
      "REG-33 whoever waits takes a free seat of another group, or waits there too; the place in the"
          + " first queue goes with it")
  void anotherGroupInsteadOfAQueue() throws Exception {
    Advisee who = Advisee.of("BACHELOR", 25);
    Advisee other = Advisee.of("BACHELOR", 26);
    long offering = Scene.offering(1);
    long first = Scene.section(offering, "GROUP", 1);
    PlanAnswer full = other.submitted(offering);
    PlanAnswer waits = who.submitted(offering);
    long second = Scene.section(offering, "GROUP", 0);

    PlanAnswer further = instead(who, offering, second, waits);
    assertThat(further.lines().get(0).status()).isEqualTo(EnrolmentStatus.WAITLISTED);
    assertThat(statusOf(waits)).as("one place, in the queue of the other").isEqualTo("DROPPED");
    long third = Scene.section(offering, "GROUP", 1);
    PlanAnswer taken = instead(who, offering, third, further);

    assertThat(taken.lines().get(0).status()).isEqualTo(EnrolmentStatus.ENROLLED);
    assertThat(statusOf(further)).isEqualTo("DROPPED");
    assertThat(PlanScene.waiting(first)).isZero();
    assertThat(PlanScene.waiting(second)).isZero();
    assertThat(Scene.number("SELECT section_id FROM study_plan_line WHERE id = ?", line(taken, 0)))
        .isEqualTo(third);
    PlanScene.leave(full.lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);
    assertThat(PlanScene.taken(first)).as("nobody waits there any more").isZero();
  }
}
