package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.service.ExemptionDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.room.CodingDesk;
import kz.miras.registrar.attestation.service.room.RoomFile;
import kz.miras.registrar.attestation.service.room.WorkDesk;
import kz.miras.registrar.attestation.service.room.WorkDesk.Marked;
import kz.miras.registrar.attestation.service.room.WorksView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Written works that are marked without names, in the container. */
@InsideTest
class CodedWorksInsideIT {

  private static final int FIRST = 15;
  private static final String CODE =
      "SELECT w.code FROM work_code w JOIN sheet s ON s.id = w.sheet_id WHERE s.uuid = ? AND"
          + " w.student_id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(CodedWorksInsideIT.class, RoomScene.class, SheetScene.class);
  }

  /** A sheet of three who sat, whose works a senior specialist has coded. */
  private static SheetScene coded(String senior) throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 4);
    CodingDesk desk = Inside.bean(CodingDesk.class);
    assertThat(SheetScene.refused(senior, () -> desk.code(scene.sheet())))
        .containsExactly("attestation.coding.unrecorded");
    RoomScene.record(
        scene,
        scene.teacher(),
        RoomScene.came(scene, 0, ExamAttendance.PRESENT, -1),
        RoomScene.came(scene, 1, ExamAttendance.LATE, -1),
        RoomScene.came(scene, 2, ExamAttendance.PRESENT, -1),
        RoomScene.came(scene, 3, ExamAttendance.ABSENT, -1));
    assertThat(Inside.as(senior, () -> desk.code(scene.sheet()))).isEqualTo(3);
    return scene;
  }

  @Test
  @DisplayName(
      "EXR-4 EXR-5 EXR-6 works are coded by the office, marked by code, decoded in one act; the"
          + " examiner is told nowhere whose they are")
  void works() throws Exception {
    String senior = Scene.holding("SEN");
    String office = Scene.holding("SPE");
    SheetScene scene = coded(senior);
    String teacher = scene.teacher();
    hidden(scene, teacher);
    WorkDesk works = Inside.bean(WorkDesk.class);
    CodingDesk coding = Inside.bean(CodingDesk.class);
    List<String> codes =
        Inside.as(teacher, () -> works.view(scene.sheet())).lines().stream()
            .map(WorksView.Line::code)
            .toList();
    assertThat(codes).hasSize(3).isSorted();
    assertThat(SheetScene.type(teacher, scene.sheet(), scene.row(0), "score", "80"))
        .isEqualTo("attestation.cell.coded");
    assertThat(SheetScene.type(teacher, scene.sheet(), scene.row(3), "score", "AB")).isEmpty();
    assertThat(
            SheetScene.refused(
                senior,
                () -> works.mark(scene.sheet(), List.of(new Marked(codes.get(0), "80", null)))))
        .as("whoever coded knows")
        .containsExactly("attestation.coding.knows");
    Map<String, Refusal> problems =
        Inside.as(
            teacher,
            () ->
                works.mark(
                    scene.sheet(),
                    List.of(
                        new Marked(codes.get(0), "81", null),
                        new Marked(codes.get(1), "101", null))));
    assertThat(problems.keySet()).containsExactly(codes.get(1));
    assertThat(SheetScene.refused(office, () -> coding.decode(scene.sheet())))
        .containsExactly("attestation.coding.unmarked");
    assertThat(SheetScene.refused(office, () -> coding.lift(scene.sheet())))
        .containsExactly("attestation.coding.marked");
    assertThat(
            SheetScene.refused(teacher, () -> Inside.bean(SheetDesk.class).submit(scene.sheet())))
        .as("nothing stands in the sheet yet")
        .isNotEmpty();
    Inside.as(
        teacher,
        () ->
            works.mark(
                scene.sheet(),
                List.of(
                    new Marked(codes.get(1), "72", null), new Marked(codes.get(2), "0", null))));
    assertThat(
            Inside.as(
                    teacher,
                    () -> works.mark(scene.sheet(), List.of(new Marked(codes.get(2), "55", null))))
                .get(codes.get(2))
                .code())
        .isEqualTo("attestation.cell.conflict");
    hidden(scene, teacher);
    CodingDesk.Decoded decoded = Inside.as(office, () -> coding.decode(scene.sheet()));
    assertThat(decoded).isEqualTo(new CodingDesk.Decoded(3, 0));
    stand(scene, codes, teacher);
    assertThat(SheetScene.type(teacher, scene.sheet(), scene.row(0), "score", "99"))
        .isEqualTo("attestation.cell.decoded");
    assertThat(SheetScene.refused(office, () -> coding.decode(scene.sheet())))
        .containsExactly("attestation.coding.decoded");
    assertThatThrownBy(() -> Scene.change("UPDATE work_log SET works = 9"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
    SheetDesk desk = Inside.bean(SheetDesk.class);
    SheetScene.act(teacher, () -> desk.submit(scene.sheet()));
    SheetScene.act(Scene.holding("SPE"), () -> desk.giveBack(scene.sheet(), "work 3"));
    assertThat(SheetScene.type(teacher, scene.sheet(), scene.row(1), "score", "99"))
        .as("EXR-6: given back it is still for an appeal only")
        .isEqualTo("attestation.cell.decoded");
    SheetScene.act(teacher, () -> desk.submit(scene.sheet()));
    scene.close();
  }

  @Test
  @DisplayName(
      "EXR-6 SHT-25 the mark of who is exempt when the works are decoded is there again once the"
          + " exemption is taken off")
  void exemptMeanwhile() throws Exception {
    String senior = Scene.holding("SEN");
    String office = Scene.holding("SPE");
    SheetScene scene = coded(senior);
    String teacher = scene.teacher();
    WorkDesk works = Inside.bean(WorkDesk.class);
    List<Marked> marks =
        Inside.as(teacher, () -> works.view(scene.sheet())).lines().stream()
            .map(line -> new Marked(line.code(), "77", null))
            .toList();
    Inside.as(teacher, () -> works.mark(scene.sheet(), marks));
    ExemptionDesk exempting = Inside.bean(ExemptionDesk.class);
    BasisDocument order = SheetScene.basis(BasisDocument.Type.ORDER);
    SheetScene.act(senior, () -> exempting.exempt(scene.sheet(), scene.row(0), order));
    CodingDesk coding = Inside.bean(CodingDesk.class);
    assertThat(Inside.as(office, () -> coding.decode(scene.sheet())))
        .isEqualTo(new CodingDesk.Decoded(2, 1));
    SheetScene.act(senior, () -> exempting.lift(scene.sheet(), scene.row(0), "taken back"));
    assertThat(Scene.text(RoomScene.ROW, scene.row(0))).isEqualTo("77//" + teacher);
  }

  /** Every student has the score that stood under the code of the work, typed by whoever marked. */
  private static void stand(SheetScene scene, List<String> codes, String teacher)
      throws SQLException {
    List<Integer> scores = List.of(81, 72, 0);
    for (int place = 0; place < 3; place++) {
      String code = Scene.text(CODE, scene.sheet(), scene.student(place));
      assertThat(Scene.text(RoomScene.ROW, scene.row(place)))
          .isEqualTo(scores.get(codes.indexOf(code)) + "//" + teacher);
    }
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_typist t JOIN sheet s ON s.id = t.sheet_id WHERE s.uuid"
                    + " = ? AND t.login IN (SELECT decoded_by FROM work_coding c WHERE c.sheet_id ="
                    + " s.id)",
                scene.sheet()))
        .as("whoever decoded does not close")
        .isOne();
  }

  /** No page, paper or record of change names a student beside a code. */
  private static void hidden(SheetScene scene, String teacher) throws Exception {
    List<String> codes = new ArrayList<>();
    for (int place = 0; place < 3; place++) {
      codes.add(Scene.text(CODE, scene.sheet(), scene.student(place)));
    }
    String room = Json.write(RoomScene.view(scene, teacher));
    WorkDesk works = Inside.bean(WorkDesk.class);
    String marks = Json.write(Inside.as(teacher, () -> works.view(scene.sheet())));
    for (int place = 0; place < 3; place++) {
      assertThat(room).doesNotContain(codes.get(place));
      assertThat(marks)
          .contains(codes.get(place))
          .doesNotContain(
              Scene.text("SELECT student_no FROM student WHERE id = ?", scene.student(place)))
          .doesNotContain(
              Scene.text("SELECT last_name FROM student WHERE id = ?", scene.student(place)));
    }
    RoomFile file = Inside.bean(RoomFile.class);
    assertThatThrownBy(() -> Inside.as(teacher, () -> file.codes(scene.sheet(), Language.RU)))
        .isInstanceOf(RegistrarException.Forbidden.class);
    assertThat(
            RoomScene.isPdf(
                Inside.as(Scene.holding("SPE"), () -> file.codes(scene.sheet(), Language.KK))))
        .isTrue();
  }
}
