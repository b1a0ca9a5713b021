package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.Advisee.line;
import static kz.miras.registrar.inside.Advisee.offering;
import static kz.miras.registrar.inside.Advisee.plan;
import static kz.miras.registrar.inside.PlanScene.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanApprovalDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Plans that change between being shown and being decided about. */
@InsideTest
class PlanSeenInsideIT {

  private static final String STATUS = "SELECT status FROM study_plan_line WHERE id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PlanSeenInsideIT.class, PlanScene.class, Advisee.class);
  }

  private static PlanApprovalDesk desk() {
    return Inside.bean(PlanApprovalDesk.class);
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "IUP-1 nobody decides about lines they have not seen: what was submitted meanwhile waits")
  void onlyWhatWasSeen() throws Exception {
    Advisee who = Advisee.of("BACHELOR", 6);
    PlanAnswer first = who.submitted(offering(1));
    UUID plan = plan(first);
    PlanApprovalDesk.Seen shown = seen(plan);
    PlanAnswer second = who.submitted(offering(1));
    String adviser = who.adviserLogin();
    Map<Long, String> remark = Map.of(line(first, 0), "why");

    assertThat(codes(Inside.as(adviser, () -> desk().approve(shown, Set.of()))))
        .containsExactly("registration.plan.changed");
    assertThat(codes(Inside.as(adviser, () -> desk().giveBack(shown, remark))))
        .containsExactly("registration.plan.changed");
    assertThat(Inside.as(adviser, () -> desk().approveAll(List.of(shown))))
        .allSatisfy(
            one -> assertThat(codes(one.verdict())).containsExactly("registration.plan.changed"));
    assertThat(Scene.text(STATUS, line(second, 0))).isEqualTo("SUBMITTED");

    assertThat(codes(Inside.as(adviser, () -> desk().approve(seen(plan), Set.of(line(first, 0))))))
        .as("a line by itself, as it is seen now")
        .isEmpty();
    assertThat(Scene.text(STATUS, line(first, 0))).isEqualTo("APPROVED");
    assertThat(Scene.text(STATUS, line(second, 0))).isEqualTo("SUBMITTED");

    PlanApprovalDesk.Seen seated = seen(plan);
    PlanScene.leave(second.lines().get(0).enrolment(), EnrolmentStatus.DROPPED);
    assertThat(codes(Inside.as(PlanScene.office(), () -> desk().confirm(seated, Set.of()))))
        .as("a seat was given up since")
        .containsExactly("registration.plan.changed");
  }

  @Test
  @DisplayName(
      "IUP-1 a draft the student saves meanwhile leaves what was submitted as the adviser has seen"
          + " it")
  void draftsAreNoOtherPlan() throws Exception {
    Advisee who = Advisee.of("BACHELOR", 9);
    PlanAnswer submitted = who.submitted(offering(1));
    UUID plan = plan(submitted);
    PlanApprovalDesk.Seen shown = seen(plan);
    PlanRequest draft = PlanScene.request(false, false, offering(1));
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    long stored = stored(plan);

    Inside.as(PlanScene.office(), () -> counter.choose(who.number(), draft));

    assertThat(stored(plan)).as("the draft is stored").isGreaterThan(stored);
    assertThat(seen(plan)).isEqualTo(shown);
    assertThat(codes(Inside.as(who.adviserLogin(), () -> desk().approve(shown, Set.of()))))
        .isEmpty();
    assertThat(Scene.text(STATUS, line(submitted, 0))).isEqualTo("APPROVED");
  }

  private static long stored(UUID plan) throws SQLException {
    return Scene.number("SELECT version FROM study_plan WHERE uuid = ?", plan.toString());
  }

  @Test
  @DisplayName("IUP-7 many at once are decided each for itself: one that waits keeps no other back")
  void eachForItself() throws Exception {
    Advisee held = Advisee.of("BACHELOR", 7);
    UUID plan = plan(held.submitted(offering(1)));
    String adviser = held.adviserLogin();
    PlanApprovalDesk.Seen gone = new PlanApprovalDesk.Seen(UUID.randomUUID(), 0);
    Advisee.Prescribed prescribed = held.prescribed();
    try {
      assertThatThrownBy(
              () -> Inside.as(adviser, () -> desk().approveAll(List.of(seen(plan), gone))))
          .isInstanceOf(RegistrarException.NotFound.class);
    } finally {
      prescribed.close();
    }

    assertThat(planStatus(plan)).as("decided before, and stays so").isEqualTo("ADVISER_APPROVED");
  }

  private static String planStatus(UUID plan) throws SQLException {
    return Scene.text("SELECT status FROM study_plan WHERE uuid = ?", plan.toString());
  }

  @Test
  @DisplayName(
      "IUP-1 a change stored between reading a plan and writing it is not overwritten: the decision"
          + " is made anew")
  void nothingIsOverwritten() throws Exception {
    Advisee who = Advisee.of("BACHELOR", 8);
    PlanAnswer answer = who.submitted(offering(1));
    UUID plan = plan(answer);
    PlanApprovalDesk.Seen shown = seen(plan);
    String adviser = who.adviserLogin();
    PlanApprovalDesk desk = desk();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection connection = Scene.database().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement change =
          connection.prepareStatement(
              "UPDATE study_plan SET version = version + 1, submitted_version ="
                  + " submitted_version + 1 WHERE uuid = ?")) {
        change.setString(1, plan.toString());
        change.executeUpdate();
      }
      Future<Verdict> decided =
          other.submit(() -> Inside.as(adviser, () -> desk.approve(shown, Set.of())));
      // it has read the plan as it was, and waits to write it
      assertThatThrownBy(() -> decided.get(2, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      connection.commit();

      assertThat(codes(decided.get(30, TimeUnit.SECONDS)))
          .containsExactly("registration.plan.changed");
    } finally {
      other.shutdownNow();
    }
    assertThat(Scene.text(STATUS, line(answer, 0))).isEqualTo("SUBMITTED");
  }
}
