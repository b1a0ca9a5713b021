package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.commission.Appearance;
import kz.miras.registrar.attestation.commission.FinalDecision;
import kz.miras.registrar.attestation.commission.ReportApproval;
import kz.miras.registrar.attestation.service.commission.AttestationOrderDesk;
import kz.miras.registrar.attestation.service.commission.CommissionApprovals;
import kz.miras.registrar.attestation.service.commission.CommissionCard;
import kz.miras.registrar.attestation.service.commission.MeetingDesk;
import kz.miras.registrar.attestation.service.commission.MeetingView;
import kz.miras.registrar.attestation.service.commission.ProtocolDesk;
import kz.miras.registrar.attestation.service.commission.ProtocolView;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An attestation commission from its order to a corrected protocol, in the container. */
@InsideTest
class AttestationCommissionInsideIT {

  private static final LocalTime FIRST = LocalTime.of(0, 1);

  @Deployment
  static WebArchive archive() {
    return CommissionScene.archive(AttestationCommissionInsideIT.class);
  }

  private static MeetingDesk meetings() {
    return Inside.bean(MeetingDesk.class);
  }

  private static ProtocolDesk protocols() {
    return Inside.bean(ProtocolDesk.class);
  }

  private static MeetingView meeting(CommissionScene scene, String id) throws Exception {
    return Inside.as(scene.secretary, () -> meetings().view(id));
  }

  private static ProtocolView protocol(String by, String id) throws Exception {
    return Inside.as(by, () -> protocols().view(id));
  }

  private static List<String> codes(List<Refusal> refusals) {
    return refusals.stream().map(Refusal::code).distinct().toList();
  }

  private static String history(long student) throws Exception {
    return Scene.text(
        "SELECT GROUP_CONCAT(CONCAT(kind, ' ', percent, ' ', letter, ' ', COALESCE(reason, '-'))"
            + " ORDER BY position SEPARATOR '; ') FROM achievement WHERE student_id = ? AND"
            + " final_attestation",
        student);
  }

  @Test
  @DisplayName(
      "AK-1 AK-3 AK-4 AK-6 an order that names too few is refused; who lacks credits, or is of"
          + " another programme, is not admitted, nor anybody by a late order of the dean; the"
          + " schedule is approved late with a reason")
  void admitted() throws Exception {
    CommissionScene scene = new CommissionScene(2188);
    AttestationOrderDesk desk = Inside.bean(AttestationOrderDesk.class);
    AttestationOrderDesk.Registered bare =
        Inside.as(Scene.holding("SEN"), () -> desk.register(scene.order(List.of())));
    assertThat(bare.id()).isNull();
    assertThat(codes(bare.verdict().refusals()))
        .containsExactly(
            "attestation.ak.chair", "attestation.ak.secretary", "attestation.ak.members");
    assertThat(
            SheetScene.refused(
                scene.secretary, () -> meetings().plan(scene.commission, scene.plan(FIRST, 13))))
        .containsExactly("attestation.ak.admission-late");
    String meeting = scene.meeting(FIRST);
    CommissionApprovals approvals = Inside.bean(CommissionApprovals.class);
    String director = Scene.holding("DIR");
    assertThat(Inside.refused(director, () -> approvals.schedule(scene.commission, null)))
        .as("AK-4")
        .containsExactly("attestation.ak.schedule-late");
    assertThat(meeting(scene, meeting).approved()).isFalse();
    assertThat(Inside.as(director, () -> approvals.schedule(scene.commission, "was ill"))).isOne();
    assertThat(meeting(scene, meeting).approved()).isTrue();
    assertThat(Inside.refused(director, () -> approvals.schedule(scene.commission, null)))
        .containsExactly("attestation.ak.schedule-none");
    assertThat(
            SheetScene.refused(
                Scene.holding("SEN"),
                () -> approvals.report(scene.commission, new ReportApproval("7", Scene.today()))))
        .as("AK-13")
        .containsExactly("attestation.ak.report-open");
    long begun = scene.programme.student(1, "STUDYING");
    assertThat(
            SheetScene.refused(
                scene.secretary,
                () -> meetings().admit(meeting, List.of(PromotionScene.number(begun), "nobody"))))
        .containsExactly("attestation.ak.credits", "attestation.ak.unknown-student");
    String other =
        Scene.text(
            "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " p.code <> ? AND s.status = 'STUDYING' LIMIT 1",
            scene.programme.code);
    assertThat(SheetScene.refused(scene.secretary, () -> meetings().admit(meeting, List.of(other))))
        .contains("attestation.ak.other-programme");
    assertThat(meeting(scene, meeting).rows()).as("all or nobody").isEmpty();
    CommissionScene another = new CommissionScene(2179);
    assertThatThrownBy(
            () -> SheetScene.act(another.secretary, () -> meetings().present(meeting, Set.of())))
        .as("the secretary of another commission")
        .isInstanceOf(RegistrarException.Forbidden.class);
  }

  @Test
  @DisplayName(
      "AK-5 AK-8 to AK-11 AK-13 to AK-16 a meeting is marked, signed by another than who wrote it,"
          + " enters the history, and is corrected by a protocol in its place")
  void signed() throws Exception {
    CommissionScene scene = new CommissionScene(2198);
    String meeting = scene.meeting(FIRST);
    long good = scene.graduate();
    long gone = scene.graduate();
    long ill = scene.graduate();
    List<String> numbers =
        List.of(
            PromotionScene.number(good), PromotionScene.number(gone), PromotionScene.number(ill));
    assertThat(Inside.as(scene.secretary, () -> meetings().admit(meeting, numbers))).isEqualTo(3);
    List<String> ids = meeting(scene, meeting).rows().stream().map(MeetingView.Row::id).toList();
    SheetScene.act(
        scene.secretary,
        () ->
            meetings()
                .mark(
                    meeting,
                    List.of(
                        new MeetingDesk.Typed(ids.get(0), Appearance.PRESENT, 91, 1),
                        new MeetingDesk.Typed(ids.get(1), Appearance.ABSENT, null, 0),
                        new MeetingDesk.Typed(ids.get(2), Appearance.EXCUSED, null, 0))));
    MeetingDesk.Signed none = Inside.as(scene.chair, () -> meetings().sign(meeting));
    assertThat(none.signed()).as("nobody of the commission is there").isZero();
    assertThat(codes(none.problems()))
        .contains("attestation.ak.quorum", "attestation.ak.chair-absent");
    scene.all(meeting);
    assertThat(SheetScene.refused(scene.secretary, () -> protocols().sign(ids.get(0))))
        .contains("attestation.ak.own-protocol", "attestation.ak.questions");

    MeetingDesk.Signed two = Inside.as(scene.chair, () -> meetings().sign(meeting));
    assertThat(two.signed()).as("who was absent, who was excused").isEqualTo(2);
    assertThat(codes(two.problems()))
        .containsOnly(
            "attestation.ak.questions",
            "attestation.ak.characteristic",
            "attestation.ak.topic",
            "attestation.ak.supervisor",
            "attestation.ak.reviewer",
            "attestation.ak.papers");
    assertThat(history(gone)).isEqualTo("FINAL_ATTESTATION 0 F -");
    assertThat(history(ill)).isNull();

    SheetScene.act(
        scene.secretary,
        () ->
            protocols()
                .write(
                    ids.get(0), CommissionScene.written(protocols().view(ids.get(0)).text(), 91)));
    assertThat(protocol(scene.chair, ids.get(0)).may()).contains(ProtocolView.Act.SIGN);
    SheetScene.act(scene.chair, () -> protocols().sign(ids.get(0)));
    ProtocolView view = protocol(scene.chair, ids.get(0));
    assertThat(view.decision()).isEqualTo(FinalDecision.AWARDED);
    assertThat(view.mark().sign()).isEqualTo("A-");
    assertThat(view.number()).endsWith("/3");
    assertThat(history(good)).isEqualTo("FINAL_ATTESTATION 91 A- -");
    String student = Scene.account("STU", good, null);
    assertThat(protocol(student, ids.get(0)).may()).isEmpty();
    assertThatThrownBy(() -> protocol(student, ids.get(1)))
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code ="
                    + " 'attestation.ak.notice.signed'",
                good))
        .isEqualTo(1);
    again(scene, good, gone, ill);
    corrected(scene, ids.get(0), good);
  }

  /** Another meeting takes only who was excused. */
  private static void again(CommissionScene scene, long good, long gone, long ill)
      throws Exception {
    String next = scene.meeting(LocalTime.of(0, 2));
    assertThat(
            SheetScene.refused(
                scene.secretary,
                () ->
                    meetings()
                        .admit(
                            next,
                            List.of(PromotionScene.number(good), PromotionScene.number(gone)))))
        .containsExactly("attestation.ak.passed", "attestation.ak.same-year");
    assertThat(
            Inside.as(
                scene.secretary, () -> meetings().admit(next, List.of(PromotionScene.number(ill)))))
        .isEqualTo(1);
  }

  private static void corrected(CommissionScene scene, String id, long student) throws Exception {
    assertThat(SheetScene.refused(scene.secretary, () -> protocols().correct(id, " ")))
        .containsExactly("attestation.ak.reason");
    String next =
        Inside.as(scene.secretary, () -> protocols().correct(id, "the grade was mistyped"));
    assertThat(protocol(scene.secretary, next).text().questions()).hasSize(1);
    SheetScene.act(
        scene.secretary,
        () -> protocols().write(next, CommissionScene.written(protocols().view(next).text(), 95)));
    assertThat(history(student)).as("not before it is signed").endsWith("91 A- -");
    SheetScene.act(scene.chair, () -> protocols().sign(next));
    assertThat(history(student))
        .isEqualTo("FINAL_ATTESTATION 91 A- -; FINAL_ATTESTATION 95 A the grade was mistyped");
    assertThat(protocol(scene.secretary, id).correction().latest()).isFalse();
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE attestation_commission_protocol SET percent = 100 WHERE uuid = ?", id))
        .hasMessageContaining("does not change");
    AttestationOrderDesk orders = Inside.bean(AttestationOrderDesk.class);
    CommissionCard card = Inside.as(scene.secretary, () -> orders.card(scene.commission));
    assertThat(card.figures().admitted()).isEqualTo(3);
    assertThat(card.figures().taken()).isEqualTo(1);
    assertThat(card.figures().absent()).isEqualTo(1);
    assertThat(card.figures().awarded()).isEqualTo(1);
    assertThat(card.figures().letters())
        .extracting(CommissionCard.LetterCount::sign)
        .containsExactly("A", "F");
  }
}
