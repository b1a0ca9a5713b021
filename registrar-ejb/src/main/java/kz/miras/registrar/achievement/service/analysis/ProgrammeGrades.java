package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.service.Statements;

/**
 * DOC-64. Counts the positive results of all disciplines of a programme in terms, in one statement:
 * of a student with several of a discipline the last, without what was corrected since and what
 * comes from elsewhere. A student belongs to the programme of that term.
 */
@ApplicationScoped
public class ProgrammeGrades {

  /** Who is of the programme or ever was: the analysis then looks at the term. */
  private static final String MEMBERS =
      "(SELECT s0.id FROM student s0 WHERE s0.programme_id = ? UNION SELECT w0.student_id FROM"
          + " student_status_change w0 JOIN curriculum c0 ON c0.id = w0.from_curriculum_id WHERE"
          + " c0.programme_id = ?) m JOIN ";

  private static final String POSITIVE =
      Arrays.stream(Letter.values())
          .filter(Letter::passes)
          .map(letter -> "'" + letter.sign() + "'")
          .collect(Collectors.joining(", "));

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  private record Counted(String discipline, Letter letter, int times) {}

  /**
   * How often each positive letter was given, by code of the discipline.
   *
   * @param programme key
   * @param terms keys
   */
  public Map<String, Map<Letter, Integer>> of(long programme, Collection<Long> terms) {
    Map<String, Map<Letter, Integer>> counted = new HashMap<>();
    if (terms.isEmpty()) {
      return counted;
    }
    String sql =
        "SELECT r.discipline_code, r.letter, COUNT(*) FROM (SELECT a.discipline_code, a.letter,"
            + " ROW_NUMBER() OVER (PARTITION BY a.student_id, a.discipline_code ORDER BY"
            + " a.position DESC) AS place FROM "
            + MEMBERS
            + ResultSql.FROM
            + " AND a.student_id = m.id AND p.id = ? AND a.letter IN ("
            + POSITIVE
            + ") AND NOT EXISTS (SELECT 1 FROM achievement k WHERE k.corrects_id = a.id) AND"
            + " a.term_id IN ("
            + Statements.places(terms.size())
            + ")) r WHERE r.place = 1 GROUP BY r.discipline_code, r.letter";
    List<Object> values = new ArrayList<>(List.of(programme, programme, programme));
    values.addAll(terms);
    try (Connection connection = database.getConnection()) {
      Statements.list(
              connection,
              sql,
              values,
              row -> new Counted(row.getString(1), Letter.of(row.getString(2)), row.getInt(3)))
          .forEach(
              one ->
                  counted
                      .computeIfAbsent(one.discipline(), code -> new EnumMap<>(Letter.class))
                      .put(one.letter(), one.times()));
      return counted;
    } catch (SQLException e) {
      throw new IllegalStateException("results of a programme cannot be counted", e);
    }
  }
}
