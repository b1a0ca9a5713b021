package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;

/** Sheets closed in a month long past by a teacher of their own, and corrections of today. */
final class IntegrityScene {

  private static final int YEAR = 2187;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 20);

  final PromotionScene around;
  final long teacher;
  final List<Long> students = new ArrayList<>();
  private final String rules;

  private static IntegrityScene made;

  /** The scene, made once. */
  static synchronized IntegrityScene made() throws SQLException {
    if (made == null) {
      made = new IntegrityScene();
    }
    return made;
  }

  private IntegrityScene() throws SQLException {
    around = new PromotionScene(YEAR);
    rules = Scene.text("SELECT MIN(code) FROM rule_set WHERE level = 'MASTER'");
    teacher = Scene.number("SELECT MAX(id) FROM teacher");
    for (int i = 0; i < 11; i++) {
      students.add(around.student(1, "STUDYING"));
    }
  }

  /** A sheet of some of the students closed on a day, each with this rating and score. */
  long sheet(int of, int rating, int score, String closed) throws Exception {
    long sheet = Scene.next("attestation_seq");
    long discipline =
        Scene.number("SELECT discipline_id FROM offering WHERE id = ?", Scene.offering(5));
    Scene.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " teacher_id, examiner_id, status) VALUES (?, UUID(), ?, 'MAIN', ?, ?, ?, ?, ?,"
            + " 'OPEN')",
        sheet,
        "INT-" + sheet,
        around.autumn,
        discipline,
        rules,
        teacher,
        teacher);
    for (int i = 0; i < of; i++) {
      Scene.change(
          "INSERT INTO sheet_row (id, sheet_id, student_id, position, p1, p2, score) VALUES (?, ?,"
              + " ?, ?, ?, ?, ?)",
          Scene.next("attestation_seq"),
          sheet,
          students.get(i),
          i + 1,
          rating,
          rating,
          score);
    }
    Scene.change(
        "UPDATE sheet SET status = 'CLOSED', submitted_by = 'examiner', submitted_at ="
            + " UTC_TIMESTAMP(6), closed_by = 'office', closed_at = ?, exam_date = ? WHERE id = ?",
        closed,
        DAY,
        sheet);
    int percent = Math.round(0.6f * rating + 0.4f * score);
    for (int i = 0; i < of; i++) {
      post(students.get(i), discipline, sheet, rating, score, percent, null);
    }
    return sheet;
  }

  /** The result of the first student in a sheet is corrected today at the wish of somebody. */
  void correct(long sheet, int percent, String wish) throws Exception {
    long student = students.get(0);
    long entry =
        Scene.number(
            "SELECT MAX(id) FROM achievement WHERE student_id = ? AND sheet_id = ?",
            student,
            sheet);
    long position = Scene.number("SELECT position FROM achievement WHERE id = ?", entry);
    Scene.change(
        "INSERT INTO grade_correction (id, uuid, student_id, achievement_id, position, sheet_id,"
            + " kind, reason, document, document_no, document_date, status, requested_by,"
            + " requested_at, decided_by, decided_at) VALUES (?, UUID(), ?, ?, ?, ?, 'ERROR',"
            + " 'counted wrongly', 'MEMO', '7', university_today(), 'APPROVED', ?,"
            + " UTC_TIMESTAMP(6), 'deputy-of-scene', UTC_TIMESTAMP(6))",
        Scene.next("achievement_seq"),
        student,
        entry,
        position,
        sheet,
        wish);
    long discipline = Scene.number("SELECT discipline_id FROM sheet WHERE id = ?", sheet);
    post(student, discipline, sheet, null, null, percent, position);
  }

  private void post(
      long student,
      long discipline,
      long sheet,
      Integer rating,
      Integer score,
      int percent,
      Long corrects)
      throws Exception {
    Marks.post(
        new Ledger.Posting(
            student,
            Marks.studied(discipline, 5),
            new LedgerEntry.Outcome(
                around.autumn,
                new TermRef(YEAR, TermType.AUTUMN),
                ResultKind.MAIN,
                1,
                rating,
                score,
                Grade.of(percent, GradeScale.V2),
                DAY,
                rules),
            new LedgerEntry.Source(
                sheet,
                SheetKind.MAIN,
                "sheet " + sheet,
                corrects,
                corrects == null ? null : "counted wrongly",
                false,
                "test",
                Instant.now())));
  }
}
