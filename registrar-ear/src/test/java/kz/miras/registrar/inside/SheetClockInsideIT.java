package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.service.LateEntryDesk;
import kz.miras.registrar.attestation.service.OverdueSheets;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Again;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Entry into a sheet, its lock, late entry and four eyes, in the container. */
@InsideTest
class SheetClockInsideIT {

  private static final int FIRST = 32;
  private static final String STATUS = "SELECT status FROM sheet WHERE uuid = ?";
  private static final String OF = " FROM sheet WHERE uuid = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SheetClockInsideIT.class, SheetScene.class, Crowd.class);
  }

  /** As the timer does it: again where another node was quicker with a row. */
  private static int escalate() {
    return Again.of(() -> Inside.bean(OverdueSheets.class).escalate());
  }

  private static Object extend(String login, String sheet, LocalDateTime until) throws Exception {
    LateEntryDesk desk = Inside.bean(LateEntryDesk.class);
    return SheetScene.act(
        login,
        () ->
            desk.extend(
                sheet,
                until.toLocalDate(),
                until.toLocalTime(),
                SheetScene.basis(BasisDocument.Type.DECISION)));
  }

  @Test
  @DisplayName(
      "CTL-15 SHT-15 a teacher against the deadline: stored before the lock, refused at it, let in"
          + " by a decision of the deputy only")
  void teacherAgainstTheDeadline() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 4);
    long row = scene.row(0);
    LocalDateTime now = scene.now();
    scene.examAt(now.minusHours(48).plusMinutes(3));
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), row, "score", "70")).isEmpty();

    scene.examAt(now.minusHours(48).minusSeconds(2));
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), row, "score", "71"))
        .isEqualTo("attestation.cell.locked");
    assertThat(Scene.number("SELECT score FROM sheet_row WHERE id = ?", row)).isEqualTo(70);

    assertThatThrownBy(() -> extend(Scene.holding("SEN"), scene.sheet(), now.plusHours(2)))
        .as("a senior specialist does not decide it")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    LateEntryDesk desk = Inside.bean(LateEntryDesk.class);
    String deputy = Scene.holding("DEP");
    assertThat(
            SheetScene.refused(
                deputy,
                () ->
                    desk.extend(
                        scene.sheet(),
                        now.minusHours(1).toLocalDate(),
                        now.minusHours(1).toLocalTime(),
                        new BasisDocument(null, "", null, ""))))
        .containsExactly(
            "attestation.basis.needed", "attestation.basis.reason", "attestation.extension.past");
    String both = Scene.account("DIR", null, scene.teacherKey());
    assertThat(
            SheetScene.refused(
                both,
                () ->
                    desk.extend(
                        scene.sheet(),
                        now.plusHours(2).toLocalDate(),
                        now.plusHours(2).toLocalTime(),
                        SheetScene.basis(BasisDocument.Type.DECISION))))
        .containsExactly("access.duty.own-sheet");

    extend(deputy, scene.sheet(), now.plusHours(2));
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), row, "score", "71")).isEmpty();
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), row, "first", "66")).isEmpty();
    assertThat(Scene.number("SELECT score FROM sheet_row WHERE id = ?", row)).isEqualTo(71);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE teacher_id = ? AND code ="
                    + " 'attestation.notice.extended'",
                scene.teacherKey()))
        .isPositive();
  }

  @Test
  @DisplayName(
      "SHT-13 a score waits for the named day of the exam and for admission, a rating ends with its"
          + " beginning")
  void entryHasItsTime() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 3);
    LocalDateTime now = scene.now();
    scene.rate(2, null, null);
    scene.rate(1, 49, 49);
    Scene.change(
        "UPDATE sheet SET exam_date = NULL, exam_time = NULL WHERE uuid = ?", scene.sheet());
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "70"))
        .isEqualTo("attestation.cell.no-day");
    scene.examAt(now.plusDays(1));
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "70"))
        .isEqualTo("attestation.cell.early");
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "first", "61"))
        .isEmpty();
    scene.examAt(now.minusMinutes(5));
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "first", "62"))
        .isEqualTo("attestation.cell.rating-late");
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(1), "score", "70"))
        .isEqualTo("attestation.cell.not-admitted");
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(2), "score", "70"))
        .isEqualTo("attestation.cell.no-rating");
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "70"))
        .isEmpty();
  }

  @Test
  @DisplayName(
      "SHT-14 a sheet nobody submitted falls overdue once for all nodes, posts nothing, and can"
          + " still be handed in")
  void overdue() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    LocalDateTime now = scene.now();
    scene.score(0, 70);
    scene.score(1, 80);
    scene.examAt(now.minusHours(50));
    String told =
        "SELECT COUNT(*) FROM notice WHERE teacher_id = ? AND code ="
            + " 'attestation.notice.overdue' AND args LIKE ?";
    String number = "%" + Scene.text("SELECT number" + OF, scene.sheet()) + "%";
    Callable<Object> look = SheetClockInsideIT::escalate;
    Crowd.atOnce(Inside.signedIn(Scene.holding("SYSTEM")), Collections.nCopies(2, look));
    assertThat(Scene.text(STATUS, scene.sheet())).isEqualTo("OVERDUE");
    assertThat(Scene.number(told, scene.teacherKey(), number)).isOne();
    escalate();
    assertThat(Scene.number(told, scene.teacherKey(), number)).as("told once").isOne();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM achievement WHERE sheet_id = (SELECT id" + OF + ")",
                scene.sheet()))
        .isZero();
    assertThatThrownBy(() -> scene.close()).isInstanceOf(RegistrarException.Refused.class);
    assertThat(
            SheetScene.refused(
                scene.teacher(),
                () ->
                    Inside.bean(SheetDesk.class)
                        .type(
                            scene.sheet(),
                            List.of(new TypedCell(scene.row(0), "score", "99", 0, null)))))
        .containsExactly("attestation.sheet.no-entry");
    String specialist = Scene.holding("SPE");
    assertThat(moved(specialist, scene, Scene.today().plusDays(1), null))
        .as("another day of the exam is no way around the decision")
        .containsExactly("attestation.sheet.day-stands");
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    assertThat(Scene.text(STATUS, scene.sheet())).isEqualTo("SUBMITTED");
    assertThat(scene.close()).isEqualTo(2);
  }

  @Test
  @DisplayName("SHT-14 SHT-15 of several decisions on late entry the latest says when it ends")
  void latestDecision() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    scene.examAt(scene.now().minusHours(60));
    decided(scene, "+ INTERVAL 2 HOUR", "- INTERVAL 2 HOUR");
    escalate();
    assertThat(Scene.text(STATUS, scene.sheet())).isEqualTo("OPEN");
    decided(scene, "- INTERVAL 1 MINUTE", "- INTERVAL 1 HOUR");
    escalate();
    assertThat(Scene.text(STATUS, scene.sheet())).isEqualTo("OVERDUE");
  }

  private static void decided(SheetScene scene, String until, String at) throws SQLException {
    Scene.change(
        "INSERT INTO sheet_extension (id, sheet_id, until_at, document, document_no, document_date,"
            + " reason, decided_by, decided_at) SELECT NEXTVAL(attestation_seq), id,"
            + " UTC_TIMESTAMP(6) "
            + until
            + ", 'DECISION', '12', CURRENT_DATE, 'the examiner was ill', 'deputy',"
            + " UTC_TIMESTAMP(6) "
            + at
            + OF,
        scene.sheet());
  }

  @Test
  @DisplayName("SHT-15 the office postpones an exam nobody has a score of; then its day stands")
  void dayStands() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    LocalDateTime begun = scene.now().minusHours(1);
    scene.examAt(begun);
    String specialist = Scene.holding("SPE");
    assertThat(moved(specialist, scene, null, null))
        .as("without a day entry would never be locked")
        .containsExactly("attestation.sheet.day-stands");
    assertThat(moved(specialist, scene, begun.toLocalDate(), LocalTime.of(23, 59))).isEmpty();
    assertThat(SheetScene.type(scene.teacher(), scene.sheet(), scene.row(0), "score", "70"))
        .isEmpty();
    assertThat(moved(specialist, scene, begun.toLocalDate(), LocalTime.of(23, 58)))
        .containsExactly("attestation.sheet.day-stands");
  }

  private static List<String> moved(
      String specialist, SheetScene scene, LocalDate day, LocalTime at) throws Exception {
    SheetDesk desk = Inside.bean(SheetDesk.class);
    long teacher = scene.teacherKey();
    return SheetScene.refused(
        specialist, () -> desk.appoint(scene.sheet(), teacher, teacher, null, day, at, null));
  }

  @Test
  @DisplayName("SOD-1 whoever ever typed does not close, also when somebody else typed over it")
  void whoeverTypedDoesNotClose() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    scene.examAt(scene.now().minusHours(1));
    String first = Scene.holding("SEN");
    String second = Scene.holding("SEN");
    assertThat(SheetScene.type(first, scene.sheet(), scene.row(0), "score", "60")).isEmpty();
    assertThat(SheetScene.type(second, scene.sheet(), scene.row(0), "score", "61")).isEmpty();
    assertThat(Scene.text("SELECT scored_by FROM sheet_row WHERE id = ?", scene.row(0)))
        .isEqualTo(second);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    SheetPosting posting = Inside.bean(SheetPosting.class);
    for (String typist : List.of(first, second)) {
      assertThat(SheetScene.refused(typist, () -> posting.close(scene.sheet())))
          .as(typist)
          .containsExactly("attestation.sheet.four-eyes");
    }
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE sheet SET status = 'CLOSED', closed_by = ?, closed_at ="
                        + " UTC_TIMESTAMP(6) WHERE uuid = ?",
                    first,
                    scene.sheet()))
        .as("nor past the product")
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("does not close");
    assertThat(scene.close()).isOne();
  }
}
