package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import kz.miras.registrar.achievement.service.FollowingSheets;
import kz.miras.registrar.achievement.service.FxDesk;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who examines an FX retake where the rules ask for somebody else. */
@InsideTest
class FxExaminerInsideIT {

  private static final int FIRST = 173;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        FxExaminerInsideIT.class, SheetScene.class, FxScene.class, RulesScene.class);
  }

  @Test
  @DisplayName(
      "FXR-4 where the rules say so a retake is formed without an examiner, and whoever gave the FX"
          + " is refused")
  void somebodyElse() throws Exception {
    long term = Scene.term("FXR-2232", 2232);
    SheetScene scene = SheetScene.open(FIRST, 1);
    Scene.change(
        "UPDATE sheet SET term_id = ?, rule_set_code = ? WHERE uuid = ?",
        term,
        RulesScene.with(scene.sheet(), "FX_OTHER_EXAMINER", "true"),
        scene.sheet());
    FxScene.window(term, "2233-01-16");
    scene.score(0, 49);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    PublicationDesk publication = Inside.bean(PublicationDesk.class);
    SheetScene.act(
        Scene.holding("SPE"), () -> publication.publish(scene.sheet(), SheetPart.RESULT));
    FxDesk desk = Inside.bean(FxDesk.class);
    assertThat(Inside.as(Scene.holding("SEN"), () -> desk.issueAll(term, true))).isOne();
    FollowingSheets following = Inside.bean(FollowingSheets.class);
    String specialist = Scene.holding("SPE");
    assertThat(Inside.as(specialist, () -> following.formAll(term))).isOne();
    String retake =
        Scene.text(
            "SELECT f.uuid FROM sheet f JOIN sheet h ON h.id = f.continues_id WHERE h.uuid = ?",
            scene.sheet());
    assertThat(examiner(retake)).as("nobody by itself").isZero();

    long first = scene.teacherKey();
    long other = Scene.number("SELECT MIN(id) FROM teacher");
    SheetDesk sheets = Inside.bean(SheetDesk.class);
    assertThat(
            SheetScene.refused(
                specialist, () -> sheets.appoint(retake, first, first, null, null, null, null)))
        .containsExactly("attestation.fx.examiner");
    assertThat(examiner(retake)).isZero();
    assertThat(
            SheetScene.refused(
                specialist, () -> sheets.appoint(retake, first, other, null, null, null, null)))
        .isEmpty();
    assertThat(examiner(retake)).isEqualTo(other);
  }

  private static long examiner(String sheet) throws SQLException {
    return Scene.number("SELECT COALESCE(examiner_id, 0) FROM sheet WHERE uuid = ?", sheet);
  }
}
