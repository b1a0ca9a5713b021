package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.Advisee.enrolment;
import static kz.miras.registrar.inside.Advisee.line;
import static kz.miras.registrar.inside.Advisee.offering;
import static kz.miras.registrar.inside.Advisee.plan;
import static kz.miras.registrar.inside.PlanScene.seen;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanApprovalDesk;
import kz.miras.registrar.registration.service.PlanApprovalDesk.Decided;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanQueue;
import kz.miras.registrar.registration.service.RegistrationJobs;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What adviser, dean, office and the clock decide about plans, line by line. */
@InsideTest
class PlanDecisionsInsideIT {

  private static final String STATUS = "SELECT status FROM study_plan_line WHERE id = ?";
  private static final String REMARK = "SELECT remark FROM study_plan_line WHERE id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PlanDecisionsInsideIT.class, PlanScene.class, Advisee.class);
  }

  private static PlanApprovalDesk desk() {
    return Inside.bean(PlanApprovalDesk.class);
  }

  private static PlanQueue queue() {
    return Inside.bean(PlanQueue.class);
  }

  private static long group(long offering) throws SQLException {
    return Scene.number("SELECT id FROM section WHERE offering_id = ?", offering);
  }

  private static List<UUID> waiting(List<PlanQueue.Waiting> queue) {
    return queue.stream().map(PlanQueue.Waiting::id).toList();
  }

  private static void released(long enrolment) throws Exception {
    RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
    Inside.as(
        Scene.holding("SYSTEM"),
        () -> {
          jobs.releaseSeat(enrolment);
          return null;
        });
  }

  private static long told(long student, String code) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code = ?",
        student,
        "registration.notice." + code);
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "IUP-1 IUP-5 a returned line hides none of the others; at its deadline its seat is released,"
          + " once, and the student told")
  void returnedLine() throws Exception {
    Advisee who = Advisee.of("BACHELOR", 0);
    long first = offering(1);
    long second = offering(1);
    PlanAnswer answer = who.submitted(first, second);
    UUID plan = plan(answer);
    String adviser = who.adviserLogin();
    assertThat(waiting(Inside.as(adviser, () -> queue().toApprove()))).contains(plan);

    Map<Long, String> remark = Map.of(line(answer, 0), "take the other group");
    assertThat(Inside.as(adviser, () -> desk().giveBack(seen(plan), remark)).refusals()).isEmpty();

    assertThat(waiting(Inside.as(adviser, () -> queue().toApprove())))
        .as("the other line still lies with the adviser")
        .contains(plan);
    Inside.as(adviser, () -> desk().approve(seen(plan), Set.of()));
    assertThat(Scene.text(STATUS, line(answer, 1))).isEqualTo("APPROVED");
    String office = PlanScene.office();
    assertThat(waiting(Inside.as(office, () -> queue().toConfirm()))).contains(plan);
    // a draft of another term hides nothing either
    Scene.change(
        "INSERT INTO study_plan_line (id, plan_id, term_id, discipline_id, type, language, status)"
            + " SELECT ?, p.id, t.id, o.discipline_id, 'MAIN', 'ru', 'CHOSEN' FROM study_plan p JOIN"
            + " offering o ON o.id = ? JOIN term t ON t.code <> 'FAR' WHERE p.uuid = ? LIMIT 1",
        Scene.next("registration_seq"),
        Scene.offering(1),
        plan.toString());
    assertThat(waiting(Inside.as(office, () -> queue().toConfirm()))).contains(plan);
    assertThat(Inside.as(office, () -> desk().confirm(seen(plan), Set.of())).refusals()).isEmpty();
    assertThat(Scene.text(STATUS, line(answer, 1))).isEqualTo("REGISTERED");

    long enrolment = enrolment(answer, 0);
    long returned = line(answer, 0);
    released(enrolment);
    assertThat(statusOf(answer)).as("too early").isEqualTo("ENROLLED");
    long told = told(who.student(), "seat-released");
    Scene.change("UPDATE study_plan_line SET seat_until = '2020-01-01' WHERE id = ?", returned);
    released(enrolment);
    released(enrolment);

    assertThat(statusOf(answer)).isEqualTo("DROPPED");
    assertThat(taken(group(first))).isZero();
    assertThat(taken(group(second))).isEqualTo(1);
    assertThat(told(who.student(), "seat-released")).isEqualTo(told + 1);
    assertThat(Scene.text(STATUS, returned)).as("what was said stays").isEqualTo("RETURNED");
  }

  @Test
  @DisplayName(
      "IUP-5 who submits a returned line again keeps the seat, however late the clock looks")
  void submittedAgain() throws Exception {
    Advisee who = Advisee.of("BACHELOR", 1);
    PlanAnswer answer = who.submitted(offering(1));
    UUID plan = plan(answer);
    String adviser = who.adviserLogin();
    Map<Long, String> remark = Map.of(line(answer, 0), "say why");
    Inside.as(adviser, () -> desk().giveBack(seen(plan), remark));
    PlanDesk plans = Inside.bean(PlanDesk.class);
    long line = line(answer, 0);
    assertThat(
            Inside.as(PlanScene.office(), () -> plans.again(who.number(), "FAR", line)).refusals())
        .isEmpty();

    released(enrolment(answer, 0));

    assertThat(statusOf(answer)).isEqualTo("ENROLLED");
    assertThat(Scene.text(STATUS, line)).isEqualTo("SUBMITTED");
    assertThat(waiting(Inside.as(adviser, () -> queue().toApprove()))).contains(plan);
  }

  @Test
  @DisplayName(
      "IUP-1 IUP-7 many at once are approved and confirmed only where every rule is satisfied; what"
          + " only the office may approve is looked at by itself")
  void manyAtOnce() throws Exception {
    Advisee good = Advisee.of("BACHELOR", 2);
    Advisee open = Advisee.of("BACHELOR", 3);
    Advisee outside = Advisee.of("BACHELOR", 27);
    UUID foreign = plan(outside.submitted(offering(1)));
    String other = outside.adviserLogin();
    List<Decided> asked = Inside.as(other, () -> desk().approveAll(List.of(seen(foreign))));
    assertThat(codes(asked.get(0).verdict())).containsExactly("registration.plan.one-by-one");
    assertThat(codes(Inside.as(other, () -> desk().approve(seen(foreign), Set.of())))).isEmpty();
    UUID sound = plan(good.submitted(offering(1)));
    Advisee.Prescribed prescribed = good.prescribed();
    try {
      manyAtOnce(good, sound, open);
    } finally {
      prescribed.close();
    }
  }

  private static void manyAtOnce(Advisee good, UUID sound, Advisee open) throws Exception {
    long needed = offering(1);
    long wanted = offering(1);
    Scene.change(
        "INSERT INTO prerequisite (discipline_id, requires_id) SELECT w.discipline_id,"
            + " n.discipline_id FROM offering w JOIN offering n ON n.id = ? WHERE w.id = ?",
        needed,
        wanted);
    // the office may put it beside what it needs; approving it is looked at one by one
    PlanAnswer beside = open.submitted(needed, wanted);
    UUID provisional = plan(beside);
    for (Advisee one : List.of(good, open)) {
      UUID of = one == good ? sound : provisional;
      List<Decided> decided =
          Inside.as(one.adviserLogin(), () -> desk().approveAll(List.of(seen(of))));
      assertThat(decided).hasSize(1);
      assertThat(codes(decided.get(0).verdict()))
          .isEqualTo(one == good ? List.of() : List.of("registration.plan.one-by-one"));
    }
    String office = PlanScene.office();

    List<Decided> decided =
        Inside.as(office, () -> desk().confirmAll(List.of(seen(provisional), seen(sound))));

    assertThat(decided).extracting(Decided::plan).containsExactly(provisional, sound);
    assertThat(codes(decided.get(0).verdict())).isNotEmpty();
    assertThat(codes(decided.get(1).verdict())).isEmpty();
    assertThat(planStatus(sound)).isEqualTo("REGISTERED");
    for (int i = 0; i < 2; i++) {
      assertThat(Scene.text(STATUS, line(beside, i))).isEqualTo("SUBMITTED");
    }
  }

  private static String planStatus(UUID plan) throws SQLException {
    return Scene.text("SELECT status FROM study_plan WHERE uuid = ?", plan.toString());
  }

  /**
   * Rules for the academic year of the plans, which is far ahead. They are never taken back: newer
   * ones come before it begins.
   */
  private static void signing(boolean wanted) throws SQLException {
    long rules = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO rule_set (id, code, level, valid_from, approved_by) VALUES (?, ?, 'MASTER', ?,"
            + " 'council, for this test')",
        rules,
        "z-dean-signs-" + rules,
        wanted ? "2090-08-31" : "2090-09-01");
    Scene.change(
        "INSERT INTO rule_value (rule_set_id, parameter, value) VALUES (?, 'REG_DEAN_SIGNS', ?)",
        rules,
        String.valueOf(wanted));
  }

  private static String deanOf(Advisee who) throws SQLException {
    String dean = Scene.account("DEAN", null, null);
    Scene.change(
        "UPDATE role_grant SET school_id = (SELECT p.school_id FROM student s JOIN programme p ON"
            + " p.id = s.programme_id WHERE s.id = ?) WHERE account_id = (SELECT id FROM account"
            + " WHERE login = ?)",
        who.student(),
        dean);
    return dean;
  }

  @Test
  @DisplayName(
      "IUP-1 IUP-6 where the rules of the year ask for it, the office confirms only what the dean has"
          + " signed; what the dean gives back lies with the student; elsewhere at once")
  void theDeanSigns() throws Exception {
    Advisee first = Advisee.of("MASTER", 0);
    Advisee second = Advisee.of("MASTER", 1);
    Advisee third = Advisee.of("MASTER", 2);
    PlanAnswer answer = first.submitted(offering(1));
    UUID signed = plan(answer);
    Map<Long, String> confirmed = Map.of(line(answer, 0), "too late");
    UUID unsigned = plan(second.submitted(offering(1)));
    PlanAnswer returned = third.submitted(offering(1));
    Scene.change(
        "UPDATE study_plan_line l JOIN study_plan p ON p.id = l.plan_id SET l.status = 'APPROVED',"
            + " p.status = 'ADVISER_APPROVED' WHERE p.uuid IN (?, ?, ?) AND l.status = 'SUBMITTED'",
        signed.toString(),
        unsigned.toString(),
        plan(returned).toString());
    String dean = deanOf(first);
    String itsDean = deanOf(third);
    long told = told(third.student(), "plan-returned");
    String office = PlanScene.office();
    signing(true);
    try {
      assertThat(codes(Inside.as(office, () -> desk().confirm(seen(signed), Set.of()))))
          .containsExactly("registration.plan.unsigned");
      assertThat(waiting(Inside.as(dean, () -> queue().toSign()))).contains(signed);
      assertThat(Inside.as(dean, () -> desk().sign(List.of(seen(signed)))))
          .allMatch(one -> one.verdict().isAllowed());
      assertThat(waiting(Inside.as(dean, () -> queue().toSign()))).doesNotContain(signed);
      assertThat(Inside.as(dean, () -> desk().sign(List.of(seen(signed)))))
          .as("signed once")
          .noneMatch(one -> one.verdict().isAllowed());
      assertThat(codes(Inside.as(office, () -> desk().confirm(seen(signed), Set.of())))).isEmpty();
      assertThat(codes(Inside.as(office, () -> desk().confirm(seen(unsigned), Set.of()))))
          .containsExactly("registration.plan.unsigned");
      Map<Long, String> remark = Map.of(line(returned, 0), "too many electives");
      assertThat(codes(Inside.as(itsDean, () -> desk().giveBack(seen(plan(returned)), remark))))
          .isEmpty();
      assertThat(Scene.text(STATUS, line(returned, 0))).isEqualTo("RETURNED");
      assertThat(Scene.text(REMARK, line(returned, 0))).isEqualTo("too many electives");
      assertThat(told(third.student(), "plan-returned")).isEqualTo(told + 1);
      assertThat(codes(Inside.as(dean, () -> desk().giveBack(seen(signed), confirmed))))
          .as("what is signed, and more so what is confirmed, lies with the office")
          .isNotEmpty();
    } finally {
      signing(false);
    }
    assertThat(codes(Inside.as(office, () -> desk().confirm(seen(unsigned), Set.of()))))
        .as("the step is off")
        .isEmpty();
    assertThat(planStatus(unsigned)).isEqualTo("REGISTERED");
  }
}
