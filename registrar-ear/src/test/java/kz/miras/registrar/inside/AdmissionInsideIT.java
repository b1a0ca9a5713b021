package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.achievement.service.StudentSession;
import kz.miras.registrar.achievement.service.StudentSessionQueries;
import kz.miras.registrar.attestation.AdmissionDecision;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.service.AdmissionDesk;
import kz.miras.registrar.attestation.service.ExcuseDesk;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.SheetQueries;
import kz.miras.registrar.attestation.service.SheetTyping;
import kz.miras.registrar.attestation.service.rating.RatingDesk;
import kz.miras.registrar.attestation.service.room.RoomQueries;
import kz.miras.registrar.attestation.service.room.RoomView;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is admitted to an exam, told alike by notice, session page, sheet and room. */
@InsideTest
class AdmissionInsideIT {

  private static final int FIRST = 15;
  private static final String TERM = "ADM-2215";
  private static final String MARK =
      "SELECT CONCAT(COALESCE(score, ''), '/', COALESCE(mark, '')) FROM sheet_row WHERE id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        AdmissionInsideIT.class,
        JournalScene.class,
        RoomScene.class,
        RulesScene.class,
        SheetScene.class);
  }

  private static String type(SheetScene scene, int place, String text) throws Exception {
    return SheetScene.type(scene.teacher(), scene.sheet(), scene.row(place), "score", text);
  }

  @Test
  @DisplayName(
      "EXM-10 EXC-1 the examiner types numbers and AB; NA is set by the office on a document, and"
          + " only the office takes it away")
  void decidedByTheOffice() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    assertThat(type(scene, 0, "AE")).isEqualTo("attestation.cell.decided");
    assertThat(type(scene, 0, "NA")).isEqualTo("attestation.cell.decided");
    assertThat(type(scene, 0, "AB")).isEmpty();
    AdmissionDesk desk = Inside.bean(AdmissionDesk.class);
    BasisDocument memo = SheetScene.basis(BasisDocument.Type.MEMO);
    AdmissionDecision deny = new AdmissionDecision(true, memo);
    assertThatThrownBy(
            () ->
                SheetScene.act(
                    scene.teacher(), () -> desk.decide(scene.sheet(), scene.row(0), deny)))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    String senior = Scene.holding("SEN");
    BasisDocument none = new BasisDocument(BasisDocument.Type.MEMO, "", null, "");
    assertThat(
            SheetScene.refused(
                senior,
                () -> desk.decide(scene.sheet(), scene.row(0), new AdmissionDecision(true, none))))
        .containsExactly("attestation.basis.needed", "attestation.basis.reason");
    SheetScene.act(senior, () -> desk.decide(scene.sheet(), scene.row(0), deny));
    assertThat(Scene.text(MARK, scene.row(0))).isEqualTo("/NA");
    assertThat(scene.told(0, "attestation.notice.denied")).isOne();
    assertThat(type(scene, 0, "85")).isEqualTo("attestation.cell.denied");
    assertThat(type(scene, 0, "")).isEqualTo("attestation.cell.denied");
    assertThat(RoomScene.view(scene, senior).lines().get(0).admitted()).isFalse();
    assertThat(SheetScene.refused(senior, () -> desk.decide(scene.sheet(), scene.row(0), deny)))
        .containsExactly("attestation.denial.done");
    SheetScene.act(
        senior, () -> desk.decide(scene.sheet(), scene.row(0), new AdmissionDecision(false, memo)));
    assertThat(Scene.text(MARK, scene.row(0)))
        .as("the no-show the examiner had typed before")
        .isEqualTo("/AB");
    assertThat(scene.told(0, "attestation.notice.admitted-again")).isOne();
    assertThat(type(scene, 0, "85")).isEmpty();
    assertThatThrownBy(() -> Scene.change("UPDATE exam_admission SET denied = FALSE"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
  }

  @Test
  @DisplayName(
      "EXM-10 ATT-1 who has left after the exam was denied is not admitted again: W stands, and no"
          + " score is typed over it")
  void whoHasLeftStaysSo() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    AdmissionDesk desk = Inside.bean(AdmissionDesk.class);
    String senior = Scene.holding("SEN");
    BasisDocument memo = SheetScene.basis(BasisDocument.Type.MEMO);
    SheetScene.act(
        senior, () -> desk.decide(scene.sheet(), scene.row(0), new AdmissionDecision(true, memo)));
    Scene.change(
        "UPDATE sheet_row SET mark = 'W', version = version + 1 WHERE id = ?", scene.row(0));
    assertThat(RoomScene.view(scene, senior).deniable())
        .as("nothing to decide about who has left")
        .extracting(RoomView.Line::row)
        .containsExactly(scene.row(1));
    assertThat(
            SheetScene.refused(
                senior,
                () -> desk.decide(scene.sheet(), scene.row(0), new AdmissionDecision(false, memo))))
        .containsExactly("attestation.denial.closed");
    assertThat(Scene.text(MARK, scene.row(0))).isEqualTo("/W");
    assertThat(scene.told(0, "attestation.notice.admitted-again")).isZero();
    assertThat(type(scene, 0, "85")).isEqualTo("attestation.cell.withdrawn");
  }

  @Test
  @DisplayName(
      "EXM-10 CTL-16 who was seen in the room is denied nothing by one person: an act is drawn up")
  void whoSatIsNotDenied() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    RoomScene.record(scene, scene.teacher(), RoomScene.came(scene, 0, ExamAttendance.PRESENT, -1));
    AdmissionDesk desk = Inside.bean(AdmissionDesk.class);
    String senior = Scene.holding("SEN");
    AdmissionDecision deny = new AdmissionDecision(true, SheetScene.basis(BasisDocument.Type.MEMO));
    assertThat(SheetScene.refused(senior, () -> desk.decide(scene.sheet(), scene.row(0), deny)))
        .containsExactly("attestation.denial.sat");
    assertThat(RoomScene.view(scene, senior).deniable())
        .extracting(line -> line.row())
        .containsExactly(scene.row(1));
    assertThat(type(scene, 0, "85")).isEmpty();
  }

  @Test
  @DisplayName("EXC-1 who was seen in the room is not excused as a no-show, nor offered to be")
  void whoCameIsNotExcused() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    RoomScene.record(scene, scene.teacher(), RoomScene.came(scene, 0, ExamAttendance.PRESENT, -1));
    String senior = Scene.holding("SEN");
    ExcuseDesk desk = Inside.bean(ExcuseDesk.class);
    BasisDocument note = SheetScene.basis(BasisDocument.Type.CERTIFICATE);
    assertThat(SheetScene.refused(senior, () -> desk.excuse(scene.sheet(), scene.row(0), note)))
        .containsExactly("attestation.excuse.came");
    SheetQueries queries = Inside.bean(SheetQueries.class);
    assertThat(Inside.as(senior, () -> queries.grid(scene.sheet())).absent())
        .extracting(row -> row.id())
        .containsExactly(scene.row(1));
    SheetScene.act(senior, () -> desk.excuse(scene.sheet(), scene.row(1), note));
    assertThat(Scene.text(MARK, scene.row(1))).isEqualTo("/AE");
  }

  @Test
  @DisplayName("EXR-9 no score of who did not come or was sent out, and no AB of who came")
  void resultsGoWithTheRoom() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 3);
    assertThat(type(scene, 2, "95")).isEmpty();
    RoomScene.record(
        scene,
        scene.teacher(),
        RoomScene.came(scene, 0, ExamAttendance.PRESENT, -1),
        RoomScene.came(scene, 1, ExamAttendance.ABSENT, -1),
        RoomScene.came(scene, 2, ExamAttendance.ABSENT, -1));
    assertThat(type(scene, 0, "AB")).isEqualTo("attestation.cell.came");
    assertThat(type(scene, 0, "80")).isEmpty();
    assertThat(type(scene, 1, "95")).isEqualTo("attestation.cell.absent");
    assertThat(type(scene, 1, "AB")).isEmpty();
    String specialist = Scene.holding("SPE");
    RoomQueries rooms = Inside.bean(RoomQueries.class);
    assertThat(Inside.as(specialist, () -> rooms.unfit(scene.sheet())))
        .as("typed before the room said otherwise: told before closing")
        .hasSize(1);
    assertThat(RoomScene.view(scene, specialist).unfit())
        .extracting(line -> line.row())
        .containsExactly(scene.row(2));
    assertThat(type(scene, 2, "AB")).isEmpty();
    assertThat(Inside.as(specialist, () -> rooms.unfit(scene.sheet()))).isEmpty();
  }

  @Test
  @DisplayName("SHT-30 a cell of who has just left is refused by itself; the others are stored")
  void goneMeanwhile() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    Scene.change("DELETE FROM sheet_row WHERE id = ?", scene.row(1));
    SheetDesk desk = Inside.bean(SheetDesk.class);
    List<TypedCell> cells =
        List.of(
            new TypedCell(scene.row(1), "score", "91", 0, ""),
            new TypedCell(scene.row(0), "score", "90", 0, ""));
    List<SheetTyping.Typed> typed =
        Inside.as(scene.teacher(), () -> desk.type(scene.sheet(), cells));
    assertThat(typed.get(0).refusal().code()).isEqualTo("attestation.cell.gone");
    assertThat(typed.get(1).refusal()).isNull();
    assertThat(Scene.text(MARK, scene.row(0))).isEqualTo("90/");
  }

  @Test
  @DisplayName("SHT-30 so it is in a journal: the week of who stays is stored")
  void goneFromTheJournal() throws Exception {
    try {
      JournalScene.Taught taught = JournalScene.Taught.of(Scene.students(FIRST, 2), 2);
      String rows =
          "SELECT r.id FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.uuid = ? AND r.position = ?";
      long stays = Scene.number(rows, taught.journal(), 1);
      long gone = Scene.number(rows, taught.journal(), 2);
      Scene.change("DELETE FROM sheet_row WHERE id = ?", gone);
      RatingDesk desk = Inside.bean(RatingDesk.class);
      List<RatingCell> cells =
          List.of(new RatingCell(gone, "w12", "50", ""), new RatingCell(stays, "w12", "60", ""));
      List<String> codes =
          Inside.as(taught.author(), () -> desk.type(taught.journal(), cells)).stream()
              .map(typed -> typed.refusal() == null ? "" : typed.refusal().code())
              .toList();
      assertThat(codes).containsExactly("attestation.cell.gone", "");
    } finally {
      JournalScene.past();
    }
  }

  @Test
  @DisplayName(
      "EXM-6 a financial hold that counts is told by notice, session page, sheet and room alike")
  void heldAlike() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    Scene.change(
        "UPDATE sheet SET term_id = ?, rule_set_code = ? WHERE uuid = ?",
        Scene.term(TERM, 2215),
        RulesScene.with(scene.sheet(), "EXAM_FINANCIAL_BLOCK", "true"),
        scene.sheet());
    scene.examAt(scene.now().plusDays(1));
    String student = Scene.account("STU", scene.student(0), null);
    hold(scene.student(0));
    try {
      String specialist = Scene.holding("SPE");
      PublicationDesk desk = Inside.bean(PublicationDesk.class);
      SheetScene.act(specialist, () -> desk.publish(scene.sheet(), SheetPart.RATING));
      assertThat(scene.told(0, "attestation.notice.admitted")).isZero();
      assertThat(scene.told(0, "attestation.notice.held")).isOne();
      assertThat(scene.told(1, "attestation.notice.admitted")).isOne();
      StudentSession.Line line = session(student);
      assertThat(line.admitted()).isFalse();
      assertThat(line.held()).isTrue();
      scene.examAt(scene.now().minusMinutes(5));
      assertThat(type(scene, 0, "90")).isEqualTo("attestation.room.hold");
      assertThat(RoomScene.view(scene, specialist).lines().get(0).admitted()).isFalse();
      scene.examAt(scene.now().minusDays(3));
      assertThat(RoomScene.view(scene, specialist).lines().get(0).admitted())
          .as("placed after the exam, it turns nobody away who has sat it")
          .isTrue();
    } finally {
      Scene.change(
          "UPDATE student_hold SET removed_at = UTC_TIMESTAMP(6), removed_by = 'test',"
              + " removal_reason = 'paid' WHERE student_id = ? AND removed_at IS NULL",
          scene.student(0));
    }
  }

  private static StudentSession.Line session(String student) throws Exception {
    StudentSessionQueries queries = Inside.bean(StudentSessionQueries.class);
    return Inside.as(student, () -> queries.of("me", TERM)).lines().get(0);
  }

  /** Since yesterday: an exam some minutes ago may be one of yesterday too. */
  private static void hold(long student) throws SQLException {
    Scene.change(
        "INSERT INTO student_hold (id, uuid, student_id, kind, reason, contact, placed_by,"
            + " placed_at) VALUES (?, UUID(), ?, 'FINANCIAL', 'fees', 'the accounts', 'test',"
            + " UTC_TIMESTAMP(6) - INTERVAL 1 DAY)",
        Scene.next("registration_seq"),
        student);
  }
}
