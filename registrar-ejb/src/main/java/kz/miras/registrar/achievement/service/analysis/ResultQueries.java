package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.analysis.AnalysisOutcome;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** The results behind a figure of an analysis, each with its student. */
@Stateless
@Guarded
public class ResultQueries {

  /** Rows a screen shows; a file has them all. */
  public static final int SHOWN = 200;

  private static final int FETCHED = 1000;
  private static final String SELECT =
      "SELECT s.uuid, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic), p.code,"
          + " g.code, a.discipline_code, a.name_kk, a.name_ru, a.name_en, a.credits, a.percent,"
          + " COALESCE(a.letter, ''), COALESCE(a.mark, ''), a.result_on, CONCAT_WS(' ', e.last_name,"
          + " e.first_name, e.patronymic), h.uuid, h.number FROM ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AnalysisScope scope;
  @Inject private StandingResults standing;
  @Inject private Periods periods;
  @Inject private Students students;
  @Inject private StudentScope visible;
  @Inject private Access access;

  /**
   * A result.
   *
   * @param student public id
   * @param group empty where the student was in none
   * @param percent null where there is none
   * @param sign letter or mark; an F that a mark explains names both
   * @param sheet public id of the sheet that posted it; null where none did
   */
  public record Line(
      String student,
      String number,
      String name,
      String programme,
      String group,
      String code,
      LocalizedText discipline,
      int credits,
      Integer percent,
      String sign,
      LocalDate on,
      String teacher,
      String sheet,
      String sheetNumber)
      implements Serializable {}

  /**
   * The results of a figure.
   *
   * @param all how many there are
   * @param students how many students have them
   * @param lines by name of the student; not more than asked for
   * @param cards public ids of those students whose card the caller may open
   * @param sheets whether the caller may open every sheet
   */
  public record Found(int all, int students, List<Line> lines, Set<String> cards, boolean sheets)
      implements Serializable {

    /** Whether the card of the student of a line opens for the caller. */
    public boolean opens(Line line) {
      return cards.contains(line.student());
    }

    static Found nothing() {
      return new Found(0, 0, List.of(), Set.of(), false);
    }
  }

  /**
   * The results of the term or year that the caller may see.
   *
   * @param outcome null for all
   * @param whole whether all are wanted or as many as a screen shows
   */
  @RolesAllowed(Permissions.ANALYTICS_READ)
  public Found of(Asked asked, AnalysisOutcome outcome, boolean whole) {
    List<Period> columns = periods.of(asked);
    if (columns.isEmpty()) {
      return Found.nothing();
    }
    AnalysisCounts.Wanted wanted = wanted(columns.get(0), asked);
    List<Line> lines = new ArrayList<>();
    read(wanted, outcome, whole ? "" : " LIMIT " + SHOWN, lines::add);
    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement(
                "SELECT COUNT(*), COUNT(DISTINCT a.student_id) FROM " + where(wanted, outcome))) {
      wanted.bind(count, 1);
      try (ResultSet sum = count.executeQuery()) {
        sum.next();
        return new Found(
            sum.getInt(1),
            sum.getInt(2),
            lines,
            whole ? Set.of() : cards(lines),
            access.scopes(Permissions.SHEET_READ).contains(Scope.ALL));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be counted", e);
    }
  }

  /**
   * The same results, all of them, handed over one by one.
   *
   * @param outcome null for all
   */
  @RolesAllowed(Permissions.ANALYTICS_READ)
  public void each(Asked asked, AnalysisOutcome outcome, Consumer<Line> lines) {
    List<Period> columns = periods.of(asked);
    if (!columns.isEmpty()) {
      read(wanted(columns.get(0), asked), outcome, "", lines);
    }
  }

  private static String where(AnalysisCounts.Wanted wanted, AnalysisOutcome outcome) {
    return ResultSql.FROM
        + wanted.condition()
        + (outcome == null ? "" : " AND " + ResultSql.is(outcome));
  }

  private void read(
      AnalysisCounts.Wanted wanted, AnalysisOutcome outcome, String limit, Consumer<Line> lines) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                SELECT
                    + where(wanted, outcome)
                    + " ORDER BY s.last_name, s.first_name, s.student_no, a.discipline_code"
                    + limit)) {
      // rows come as they are read instead of all at once
      select.setFetchSize(FETCHED);
      wanted.bind(select, 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lines.accept(line(row));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be read", e);
    }
  }

  private AnalysisCounts.Wanted wanted(Period period, Asked asked) {
    List<Long> terms = period.terms();
    return new AnalysisCounts.Wanted(
        terms,
        null,
        asked.only(),
        scope.results(),
        period.isYear() ? standing.fallenOfYear(terms) : standing.fallen(terms));
  }

  private Set<String> cards(List<Line> lines) {
    Set<UUID> links =
        lines.stream().map(line -> UUID.fromString(line.student())).collect(Collectors.toSet());
    return visible.ofCaller(students.byUuids(links), Permissions.STUDENT_READ).stream()
        .map(student -> student.getUuid().toString())
        .collect(Collectors.toSet());
  }

  /** A student with excellent results only. */
  public record Best(String number, String name, String programme, String group)
      implements Serializable {}

  /**
   * Students of the term or year, among those the caller may see, whose results are all excellent;
   * a pass without a mark and a withdrawal do no harm, an open result does.
   */
  @RolesAllowed(Permissions.ANALYTICS_READ)
  public List<Best> excellent(Asked asked) {
    List<Period> columns = periods.of(asked);
    List<Best> best = new ArrayList<>();
    if (columns.isEmpty()) {
      return best;
    }
    AnalysisCounts.Wanted wanted = wanted(columns.get(0), asked);
    String excellent = ResultSql.is(AnalysisOutcome.EXCELLENT);
    String sql =
        "SELECT MAX(s.student_no), MAX(CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)) AS"
            + " name, MAX(p.code), COALESCE(MAX(g.code), '') FROM "
            + ResultSql.FROM
            + wanted.condition()
            + " GROUP BY a.student_id HAVING SUM("
            + excellent
            + ") > 0 AND SUM(NOT "
            + excellent
            + " AND NOT "
            + ResultSql.is(AnalysisOutcome.PASSED)
            + " AND NOT "
            + ResultSql.is(AnalysisOutcome.WITHDRAWN)
            + ") = 0 ORDER BY name";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      wanted.bind(select, 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          best.add(
              new Best(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        }
      }
      return best;
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be read", e);
    }
  }

  private static Line line(ResultSet row) throws SQLException {
    String sign = (row.getString(12) + " " + row.getString(13)).strip();
    return new Line(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5) == null ? "" : row.getString(5),
        row.getString(6),
        LocalizedText.of(row.getString(7), row.getString(8), row.getString(9)),
        row.getInt(10),
        row.getObject(11, Integer.class),
        sign,
        row.getObject(14, LocalDate.class),
        row.getString(15),
        row.getString(16),
        row.getString(17));
  }
}
