package kz.miras.registrar.achievement.service.summary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.Trait;
import kz.miras.registrar.achievement.summary.AchievementSummary;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.service.Statements;

/**
 * Reads of histories what their figures are made of, and no more: names, documents and seals of
 * hundreds of thousands of entries would cost more than all the reckoning.
 */
final class HistoryRows {

  /** How many students are asked for at a time. */
  static final int STUDENTS = 500;

  private static final int FETCH = 5000;
  private static final String SELECT =
      "SELECT a.student_id, a.position, a.discipline_id, a.discipline_code, a.credits, a.cycle,"
          + " a.term_id, a.kind, a.percent, a.letter, a.mark, a.result_on, a.excluded_from_gpa,"
          + " a.additional, a.final_attestation, a.rule_set_code, c.position";
  private static final String FROM =
      " FROM achievement a LEFT JOIN achievement c ON c.id = a.corrects_id";
  private static final String WITH_TERM =
      SELECT
          + ", y.start_year, t.type"
          + FROM
          + " JOIN term t ON t.id = a.term_id JOIN academic_year y ON y.id = t.academic_year_id";
  private static final String COUNT = "SELECT COUNT(*) FROM achievement_head WHERE position > 0";
  private static final String ORDER = " ORDER BY a.student_id, a.position";

  private static final Map<String, Letter> LETTERS = letters();

  private final Map<Long, TermRef> terms;
  private final Map<Grade, Grade> grades = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  /** The history of a student, as the rules see it. */
  static final class History {

    private final long student;
    private final List<Result> results = new ArrayList<>();
    private final Map<Long, Cycle> cycles = new HashMap<>();

    private History(long student) {
      this.student = student;
    }

    long student() {
      return student;
    }

    int length() {
      return results.size();
    }

    AchievementSummary summary(RulesOfTime rules) {
      return AchievementSummary.of(results, cycles, rules);
    }
  }

  /** What is done with each history. */
  interface Reader {
    void read(History history) throws SQLException;
  }

  private HistoryRows(Map<Long, TermRef> terms) {
    this.terms = terms;
  }

  /** How many students have a history. */
  static int students(Connection connection) throws SQLException {
    return Statements.list(connection, COUNT, List.of(), row -> row.getInt(1)).get(0);
  }

  /** Hands over every history there is, one student in memory at a time. */
  static void all(Connection connection, Reader reader) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + FROM + ORDER)) {
      HistoryRows rows = new HistoryRows(terms(connection));
      select.setFetchSize(FETCH);
      rows.walk(select, reader);
    }
  }

  /** Hands over the histories of these students, in order of their keys. */
  static void of(Connection connection, Collection<Long> students, Reader reader)
      throws SQLException {
    if (students.isEmpty()) {
      return;
    }
    String places = Statements.places(students.size());
    try (PreparedStatement select =
        connection.prepareStatement(
            WITH_TERM + " WHERE a.student_id IN (" + places + ")" + ORDER)) {
      int at = 1;
      for (long student : students) {
        select.setLong(at++, student);
      }
      new HistoryRows(null).walk(select, reader);
    }
  }

  private void walk(PreparedStatement select, Reader reader) throws SQLException {
    History history = null;
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long student = row.getLong(1);
        if (history == null || history.student != student) {
          if (history != null) {
            reader.read(history);
          }
          history = new History(student);
        }
        Result result = result(row);
        history.results.add(result);
        String cycle = row.getString(6);
        if (cycle != null) {
          history.cycles.put(result.position(), Cycle.valueOf(cycle));
        }
      }
    }
    if (history != null) {
      reader.read(history);
    }
  }

  private Result result(ResultSet row) throws SQLException {
    long discipline = row.getLong(3);
    String key = row.wasNull() ? "code:" + row.getString(4) : "id:" + discipline;
    long corrects = row.getLong(17);
    boolean correcting = !row.wasNull();
    return new Result(
        row.getLong(2),
        one(key),
        term(row),
        ResultKind.valueOf(row.getString(8)),
        Credits.of(row.getInt(5)),
        grade(row),
        row.getObject(12, LocalDate.class),
        traits(row),
        correcting ? corrects : null,
        one(row.getString(16)));
  }

  /** A few students' terms come with their entries; of all entries they are known before. */
  private TermRef term(ResultSet row) throws SQLException {
    return terms == null
        ? new TermRef(row.getInt(18), TermType.valueOf(row.getString(19)))
        : terms.get(row.getLong(7));
  }

  /** The same text is the same object: rules are looked up by it again and again. */
  private String one(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  private Grade grade(ResultSet row) throws SQLException {
    int percent = row.getInt(9);
    Integer known = row.wasNull() ? null : percent;
    String mark = row.getString(11);
    Grade grade =
        new Grade(known, LETTERS.get(row.getString(10)), mark == null ? null : Mark.valueOf(mark));
    return grades.computeIfAbsent(grade, same -> same);
  }

  private static Set<Trait> traits(ResultSet row) throws SQLException {
    boolean outside = row.getBoolean(13);
    boolean additional = row.getBoolean(14);
    boolean last = row.getBoolean(15);
    if (!outside && !additional && !last) {
      return Set.of();
    }
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (outside) {
      traits.add(Trait.OUTSIDE_GPA);
    }
    if (additional) {
      traits.add(Trait.ADDITIONAL_STUDY);
    }
    if (last) {
      traits.add(Trait.FINAL_ATTESTATION);
    }
    return traits;
  }

  private static Map<Long, TermRef> terms(Connection connection) throws SQLException {
    Map<Long, TermRef> terms = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT t.id, y.start_year, t.type FROM term t JOIN academic_year y ON y.id ="
                    + " t.academic_year_id");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        terms.put(row.getLong(1), new TermRef(row.getInt(2), TermType.valueOf(row.getString(3))));
      }
    }
    return terms;
  }

  private static Map<String, Letter> letters() {
    Map<String, Letter> letters = new HashMap<>();
    for (Letter letter : Letter.values()) {
      letters.put(letter.sign(), letter);
    }
    return letters;
  }
}
