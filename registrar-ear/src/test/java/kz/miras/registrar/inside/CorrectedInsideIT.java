package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.CorrectionView;
import kz.miras.registrar.achievement.service.CorrectionDesk;
import kz.miras.registrar.achievement.service.CorrectionTogether;
import kz.miras.registrar.achievement.service.FxEnding;
import kz.miras.registrar.achievement.service.StudentSession;
import kz.miras.registrar.achievement.service.StudentSessionQueries;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a correction brings with it: a word to the student, and the right an FX gives. */
@InsideTest
class CorrectedInsideIT {

  private static final int FIRST = 173;
  private static final String TERM = "COR-26";
  private static final String WAITING =
      "SELECT COUNT(*) FROM grade_correction g JOIN sheet h ON h.id = g.sheet_id WHERE h.uuid = ?"
          + " AND g.status = 'REQUESTED'";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(CorrectedInsideIT.class, SheetScene.class, FxScene.class);
  }

  private static CorrectionPolicy.Wish wish(CorrectionKind kind, Integer score) {
    return new CorrectionPolicy.Wish(
        kind,
        score == null ? null : 60,
        score,
        null,
        "two works were mixed up",
        CorrectionDocument.PROTOCOL,
        "ИС-26",
        Scene.today());
  }

  private static void publish(SheetScene scene) throws Exception {
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    SheetScene.act(Scene.holding("SPE"), () -> desk.publish(scene.sheet(), SheetPart.RESULT));
  }

  @Test
  @DisplayName("COR-2 the student of a published result is told of its correction, nobody before")
  void told() throws Exception {
    SheetScene unpublished = SheetScene.closed(FIRST, 80, 75);
    unpublished.correct(wish(CorrectionKind.ERROR, 90));
    assertThat(unpublished.told(0, "achievement.notice.corrected")).isZero();

    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    publish(scene);
    scene.correct(wish(CorrectionKind.ERROR, 90));
    assertThat(scene.told(0, "achievement.notice.corrected")).isOne();
    assertThat(scene.told(1, "achievement.notice.corrected")).isZero();
    assertThat(
            Scene.text(
                "SELECT args FROM notice WHERE student_id = ? AND code ="
                    + " 'achievement.notice.corrected' ORDER BY id DESC LIMIT 1",
                scene.student(0)))
        .contains("C (68 %)", "C+ (72 %)", "ИС-26");
  }

  @Test
  @DisplayName(
      "COR-1 COR-3 SHT-16 rows one document names are asked for all or none, decided together, and"
          + " make one version")
  void together() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    CorrectionTogether together = Inside.bean(CorrectionTogether.class);
    CorrectionDesk desk = Inside.bean(CorrectionDesk.class);
    String specialist = Scene.holding("SPE");
    String director = Scene.holding("DIR");
    CorrectionPolicy.Words words = wish(CorrectionKind.ERROR, 90).words();
    String one = Scene.text("SELECT student_no FROM student WHERE id = ?", scene.student(0));
    String other = Scene.text("SELECT student_no FROM student WHERE id = ?", scene.student(1));

    CorrectionTogether.Asked refused =
        Inside.as(
            specialist,
            () ->
                together.request(
                    scene.sheet(),
                    words,
                    Map.of(one, typed("60", "90"), other, typed("60", "9O"))));
    assertThat(refused.id()).isNull();
    assertThat(refused.rows().rows())
        .extracting(row -> row.problems().size(), row -> row.becomes() == null)
        .as("what stands against a row is told beside it")
        .containsExactly(tuple(0, false), tuple(1, true));
    assertThat(Scene.number(WAITING, scene.sheet())).as("all or none").isZero();
    assertThat(
            Inside.as(
                    specialist,
                    () ->
                        together.request(
                            scene.sheet(),
                            words,
                            Map.of(one, typed("60", "80"), other, typed(" 60 ", "75"))))
                .words()
                .refusals())
        .as("nothing is typed otherwise than it stands")
        .extracting(Refusal::code)
        .containsExactly("achievement.correction.none-typed");

    String first =
        Inside.as(
                specialist,
                () ->
                    together.request(
                        scene.sheet(),
                        words,
                        Map.of(one, typed("60", "90"), other, typed("60", "85"))))
            .id();
    assertThat(Scene.number(WAITING, scene.sheet())).isEqualTo(2);
    List<CorrectionView.Line> beside = beside(director, first);
    assertThat(beside).extracting(CorrectionView.Line::studentNo).containsExactly(other);
    List<String> shown = beside.stream().map(CorrectionView.Line::id).toList();
    assertThat(
            SheetScene.refused(
                director, () -> desk.decideTogether(UUID.fromString(first), shown, false, " ")))
        .containsExactly("achievement.correction.note-needed");
    SheetScene.act(director, () -> desk.decideTogether(UUID.fromString(first), shown, true, null));
    assertThat(Scene.number(WAITING, scene.sheet())).isZero();
    assertThat(
            Scene.text(
                "SELECT GROUP_CONCAT(v.version_no ORDER BY v.version_no) FROM sheet_version v JOIN"
                    + " sheet h ON h.id = v.sheet_id WHERE h.uuid = ?",
                scene.sheet()))
        .as("one version names both")
        .isEqualTo("1,2");
    assertThat(
            Scene.text(
                "SELECT GROUP_CONCAT(CONCAT(a.score, a.letter) ORDER BY a.recorded_at DESC, a.score"
                    + " DESC SEPARATOR ' ') FROM achievement a JOIN sheet h ON h.id = a.sheet_id"
                    + " WHERE h.uuid = ? AND a.corrects_id IS NOT NULL",
                scene.sheet()))
        .isEqualTo("90C+ 85C+");
  }

  @Test
  @DisplayName("COR-3 what was asked for after a request was shown is not decided with it")
  void unseen() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    CorrectionTogether together = Inside.bean(CorrectionTogether.class);
    CorrectionDesk desk = Inside.bean(CorrectionDesk.class);
    String director = Scene.holding("DIR");
    CorrectionPolicy.Words words = wish(CorrectionKind.ERROR, 90).words();
    String one = Scene.text("SELECT student_no FROM student WHERE id = ?", scene.student(0));
    String other = Scene.text("SELECT student_no FROM student WHERE id = ?", scene.student(1));
    String specialist = Scene.holding("SPE");
    String first =
        Inside.as(
                specialist,
                () -> together.request(scene.sheet(), words, Map.of(one, typed("60", "90"))))
            .id();
    assertThat(beside(director, first)).isEmpty();
    String later =
        Inside.as(
                specialist,
                () -> together.request(scene.sheet(), words, Map.of(other, typed("60", "85"))))
            .id();
    assertThat(beside(director, first)).extracting(CorrectionView.Line::id).containsExactly(later);
    SheetScene.act(
        director,
        () -> desk.decideTogether(UUID.fromString(first), List.of(), false, "not this one"));
    assertThat(Scene.number(WAITING, scene.sheet())).isOne();
    SheetScene.act(director, () -> desk.decide(UUID.fromString(later), false, "nor this one"));
    assertThat(Scene.number(WAITING, scene.sheet())).isZero();
  }

  private static List<CorrectionView.Line> beside(String login, String request) throws Exception {
    CorrectionDesk desk = Inside.bean(CorrectionDesk.class);
    return Inside.as(login, () -> desk.view(UUID.fromString(request))).together();
  }

  private static CorrectionTogether.Typed typed(String rating, String score) {
    return new CorrectionTogether.Typed(rating, score);
  }

  @Test
  @DisplayName("CTL-16 an exam is not annulled by a correction, whatever the document")
  void annulment() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    CorrectionDesk desk = Inside.bean(CorrectionDesk.class);
    String specialist = Scene.holding("SPE");
    String student = Scene.text("SELECT student_no FROM student WHERE id = ?", scene.student(0));
    long position = Inside.as(specialist, () -> desk.position(student, scene.sheet()));
    assertThat(
            SheetScene.refused(
                specialist,
                () -> desk.request(student, position, wish(CorrectionKind.ANNULMENT, null))))
        .containsExactly("achievement.correction.by-act");
  }

  private static StudentSession.Line line(SheetScene scene, int place) throws Exception {
    StudentSessionQueries queries = Inside.bean(StudentSessionQueries.class);
    String login = Scene.account("STU", scene.student(place), null);
    return Inside.as(login, () -> queries.of("me", TERM)).lines().get(0);
  }

  @Test
  @DisplayName(
      "FXR-1 CTL-7 a correction from F to FX gives the right; after the window nobody is promised a"
          + " retake")
  void right() throws Exception {
    long term = Scene.term(TERM, 2226);
    FxScene.window(term, "2227-01-15");
    SheetScene scene = SheetScene.open(FIRST, 2);
    Scene.change("UPDATE sheet SET term_id = ? WHERE uuid = ?", term, scene.sheet());
    scene.score(0, 24);
    scene.score(1, 49);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    publish(scene);
    assertThat(rights(scene, 0)).as("an F gives none").isZero();
    assertThat(line(scene, 1).reason()).isEqualTo("attestation.reason.FX_RETAKE_OPEN");

    scene.correct(wish(CorrectionKind.ERROR, 30));
    assertThat(rights(scene, 0)).isOne();
    assertThat(FxScene.status(FxScene.right(scene, 0))).isEqualTo("OPEN");
    assertThat(scene.told(0, "attestation.notice.fx-open")).isOne();
    assertThat(scene.told(1, "attestation.notice.fx-open")).as("once").isOne();

    FxScene.window(term, Scene.today().minusDays(1).toString());
    Inside.bean(FxEnding.class)
        .expire(
            Scene.number(
                "SELECT id FROM fx_right WHERE uuid = ?",
                UUID.fromString(FxScene.right(scene, 1)).toString()));
    assertThat(line(scene, 1).reason()).isEqualTo("attestation.reason.FX_EXHAUSTED");
  }

  private static long rights(SheetScene scene, int place) throws Exception {
    return Scene.number(
        "SELECT COUNT(*) FROM fx_right WHERE student_id = ? AND sheet_id = (SELECT id FROM sheet"
            + " WHERE uuid = ?)",
        scene.student(place),
        scene.sheet());
  }
}
