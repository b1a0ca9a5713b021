package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.retake.ScheduleReason;
import kz.miras.registrar.attestation.service.retake.ScheduleDesk;
import kz.miras.registrar.attestation.service.retake.ScheduleMoving;
import kz.miras.registrar.attestation.service.retake.ScheduleQueries;
import kz.miras.registrar.attestation.service.retake.ScheduleWithdrawal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An individual schedule that would hang: taken back, or decided past its day. */
@InsideTest
class ScheduleWithdrawnInsideIT {

  private static final int FIRST = 148;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ScheduleWithdrawnInsideIT.class, SheetScene.class, ScheduleScene.class);
  }

  @Test
  @DisplayName(
      "EXM-7 who asked takes it back and asks again; past its day an order decides without the dean")
  void hanging() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    scene.examAt(scene.now().minusHours(2));
    SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "AB");
    ScheduleDesk desk = Inside.bean(ScheduleDesk.class);
    ScheduleWithdrawal withdrawal = Inside.bean(ScheduleWithdrawal.class);
    ScheduleQueries queries = Inside.bean(ScheduleQueries.class);
    String first = ScheduleScene.ask(scene, ScheduleReason.ILLNESS, false);
    String student = Scene.account("STU", scene.student(0), null);
    assertThat(Inside.as(student, () -> queries.choices("me")))
        .as("it waits already")
        .noneMatch(choice -> choice.sheet().equals(scene.sheet()));
    SheetScene.act(student, () -> withdrawal.withdraw(first));
    assertThat(Inside.as(student, () -> queries.view(first)).status().name())
        .isEqualTo("WITHDRAWN");
    assertThat(Inside.as(student, () -> queries.choices("me")))
        .anyMatch(choice -> choice.sheet().equals(scene.sheet()) && choice.later());
    String id = ScheduleScene.ask(scene, ScheduleReason.ILLNESS, false);
    String senior = Scene.holding("SEN");
    BasisDocument order = SheetScene.basis(BasisDocument.Type.ORDER);
    assertThat(
            SheetScene.refused(
                senior, () -> desk.approve(id, order, ScheduleScene.FROM, ScheduleScene.TO)))
        .as("the dean has time left")
        .containsExactly("attestation.schedule.state");
    Scene.change(
        "UPDATE individual_schedule SET decide_by = ? WHERE uuid = ?",
        Scene.today().minusDays(1).toString(),
        id);
    BasisDocument decision = SheetScene.basis(BasisDocument.Type.DECISION);
    assertThat(
            SheetScene.refused(
                senior, () -> desk.approve(id, decision, ScheduleScene.FROM, ScheduleScene.TO)))
        .containsExactly("attestation.schedule.order-instead");
    assertThat(
            SheetScene.refused(
                senior, () -> desk.approve(id, order, ScheduleScene.TO, ScheduleScene.FROM)))
        .containsExactly("attestation.schedule.session");
    SheetScene.act(senior, () -> desk.approve(id, order, ScheduleScene.FROM, ScheduleScene.TO));
    assertThat(Scene.text("SELECT mark FROM sheet_row WHERE id = ?", scene.row(0))).isEqualTo("AE");
    assertThat(SheetScene.refused(student, () -> withdrawal.withdraw(id)))
        .containsExactly("attestation.schedule.state");
  }

  @Test
  @DisplayName(
      "EXM-7 a mistake in the days of a session is mended by another document, and never by days"
          + " that have passed")
  void otherDays() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    scene.examAt(scene.now().minusHours(2));
    SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "AB");
    ScheduleDesk desk = Inside.bean(ScheduleDesk.class);
    ScheduleMoving moving = Inside.bean(ScheduleMoving.class);
    String id = ScheduleScene.ask(scene, ScheduleReason.ILLNESS, false);
    String dean = ScheduleScene.dean(scene);
    SheetScene.act(dean, () -> desk.agree(id, true, null));
    String senior = Scene.holding("SEN");
    BasisDocument order = SheetScene.basis(BasisDocument.Type.ORDER);
    LocalDate from = Scene.today().plusDays(20);
    assertThat(SheetScene.refused(senior, () -> moving.move(id, order, from, from)))
        .as("nothing is approved yet")
        .containsExactly("attestation.schedule.state");
    assertThat(
            SheetScene.refused(
                senior,
                () ->
                    desk.approve(
                        id, order, Scene.today().minusDays(5), Scene.today().minusDays(1))))
        .containsExactly("attestation.schedule.session-over");
    SheetScene.act(senior, () -> desk.approve(id, order, ScheduleScene.FROM, ScheduleScene.TO));

    SheetScene.act(senior, () -> moving.move(id, order, from, from.plusDays(3)));

    String student = Scene.account("STU", scene.student(0), null);
    ScheduleQueries.View seen =
        Inside.as(student, () -> Inside.bean(ScheduleQueries.class).view(id));
    assertThat(seen.sessionFrom()).isEqualTo(from);
    assertThat(seen.sessionTo()).isEqualTo(from.plusDays(3));
    assertThat(seen.mayMove()).isFalse();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code ="
                    + " 'attestation.notice.schedule-moved' AND link LIKE ?",
                scene.student(0),
                "%" + id))
        .isOne();
  }
}
