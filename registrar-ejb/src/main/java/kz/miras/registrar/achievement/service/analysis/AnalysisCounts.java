package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.analysis.AnalysisFigures;
import kz.miras.registrar.achievement.service.analysis.AnalysisScope.Narrow;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Part;
import kz.miras.registrar.attestation.ScaledGrade;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;

/** Counts results of terms in the database; two statements, however many results there are. */
@ApplicationScoped
class AnalysisCounts {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private RuleBook rules;

  /**
   * Which results.
   *
   * @param terms keys
   * @param year under which number the results of all terms count together; null where each term is
   *     by itself
   * @param only keys of the parts they lie in, by cut
   * @param fallen keys of entries in whose place another stands
   */
  record Wanted(
      List<Long> terms, Long year, Map<AnalysisCut, String> only, Narrow scope, Set<Long> fallen) {

    /** The same over another scope, not narrowed to parts. */
    Wanted over(Narrow other) {
      return new Wanted(terms, year, Map.of(), other, fallen);
    }

    /** What a result is counted under, as SQL. */
    private String column() {
      return year == null ? "a.term_id" : String.valueOf(year);
    }

    /** The condition, to stand after the WHERE of {@link ResultSql}. */
    String condition() {
      StringBuilder condition =
          new StringBuilder(" AND a.term_id IN (")
              .append(Statements.places(terms.size()))
              .append(") AND ")
              .append(scope.sql());
      for (AnalysisCut cut : AnalysisCut.values()) {
        if (only.containsKey(cut)) {
          condition.append(" AND ").append(CutSql.of(cut).key()).append(" = ?");
        }
      }
      return condition.append(without(fallen)).toString();
    }

    int bind(PreparedStatement statement, int from) throws SQLException {
      int at = from;
      for (Object value : terms) {
        statement.setObject(at++, value);
      }
      for (Object value : scope.values()) {
        statement.setObject(at++, value);
      }
      for (AnalysisCut cut : AnalysisCut.values()) {
        if (only.containsKey(cut)) {
          statement.setObject(at++, only.get(cut));
        }
      }
      return at;
    }
  }

  private static String without(Set<Long> entries) {
    // numbers of the database itself, too many to bind one by one
    return entries.isEmpty()
        ? ""
        : " AND a.id NOT IN ("
            + entries.stream().sorted().map(String::valueOf).collect(Collectors.joining(","))
            + ")";
  }

  /** Adds the results of each part and term; notes the rules they stand under. */
  void results(CutSql cut, Wanted wanted, Map<String, Part> parts, Set<RuleSet> met) {
    String sql =
        "SELECT "
            + cut.columns()
            + ", "
            + wanted.column()
            + " AS term, a.letter AS letter, a.mark AS mark, a.percent AS percent, "
            + ResultSql.SCALE
            + " AS scale, a.rule_set_code AS rules, COUNT(*) AS times FROM "
            + ResultSql.FROM
            + wanted.condition()
            + " GROUP BY part, term, letter, mark, percent, scale, rules";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      wanted.bind(select, 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          RuleSet set = rules.named(row.getString("rules"));
          met.add(set);
          ScaledGrade result =
              new ScaledGrade(
                  ResultSql.grade(
                      row.getObject("percent", Integer.class),
                      row.getString("letter"),
                      row.getString("mark")),
                  ResultSql.scale(row.getInt("scale")));
          int times = row.getInt("times");
          part(cut, row, parts)
              .figures()
              .merge(
                  row.getLong("term"),
                  AnalysisFigures.none().with(result, times, set),
                  AnalysisFigures::plus);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be counted", e);
    }
  }

  private static Part part(CutSql cut, ResultSet row, Map<String, Part> parts) throws SQLException {
    String key = row.getString(1);
    Part known = parts.get(key);
    if (known == null) {
      LocalizedText name =
          row.getString(2) == null || row.getString(2).isEmpty()
              ? null
              : LocalizedText.of(row.getString(2), row.getString(3), row.getString(4));
      String word = cut.prefix() == null ? null : cut.prefix() + key;
      known = new Part(key, name, word, new HashMap<>());
      parts.put(key, known);
    }
    return known;
  }

  /**
   * Adds the students of each part and term. The database tells which results occur in a session of
   * a student and how many students have the same; what that means is not its business.
   */
  void students(CutSql cut, Wanted wanted, Map<String, Part> parts) {
    String sign =
        "CONCAT(COALESCE(a.letter, ''), ':', COALESCE(a.mark, ''), ':', " + ResultSql.SCALE + ")";
    String sql =
        "SELECT part, term, session, COUNT(*) FROM (SELECT "
            + cut.key()
            + " AS part, "
            + wanted.column()
            + " AS term, a.student_id, GROUP_CONCAT(DISTINCT "
            + sign
            + " ORDER BY "
            + sign
            + " SEPARATOR ' ') AS session FROM "
            + ResultSql.FROM
            + wanted.condition()
            + " GROUP BY part, term, a.student_id) z GROUP BY part, term, session";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      wanted.bind(select, 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Part part = parts.get(row.getString(1));
          if (part != null) {
            part.figures()
                .merge(
                    row.getLong(2),
                    AnalysisFigures.none().with(session(row.getString(3)), row.getInt(4)),
                    AnalysisFigures::plus);
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("students cannot be counted", e);
    }
  }

  private static List<ScaledGrade> session(String signs) {
    List<ScaledGrade> session = new ArrayList<>();
    for (String sign : signs.split(" ")) {
      String[] part = sign.split(":", -1);
      session.add(
          new ScaledGrade(
              ResultSql.grade(null, part[0], part[1]), ResultSql.scale(Integer.parseInt(part[2]))));
    }
    return session;
  }

  /**
   * Code of the last term that has results; empty where none has.
   *
   * @param unknown keys of entries that are not to be known of yet
   */
  String latest(Narrow scope, Set<Long> unknown) {
    String sql =
        "SELECT v.code FROM term v WHERE v.starts_on <= university_today() AND EXISTS (SELECT 1 FROM "
            + ResultSql.FROM
            + " AND a.term_id = v.id AND "
            + scope.sql()
            + without(unknown)
            + ") ORDER BY v.starts_on DESC LIMIT 1";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      int at = 1;
      for (Object value : scope.values()) {
        select.setObject(at++, value);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    } catch (SQLException e) {
      throw new IllegalStateException("terms with results cannot be read", e);
    }
  }

  /** Sheets of results of terms: formed, and of them posted. */
  Map<Long, int[]> sheets(Collection<Long> terms, Narrow scope) {
    Map<Long, int[]> sheets = new HashMap<>();
    if (terms.isEmpty()) {
      return sheets;
    }
    String sql =
        "SELECT h.term_id, COUNT(*), SUM(h.closed_at IS NOT NULL) FROM sheet h JOIN discipline d ON"
            + " d.id = h.discipline_id JOIN org_unit u ON u.id = d.department_id WHERE h.kind <>"
            + " 'RATING' AND h.term_id IN ("
            + Statements.places(terms.size())
            + ") AND "
            + scope.sql()
            + " GROUP BY h.term_id";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      int at = 1;
      for (Object value : terms) {
        select.setObject(at++, value);
      }
      for (Object value : scope.values()) {
        select.setObject(at++, value);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sheets.put(row.getLong(1), new int[] {row.getInt(2), row.getInt(3)});
        }
      }
      return sheets;
    } catch (SQLException e) {
      throw new IllegalStateException("sheets cannot be counted", e);
    }
  }
}
