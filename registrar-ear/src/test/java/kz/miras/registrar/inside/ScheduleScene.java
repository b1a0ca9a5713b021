package kz.miras.registrar.inside;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.retake.ScheduleReason;
import kz.miras.registrar.attestation.service.retake.ScheduleDesk;

/** What tests of individual schedules do again and again. */
final class ScheduleScene {

  static final byte[] SCAN = "%PDF-1.7 certificate".getBytes(StandardCharsets.US_ASCII);

  /** First day of the individual session. */
  static final LocalDate FROM = LocalDate.of(2095, 1, 11);

  static final LocalDate TO = LocalDate.of(2095, 1, 14);

  private ScheduleScene() {}

  static String ask(SheetScene scene, ScheduleReason reason, boolean early) throws Exception {
    String student = Scene.account("STU", scene.student(0), null);
    ScheduleDesk desk = Inside.bean(ScheduleDesk.class);
    return Inside.as(
        student,
        () ->
            desk.ask(
                new ScheduleDesk.Asked("me", reason, early, "see there", Set.of(scene.sheet())),
                new ScheduleDesk.Certificate("C:\\papers\\note.pdf", SCAN)));
  }

  /** Somebody approves it by an order. */
  static void approve(String login, String id) throws Exception {
    ScheduleDesk desk = Inside.bean(ScheduleDesk.class);
    SheetScene.act(
        login, () -> desk.approve(id, SheetScene.basis(BasisDocument.Type.ORDER), FROM, TO));
  }

  /** The dean of the student's school. */
  static String dean(SheetScene scene) throws SQLException {
    String login = Scene.account("DEAN", null, null);
    Scene.change(
        "UPDATE role_grant SET school_id = (SELECT p.school_id FROM student s JOIN programme p ON"
            + " p.id = s.programme_id WHERE s.id = ?) WHERE account_id = (SELECT id FROM account"
            + " WHERE login = ?)",
        scene.student(0),
        login);
    return login;
  }
}
