package kz.miras.registrar.attestation.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.service.Statements;

/**
 * Submitted sheets of a term with all that is typed in them: as many statements for a whole session
 * as for one sheet.
 */
@ApplicationScoped
class SubmittedSheets {

  private static final String WHICH =
      " s.termId = :term AND s.status = kz.miras.registrar.attestation.SheetStatus.SUBMITTED AND"
          + " s.kind <> kz.miras.registrar.attestation.SheetKind.RATING";
  private static final String SAME =
      " WHERE h.term_id = ? AND h.status = 'SUBMITTED' AND h.kind <> 'RATING'";
  private static final String ONE = " WHERE h.id = ?";
  private static final String ROWS =
      "SELECT r.sheet_id, g.code, r.p1, r.p2, r.carried_rating, r.left_out_period, IF(r.exemption_id"
          + " IS NULL, r.score, NULL), IF(r.exemption_id IS NULL, r.mark, 'EX'),"
          + " r.scored_by, r.typed_by, r.annulled_by_act IS NOT NULL FROM sheet h JOIN sheet_row r"
          + " ON r.sheet_id = h.id LEFT JOIN section g ON g.id = h.section_id%s";
  private static final String TYPISTS =
      "SELECT t.sheet_id, t.login FROM sheet h JOIN sheet_typist t ON t.sheet_id = h.id%s";
  private static final String ACTS =
      "SELECT i.sheet_id FROM sheet h JOIN exam_incident i ON i.sheet_id = h.id%s AND i.status ="
          + " 'REGISTERED'";

  private static final String SEEN =
      "SELECT a.sheet_id, a.state, IF(r.exemption_id IS NULL, r.score, NULL), IF(r.exemption_id IS"
          + " NULL, r.mark, 'EX'), r.annulled_by_act IS NOT NULL FROM sheet h JOIN"
          + " exam_attendance a ON a.sheet_id = h.id JOIN sheet_row r ON r.sheet_id = h.id AND"
          + " r.student_id = a.student_id%s";

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** What is typed in a sheet, and by whom. */
  static final class Typed {

    private final List<RowScores> rows = new ArrayList<>();
    private final Set<String> typists = new HashSet<>();
    private String group;
    private int undecided;
    private int unfit;

    List<RowScores> rows() {
      return rows;
    }

    /** Everybody who ever typed in it. */
    Set<String> typists() {
      return typists;
    }

    /** Acts about the exam nobody has decided yet. */
    int undecided() {
      return undecided;
    }

    /** EXR-9. Results that do not go with what was seen in the room. */
    int unfit() {
      return unfit;
    }

    /** Code of the group; null for none. */
    String group() {
      return group;
    }
  }

  /** The sheets, those of one discipline together. */
  List<Sheet> of(long term) {
    return entities
        .createQuery(
            "SELECT s FROM Sheet s WHERE" + WHICH + " ORDER BY s.disciplineId, s.id", Sheet.class)
        .setParameter("term", term)
        .getResultList();
  }

  /** Their disciplines by key, with departments and what these belong to. */
  Map<Long, Discipline> disciplines(long term) {
    return entities
        .createQuery(
            "SELECT d FROM Discipline d JOIN FETCH d.department u LEFT JOIN FETCH u.parent WHERE"
                + " d.id IN (SELECT s.disciplineId FROM Sheet s WHERE"
                + WHICH
                + ")",
            Discipline.class)
        .setParameter("term", term)
        .getResultStream()
        .collect(Collectors.toMap(Discipline::getId, Function.identity()));
  }

  /** What is typed in each, by the key of the sheet. */
  Map<Long, Typed> typed(long term) {
    return typed(SAME, term);
  }

  /** What is typed in one of them, as it is now. */
  Typed typed(Sheet sheet) {
    return typed(ONE, sheet.getId()).getOrDefault(sheet.getId(), new Typed());
  }

  private Map<Long, Typed> typed(String which, long key) {
    Map<Long, Typed> typed = new HashMap<>();
    List<Long> keys = List.of(key);
    try (Connection connection = database.getConnection()) {
      Statements.each(
          connection,
          String.format(ROWS, which),
          keys,
          row -> {
            Typed of = typed.computeIfAbsent(row.getLong(1), sheet -> new Typed());
            of.group = row.getString(2);
            of.rows.add(scores(row));
            of.typists.add(row.getString(9));
            of.typists.add(row.getString(10));
          });
      Statements.each(
          connection,
          String.format(TYPISTS, which),
          keys,
          row ->
              typed
                  .computeIfAbsent(row.getLong(1), sheet -> new Typed())
                  .typists
                  .add(row.getString(2)));
      Statements.each(
          connection,
          String.format(ACTS, which),
          keys,
          row -> typed.computeIfAbsent(row.getLong(1), sheet -> new Typed()).undecided++);
      Statements.each(
          connection,
          String.format(SEEN, which),
          keys,
          row -> {
            if (!fits(row)) {
              typed.computeIfAbsent(row.getLong(1), sheet -> new Typed()).unfit++;
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException("submitted sheets cannot be read", e);
    }
    return typed;
  }

  private static boolean fits(ResultSet row) throws SQLException {
    String mark = row.getString(4);
    RowScores typed =
        new RowScores(
            null,
            null,
            number(row, 3),
            mark == null ? null : Mark.valueOf(mark),
            row.getBoolean(5));
    return ExamAttendance.valueOf(row.getString(2)).fits(typed);
  }

  private static RowScores scores(ResultSet row) throws SQLException {
    String mark = row.getString(8);
    return RowScores.standing(
        row.getBigDecimal(3),
        row.getBigDecimal(4),
        number(row, 5),
        number(row, 6),
        new RowScores(
            null,
            null,
            number(row, 7),
            mark == null ? null : Mark.valueOf(mark),
            row.getBoolean(11)));
  }

  private static Integer number(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
