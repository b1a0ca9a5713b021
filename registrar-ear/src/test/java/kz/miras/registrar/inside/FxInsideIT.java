package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.miras.registrar.achievement.service.FollowingSheets;
import kz.miras.registrar.achievement.service.FxDesk;
import kz.miras.registrar.achievement.service.FxEnding;
import kz.miras.registrar.achievement.service.FxQueries;
import kz.miras.registrar.achievement.service.FxSlipFile;
import kz.miras.registrar.achievement.service.FxView;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.retake.FxRightStatus;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.shared.Language;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The right of an FX retake from publication to its use or its end, in the container. */
@InsideTest
class FxInsideIT {

  private static final int FIRST = 173;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(FxInsideIT.class, SheetScene.class, FxScene.class);
  }

  /** A published sheet of two students with FX in a term of its own. */
  private static SheetScene published(long term, String until) throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    Scene.change("UPDATE sheet SET term_id = ? WHERE uuid = ?", term, scene.sheet());
    FxScene.window(term, until);
    scene.score(0, 49);
    scene.score(1, 25);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    SheetScene.act(Scene.holding("SPE"), () -> desk.publish(scene.sheet(), SheetPart.RESULT));
    return scene;
  }

  @Test
  @DisplayName(
      "FXR-1 FXR-3 publication gives the right, the slip is for one sitting, the retake uses it")
  void used() throws Exception {
    long term = Scene.term("FXR-45", 2145);
    SheetScene scene = published(term, "2146-01-16");
    assertThat(scene.told(0, "attestation.notice.fx-open")).isOne();
    String asked = FxScene.right(scene, 0);
    String listed = FxScene.right(scene, 1);
    String student = Scene.account("STU", scene.student(0), null);
    String senior = Scene.holding("SEN");
    FxDesk desk = Inside.bean(FxDesk.class);
    FxQueries queries = Inside.bean(FxQueries.class);
    Map<String, FxView> own = Inside.as(student, () -> queries.ofStudent("me"));
    assertThat(own.values())
        .filteredOn(view -> view.id().equals(asked))
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.mayAsk()).isTrue();
              assertThat(view.mayIssue()).isFalse();
              assertThat(view.until()).isEqualTo("2146-01-16");
            });
    assertThat(SheetScene.refused(student, () -> desk.ask(asked))).isEmpty();
    assertThat(SheetScene.refused(student, () -> desk.ask(asked)))
        .containsExactly("attestation.fx-right.asked");

    SheetScene.act(Scene.holding("ACC"), () -> desk.pay(listed, Scene.today(), "receipt 7"));
    assertThat(scene.told(1, "attestation.notice.fx-paid")).isOne();

    assertThat(Inside.as(senior, () -> desk.issueAll(term, false))).isOne();
    assertThat(FxScene.status(asked)).isEqualTo("SLIP");
    assertThat(FxScene.status(listed)).isEqualTo("OPEN");
    assertThat(Inside.as(senior, () -> desk.issueAll(term, true))).isOne();
    assertThat(scene.told(1, "attestation.notice.fx-slip")).isOne();
    assertThat(SheetScene.refused(senior, () -> desk.issue(asked)))
        .containsExactly("attestation.fx-right.slip");
    byte[] slip = Inside.as(student, () -> Inside.bean(FxSlipFile.class).print(asked, Language.KK));
    assertThat(new String(slip, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

    String specialist = Scene.holding("SPE");
    FollowingSheets following = Inside.bean(FollowingSheets.class);
    assertThat(Inside.as(specialist, () -> following.formAll(term))).isOne();
    assertThat(Inside.as(specialist, () -> following.formAll(term))).as("once only").isZero();
    assertThat(scene.told(0, "attestation.notice.following")).isOne();
    String retake =
        Scene.text(
            "SELECT f.uuid FROM sheet f JOIN sheet h ON h.id = f.continues_id WHERE h.uuid = ?",
            scene.sheet());
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id"
                    + " WHERE h.uuid = ?",
                retake))
        .isEqualTo(2);
    sit(scene, retake);
    assertThat(FxScene.status(asked)).isEqualTo("USED");
    assertThat(FxScene.status(listed)).isEqualTo("USED");
    assertThat(
            Scene.text(
                "SELECT letter FROM achievement WHERE student_id = ? AND sheet_kind = 'FX' ORDER BY"
                    + " position DESC LIMIT 1",
                scene.student(0)))
        .as("0.6 of 60 and 0.4 of 70 are 64")
        .isEqualTo("C-");
  }

  private static void sit(SheetScene scene, String retake) throws Exception {
    Scene.change(
        "UPDATE sheet SET status = 'OPEN', exam_date = ?, version = version + 1 WHERE uuid = ?",
        scene.now().toLocalDate(),
        retake);
    Scene.change(
        "UPDATE sheet_row r JOIN sheet h ON h.id = r.sheet_id SET r.score = 70 WHERE h.uuid = ? AND"
            + " r.mark IS NULL",
        retake);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(retake));
    SheetPosting posting = Inside.bean(SheetPosting.class);
    Inside.as(Scene.holding("SPE"), () -> posting.close(retake));
  }

  @Test
  @DisplayName(
      "FXR-1 FXR-5 a sitting posted as W frees the slip; the right ends, and is given again in time")
  void withdrawn() throws Exception {
    long term = Scene.term("FXR-49", 2149);
    SheetScene scene = published(term, "2150-01-16");
    String right = FxScene.right(scene, 0);
    FxDesk desk = Inside.bean(FxDesk.class);
    String senior = Scene.holding("SEN");
    assertThat(Inside.as(senior, () -> desk.issueAll(term, true))).isEqualTo(2);
    FollowingSheets following = Inside.bean(FollowingSheets.class);
    assertThat(Inside.as(Scene.holding("SPE"), () -> following.formAll(term))).isOne();
    String retake =
        Scene.text(
            "SELECT f.uuid FROM sheet f JOIN sheet h ON h.id = f.continues_id WHERE h.uuid = ?",
            scene.sheet());
    Scene.change(
        "UPDATE sheet_row r JOIN sheet h ON h.id = r.sheet_id SET r.mark = 'W' WHERE h.uuid = ? AND"
            + " r.student_id = ?",
        retake,
        scene.student(0));
    sit(scene, retake);
    assertThat(FxScene.status(FxScene.right(scene, 1))).isEqualTo("USED");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM fx_right WHERE uuid = ? AND status = 'SLIP' AND slip_sheet_id"
                    + " IS NULL",
                right))
        .isOne();

    long key = Scene.number("SELECT id FROM fx_right WHERE uuid = ?", right);
    FxEnding ending = Inside.bean(FxEnding.class);
    FxScene.window(term, Scene.today().minusDays(1).toString());
    assertThat(ending.due()).contains(key);
    ending.expire(key);
    assertThat(Inside.as(senior, () -> desk.openAll(term))).as("the window is over").isZero();
    FxScene.window(term, "2150-01-16");
    assertThat(Inside.as(senior, () -> desk.openAll(term))).isOne();
    assertThat(FxScene.status(right)).isEqualTo("OPEN");
    assertThat(Inside.as(senior, () -> desk.openAll(term))).as("once").isZero();
  }

  @Test
  @DisplayName("FXR-5 an unused right ends with the window and the student is told, once")
  void expired() throws Exception {
    long term = Scene.term("FXR-46", 2146);
    SheetScene scene = published(term, "2147-01-16");
    String right = FxScene.right(scene, 0);
    long key = Scene.number("SELECT id FROM fx_right WHERE uuid = ?", right);
    FxEnding ending = Inside.bean(FxEnding.class);
    assertThat(ending.due()).doesNotContain(key);
    ending.expire(key);
    assertThat(FxScene.status(right)).as("it came too early").isEqualTo("OPEN");
    FxScene.window(term, Scene.today().minusDays(1).toString());
    assertThat(ending.due()).contains(key);
    ending.expire(key);
    ending.expire(key);
    assertThat(FxScene.status(right)).isEqualTo(FxRightStatus.EXPIRED.name());
    assertThat(scene.told(0, "attestation.notice.fx-expired")).isOne();
    String student = Scene.account("STU", scene.student(0), null);
    assertThat(SheetScene.refused(student, () -> Inside.bean(FxDesk.class).ask(right)))
        .contains("attestation.fx-right.ended");
  }
}
