package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.service.CorrectionDesk;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** An open sheet of an exam, with a teacher who also examines, entered by plain SQL. */
final class SheetScene {

  private final String sheet;
  private final long teacherKey;
  private final String teacher;
  private final List<Long> rows = new ArrayList<>();
  private final List<Long> students = new ArrayList<>();

  private SheetScene(String sheet, long teacherKey, String teacher) {
    this.sheet = sheet;
    this.teacherKey = teacherKey;
    this.teacher = teacher;
  }

  /**
   * A sheet of a discipline of its own with this many students of {@link Scene} from a place on,
   * all admitted and without a score; its exam has just begun.
   */
  static SheetScene open(int first, int wanted) throws SQLException {
    List<String> numbers = Scene.students(first, wanted);
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", wanted);
    // results of these sheets change nobody's average; credits and debts they do give
    Scene.change(
        "UPDATE discipline SET excluded_from_gpa = TRUE WHERE id = (SELECT discipline_id FROM"
            + " offering WHERE id = ?)",
        offering);
    long teacher = Scene.number("SELECT MAX(id) FROM teacher");
    long key = Scene.next("attestation_seq");
    SheetScene scene =
        new SheetScene(UUID.randomUUID().toString(), teacher, Scene.account("TCH", null, teacher));
    Scene.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, section_id,"
            + " rule_set_code, teacher_id, examiner_id, status) SELECT ?, ?, ?, 'MAIN', o.term_id,"
            + " o.discipline_id, ?, (SELECT MIN(rule_set_code) FROM sheet WHERE kind = 'MAIN' AND"
            + " rule_set_code LIKE 'policy-%'), ?,"
            + " ?, 'OPEN' FROM offering o WHERE o.id = ?",
        key, scene.sheet, "IN-" + key, section, teacher, teacher, offering);
    int position = 1;
    for (String number : numbers) {
      long student = Scene.number("SELECT id FROM student WHERE student_no = ?", number);
      long row = Scene.next("attestation_seq");
      Scene.change(
          "INSERT INTO sheet_row (id, sheet_id, student_id, position, p1, p2) VALUES (?, ?, ?, ?,"
              + " 60, 60)",
          row,
          key,
          student,
          position++);
      scene.rows.add(row);
      scene.students.add(student);
    }
    scene.examAt(scene.now().minusMinutes(10));
    return scene;
  }

  /** A closed sheet of two students from a place on with these scores. */
  static SheetScene closed(int from, int first, int second) throws Exception {
    SheetScene scene = open(from, 2);
    scene.examAt(scene.now().minusHours(1));
    scene.score(0, first);
    scene.score(1, second);
    act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
    return scene;
  }

  String sheet() {
    return sheet;
  }

  String teacher() {
    return teacher;
  }

  long teacherKey() {
    return teacherKey;
  }

  long row(int place) {
    return rows.get(place);
  }

  long student(int place) {
    return students.get(place);
  }

  /** What the university's clocks show. */
  LocalDateTime now() {
    UniversityTime time = Inside.bean(UniversityTime.class);
    return LocalDateTime.ofInstant(time.now(), time.zone()).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Puts the exam to this moment. */
  void examAt(LocalDateTime at) throws SQLException {
    Scene.change(
        "UPDATE sheet SET exam_date = ?, exam_time = ?, version = version + 1 WHERE uuid = ?",
        at.toLocalDate(),
        at.toLocalTime(),
        sheet);
  }

  void rate(int place, Integer first, Integer second) throws SQLException {
    Scene.change("UPDATE sheet_row SET p1 = ?, p2 = ? WHERE id = ?", first, second, row(place));
  }

  void score(int place, int score) throws SQLException {
    Scene.change("UPDATE sheet_row SET score = ? WHERE id = ?", score, row(place));
  }

  /** How often a student was told this about the discipline of the sheet. */
  long told(int place, String code) throws SQLException {
    String discipline =
        Scene.text(
            "SELECT d.code FROM sheet s JOIN discipline d ON d.id = s.discipline_id WHERE s.uuid ="
                + " ?",
            sheet);
    return Scene.number(
        "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code = ? AND args LIKE ?",
        student(place),
        code,
        "%" + discipline + "%");
  }

  /** A specialist who typed nothing closes it. */
  int close() throws Exception {
    SheetPosting posting = Inside.bean(SheetPosting.class);
    return Inside.as(Scene.holding("SPE"), () -> posting.close(sheet));
  }

  /** A specialist asks for a correction of the first row, the director approves. */
  void correct(CorrectionPolicy.Wish wish) throws Exception {
    CorrectionDesk desk = Inside.bean(CorrectionDesk.class);
    String student = Scene.text("SELECT student_no FROM student WHERE id = ?", student(0));
    String request =
        Inside.as(
            Scene.holding("SPE"), () -> desk.request(student, desk.position(student, sheet), wish));
    act(Scene.holding("DIR"), () -> desk.decide(UUID.fromString(request), true, "agreed"));
  }

  /** Document 12 of today. */
  static BasisDocument basis(BasisDocument.Type type) {
    return new BasisDocument(type, "12", Scene.today(), "the examiner was ill");
  }

  /** Types one cell; answers why it was not stored, or nothing. */
  static String type(String login, String sheet, long row, String column, String text)
      throws Exception {
    int version = (int) Scene.number("SELECT version FROM sheet_row WHERE id = ?", row);
    SheetDesk desk = Inside.bean(SheetDesk.class);
    List<TypedCell> cells = List.of(new TypedCell(row, column, text, version, null));
    Refusal refusal = Inside.as(login, () -> desk.type(sheet, cells)).get(0).refusal();
    return refusal == null ? "" : refusal.code();
  }

  /** Does something as somebody. */
  static Object act(String login, Runnable work) throws Exception {
    return Inside.as(
        login,
        () -> {
          work.run();
          return null;
        });
  }

  /** Codes of what refused it; none where it was done. */
  static List<String> refused(String login, Runnable work) throws Exception {
    try {
      act(login, work);
      return List.of();
    } catch (RegistrarException.Refused e) {
      return e.refusals().stream().map(Refusal::code).toList();
    }
  }
}
