package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.SheetAct;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.service.ExemptionDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.SheetQueries;
import kz.miras.registrar.attestation.service.rating.RatingAmendDesk;
import kz.miras.registrar.attestation.service.rating.RatingDesk;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.AcademicRecord.Past;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Students exempt on a document, in the container. */
@InsideTest
class ExemptionInsideIT {

  private static final int FIRST = 47;
  private static final int JOURNAL = 120;
  private static final BasisDocument ORDER =
      new BasisDocument(BasisDocument.Type.ORDER, "77-о", null, "medical certificate");

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ExemptionInsideIT.class, JournalScene.class, SheetScene.class);
  }

  private static SheetScene scene(String term, int wanted) throws SQLException {
    SheetScene scene = SheetScene.open(FIRST, wanted);
    Scene.change(
        "UPDATE sheet SET term_id = ?, version = version + 1 WHERE uuid = ?",
        Scene.term(term, 2205),
        scene.sheet());
    return scene;
  }

  private static BasisDocument order() throws SQLException {
    return new BasisDocument(ORDER.type(), ORDER.number(), Scene.today(), ORDER.reason());
  }

  private static SheetGrid grid(String login, SheetScene scene) throws Exception {
    return Inside.as(login, () -> Inside.bean(SheetQueries.class).grid(scene.sheet()));
  }

  private static String entries(SheetScene scene, int place) throws SQLException {
    return Scene.text(
        "SELECT GROUP_CONCAT(CONCAT(COALESCE(a.letter, '-'), '/', COALESCE(a.mark, '-'), '/',"
            + " a.corrects_id IS NOT NULL, '/', COALESCE(a.reason, '-')) ORDER BY a.position) FROM"
            + " achievement a JOIN sheet h ON h.id = a.sheet_id WHERE a.student_id = ? AND h.uuid ="
            + " ?",
        scene.student(place),
        scene.sheet());
  }

  private static Past past(SheetScene scene, int place) throws Exception {
    long discipline = Scene.number("SELECT discipline_id FROM sheet WHERE uuid = ?", scene.sheet());
    AcademicRecord record = Inside.bean(AcademicRecord.class);
    return Inside.as(
            Scene.holding("SPE"), () -> record.past(scene.student(place), Set.of(discipline)))
        .get(discipline);
  }

  @Test
  @DisplayName(
      "SHT-25 ACH-10 exempt on an order: nobody types there, what was typed comes back, and the"
          + " history names the order")
  void exempted() throws Exception {
    SheetScene scene = scene("EXEMPT-1", 2);
    ExemptionDesk desk = Inside.bean(ExemptionDesk.class);
    String senior = Scene.holding("SEN");
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "55"))
        .isEmpty();
    assertThatThrownBy(
            () ->
                SheetScene.act(
                    scene.teacher(), () -> desk.exempt(scene.sheet(), scene.row(0), ORDER)))
        .as("a teacher exempts nobody")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThat(SheetScene.refused(senior, () -> desk.exempt(scene.sheet(), scene.row(0), ORDER)))
        .containsExactly("attestation.basis.needed");
    BasisDocument order = order();
    SheetScene.act(senior, () -> desk.exempt(scene.sheet(), scene.row(0), order));
    SheetScene.act(senior, () -> desk.exempt(scene.sheet(), scene.row(1), order));
    assertThat(scene.told(0, "attestation.notice.exempt")).isOne();
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "60"))
        .isEqualTo("attestation.cell.exempt");
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "first", "60"))
        .isEqualTo("attestation.cell.exempt");
    SheetGrid seen = grid(scene.teacher(), scene);
    assertThat(seen.missing()).as("the rows are complete").isZero();
    assertThat(seen.rows().get(0).sign()).isEqualTo("EX");
    assertThat(seen.rows().get(0).exemption().number()).isEqualTo("77-о");
    assertThat(seen.rows().get(0).exemption().reason())
        .as("why is for the office: it may name an illness")
        .isNull();
    assertThat(seen.toString()).doesNotContain(ORDER.reason());
    assertThat(grid(senior, scene).rows().get(0).exemption().reason()).isEqualTo(ORDER.reason());
    assertThat(grid(Scene.holding("JUN"), scene).rows().get(0).exemption().reason())
        .isEqualTo(ORDER.reason());
    assertThat(seen.acts()).doesNotContain(SheetAct.EXEMPT);
    assertThat(grid(senior, scene).acts()).contains(SheetAct.EXEMPT);

    assertThat(SheetScene.refused(senior, () -> desk.lift(scene.sheet(), scene.row(0), " ")))
        .containsExactly("attestation.exempt.lift-reason");
    SheetScene.act(senior, () -> desk.lift(scene.sheet(), scene.row(0), "the wrong student"));
    assertThat(grid(senior, scene).rows().get(0).score()).as("comes back").isEqualTo(55);
    assertThat(scene.told(0, "attestation.notice.exempt-lifted")).isOne();
    assertThatThrownBy(() -> Scene.change("UPDATE exemption SET lift_reason = 'another'"))
        .hasMessageContaining("never changed");

    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    assertThat(
            SheetScene.refused(senior, () -> Inside.bean(SheetPosting.class).close(scene.sheet())))
        .as("who exempts does not close")
        .containsExactly("attestation.sheet.four-eyes");
    scene.close();
    assertThat(entries(scene, 1)).isEqualTo("-/EX/0/medical certificate");
    assertThat(
            Scene.text(
                "SELECT CONCAT(a.source_document LIKE '%77-о%', '/', a.author) FROM achievement a"
                    + " JOIN sheet h ON h.id = a.sheet_id WHERE a.student_id = ? AND h.uuid = ?",
                scene.student(1), scene.sheet()))
        .isEqualTo("1/" + senior);
    assertThat(past(scene, 1)).isEqualTo(new Past(Standing.PASSED, 0, false, false, true));
    assertThat(past(scene, 0).exempt()).isFalse();
    assertThat(SheetScene.refused(senior, () -> desk.lift(scene.sheet(), scene.row(1), "too late")))
        .containsExactly("attestation.exempt.posted");
  }

  private static CorrectionPolicy.Wish wish(CorrectionKind kind, Integer rating, Integer score)
      throws SQLException {
    return new CorrectionPolicy.Wish(
        kind,
        rating,
        score,
        null,
        "the certificate came late",
        CorrectionDocument.ORDER,
        "78-о",
        Scene.today());
  }

  @Test
  @DisplayName("ACH-10 COR-3 a posted result becomes an exemption, and an exemption a result")
  void corrected() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 30, 75);
    assertThat(past(scene, 0).standing()).isEqualTo(Standing.FAILED);
    scene.correct(wish(CorrectionKind.EXEMPTION, null, null));
    assertThat(entries(scene, 0)).endsWith("-/EX/1/the certificate came late");
    assertThat(past(scene, 0)).isEqualTo(new Past(Standing.PASSED, 0, false, false, true));
    assertThat(
            Scene.number(
                "SELECT COALESCE(score, -1) FROM achievement a JOIN sheet h ON h.id = a.sheet_id"
                    + " WHERE a.student_id = ? AND h.uuid = ? AND a.mark = 'EX'",
                scene.student(0),
                scene.sheet()))
        .as("no score stands with it")
        .isEqualTo(-1);
    assertThat(grid(Scene.holding("SPE"), scene).rows().get(0).mark()).isEqualTo("EX");

    scene.correct(wish(CorrectionKind.ERROR, 60, 70));
    assertThat(entries(scene, 0)).endsWith("C-/-/1/the certificate came late");
    assertThat(past(scene, 0)).isEqualTo(new Past(Standing.PASSED, 1, false, false, false));
  }

  @Test
  @DisplayName(
      "SHT-25 RAT-8 an exemption is taken off in a journal closed meanwhile, too: the rating is"
          + " mended there and comes into the sheet")
  void liftedAfterItsJournalIsClosed() throws Exception {
    try {
      List<String> two = Scene.students(JOURNAL, 2);
      JournalScene.Taught taught = JournalScene.Taught.of(two, 2);
      String sheet = Scene.text("SELECT uuid FROM sheet WHERE id = ?", taught.sheet());
      long row = rowOf(sheet, two.get(1));
      ExemptionDesk desk = Inside.bean(ExemptionDesk.class);
      String senior = Scene.holding("SEN");
      BasisDocument order = order();
      SheetScene.act(senior, () -> desk.exempt(sheet, row, order));
      assertThat(taught.types(two.get(0), "w12", "57")).isEmpty();
      assertThat(taught.types(two.get(0), "rk", "39")).isEmpty();
      assertThat(taught.types(two.get(1), "rk", "39")).isEqualTo("attestation.cell.exempt");
      RatingDesk journals = Inside.bean(RatingDesk.class);
      SheetScene.act(taught.author(), () -> journals.submit(taught.journal()));
      Inside.as(Scene.holding("SPE"), () -> journals.close(taught.journal()));

      SheetScene.act(senior, () -> desk.lift(sheet, row, "the wrong student"));

      long line = rowOf(taught.journal(), two.get(1));
      RatingAmendDesk amends = Inside.bean(RatingAmendDesk.class);
      List<RatingCell> cells =
          List.of(new RatingCell(line, "w12", "60", ""), new RatingCell(line, "rk", "60", ""));
      assertThat(
              Inside.as(taught.author(), () -> amends.request(taught.journal(), order, cells))
                  .refusals())
          .isEmpty();
      UUID request =
          UUID.fromString(
              Scene.text(
                  "SELECT a.uuid FROM rating_amendment a JOIN sheet h ON h.id = a.sheet_id WHERE"
                      + " h.uuid = ?",
                  taught.journal()));
      SheetScene.act(
          Scene.holding("DIR"), () -> amends.decide(taught.journal(), request, true, null));
      assertThat(taught.rating(2, two.get(1))).isEqualTo("60.000000000");
    } finally {
      JournalScene.past();
    }
  }

  private static long rowOf(String sheet, String student) throws SQLException {
    return Scene.number(
        "SELECT r.id FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id JOIN student s ON s.id ="
            + " r.student_id WHERE h.uuid = ? AND s.student_no = ?",
        sheet,
        student);
  }
}
