package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.service.LateEntryDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A sheet given back after its lock, in the container. */
@InsideTest
class ReturnedLateInsideIT {

  private static final int FIRST = 95;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ReturnedLateInsideIT.class, SheetScene.class);
  }

  private static long asked(SheetScene scene) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice n JOIN account a ON a.id = n.account_id WHERE a.login ="
            + " 'director' AND n.code = 'attestation.notice.late-asked' AND n.link LIKE"
            + " CONCAT('%', ?)",
        scene.sheet());
  }

  private static String types(SheetScene scene, String text) throws Exception {
    return SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", text);
  }

  @Test
  @DisplayName("SHT-5 SHT-15 late entry is asked for with the give-back, or decided with it")
  void lateEntryWithIt() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    SheetDesk desk = Inside.bean(SheetDesk.class);
    scene.score(0, 70);
    SheetScene.act(scene.teacher(), () -> desk.submit(scene.sheet()));
    scene.examAt(scene.now().minusDays(20));

    SheetScene.act(Scene.holding("SPE"), () -> desk.giveBack(scene.sheet(), "row 1: 70 or 79?"));
    assertThat(asked(scene)).as("the director is asked").isEqualTo(1);
    assertThat(types(scene, "79")).isEqualTo("attestation.cell.locked");
    SheetScene.act(scene.teacher(), () -> desk.submit(scene.sheet()));

    LateEntryDesk late = Inside.bean(LateEntryDesk.class);
    LocalDate until = Scene.today().plusDays(1);
    BasisDocument none = new BasisDocument(BasisDocument.Type.DECISION, "", null, "");
    assertThat(
            SheetScene.refused(
                Scene.holding("DIR"),
                () -> late.giveBack(scene.sheet(), "row 1", until, null, none)))
        .containsExactly("attestation.basis.needed", "attestation.basis.reason");
    assertThat(Scene.text("SELECT status FROM sheet WHERE uuid = ?", scene.sheet()))
        .as("nothing is done by half")
        .isEqualTo("SUBMITTED");

    BasisDocument decision =
        new BasisDocument(BasisDocument.Type.DECISION, "31", Scene.today(), "70 for 79");
    SheetScene.act(
        Scene.holding("DIR"), () -> late.giveBack(scene.sheet(), "row 1", until, null, decision));
    assertThat(types(scene, "79")).as("mended in the same step").isEmpty();
    assertThat(asked(scene)).as("nobody is asked for what is decided").isEqualTo(1);
  }
}
