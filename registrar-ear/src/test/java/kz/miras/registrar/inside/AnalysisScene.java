package kz.miras.registrar.inside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.analysis.AnalysisFigures;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.analysis.AnalysisView;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Mark;

/** A term far ahead with five students whose results are known, in two schools. */
final class AnalysisScene {

  static final String TERM = "FARSEEN";

  /** The last term of the demonstration with results of many students. */
  static final String BUSIEST =
      "SELECT t.code FROM term t JOIN achievement a ON a.term_id = t.id WHERE t.starts_on <="
          + " university_today() GROUP BY t.id HAVING COUNT(*) > 200 ORDER BY t.starts_on DESC LIMIT"
          + " 1";

  private static final int YEAR = 2060;
  private static final LocalDate DAY = LocalDate.of(YEAR, 12, 20);

  private static AnalysisScene made;

  final long term;
  final long discipline;
  final long here;
  final long there;
  final List<Long> students;

  private AnalysisScene() throws Exception {
    term = Scene.term(TERM, YEAR);
    discipline = Scene.number("SELECT discipline_id FROM offering WHERE id = ?", Scene.offering(5));
    here = Scene.number("SELECT MIN(school_id) FROM programme WHERE level = 'BACHELOR'");
    there = Scene.number("SELECT MAX(school_id) FROM programme WHERE level = 'BACHELOR'");
    List<Long> mine = of(here, 3);
    List<Long> theirs = of(there, 3);
    students =
        List.of(mine.get(0), mine.get(1), mine.get(2), theirs.get(0), theirs.get(1), theirs.get(2));
    post(0, ResultKind.MAIN, percent(92), null);
    post(1, ResultKind.MAIN, percent(49), null);
    post(1, ResultKind.FX, percent(64), null);
    post(2, ResultKind.MAIN, percent(30), null);
    post(2, ResultKind.FX, Grade.of(Mark.W), null);
    post(3, ResultKind.MAIN, Grade.of(Mark.I), null);
    post(4, ResultKind.MAIN, percent(20), null);
    post(4, ResultKind.MAIN, percent(72), position(4));
    post(5, ResultKind.RECOGNISED, percent(95), null);
    moved(2);
  }

  /** The scene, made once. */
  static synchronized AnalysisScene made() throws Exception {
    if (made == null) {
      made = new AnalysisScene();
    }
    return made;
  }

  /** Students of a school, the last admitted first: other tests take the first ones. */
  private static List<Long> of(long school, int wanted) throws SQLException {
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      found.add(
          Scene.number(
              "SELECT s.id FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                  + " p.school_id = ? AND p.level = 'BACHELOR' AND s.status = 'STUDYING' AND NOT"
                  + " EXISTS (SELECT 1 FROM student_order_line l JOIN student_order r ON r.id ="
                  + " l.order_id WHERE l.student_id = s.id AND r.applied_at IS NULL) AND NOT EXISTS (SELECT 1 FROM account a WHERE a.student_id"
                  + " = s.id) ORDER BY s.id DESC LIMIT 1 OFFSET ?",
              school,
              i));
    }
    return found;
  }

  /** Numbers of students with results of their own in a term, by key; as many as wanted. */
  static Map<Long, String> withResults(long term, int most) throws SQLException {
    Map<Long, String> numbers = new HashMap<>();
    try (Connection connection = Scene.database().getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT DISTINCT a.student_id, s.student_no FROM achievement a JOIN student s ON"
                    + " s.id = a.student_id WHERE a.term_id = ? AND a.kind <> 'RECOGNISED' ORDER BY"
                    + " s.student_no LIMIT ?")) {
      select.setLong(1, term);
      select.setInt(2, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          numbers.put(row.getLong(1), row.getString(2));
        }
      }
    }
    return numbers;
  }

  private static Grade percent(int percent) {
    return Grade.of(percent, GradeScale.V2);
  }

  private Long position(int student) throws SQLException {
    return Scene.number(
        "SELECT MAX(position) FROM achievement WHERE student_id = ? AND discipline_id = ?",
        students.get(student),
        discipline);
  }

  /** After the term an order takes the student, who was in the other school, to this one. */
  private void moved(int student) throws SQLException {
    long order = Scene.next("student_seq");
    Scene.change(
        "INSERT INTO student_order (id, uuid, number, signed_on, effective_on, kind, title) VALUES"
            + " (?, UUID(), ?, ?, ?, 'OTHER', 'moved')",
        order,
        "FAR-" + order,
        (YEAR + 1) + "-02-01",
        (YEAR + 1) + "-02-01");
    Scene.change(
        "INSERT INTO student_status_change (id, student_id, effective_on, from_status, to_status,"
            + " course_year, order_id, recorded_at, from_curriculum_id) SELECT ?, s.id, ?,"
            + " 'STUDYING', 'STUDYING', 2, ?, UTC_TIMESTAMP(6), o.curriculum_id FROM student s,"
            + " student o WHERE s.id = ? AND o.id = ?",
        Scene.next("student_seq"),
        (YEAR + 1) + "-02-01",
        order,
        students.get(student),
        students.get(3));
  }

  private void post(int student, ResultKind kind, Grade grade, Long corrects) throws Exception {
    Marks.post(
        new Ledger.Posting(
            students.get(student),
            Marks.studied(discipline, 5),
            new LedgerEntry.Outcome(
                term,
                new TermRef(YEAR, TermType.AUTUMN),
                kind,
                1,
                null,
                null,
                grade,
                DAY,
                Scene.text("SELECT MIN(code) FROM rule_set WHERE level = 'BACHELOR'")),
            Marks.source(corrects)));
  }

  /** A term by a cut, not narrowed, without earlier years. */
  static Asked asked(String term, AnalysisCut by) {
    return new Asked(term, by, Map.of(), 0);
  }

  /** What an analysis says of everybody in it. */
  static AnalysisFigures total(AnalysisView view) {
    return view.total(view.now());
  }

  /** A dean of a school. */
  static String dean(long school) throws SQLException {
    String login = Scene.holding("DEAN");
    Scene.change(
        "UPDATE role_grant SET school_id = ? WHERE account_id = (SELECT id FROM account WHERE"
            + " login = ?)",
        school,
        login);
    return login;
  }

  /** An open sheet of the term whose exam was a week ago: of two rows one has no score. */
  long lateSheet(long teacher) throws SQLException {
    long sheet = Scene.next("attestation_seq");
    Scene.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " teacher_id, exam_date, status) SELECT ?, UUID(), ?, 'MAIN', ?, ?, MIN(code), ?,"
            + " DATE_SUB(university_today(), INTERVAL 7 DAY), 'OPEN' FROM rule_set WHERE level ="
            + " 'BACHELOR'",
        sheet,
        TERM + "-" + sheet,
        term,
        discipline,
        teacher);
    for (int row = 0; row < 2; row++) {
      Scene.change(
          "INSERT INTO sheet_row (id, sheet_id, student_id, position, p1, p2, score) VALUES (?, ?,"
              + " ?, ?, 80, 80, ?)",
          Scene.next("attestation_seq"),
          sheet,
          students.get(row),
          row + 1,
          row == 0 ? 80 : null);
    }
    journal(sheet);
    return sheet;
  }

  /** The journal of ratings of a sheet; it is no sheet of results. */
  private void journal(long sheet) throws SQLException {
    long journal = Scene.next("attestation_seq");
    Scene.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " teacher_id, rates_id, period_no, status) SELECT ?, UUID(), ?, 'RATING', h.term_id,"
            + " h.discipline_id, h.rule_set_code, h.teacher_id, h.id, 1, 'OPEN' FROM sheet h WHERE"
            + " h.id = ?",
        journal,
        TERM + "-" + journal,
        sheet);
  }
}
