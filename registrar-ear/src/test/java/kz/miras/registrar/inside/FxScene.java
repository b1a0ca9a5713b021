package kz.miras.registrar.inside;

import java.sql.SQLException;

/** Windows and rights of FX retakes of a test. */
final class FxScene {

  private FxScene() {}

  static void window(long term, String until) throws SQLException {
    Scene.change("DELETE FROM calendar_event WHERE term_id = ?", term);
    Scene.change(
        "INSERT INTO calendar_event (id, term_id, kind, starts_on, ends_on) VALUES (?, ?,"
            + " 'FX_WINDOW', ?, ?)",
        Scene.next("calendar_seq"),
        term,
        until,
        until);
  }

  static String right(SheetScene scene, int place) throws SQLException {
    return Scene.text(
        "SELECT uuid FROM fx_right WHERE student_id = ? AND sheet_id = (SELECT id FROM sheet WHERE"
            + " uuid = ?)",
        scene.student(place),
        scene.sheet());
  }

  static String status(String right) throws SQLException {
    return Scene.text("SELECT status FROM fx_right WHERE uuid = ?", right);
  }
}
