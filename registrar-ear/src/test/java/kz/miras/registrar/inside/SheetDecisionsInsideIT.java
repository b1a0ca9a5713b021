package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.ExcuseDesk;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.together.SheetRun;
import kz.miras.registrar.attestation.service.together.SheetRunDesk;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Publication of a sheet and excused absences, in the container. */
@InsideTest
class SheetDecisionsInsideIT {

  private static final int FIRST = 15;
  private static final String STATUS = "SELECT status FROM sheet WHERE uuid = ?";
  private static final String OF = " FROM sheet WHERE uuid = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SheetDecisionsInsideIT.class, SheetScene.class, Soon.class);
  }

  @Test
  @DisplayName("PUB-1 ratings and results are published once each, and each student is told")
  void published() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    scene.rate(1, 40, 40);
    scene.examAt(scene.now().plusDays(1));
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    String specialist = Scene.holding("SPE");
    assertThat(SheetScene.refused(specialist, () -> desk.publish(scene.sheet(), SheetPart.RESULT)))
        .containsExactly("attestation.publication.not-posted");
    SheetScene.act(specialist, () -> desk.publish(scene.sheet(), SheetPart.RATING));
    assertThat(scene.told(0, "attestation.notice.admitted")).isOne();
    assertThat(scene.told(1, "attestation.notice.not-admitted")).isOne();
    assertThat(SheetScene.refused(specialist, () -> desk.publish(scene.sheet(), SheetPart.RATING)))
        .containsExactly("attestation.publication.done");
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "first", "90"))
        .as("what the students know stands")
        .isEqualTo("attestation.cell.rating-published");

    scene.examAt(scene.now().minusHours(1));
    scene.score(0, 75);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    assertThat(scene.told(0, "attestation.notice.results")).isZero();
    SheetScene.act(specialist, () -> desk.publish(scene.sheet(), SheetPart.RESULT));
    assertThat(scene.told(0, "attestation.notice.results")).isOne();
    assertThat(scene.told(1, "attestation.notice.results")).isOne();
    assertThatThrownBy(
            () -> Scene.change("UPDATE sheet_publication SET published_at = UTC_TIMESTAMP(6)"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
  }

  @Test
  @DisplayName("PUB-1 what waits in a whole term is published in one act, and nothing twice")
  void publishedTogether() throws Exception {
    List<SheetScene> scenes = List.of(SheetScene.open(FIRST, 1), SheetScene.open(FIRST + 1, 1));
    for (SheetScene scene : scenes) {
      scene.score(0, 75);
      SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
      scene.close();
    }
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    String specialist = Scene.holding("SPE");
    long term = Scene.number("SELECT term_id FROM sheet WHERE uuid = ?", scenes.get(0).sheet());
    int ready = Inside.as(specialist, () -> desk.ready(term, SheetPart.RESULT));
    assertThat(ready).isGreaterThanOrEqualTo(2);
    String code = Scene.text("SELECT code FROM term WHERE id = ?", term);
    SheetRunDesk together = Inside.bean(SheetRunDesk.class);
    SheetRun run = Inside.as(specialist, () -> together.publish(code, SheetPart.RESULT));
    Soon.isSo("what waits in " + code + " is published", run::ended);
    assertThat(run.missed()).isEmpty();
    assertThat(run.done()).isEqualTo(ready);
    for (SheetScene scene : scenes) {
      assertThat(scene.told(0, "attestation.notice.results")).isOne();
    }
    assertThat(SheetScene.refused(specialist, () -> together.publish(code, SheetPart.RESULT)))
        .containsExactly("attestation.together.nothing");
    assertThatThrownBy(
            () -> Inside.as(Scene.holding("JUN"), () -> together.publish(code, SheetPart.RESULT)))
        .as("a junior specialist publishes nothing")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
  }

  @Test
  @DisplayName(
      "EXC-1 a no-show becomes excused in the open sheet and in the history, and is no correction")
  void excused() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 3);
    scene.examAt(scene.now().minusHours(1));
    ExcuseDesk desk = Inside.bean(ExcuseDesk.class);
    String senior = Scene.holding("SEN");
    BasisDocument certificate = SheetScene.basis(BasisDocument.Type.CERTIFICATE);
    SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "AB");
    SheetScene.type(scene.teacher(), scene.sheet(), scene.row(1), "score", "AB");
    SheetScene.type(scene.teacher(), scene.sheet(), scene.row(2), "score", "55");
    assertThat(
            SheetScene.refused(senior, () -> desk.excuse(scene.sheet(), scene.row(2), certificate)))
        .containsExactly("attestation.excuse.no-absence");
    SheetScene.act(senior, () -> desk.excuse(scene.sheet(), scene.row(0), certificate));
    assertThat(Scene.text("SELECT mark FROM sheet_row WHERE id = ?", scene.row(0))).isEqualTo("AE");
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "AB"))
        .isEqualTo("attestation.cell.excused");
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    SheetPosting posting = Inside.bean(SheetPosting.class);
    assertThat(SheetScene.refused(senior, () -> posting.close(scene.sheet())))
        .as("who decided about a mark does not close")
        .containsExactly("attestation.sheet.four-eyes");
    scene.close();

    SheetScene.act(senior, () -> desk.excuse(scene.sheet(), scene.row(1), certificate));
    String entries =
        "SELECT GROUP_CONCAT(CONCAT(COALESCE(a.letter, ''), '/', COALESCE(a.mark, ''), '/',"
            + " a.corrects_id IS NOT NULL, '/', a.kind) ORDER BY a.position) FROM achievement a"
            + " WHERE a.student_id = ? AND a.sheet_id = (SELECT id"
            + OF
            + ")";
    assertThat(Scene.text(entries, scene.student(1), scene.sheet()))
        .isEqualTo("F/AB/0/MAIN,/I/1/MAIN");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM grade_correction g WHERE g.student_id = ? AND g.sheet_id ="
                    + " (SELECT id"
                    + OF
                    + ")",
                scene.student(1),
                scene.sheet()))
        .isZero();
    assertThat(scene.told(1, "attestation.notice.excused")).isOne();
    assertThat(
            SheetScene.refused(senior, () -> desk.excuse(scene.sheet(), scene.row(1), certificate)))
        .containsExactly("attestation.excuse.done");
    assertThat(Scene.text(STATUS, scene.sheet())).isEqualTo("AMENDED");
    assertThat(
            Scene.text(
                "SELECT CONCAT(h.version_no, '/', COUNT(*), '/', MIN(a.version_no), '/',"
                    + " MIN(a.document), '/', MIN(a.student_id)) FROM sheet h JOIN sheet_amendment"
                    + " a ON a.sheet_id = h.id WHERE h.uuid = ?",
                scene.sheet()))
        .as("SHT-16 the next version names the row and the document")
        .isEqualTo("2/1/2/CERTIFICATE/" + scene.student(1));
  }

  @Test
  @DisplayName(
      "EXC-1 who was excused by mistake sits the exam after all: the office takes it back on a"
          + " document, and may excuse again")
  void takenBack() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    ExcuseDesk desk = Inside.bean(ExcuseDesk.class);
    String senior = Scene.holding("SEN");
    BasisDocument note = SheetScene.basis(BasisDocument.Type.CERTIFICATE);
    BasisDocument memo = SheetScene.basis(BasisDocument.Type.MEMO);
    String teacher = scene.teacher();
    assertThat(SheetScene.refused(senior, () -> desk.lift(scene.sheet(), scene.row(0), memo)))
        .containsExactly("attestation.excuse.none");
    SheetScene.act(senior, () -> desk.excuse(scene.sheet(), scene.row(0), note));
    assertThat(SheetScene.type(teacher, scene.sheet(), scene.row(0), "score", "80"))
        .isEqualTo("attestation.cell.excused");
    assertThatThrownBy(
            () -> SheetScene.act(teacher, () -> desk.lift(scene.sheet(), scene.row(0), memo)))
        .as("a teacher takes nothing back")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);

    SheetScene.act(senior, () -> desk.lift(scene.sheet(), scene.row(0), memo));

    assertThat(scene.told(0, "attestation.notice.excuse-lifted")).isOne();
    assertThat(SheetScene.type(teacher, scene.sheet(), scene.row(0), "score", "")).isEmpty();
    SheetScene.act(senior, () -> desk.excuse(scene.sheet(), scene.row(0), note));
    SheetScene.act(senior, () -> desk.lift(scene.sheet(), scene.row(0), memo));
    assertThat(SheetScene.type(teacher, scene.sheet(), scene.row(0), "score", "80")).isEmpty();
    assertThatThrownBy(() -> Scene.change("UPDATE absence_excuse_lift SET reason = 'x'"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
  }

  @Test
  @DisplayName("SHT-6 who teaches a sheet keeps its journals too, replaced on a basis only")
  void journalsFollow() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    long key = Scene.next("attestation_seq");
    Scene.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, section_id, rates_id,"
            + " period_no, rule_set_code, teacher_id, status) SELECT ?, UUID(), ?, 'RATING',"
            + " term_id, discipline_id, section_id, id, 1, rule_set_code, teacher_id, 'OPEN'"
            + OF,
        key,
        "J-" + key,
        scene.sheet());
    Scene.change("UPDATE sheet SET status = 'CREATED' WHERE uuid = ?", scene.sheet());
    long other = Scene.number("SELECT MIN(id) FROM teacher");
    SheetDesk desk = Inside.bean(SheetDesk.class);
    String specialist = Scene.holding("SPE");
    assertThat(
            SheetScene.refused(
                specialist,
                () -> desk.appoint(scene.sheet(), other, other, null, null, null, null)))
        .as("the journal is open already")
        .containsExactly("attestation.appoint.basis");
    SheetScene.act(
        specialist, () -> desk.appoint(scene.sheet(), other, other, "order 9", null, null, null));
    assertThat(
            Scene.text(
                "SELECT CONCAT(teacher_id, ' ', appointment_basis, ' ', examiner_id IS NULL) FROM"
                    + " sheet WHERE id = ?",
                key))
        .isEqualTo(other + " order 9 1");
  }

  private static List<Boolean> waits(SheetScene scene) throws Exception {
    String number = Scene.text("SELECT number" + OF, scene.sheet());
    ListQueries lists = Inside.bean(ListQueries.class);
    List<Boolean> waits = new ArrayList<>();
    for (String due : List.of("rating", "publish-ratings")) {
      ListQuery query =
          new ListQuery(0, 1, null, true, Map.of(ListQuery.ONLY, due, "number", number), null);
      String login = due.equals("rating") ? scene.teacher() : Scene.holding("SPE");
      waits.add(Inside.as(login, () -> lists.page("sheets", query)).total() > 0);
    }
    return waits;
  }

  @Test
  @DisplayName(
      "RAT-3 RAT-6 a period that is left out keeps no ratings back, and whose ratings come from a"
          + " journal waits for no teacher in the sheet")
  void missingRatings() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    scene.examAt(scene.now().plusDays(1));
    assertThat(waits(scene)).containsExactly(false, true);
    scene.rate(0, null, 60);
    assertThat(waits(scene)).containsExactly(true, false);
    Scene.change("UPDATE sheet SET journal_periods = 1 WHERE uuid = ?", scene.sheet());
    assertThat(waits(scene)).as("the journal owes it").containsExactly(false, false);
    Scene.change("UPDATE sheet_row SET left_out_period = 1 WHERE id = ?", scene.row(0));
    assertThat(waits(scene)).containsExactly(false, true);
    scene.rate(0, null, null);
    assertThat(waits(scene)).as("there is no other rating").containsExactly(true, false);
  }
}
