package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingExcuse;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.rating.DispositionDesk;
import kz.miras.registrar.attestation.service.rating.RatingDesk;
import kz.miras.registrar.attestation.service.rating.RatingFormation;
import kz.miras.registrar.attestation.service.rating.RatingQueries;
import kz.miras.registrar.office.service.DeskQueries;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** A term that is half over, a sheet in it, and the journals of its periods. */
final class JournalScene {

  /** Weeks of study: the second period is weeks 12 to 21, and it is week 21. */
  private static final int WEEKS = 21;

  private JournalScene() {}

  /** Puts the term where nobody looks: beside the present one it would be taken for it. */
  static void past() throws SQLException {
    Scene.change(
        "UPDATE term SET starts_on = '2009-09-01', ends_on = '2010-02-28' WHERE code = 'JOURNAL'");
  }

  /** The term, half over today; {@link #past} puts it away after each test. */
  private static synchronized long term() throws SQLException {
    LocalDate begins = Scene.today().minusWeeks(WEEKS - 1);
    if (Scene.number("SELECT COUNT(*) FROM term WHERE code = 'JOURNAL'") == 0) {
      long year = Scene.next("calendar_seq");
      Scene.change(
          "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, 2009,"
              + " '2009-09-01', '2010-06-30')",
          year);
      Scene.change(
          "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
              + " VALUES (?, ?, 'AUTUMN', 'JOURNAL', '2009-09-01', '2010-02-28', ?)",
          Scene.next("calendar_seq"),
          year,
          WEEKS);
    }
    Scene.change(
        "UPDATE term SET starts_on = ?, ends_on = ? WHERE code = 'JOURNAL'",
        begins,
        begins.plusWeeks(WEEKS + 3));
    return Scene.number("SELECT id FROM term WHERE code = 'JOURNAL'");
  }

  /** A teacher nobody else knows. */
  static long teacher() throws SQLException {
    long teacher = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO teacher (id, uuid, personnel_no, last_name, first_name, department_id) SELECT"
            + " ?, UUID(), ?, 'Журналов', 'Асан', MIN(department_id) FROM discipline",
        teacher,
        "J" + teacher);
    return teacher;
  }

  /** Key of an open sheet of an examination with these students. */
  static long sheet(long teacher, List<String> students) throws SQLException {
    long offering = Scene.offering(5);
    long sheet = Scene.next("attestation_seq");
    Scene.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " teacher_id, examiner_id, status) SELECT ?, UUID(), ?, 'MAIN', ?, o.discipline_id,"
            + " (SELECT MIN(code) FROM rule_set WHERE level = 'BACHELOR'), ?, ?, 'OPEN' FROM"
            + " offering o WHERE o.id = ?",
        sheet,
        "J-" + sheet,
        term(),
        teacher,
        teacher,
        offering);
    short line = 1;
    for (String student : students) {
      Scene.change(
          "INSERT INTO sheet_row (id, sheet_id, student_id, position) SELECT ?, ?, id, ? FROM"
              + " student WHERE student_no = ?",
          Scene.next("attestation_seq"),
          sheet,
          line++,
          student);
    }
    return sheet;
  }

  /**
   * A sheet with a teacher of its own and the journal of one of its periods.
   *
   * @param author the account of the teacher
   * @param sheet key
   * @param journal public id
   */
  record Taught(long teacher, String author, long sheet, String journal) {

    static Taught of(List<String> students, int period) throws Exception {
      long teacher = JournalScene.teacher();
      String author = Scene.account("TCH", null, teacher);
      long sheet = JournalScene.sheet(teacher, students);
      return new Taught(teacher, author, sheet, JournalScene.journal(sheet, period));
    }

    /** The teacher types a cell; answers why it was not stored, or nothing. */
    String types(String student, String column, String text) throws Exception {
      return type(author, journal, student, column, text);
    }

    /** The rating of a period that stands in the sheet; null for none. */
    String rating(int period, String student) throws SQLException {
      return JournalScene.rating(sheet, period, student);
    }
  }

  /** Public id of the journal of a period of a sheet, formed by the office. */
  static String journal(long sheet, int period) throws Exception {
    RatingFormation formation = Inside.bean(RatingFormation.class);
    String office = Scene.holding("SPE");
    long term = term();
    Inside.as(office, () -> formation.formTerm(term, period));
    return Scene.text("SELECT uuid FROM sheet WHERE rates_id = ? AND period_no = ?", sheet, period);
  }

  static void run(String login, Runnable act) throws Exception {
    Callable<Object> work =
        () -> {
          act.run();
          return null;
        };
    Inside.as(login, work);
  }

  /** Types a cell of a student and says why it was not stored; empty where it was. */
  static String type(String login, String journal, String student, String column, String text)
      throws Exception {
    return type(login, journal, student, column, text, "");
  }

  /** The same over what stood there before. */
  static String type(
      String login, String journal, String student, String column, String text, String before)
      throws Exception {
    long row =
        Scene.number(
            "SELECT r.id FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id JOIN student s ON s.id"
                + " = r.student_id WHERE h.uuid = ? AND s.student_no = ?",
            journal,
            student);
    RatingDesk desk = Inside.bean(RatingDesk.class);
    List<RatingCell> cells = List.of(new RatingCell(row, column, text, before));
    Refusal refusal = Inside.as(login, () -> desk.type(journal, cells)).get(0).refusal();
    return refusal == null ? "" : refusal.code();
  }

  /** The rating of a period that stands in a sheet; null for none. */
  static String rating(long sheet, int period, String student) throws SQLException {
    return Scene.text(
        "SELECT r.p"
            + period
            + " + 0 FROM sheet_row r JOIN student s ON s.id = r.student_id WHERE r.sheet_id = ? AND"
            + " s.student_no = ?",
        sheet,
        student);
  }

  static String status(String journal) throws SQLException {
    return Scene.text("SELECT status FROM sheet WHERE uuid = ?", journal);
  }

  /** The journal as somebody sees it. */
  static RatingGrid seen(String login, String journal) throws Exception {
    RatingQueries queries = Inside.bean(RatingQueries.class);
    return Inside.as(login, () -> queries.grid(journal));
  }

  /** A disposition: the control alone, until a day. */
  static Verdict decide(String login, String journal, String student, LocalDate until)
      throws Exception {
    DispositionDesk desk = Inside.bean(DispositionDesk.class);
    RatingExcuse.Basis basis = new RatingExcuse.Basis("12", Scene.today(), until, "болезнь");
    return Inside.as(login, () -> desk.decide(journal, student, basis));
  }

  /** How many journals wait on the desk of somebody. */
  static long due(String login, String name) throws Exception {
    DeskQueries desks = Inside.bean(DeskQueries.class);
    return Inside.as(login, desks::waiting).stream()
        .filter(one -> one.due().list().equals("rating-sheets") && one.due().name().equals(name))
        .mapToLong(DeskQueries.Waiting::count)
        .sum();
  }
}
