package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.room.AttendanceRecord;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.IncidentAct;
import kz.miras.registrar.attestation.room.IncidentKind;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.room.IncidentDesk;
import kz.miras.registrar.attestation.service.room.IncidentQueries;
import kz.miras.registrar.attestation.service.room.RoomDesk;
import kz.miras.registrar.attestation.service.room.RoomDesk.Recorded;
import kz.miras.registrar.attestation.service.room.RoomFile;
import kz.miras.registrar.attestation.service.room.RoomView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The exam room from the list at the door to the annulled result, in the container. */
@InsideTest
class ExamRoomInsideIT {

  private static final int FIRST = 15;
  private static final String ENTRIES =
      "SELECT GROUP_CONCAT(CONCAT(COALESCE(a.letter, a.mark), '/', COALESCE(a.score, ''), '/',"
          + " a.corrects_id IS NOT NULL, '/', a.kind) ORDER BY a.position) FROM achievement a WHERE"
          + " a.student_id = ? AND a.sheet_id = (SELECT id FROM sheet WHERE uuid = ?)";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ExamRoomInsideIT.class, RoomScene.class, SheetScene.class);
  }

  @Test
  @DisplayName(
      "EXM-6 EXR-1 who is admitted sits, known by a document; who did not come gets AB by whoever"
          + " types it")
  void attendance() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 4);
    scene.rate(3, 40, 40);
    String teacher = scene.teacher();
    assertThat(RoomScene.view(scene, teacher).admitted()).hasSize(3);
    assertThat(RoomScene.view(scene, teacher).refused().get(0).against())
        .extracting(Refusal::code)
        .containsExactly("attestation.room.rating-low");
    Map<Long, List<Refusal>> refused =
        RoomScene.record(
            scene,
            teacher,
            RoomScene.came(scene, 0, ExamAttendance.PRESENT, -1),
            RoomScene.came(scene, 2, ExamAttendance.ABSENT, -1),
            RoomScene.came(scene, 3, ExamAttendance.PRESENT, -1),
            new Recorded(scene.row(1), new AttendanceRecord(ExamAttendance.LATE, null), -1));
    assertThat(RoomScene.codes(refused, scene.row(3)))
        .containsExactly("attestation.room.not-on-list");
    assertThat(RoomScene.codes(refused, scene.row(1))).containsExactly("attestation.room.unknown");
    String junior = Scene.holding("JUN");
    assertThat(RoomScene.record(scene, junior, RoomScene.came(scene, 1, ExamAttendance.LATE, -1)))
        .isEmpty();
    assertThat(
            RoomScene.codes(
                RoomScene.record(
                    scene, teacher, RoomScene.came(scene, 1, ExamAttendance.REFUSED, -1)),
                scene.row(1)))
        .containsExactly("attestation.room.conflict");
    assertThat(
            RoomScene.codes(
                RoomScene.record(
                    scene, teacher, RoomScene.came(scene, 1, ExamAttendance.REMOVED, 0)),
                scene.row(1)))
        .containsExactly("attestation.room.no-act");

    RoomView room = RoomScene.view(scene, teacher);
    assertThat(room.lines().get(1).checkedBy()).isEqualTo(junior);
    assertThat(room.lines().get(1).checkedAt()).isNotNull();
    assertThat(room.noShows()).extracting(RoomView.Line::row).containsExactly(scene.row(2));
    assertThat(Scene.text(RoomScene.ROW, scene.row(2))).as("nothing by itself").isEqualTo("//");
    RoomDesk desk = Inside.bean(RoomDesk.class);
    assertThatThrownBy(() -> Inside.as(junior, () -> desk.typeNoShows(scene.sheet())))
        .isInstanceOf(RegistrarException.Forbidden.class);
    assertThat(Inside.as(teacher, () -> desk.typeNoShows(scene.sheet()))).isOne();
    assertThat(Scene.text(RoomScene.ROW, scene.row(2))).isEqualTo("/AB/" + teacher);
    assertThat(RoomScene.view(scene, teacher).noShows()).isEmpty();
    papers(scene, teacher);
    String stranger = Scene.account("TCH", null, Scene.number("SELECT MIN(id) FROM teacher"));
    assertThatThrownBy(() -> RoomScene.view(scene, stranger))
        .isInstanceOf(RegistrarException.NotFound.class);
    scene.examAt(scene.now().plusDays(1));
    assertThat(
            SheetScene.refused(
                junior,
                () ->
                    desk.record(
                        scene.sheet(), List.of(RoomScene.came(scene, 0, ExamAttendance.LATE, 0)))))
        .containsExactly("attestation.room.early");
  }

  private static void papers(SheetScene scene, String login) throws Exception {
    RoomFile file = Inside.bean(RoomFile.class);
    for (Language language : Language.values()) {
      assertThat(RoomScene.isPdf(Inside.as(login, () -> file.admitted(scene.sheet(), language))))
          .isTrue();
      assertThat(RoomScene.isPdf(Inside.as(login, () -> file.attendance(scene.sheet(), language))))
          .isTrue();
    }
  }

  /** An act about what happened when the exam began. */
  private static IncidentAct act(SheetScene scene, boolean removed) throws SQLException {
    UniversityTime time = Inside.bean(UniversityTime.class);
    String began =
        Scene.text(
            "SELECT CONCAT(exam_date, 'T', exam_time) FROM sheet WHERE uuid = ?", scene.sheet());
    return new IncidentAct(
        IncidentKind.DEVICE,
        LocalDateTime.parse(began).atZone(time.zone()).toInstant(),
        removed,
        "a telephone under the desk",
        List.of("Серікова А., examiner", "Ким В., invigilator"),
        "");
  }

  /** The first student came, and whoever teaches sends the student out by an act; its id. */
  private static String sentOut(SheetScene scene) throws Exception {
    String teacher = scene.teacher();
    RoomScene.record(scene, teacher, RoomScene.came(scene, 0, ExamAttendance.PRESENT, -1));
    IncidentDesk desk = Inside.bean(IncidentDesk.class);
    return Inside.as(teacher, () -> desk.register(scene.sheet(), scene.row(0), act(scene, true)));
  }

  @Test
  @DisplayName(
      "CTL-16 EXR-3 EXR-8 before closing an annulled exam is 0 in its row, nobody types over it, F"
          + " is posted")
  void annulledBefore() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    String teacher = scene.teacher();
    IncidentDesk desk = Inside.bean(IncidentDesk.class);
    String id = sentOut(scene);
    assertThat(RoomScene.view(scene, teacher).lines().get(0).state())
        .isEqualTo(ExamAttendance.REMOVED);
    assertThat(scene.told(0, "attestation.incident.notice.student")).isOne();
    BasisDocument basis = SheetScene.basis(BasisDocument.Type.ORDER);
    assertThatThrownBy(() -> SheetScene.act(teacher, () -> desk.decide(id, true, basis)))
        .isInstanceOf(RegistrarException.Forbidden.class);
    String director = Scene.holding("DIR");
    SheetScene.act(director, () -> desk.decide(id, true, basis));
    assertThat(Scene.text(RoomScene.ROW, scene.row(0))).isEqualTo("0//" + director);
    assertThat(SheetScene.type(teacher, scene.sheet(), scene.row(0), "score", "90"))
        .isEqualTo("attestation.cell.annulled");
    assertThat(SheetScene.refused(director, () -> desk.decide(id, false, basis)))
        .containsExactly("attestation.incident.decided");
    assertThat(scene.told(0, "attestation.incident.notice.annulled")).isOne();
    scene.score(1, 80);
    SheetScene.act(teacher, () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    assertThat(Scene.text(ENTRIES, scene.student(0), scene.sheet())).isEqualTo("F/0/0/MAIN");
    assertThat(Scene.text(ENTRIES, scene.student(1), scene.sheet())).isEqualTo("C/80/0/MAIN");
    RoomFile file = Inside.bean(RoomFile.class);
    for (Language language : Language.values()) {
      assertThat(RoomScene.isPdf(Inside.as(director, () -> file.act(id, language)))).isTrue();
    }
  }

  @Test
  @DisplayName(
      "EXR-3 EXR-9 who was sent out by an act is not recorded as present again to type a score,"
          + " before the act is dismissed; the trail says what the act recorded")
  void sentOutStays() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    String teacher = scene.teacher();
    IncidentDesk desk = Inside.bean(IncidentDesk.class);
    String id = sentOut(scene);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id WHERE"
                    + " e.action = 'exam-room.record' AND e.actor = ? AND e.entity_id = (SELECT id"
                    + " FROM sheet WHERE uuid = ?) AND d.after_values LIKE '%REMOVED%'",
                teacher, scene.sheet()))
        .isOne();
    assertThat(
            RoomScene.codes(
                RoomScene.record(
                    scene, teacher, RoomScene.came(scene, 0, ExamAttendance.PRESENT, 1)),
                scene.row(0)))
        .containsExactly("attestation.room.sent-out");
    assertThat(SheetScene.type(teacher, scene.sheet(), scene.row(0), "score", "90"))
        .isEqualTo("attestation.cell.no-work");
    SheetScene.act(
        Scene.holding("DIR"),
        () -> desk.decide(id, false, SheetScene.basis(BasisDocument.Type.ORDER)));
    assertThat(
            RoomScene.record(scene, teacher, RoomScene.came(scene, 0, ExamAttendance.PRESENT, 1)))
        .isEmpty();
    assertThat(SheetScene.type(teacher, scene.sheet(), scene.row(0), "score", "90")).isEmpty();
  }

  @Test
  @DisplayName(
      "CTL-16 EXR-8 a posted result is annulled by a new entry that names the act; dismissed, it"
          + " stands")
  void annulledAfter() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 80, 80);
    IncidentDesk desk = Inside.bean(IncidentDesk.class);
    String office = Scene.holding("SPE");
    String director = Scene.holding("DIR");
    List<String> acts = new ArrayList<>();
    for (int place : IntStream.range(0, 2).toArray()) {
      acts.add(
          Inside.as(
              office, () -> desk.register(scene.sheet(), scene.row(place), act(scene, false))));
    }
    BasisDocument basis = SheetScene.basis(BasisDocument.Type.ORDER);
    SheetScene.act(director, () -> desk.decide(acts.get(0), true, basis));
    SheetScene.act(director, () -> desk.decide(acts.get(1), false, basis));
    assertThat(Scene.text(ENTRIES, scene.student(0), scene.sheet()))
        .isEqualTo("C/80/0/MAIN,F/0/1/MAIN");
    assertThat(Scene.text(ENTRIES, scene.student(1), scene.sheet())).isEqualTo("C/80/0/MAIN");
    String number =
        Inside.as(director, () -> Inside.bean(IncidentQueries.class).view(acts.get(0))).number();
    assertThat(
            Scene.text(
                "SELECT CONCAT(source_document, '; ', reason) FROM achievement WHERE"
                    + " student_id = ? ORDER BY position DESC LIMIT 1",
                scene.student(0)))
        .contains("№ 12, ", "Акт № " + number);
    assertThat(Scene.text("SELECT status FROM sheet WHERE uuid = ?", scene.sheet()))
        .isEqualTo("AMENDED");
    assertThat(scene.told(0, "attestation.incident.notice.annulled")).isOne();
    assertThat(scene.told(1, "attestation.incident.notice.dismissed")).isOne();
    assertThatThrownBy(() -> Scene.change("UPDATE exam_incident SET description = 'nothing'"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("never changes");
    String again =
        Inside.as(office, () -> desk.register(scene.sheet(), scene.row(0), act(scene, false)));
    assertThat(SheetScene.refused(director, () -> desk.decide(again, true, basis)))
        .as("a result is annulled once")
        .containsExactly("attestation.incident.nothing");
  }
}
