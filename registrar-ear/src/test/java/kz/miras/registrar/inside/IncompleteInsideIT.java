package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.achievement.service.CorrectionDesk;
import kz.miras.registrar.achievement.service.FollowingSheets;
import kz.miras.registrar.achievement.service.IncompleteDesk;
import kz.miras.registrar.achievement.service.IncompleteWatch;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.ExcuseDesk;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An I from its individual sitting to the failure at its last day, in the container. */
@InsideTest
class IncompleteInsideIT {

  private static final int FIRST = 173;
  private static final String TERM = "INC-25";
  private static final String MINE =
      " FROM grade_correction g JOIN sheet h ON h.id = g.sheet_id WHERE h.uuid = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(IncompleteInsideIT.class, SheetScene.class);
  }

  /** A published sheet in a term of its own, whose two students were absent for good reason. */
  private static SheetScene excused() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    Scene.change(
        "UPDATE sheet SET term_id = ? WHERE uuid = ?", Scene.term(TERM, 2225), scene.sheet());
    scene.examAt(scene.now().minusHours(1));
    ExcuseDesk desk = Inside.bean(ExcuseDesk.class);
    BasisDocument certificate = SheetScene.basis(BasisDocument.Type.CERTIFICATE);
    String senior = Scene.holding("SEN");
    for (int place : List.of(0, 1)) {
      SheetScene.type(scene.teacher(), scene.sheet(), scene.row(place), "score", "AB");
      SheetScene.act(senior, () -> desk.excuse(scene.sheet(), scene.row(place), certificate));
    }
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    PublicationDesk publications = Inside.bean(PublicationDesk.class);
    SheetScene.act(
        Scene.holding("SPE"), () -> publications.publish(scene.sheet(), SheetPart.RESULT));
    return scene;
  }

  /** Puts the term far back, so that the I of it has passed its last day, or where it was. */
  private static void term(boolean past) throws SQLException {
    String year = past ? "2001" : "2225";
    Scene.change(
        "UPDATE term SET starts_on = ?, ends_on = ? WHERE code = ?",
        year + "-09-01",
        year + "-12-31",
        TERM);
  }

  @Test
  @DisplayName(
      "INC-4 COR-3 after its last day an I is not sat for; one act asks for F, one of somebody else"
          + " approves")
  void expires() throws Exception {
    SheetScene scene = excused();
    String specialist = Scene.holding("SPE");
    FollowingSheets following = Inside.bean(FollowingSheets.class);
    assertThat(Inside.as(specialist, () -> following.needs(scene.sheet()).individual()))
        .isEqualTo(2);
    String others =
        Scene.text("SELECT COALESCE(GROUP_CONCAT(id), '0') FROM sheet WHERE kind = 'INDIVIDUAL'");
    assertThat(Inside.as(specialist, following::formIndividual)).isGreaterThanOrEqualTo(1);
    assertThat(Inside.as(specialist, () -> following.needs(scene.sheet()).individual()))
        .as("once")
        .isZero();
    String alone =
        Scene.text(
            "SELECT f.uuid FROM sheet f JOIN sheet h ON h.id = f.continues_id WHERE h.uuid = ?",
            scene.sheet());
    leaveOtherSheets(alone, others);
    SheetScene.act(specialist, () -> Inside.bean(SheetDesk.class).open(alone));
    long row =
        Scene.number(
            "SELECT MIN(r.id) FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.uuid = ?",
            alone);
    try {
      term(true);
      assertThat(SheetScene.type(scene.teacher(), alone, row, "score", "95"))
          .as("no day is named, so today counts")
          .isEqualTo("achievement.incomplete.late");
      SheetDesk desk = Inside.bean(SheetDesk.class);
      assertThat(
              SheetScene.refused(
                  specialist,
                  () ->
                      desk.appoint(
                          alone,
                          scene.teacherKey(),
                          scene.teacherKey(),
                          null,
                          Scene.today(),
                          null,
                          null)))
          .contains("achievement.incomplete.late");
      fails(scene, alone, specialist);
    } finally {
      term(false);
    }
  }

  private static void fails(SheetScene scene, String alone, String specialist) throws Exception {
    IncompleteDesk desk = Inside.bean(IncompleteDesk.class);
    Inside.bean(IncompleteWatch.class).tell();
    Inside.bean(IncompleteWatch.class).tell();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM incomplete_told WHERE about = 'OVER' AND student_id IN (?, ?)",
                scene.student(0),
                scene.student(1)))
        .as("the office is told once of each")
        .isEqualTo(2);
    Scene.change("UPDATE sheet SET exam_date = '2001-12-20' WHERE uuid = ?", alone);
    Inside.as(specialist, () -> desk.askExpiry("Р-25", Scene.today(), "the last day has passed"));
    assertThat(Scene.number("SELECT COUNT(*)" + MINE, scene.sheet()))
        .as("a sitting held in time is awaited")
        .isZero();
    Scene.change("UPDATE sheet SET exam_date = NULL WHERE uuid = ?", alone);
    assertThat(
            SheetScene.refused(specialist, () -> desk.askExpiry("", null, "the last day is over")))
        .containsExactly("achievement.correction.document-needed");
    Inside.as(specialist, () -> desk.askExpiry("Р-25", Scene.today(), "the last day has passed"));
    assertThat(Scene.number("SELECT COUNT(*)" + MINE, scene.sheet())).isEqualTo(2);
    assertThat(Inside.as(specialist, desk::open))
        .filteredOn(line -> line.asked() && line.seated())
        .as("shown with what waits")
        .hasSizeGreaterThanOrEqualTo(2);
    leaveOthers(scene);

    assertThatThrownBy(() -> Inside.as(specialist, desk::approveExpired))
        .as("who asks does not approve")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    String director = Scene.holding("DIR");
    assertThat(Inside.as(director, desk::approveExpired)).isEqualTo(2);
    assertThat(Inside.as(director, desk::approveExpired)).as("once").isZero();
    for (int place : List.of(0, 1)) {
      assertThat(
              Scene.text(
                  "SELECT GROUP_CONCAT(CONCAT(COALESCE(letter, mark), '/', COALESCE(percent, ''))"
                      + " ORDER BY position) FROM achievement WHERE student_id = ? AND sheet_id ="
                      + " (SELECT id FROM sheet WHERE uuid = ?)",
                  scene.student(place),
                  scene.sheet()))
          .isEqualTo("I/,F/0");
      assertThat(scene.told(place, "achievement.notice.expired")).isOne();
    }
    assertThat(
            Scene.text(
                "SELECT CONCAT(status, version_no) FROM sheet WHERE uuid = ?", scene.sheet()))
        .as("both rows in one version, on the one document")
        .isEqualTo("AMENDED2");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.uuid ="
                    + " ?",
                alone))
        .as("there is nothing left to sit for")
        .isZero();
  }

  /** Sheets formed for results of other tests are taken away again. */
  private static void leaveOtherSheets(String alone, String before) throws SQLException {
    String formed =
        " WHERE h.kind = 'INDIVIDUAL' AND h.status = 'CREATED' AND h.uuid <> ? AND h.id NOT IN ("
            + before
            + ")";
    Scene.change("DELETE r FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id" + formed, alone);
    Scene.change("DELETE h FROM sheet h" + formed, alone);
  }

  /** What the act has asked for about results of other tests is rejected again. */
  private static void leaveOthers(SheetScene scene) throws Exception {
    CorrectionDesk corrections = Inside.bean(CorrectionDesk.class);
    String director = Scene.holding("DIR");
    String others =
        Scene.text(
            "SELECT COALESCE(GROUP_CONCAT(g.uuid), '') FROM grade_correction g JOIN sheet h ON h.id"
                + " = g.sheet_id WHERE g.document_no = 'Р-25' AND h.uuid <> ?",
            scene.sheet());
    for (String other : others.isEmpty() ? List.<String>of() : List.of(others.split(","))) {
      SheetScene.act(
          director, () -> corrections.decide(UUID.fromString(other), false, "not of this test"));
    }
  }
}
