package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.achievement.SessionForecast;
import kz.miras.registrar.achievement.service.closing.SessionClosing;
import kz.miras.registrar.achievement.service.closing.SessionClosingView;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.room.IncidentAct;
import kz.miras.registrar.attestation.room.IncidentKind;
import kz.miras.registrar.attestation.service.ExemptionDesk;
import kz.miras.registrar.attestation.service.SessionSheets.Waiting;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.room.IncidentDesk;
import kz.miras.registrar.attestation.service.together.SheetRun;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All that is submitted and complete of a session closed in one act, in the container. */
@InsideTest
class SessionClosingInsideIT {

  private static final int FIRST = 47;
  private static final String STATUS = "SELECT status FROM sheet WHERE uuid = ?";
  private static final String POSTED =
      "SELECT COUNT(*) FROM achievement a JOIN sheet h ON h.id = a.sheet_id WHERE h.uuid = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SessionClosingInsideIT.class, SheetScene.class, Soon.class, Marks.class);
  }

  /** A sheet of a term of its own with these scores. */
  private static SheetScene scored(long term, int... scores) throws SQLException {
    SheetScene scene = SheetScene.open(FIRST, scores.length);
    Scene.change("UPDATE sheet SET term_id = ? WHERE uuid = ?", term, scene.sheet());
    scene.examAt(scene.now().minusHours(1));
    for (int i = 0; i < scores.length; i++) {
      scene.score(i, scores[i]);
    }
    return scene;
  }

  private static SheetScene submitted(long term, int... scores) throws Exception {
    SheetScene scene = scored(term, scores);
    SheetDesk desk = Inside.bean(SheetDesk.class);
    SheetScene.act(scene.teacher(), () -> desk.submit(scene.sheet()));
    return scene;
  }

  private static SheetRun closed(String login, String term, boolean leftOutToo) throws Exception {
    SessionClosing desk = Inside.bean(SessionClosing.class);
    SheetRun run = Inside.as(login, () -> desk.start(term, leftOutToo));
    Soon.isSo("the closing of " + term + " ends", run::ended);
    return run;
  }

  private static List<String> rules(Waiting sheet) {
    return sheet.reasons().stream().map(Refusal::rule).toList();
  }

  @Test
  @DisplayName(
      "SHT-24 what is complete and of others is closed; what is not stays, each with its reason")
  void eachByItself() throws Exception {
    long term = Scene.term("CLOSE-1", 2195);
    String closer = Scene.holding("SPE");
    SheetScene ready = submitted(term, 80, 40);
    SheetScene incomplete = scored(term, 80);
    Scene.change("UPDATE sheet_row SET score = NULL WHERE id = ?", incomplete.row(0));
    Scene.change(
        "UPDATE sheet SET status = 'SUBMITTED', submitted_by = 'examiner', submitted_at ="
            + " UTC_TIMESTAMP(6), version = version + 1 WHERE uuid = ?",
        incomplete.sheet());
    SheetScene own = submitted(term, 70);
    Scene.change(
        "INSERT INTO sheet_typist (sheet_id, login) SELECT id, ? FROM sheet WHERE uuid = ?",
        closer,
        own.sheet());
    SheetScene excellent = submitted(term, 100, 100);
    for (int i = 0; i < 2; i++) {
      excellent.rate(i, 100, 100);
    }
    SessionClosing desk = Inside.bean(SessionClosing.class);

    SessionClosingView view = Inside.as(closer, () -> desk.of("CLOSE-1"));
    assertThat(view.ready()).extracting(Waiting::id).containsExactly(ready.sheet());
    assertThat(view.count(false).positive()).isEqualTo(1);
    assertThat(view.count(false).failed()).isEqualTo(1);
    assertThat(view.leftOut()).extracting(Waiting::id).containsExactly(excellent.sheet());
    assertThat(view.refused())
        .extracting(Waiting::id, SessionClosingInsideIT::rules)
        .containsExactlyInAnyOrder(
            tuple(incomplete.sheet(), List.of("SHT-4")), tuple(own.sheet(), List.of("SOD-1")));

    SessionForecast forecast = Inside.as(closer, () -> desk.forecast("CLOSE-1", false));
    assertThat(forecast.sheets()).isEqualTo(1);
    assertThat(forecast.changes()).hasSize(2);
    assertThat(forecast.withNewDebt()).as("who fails will owe").isEqualTo(1);
    assertThat(forecast.remarkable()).hasSize(1);
    assertThat(forecast.remarkable().get(0).sign()).endsWith(" FX");
    assertThat(Inside.as(closer, () -> desk.forecast("CLOSE-1", true)).sheets()).isEqualTo(2);
    assertThat(Scene.number(POSTED, ready.sheet())).as("nothing is posted by looking").isZero();

    SheetRun run = closed(closer, "CLOSE-1", false);
    assertThat(run.failed()).isFalse();
    assertThat(run.missed()).isEmpty();
    assertThat(run.done()).isEqualTo(1);
    assertThat(run.results()).isEqualTo(2);
    assertThat(Scene.text(STATUS, ready.sheet())).isEqualTo("CLOSED");
    assertThat(Scene.number(POSTED, ready.sheet())).isEqualTo(2);
    assertThat(Scene.text("SELECT closed_by FROM sheet WHERE uuid = ?", ready.sheet()))
        .as("closed by whoever pressed the button, not by the system")
        .isEqualTo(closer);
    for (SheetScene other : List.of(incomplete, own, excellent)) {
      assertThat(Scene.text(STATUS, other.sheet())).isEqualTo("SUBMITTED");
      assertThat(Scene.number(POSTED, other.sheet())).isZero();
    }

    assertThat(closed(closer, "CLOSE-1", true).done()).as("once asked for").isEqualTo(1);
    assertThat(Scene.text(STATUS, excellent.sheet())).isEqualTo("CLOSED");
    assertThat(SheetScene.refused(closer, () -> desk.start("CLOSE-1", true)))
        .containsExactly("attestation.together.nothing");
    assertThatThrownBy(() -> SheetScene.act(own.teacher(), () -> desk.of("CLOSE-1")))
        .isInstanceOf(RegistrarException.Forbidden.class);
  }

  @Test
  @DisplayName("SHT-24 SHT-25 EXR-9 of who is exempt nothing has to go with the attendance")
  void exemptAndAbsent() throws Exception {
    long term = Scene.term("CLOSE-3", 2164);
    SheetScene sheet = submitted(term, 80, 70);
    ExemptionDesk exempting = Inside.bean(ExemptionDesk.class);
    BasisDocument order = SheetScene.basis(BasisDocument.Type.ORDER);
    SheetScene.act(
        Scene.holding("SEN"), () -> exempting.exempt(sheet.sheet(), sheet.row(0), order));
    Scene.change(
        "INSERT INTO exam_attendance (sheet_id, student_id, state, recorded_by, recorded_at) SELECT"
            + " id, ?, 'ABSENT', 'in-room', UTC_TIMESTAMP(6) FROM sheet WHERE uuid = ?",
        sheet.student(0),
        sheet.sheet());
    SessionClosing desk = Inside.bean(SessionClosing.class);
    SessionClosingView view = Inside.as(Scene.holding("SPE"), () -> desk.of("CLOSE-3"));
    assertThat(view.leftOut()).isEmpty();
    assertThat(view.ready()).extracting(Waiting::id).containsExactly(sheet.sheet());
  }

  @Test
  @DisplayName(
      "SHT-24 EXR-8 an act registered after closing together has begun holds its sheet back, and no"
          + " other one")
  void actMeanwhile() throws Exception {
    long term = Scene.term("CLOSE-4", 2144);
    SheetScene sheet = submitted(term, 80, 70);
    SheetScene other = submitted(term, 80, 70);
    String closer = Scene.holding("SPE");
    String register = Scene.holding("SEN");
    SessionClosing desk = Inside.bean(SessionClosing.class);
    IncidentDesk incidents = Inside.bean(IncidentDesk.class);
    List<SheetRun> runs = new ArrayList<>();
    // whoever closes waits for the sheet, in which the act is stored meanwhile
    Marks.together(
        () -> {
          try {
            Scene.number("SELECT id FROM sheet WHERE uuid = ? FOR UPDATE", sheet.sheet());
            runs.add(Inside.as(closer, () -> desk.start("CLOSE-4", false)));
            Inside.as(register, () -> incidents.register(sheet.sheet(), sheet.row(0), act(sheet)));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    SheetRun run = runs.get(0);
    Soon.isSo("the closing of CLOSE-4 ends", run::ended);

    assertThat(run.failed()).isFalse();
    assertThat(run.done()).isEqualTo(1);
    assertThat(run.missed())
        .singleElement()
        .satisfies(missed -> assertThat(missed.id()).isEqualTo(sheet.sheet()))
        .satisfies(
            missed ->
                assertThat(missed.reasons()).extracting(Refusal::rule).containsExactly("EXR-8"));
    assertThat(Scene.text(STATUS, sheet.sheet())).isEqualTo("SUBMITTED");
    assertThat(Scene.number(POSTED, sheet.sheet())).isZero();
    assertThat(Scene.text(STATUS, other.sheet())).isEqualTo("CLOSED");
    assertThat(closed(closer, "CLOSE-4", true).done()).as("once asked for").isEqualTo(1);
    assertThat(Scene.text(STATUS, sheet.sheet())).isEqualTo("CLOSED");
  }

  private static IncidentAct act(SheetScene scene) throws SQLException {
    UniversityTime time = Inside.bean(UniversityTime.class);
    String began =
        Scene.text(
            "SELECT CONCAT(exam_date, 'T', exam_time) FROM sheet WHERE uuid = ?", scene.sheet());
    return new IncidentAct(
        IncidentKind.DEVICE,
        LocalDateTime.parse(began).atZone(time.zone()).toInstant(),
        false,
        "a telephone under the desk",
        List.of("Серікова А., examiner", "Ким В., invigilator"),
        "");
  }

  @Test
  @DisplayName(
      "SHT-24 sheets of the same students are closed at once, each once, and no chain is forked")
  void sameStudents() throws Exception {
    long term = Scene.term("CLOSE-2", 2196);
    List<SheetScene> scenes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      scenes.add(submitted(term, 60, 70));
    }
    String closer = Scene.holding("SPE");
    long before =
        Scene.number(
            "SELECT COALESCE(MAX(position), 0) FROM achievement_head WHERE student_id = ?",
            scenes.get(0).student(0));

    SheetRun run = closed(closer, "CLOSE-2", false);

    assertThat(run.missed()).isEmpty();
    assertThat(run.done()).isEqualTo(12);
    assertThat(run.results()).isEqualTo(24);
    for (SheetScene scene : scenes) {
      assertThat(Scene.text(STATUS, scene.sheet())).isEqualTo("CLOSED");
      assertThat(Scene.number(POSTED, scene.sheet())).isEqualTo(2);
    }
    assertThat(
            Scene.number(
                "SELECT position FROM achievement_head WHERE student_id = ?",
                scenes.get(0).student(0)))
        .isEqualTo(before + 12);
    assertThat(
            Scene.number(
                "SELECT position FROM achievement_summary WHERE student_id = ?",
                scenes.get(0).student(0)))
        .as("the stored figures are those of the whole history")
        .isEqualTo(before + 12);
    SessionClosing desk = Inside.bean(SessionClosing.class);
    assertThat(Inside.as(closer, () -> desk.run("CLOSE-2").orElseThrow().percent()))
        .as("who comes back finds how it went")
        .isEqualTo(100);
  }
}
