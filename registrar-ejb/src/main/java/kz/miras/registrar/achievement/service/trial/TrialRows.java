package kz.miras.registrar.achievement.service.trial;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.trial.TrialComponents;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.service.Statements;

/** Reads for a trial whose results there are and what they were made of: in bulk. */
@ApplicationScoped
class TrialRows {

  private static final String STUDENTS =
      "SELECT DISTINCT a.student_id FROM achievement a JOIN student s ON s.id = a.student_id JOIN"
          + " programme p ON p.id = s.programme_id WHERE p.level = ? AND a.term_id IN (%s) ORDER BY"
          + " a.student_id";

  private static final String COMPONENTS =
      "SELECT a.student_id, a.position, a.kind, a.corrects_id IS NOT NULL, a.rating, a.score,"
          + " d.control_form, r.p1, r.p2, r.carried_rating, r.left_out_period,"
          + " IF(r.exemption_id IS NULL, r.score, NULL), IF(r.exemption_id IS NULL, r.mark, 'EX') FROM"
          + " achievement a JOIN discipline d ON d.id = a.discipline_id JOIN sheet_row r ON"
          + " r.sheet_id = a.sheet_id AND r.student_id = a.student_id WHERE NOT a.migrated AND"
          + " a.student_id IN (%s) AND a.term_id IN (%s)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** Keys of the students of a level who have results of these terms. */
  List<Long> students(Level level, Collection<Long> terms) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(String.format(STUDENTS, Statements.places(terms.size())))) {
      select.setString(1, level.name());
      bind(select, 2, terms);
      List<Long> students = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          students.add(row.getLong(1));
        }
      }
      return students;
    } catch (SQLException e) {
      throw new IllegalStateException("students of a trial cannot be read", e);
    }
  }

  /** What results of these terms were made of, by student and position. */
  Map<Long, Map<Long, TrialComponents>> components(
      Collection<Long> students, Collection<Long> terms) {
    Map<Long, Map<Long, TrialComponents>> components = new HashMap<>();
    if (students.isEmpty()) {
      return components;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                String.format(
                    COMPONENTS,
                    Statements.places(students.size()),
                    Statements.places(terms.size())))) {
      bind(select, bind(select, 1, students), terms);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          components
              .computeIfAbsent(row.getLong(1), student -> new HashMap<>())
              .put(row.getLong(2), components(row));
        }
      }
      return components;
    } catch (SQLException e) {
      throw new IllegalStateException("rows of a trial cannot be read", e);
    }
  }

  private static TrialComponents components(ResultSet row) throws SQLException {
    int used = ResultKind.valueOf(row.getString(3)) == ResultKind.FX ? 1 : 0;
    ControlForm form = ControlForm.valueOf(row.getString(7));
    if (row.getBoolean(4)) {
      return TrialComponents.corrected(form, number(row, 5), number(row, 6), used);
    }
    BigDecimal carried = row.getBigDecimal(10);
    Integer leftOut = number(row, 11);
    BigDecimal first = row.getBigDecimal(8);
    BigDecimal second = row.getBigDecimal(9);
    String mark = row.getString(13);
    // a period that is left out is that of the other one, as on the sheet (RAT-3)
    BigDecimal one = first == null && leftOut != null && leftOut == 1 ? second : first;
    BigDecimal other = second == null && leftOut != null && leftOut == 2 ? first : second;
    return new TrialComponents(
        form,
        new RowScores(
            carried == null ? one : carried,
            carried == null ? other : carried,
            number(row, 12),
            mark == null ? null : Mark.valueOf(mark)),
        used,
        carried != null);
  }

  private static Integer number(ResultSet row, int column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private static int bind(PreparedStatement select, int from, Collection<Long> keys)
      throws SQLException {
    int at = from;
    for (long key : keys) {
      select.setLong(at++, key);
    }
    return at;
  }
}
