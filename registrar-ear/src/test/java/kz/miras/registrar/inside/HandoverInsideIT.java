package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.SheetHandover;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sheets follow their section, and not against an order, in the container. */
@InsideTest
class HandoverInsideIT {

  private static final int FIRST = 92;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(HandoverInsideIT.class, SheetScene.class, JournalScene.class);
  }

  private static void appointed(SheetScene scene, long teacher, LocalDate from, LocalDate to)
      throws SQLException {
    Scene.change(
        "INSERT INTO section_teacher (id, section_id, teacher_id, duty, valid_from, valid_to)"
            + " SELECT ?, section_id, ?, 'TEACHER', ?, ? FROM sheet WHERE uuid = ?",
        Scene.next("registration_seq"),
        teacher,
        from,
        to,
        scene.sheet());
  }

  private static String people(SheetScene scene) throws SQLException {
    return Scene.text(
        "SELECT CONCAT(teacher_id, '/', COALESCE(examiner_id, 'none')) FROM sheet WHERE uuid = ?",
        scene.sheet());
  }

  @Test
  @DisplayName("REG-12 SHT-6 who is named by order after leaving the section examines; else not")
  void namedByOrderStays() throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 1);
    long former = JournalScene.teacher();
    long next = JournalScene.teacher();
    LocalDate today = Scene.today();
    appointed(scene, former, today.minusDays(90), today.minusDays(30));
    appointed(scene, next, today.minusDays(29), null);
    Scene.change(
        "UPDATE sheet SET teacher_id = ?, examiner_id = ?, exam_date = NULL, exam_time = NULL WHERE"
            + " uuid = ?",
        former,
        former,
        scene.sheet());
    SheetHandover handover = Inside.bean(SheetHandover.class);
    handover.followDue();
    assertThat(people(scene)).as("replaced").isEqualTo(next + "/" + next);

    SheetDesk desk = Inside.bean(SheetDesk.class);
    SheetScene.act(
        Scene.holding("SPE"),
        () -> desk.appoint(scene.sheet(), next, former, "order 5", null, null, null));
    handover.followDue();
    assertThat(people(scene)).as("by order 5").isEqualTo(next + "/" + former);
  }

  @Test
  @DisplayName("FXR-4 a retake without an examiner is not filled by a replacement in the section")
  void retakeStaysOpen() throws Exception {
    SheetScene scene = SheetScene.open(FIRST + 1, 1);
    long former = JournalScene.teacher();
    LocalDate today = Scene.today();
    appointed(scene, former, today.minusDays(90), today.minusDays(1));
    appointed(scene, scene.teacherKey(), today, null);
    SheetScene first = SheetScene.closed(FIRST + 2, 40, 80);
    Scene.change(
        "UPDATE sheet SET kind = 'FX', continues_id = (SELECT f.id FROM sheet f WHERE f.uuid = ?),"
            + " teacher_id = ?, examiner_id = NULL WHERE uuid = ?",
        first.sheet(),
        former,
        scene.sheet());

    SheetHandover handover = Inside.bean(SheetHandover.class);
    handover.followDue();

    assertThat(people(scene)).isEqualTo(scene.teacherKey() + "/none");
  }
}
