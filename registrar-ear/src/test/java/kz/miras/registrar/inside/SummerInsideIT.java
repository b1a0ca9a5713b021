package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.SummerScene.account;
import static kz.miras.registrar.inside.SummerScene.add;
import static kz.miras.registrar.inside.SummerScene.approved;
import static kz.miras.registrar.inside.SummerScene.check;
import static kz.miras.registrar.inside.SummerScene.codes;
import static kz.miras.registrar.inside.SummerScene.desk;
import static kz.miras.registrar.inside.SummerScene.discipline;
import static kz.miras.registrar.inside.SummerScene.plans;
import static kz.miras.registrar.inside.SummerScene.refused;
import static kz.miras.registrar.inside.SummerScene.students;
import static kz.miras.registrar.inside.SummerScene.term;
import static kz.miras.registrar.inside.SummerScene.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.payment.PaymentSound.Mark;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.payment.PaymentDesk;
import kz.miras.registrar.registration.service.summer.SummerDesk;
import kz.miras.registrar.registration.service.summer.SummerView;
import kz.miras.registrar.registration.summer.SummerStatus;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A summer semester at its desks: from the first draft to paid seats, or to a refusal. */
@InsideTest
class SummerInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SummerInsideIT.class, SummerScene.class, PlanScene.class);
  }

  @Test
  @DisplayName("SUM-8 SOD-2 the office prepares, the director submits, the vice-rector approves")
  void threeHands() throws Exception {
    String senior = Scene.holding("SEN");
    String director = Scene.holding("DIR");
    String term = term();
    String id = Inside.as(senior, () -> plans().begin(term));
    assertThat(Inside.as(senior, () -> plans().begin(term))).as("begun once").isEqualTo(id);
    assertThat(refused(director, () -> plans().submit(id)))
        .containsExactly(
            "registration.summer.dates", "registration.summer.dates", "registration.summer.empty");
    String proposal = discipline();
    String dean = Scene.holding("DEAN");
    assertThat(refused(dean, () -> plans().propose(id, proposal, Language.RU))).isEmpty();
    assertThat(refused(dean, () -> plans().propose(id, proposal, Language.RU)))
        .containsExactly("registration.summer.there");
    assertThat(view(senior, id).disciplines().get(0).proposed()).isTrue();
    add(senior, term, discipline());
    LocalDate today = Scene.today();
    assertThat(refused(senior, () -> plans().dates(id, today, today.plusDays(9)))).isEmpty();
    assertThatThrownBy(() -> Inside.as(senior, () -> plans().submit(id)))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);

    assertThat(refused(director, () -> plans().submit(id))).isEmpty();
    assertThat(view(senior, id).disciplines()).as("what was not taken over falls away").hasSize(1);
    assertThat(refused(senior, () -> plans().dates(id, today, today.plusDays(5))))
        .containsExactly("registration.summer.not-draft");
    String vice = Scene.holding("VR");
    assertThat(refused(vice, () -> plans().giveBack(id, "add a language"))).isEmpty();
    assertThat(refused(vice, () -> plans().approve(id, "№ 31")))
        .containsExactly("registration.summer.not-submitted");
    assertThat(view(senior, id).remark()).isEqualTo("add a language");
    assertThat(refused(director, () -> plans().submit(id))).isEmpty();
    assertThat(refused(vice, () -> plans().approve(id, "")))
        .contains("registration.summer.decision");
    assertThat(refused(vice, () -> plans().approve(id, "№ 31"))).isEmpty();
    assertThat(view(senior, id).status()).isEqualTo(SummerStatus.APPROVED);
    assertThat(refused(director, () -> plans().close(id)))
        .containsExactly("registration.summer.running", "registration.summer.undecided");
    assertThatThrownBy(() -> Inside.as(director, () -> plans().approve(id, "№ 31")))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
  }

  @Test
  @DisplayName(
      "SUM-8 what no approved plan teaches is taken by nobody, through the plan of studies")
  void notBesideThePlan() throws Exception {
    SummerView plan = approved(1);
    long beside = Scene.offering(5);
    Scene.section(beside, "GROUP", 5);
    Scene.change(
        "UPDATE offering SET term_id = (SELECT id FROM term WHERE code = ?) WHERE id = ?",
        plan.term(),
        beside);
    String student = students(26, 1).get(0);
    String planned = plan.disciplines().get(0).code();
    PlanDesk desk = Inside.bean(PlanDesk.class);
    PlanRequest choice =
        new PlanRequest(
            plan.term(),
            List.of(
                new PlanRequest.Line(
                    null, planned, null, EnrolmentType.ADDITIONAL, Language.RU, null)),
            false,
            false);

    for (String login : List.of(account(student), Scene.holding("SPE"))) {
      PlanAnswer answer =
          Inside.as(login, () -> desk.check(student, PlanScene.request(false, false, beside)));
      assertThat(codes(answer.lines().get(0).verdict())).contains("registration.summer-unplanned");
    }
    assertThat(
            codes(
                PlanScene.submit(
                        student,
                        PlanScene.request(false, false, beside),
                        UUID.randomUUID().toString())
                    .lines()
                    .get(0)
                    .verdict()))
        .contains("registration.summer-unplanned");
    PlanAnswer chosen = Inside.as(Scene.holding("SPE"), () -> desk.check(student, choice));
    assertThat(codes(chosen.lines().get(0).verdict()))
        .doesNotContain("registration.summer-unplanned");
  }

  @Test
  @DisplayName("SUM-9 SUM-7 REG-21 applications become a group, payments become seats")
  void fromApplicationToSeat() throws Exception {
    SummerView plan = approved(1);
    String line = plan.disciplines().get(0).id();
    List<String> students = students(20, 3);
    List<String> logins = new ArrayList<>();
    for (String student : students) {
      logins.add(account(student));
    }
    String senior = Scene.holding("SEN");
    assertThat(codes(Inside.as(senior, () -> desk().open(line, 1, 10)).verdict()))
        .containsExactly("registration.summer.below-minimum");
    for (String login : logins.subList(0, 2)) {
      assertThat(refused(login, () -> desk().apply(null, line, SummerPurpose.ADDITIONAL)))
          .isEmpty();
    }
    assertThat(refused(logins.get(0), () -> desk().apply(null, line, SummerPurpose.ADDITIONAL)))
        .contains("registration.summer.twice");

    SummerDesk.Opened early = Inside.as(senior, () -> desk().open(line, 1, 10));
    assertThat(codes(early.verdict()))
        .as("only what was checked counts")
        .containsExactly("registration.summer.below-minimum");
    assertThat(early.left())
        .hasSize(2)
        .allMatch(one -> codes(one.why()).equals(List.of("registration.summer.unchecked")));
    check(line);
    SummerDesk.Opened opened = Inside.as(senior, () -> desk().open(line, 1, 10));
    assertThat(opened.verdict().isAllowed()).isTrue();
    assertThat(opened.left()).isEmpty();
    assertThat(opened.done()).isEqualTo(2);
    assertThat(codes(Inside.as(senior, () -> desk().open(line, 1, 10)).verdict()))
        .contains("registration.summer.decided");
    assertThat(refused(logins.get(2), () -> desk().apply(null, line, SummerPurpose.ADDITIONAL)))
        .isEmpty();
    assertThat(view(logins.get(2), plan.id()).own().get(0).enrolment()).isNull();
    check(line);
    assertThat(view(logins.get(2), plan.id()).own().get(0).enrolment())
        .as("who comes later is asked to pay once the office has checked it")
        .hasToString("REQUESTED");

    SummerView own = view(logins.get(0), plan.id());
    SummerView.Application mine = own.own().get(0);
    assertThat(mine.enrolment()).hasToString("REQUESTED");
    assertThat(mine.payment()).isNotNull();
    String accounting = Scene.holding("ACC");
    assertThat(
            refused(
                accounting,
                () ->
                    Inside.bean(PaymentDesk.class)
                        .confirm(mine.paymentId(), new Mark(Scene.today(), "7", null))))
        .isEmpty();
    SummerView paid = view(senior, plan.id());
    assertThat(paid.disciplines().get(0).applications()).isEqualTo(3);
    assertThat(paid.disciplines().get(0).paid()).isOne();
    assertThat(paid.disciplines().get(0).enrolled()).as("the seat is given").isOne();
    assertThat(paid.income())
        .isEqualByComparingTo(paid.disciplines().get(0).price().multiply(BigDecimal.valueOf(5)));
    assertThat(refused(logins.get(0), () -> desk().withdraw(mine.id())))
        .containsExactly("registration.summer.seated");
    String other = view(logins.get(1), plan.id()).own().get(0).id();
    assertThatThrownBy(() -> Inside.as(logins.get(2), () -> desk().withdraw(other)))
        .as("not the own one")
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThat(refused(logins.get(1), () -> desk().withdraw(other))).isEmpty();
    assertThat(view(senior, plan.id()).disciplines().get(0).applications()).isEqualTo(2);
  }

  @Test
  @DisplayName("SUM-7 lessons for a few have a price of their own; a refusal releases everybody")
  void individualLessonsAndRefusal() throws Exception {
    SummerView plan = approved(2);
    String few = plan.disciplines().get(0).id();
    String none = plan.disciplines().get(1).id();
    String student = students(26, 1).get(0);
    String login = account(student);
    String specialist = Scene.holding("SPE");
    String senior = Scene.holding("SEN");
    for (String line : List.of(few, none)) {
      assertThat(refused(specialist, () -> desk().apply(student, line, SummerPurpose.ADDITIONAL)))
          .isEmpty();
    }
    assertThatThrownBy(() -> Inside.as(specialist, () -> desk().individual(few)))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThat(Inside.as(senior, () -> desk().individual(few)).done()).isOne();
    SummerView.Application asked =
        view(login, plan.id()).own().stream()
            .filter(one -> one.payment() != null)
            .findFirst()
            .orElseThrow();
    assertThat(Scene.number("SELECT amount FROM payment_request WHERE uuid = ?", asked.paymentId()))
        .isEqualTo(150_000);

    assertThat(refused(senior, () -> desk().refuse(none, " ")))
        .containsExactly("registration.summer.reason");
    long told = notices(student);
    assertThat(refused(senior, () -> desk().refuse(none, "too few"))).isEmpty();
    assertThat(refused(senior, () -> desk().refuse(none, "too few")))
        .containsExactly("registration.summer.decided");
    assertThat(notices(student)).isEqualTo(told + 1);
    assertThat(refused(senior, () -> desk().refuse(few, "no teacher"))).isEmpty();
    assertThat(view(login, plan.id()).own()).noneMatch(SummerView.Application::isLive);
    assertThat(Scene.text("SELECT status FROM payment_request WHERE uuid = ?", asked.paymentId()))
        .isEqualTo("WITHDRAWN");
  }

  @Test
  @DisplayName("SUM-10 a semester that is over, with every discipline decided, is closed once")
  void closedWhenOver() throws Exception {
    SummerView plan = approved(1);
    String director = Scene.holding("DIR");
    String begins = day(plan, "starts_on");
    String ends = day(plan, "ends_on");
    try {
      lasts(plan, Scene.today().minusDays(60).toString(), Scene.today().minusDays(1).toString());
      assertThat(refused(director, () -> plans().close(plan.id())))
          .containsExactly("registration.summer.undecided");
      String line = plan.disciplines().get(0).id();
      assertThat(refused(Scene.holding("SEN"), () -> desk().refuse(line, "nobody"))).isEmpty();

      assertThatThrownBy(() -> Inside.as(Scene.holding("SPE"), () -> plans().close(plan.id())))
          .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
      assertThat(refused(director, () -> plans().close(plan.id()))).isEmpty();
      assertThat(view(director, plan.id()).status()).isEqualTo(SummerStatus.CLOSED);
      assertThat(refused(director, () -> plans().close(plan.id())))
          .containsExactly("registration.summer.not-approved");
    } finally {
      lasts(plan, begins, ends);
    }
  }

  private static String day(SummerView plan, String column) throws SQLException {
    return Scene.text("SELECT " + column + " FROM term WHERE code = ?", plan.term());
  }

  private static void lasts(SummerView plan, String from, String until) throws SQLException {
    Scene.change(
        "UPDATE term SET starts_on = ?, ends_on = ? WHERE code = ?", from, until, plan.term());
  }

  private static long notices(String student) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE s.student_no ="
            + " ?",
        student);
  }
}
