package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PaperScene.of;
import static kz.miras.registrar.inside.PaperScene.refusedToSign;
import static kz.miras.registrar.inside.PaperScene.sign;
import static kz.miras.registrar.inside.PaperScene.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.attestation.appeal.AppealHearing;
import kz.miras.registrar.attestation.appeal.AppealHearing.Vote;
import kz.miras.registrar.attestation.appeal.AppealProposal;
import kz.miras.registrar.attestation.service.appeal.CommissionDesk;
import kz.miras.registrar.attestation.service.appeal.HearingDesk;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.DocumentDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The protocol of an appeal as a document of record, in the container. */
@InsideTest
class AppealPaperInsideIT {

  private static final int FIRST = 134;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        AppealPaperInsideIT.class, AppealScene.class, PaperScene.class, SheetScene.class);
  }

  private static UUID prepared(String by, String appeal) throws Exception {
    return PaperScene.prepared(
        by, SubjectKind.APPEAL, UUID.fromString(appeal), Map.of(), "APPEAL_PROTOCOL");
  }

  @Test
  @DisplayName(
      "DOC-72 a protocol of the appeal commission is signed by who presided and by its secretary,"
          + " by no other member; the student of the appeal does not read it")
  void aProtocol() throws Exception {
    AppealScene scene = AppealScene.posted(FIRST, 80);
    scene.publish();
    scene.name();
    String appeal = scene.file(0);
    scene.hear(appeal);
    String junior = Scene.holding("JUN");
    assertThatThrownBy(() -> prepared(junior, appeal))
        .isInstanceOf(RegistrarException.Refused.class);
    Map<Long, Vote> votes = new HashMap<>();
    for (int place = 0; place < 4; place++) {
      votes.put(scene.members().get(place), Vote.FOR);
    }
    AppealHearing keep =
        new AppealHearing(
            votes, scene.members().get(0), false, "every answer was marked", AppealProposal.keep());
    SheetScene.act(scene.secretary(), () -> Inside.bean(HearingDesk.class).decide(appeal, keep));
    UUID document = prepared(junior, appeal);
    String member = member(scene, 1);
    assertThat(refusedToSign(member, document)).containsExactly("transcript.sign.part");
    assertThatThrownBy(
            () ->
                Inside.as(scene.student(0), () -> Inside.bean(DocumentDesk.class).stored(document)))
        .isInstanceOf(RegistrarException.NotFound.class);
    sign(member(scene, 0), document);
    sign(scene.secretary(), document);
    assertThat(of(document, "number")).startsWith("AP-");
    assertThat(told(document).maskedName()).isNull();
  }

  /** The account of a member of the commission. */
  private static String member(AppealScene scene, int place) throws Exception {
    String login =
        Scene.account(
            "TCH",
            null,
            Scene.number(
                "SELECT teacher_id FROM commission_member WHERE id = ?",
                scene.members().get(place)));
    Inside.as(
        Scene.holding("SEN"),
        () -> Inside.bean(CommissionDesk.class).renewRights(scene.commission()));
    return login;
  }
}
