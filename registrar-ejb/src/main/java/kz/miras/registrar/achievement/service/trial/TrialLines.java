package kz.miras.registrar.achievement.service.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.service.trial.TrialView.Asked;
import kz.miras.registrar.achievement.service.trial.TrialView.Line;
import kz.miras.registrar.achievement.service.trial.TrialView.Mark;
import kz.miras.registrar.achievement.service.trial.TrialView.Number;
import kz.miras.registrar.achievement.service.trial.TrialView.Pair;
import kz.miras.registrar.achievement.service.trial.TrialView.Which;
import kz.miras.registrar.achievement.summary.AcademicStanding;
import kz.miras.registrar.achievement.trial.TrialDifference.Crossing;
import kz.miras.registrar.achievement.trial.TrialWay;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;

/** Reads the students of whom something differs, with their results: two statements a page. */
@ApplicationScoped
class TrialLines {

  /** Students whose results are read together. */
  private static final int PART = 1000;

  private static final String FROM =
      " FROM rule_trial_line l JOIN student s ON s.id = l.student_id JOIN programme p ON p.id ="
          + " l.programme_id LEFT JOIN student_group g ON g.id = s.group_id WHERE l.trial_id = ?";

  private static final String LINE =
      "SELECT s.id, s.uuid, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic),"
          + " p.code, g.code, l.course_year, l.gpa_before, l.gpa_after, l.year_gpa_before,"
          + " l.year_gpa_after, l.earned_before, l.earned_after, l.debts_before, l.debts_after,"
          + " l.debt_credits_before, l.debt_credits_after, l.promotion_before, l.promotion_after,"
          + " l.standing_before, l.standing_after, l.compared_before, l.compared_after,"
          + " l.threshold_before, l.threshold_after, l.crossing"
          + FROM;

  private static final String ORDER =
      " ORDER BY p.code, l.course_year, s.last_name, s.first_name, s.id LIMIT ? OFFSET ?";

  private static final String RESULTS =
      "SELECT r.student_id, a.discipline_code, a.name_kk, a.name_ru, a.name_en, m.code, a.credits,"
          + " r.way, a.percent, COALESCE(a.letter, a.mark), r.percent, COALESCE(r.letter, r.mark),"
          + " r.counted_before, r.counted_after, r.parameters FROM rule_trial_result r JOIN"
          + " achievement a ON a.student_id = r.student_id AND a.position = r.position JOIN term m"
          + " ON m.id = a.term_id WHERE r.trial_id = ? AND r.student_id IN (%s) ORDER BY"
          + " r.student_id, m.starts_on, r.position";

  @Inject private TrialTables tables;

  /** How many students of a trial there are as asked for. */
  int found(long trial, Asked asked) {
    List<Object> values = new ArrayList<>(List.of(trial));
    String where = where(asked, values);
    return tables.read("SELECT COUNT(*)" + FROM + where, values, row -> row.getInt(1)).get(0);
  }

  /** Students as asked for, by programme, course and name. */
  List<Line> lines(long trial, Asked asked, int from, int most) {
    List<Object> values = new ArrayList<>(List.of(trial));
    String where = where(asked, values);
    values.addAll(List.of(most, from));
    List<Line> lines = tables.read(LINE + where + ORDER, values, row -> line(row, List.of()));
    Map<Long, List<Mark>> results = new HashMap<>();
    for (int at = 0; at < lines.size(); at += PART) {
      List<Line> part = lines.subList(at, Math.min(at + PART, lines.size()));
      results.putAll(results(trial, part.stream().map(Line::key).toList()));
    }
    return lines.stream()
        .map(line -> with(line, results.getOrDefault(line.key(), List.of())))
        .toList();
  }

  private static String where(Asked asked, List<Object> values) {
    StringBuilder where = new StringBuilder(condition(asked.which()));
    if (asked.programme() != null && !asked.programme().isBlank()) {
      where.append(" AND p.code = ?");
      values.add(asked.programme());
    }
    if (asked.course() != null) {
      where.append(" AND COALESCE(l.course_year, 0) = ?");
      values.add(asked.course());
    }
    if (asked.text() != null && !asked.text().isBlank()) {
      String text = "%" + asked.text().strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
      where.append(
          " AND (s.student_no LIKE ? OR CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"
              + " LIKE ?)");
      values.addAll(List.of(text, text));
    }
    return where.toString();
  }

  private static String condition(Which which) {
    return switch (which) {
      case ALL -> "";
      case RESULTS -> " AND l.results > 0";
      case DEBTS ->
          " AND (l.debts_before <> l.debts_after OR l.debt_credits_before <> l.debt_credits_after)";
      case GPA ->
          " AND NOT (l.gpa_before <=> l.gpa_after AND l.year_gpa_before <=> l.year_gpa_after)";
      case STANDING -> " AND NOT l.standing_before <=> l.standing_after";
      case PROMOTION -> " AND NOT l.promotion_before <=> l.promotion_after";
      case BELOW, ABOVE -> " AND l.crossing = '" + which.name() + "'";
    };
  }

  private Map<Long, List<Mark>> results(long trial, List<Long> students) {
    List<Object> values = new ArrayList<>(List.of(trial));
    values.addAll(students);
    Map<Long, List<Mark>> results = new HashMap<>();
    String places = Statements.places(students.size());
    tables.read(
        String.format(RESULTS, places),
        values,
        row -> results.computeIfAbsent(row.getLong(1), key -> new ArrayList<>()).add(mark(row)));
    return results;
  }

  private static Mark mark(ResultSet row) throws SQLException {
    TrialWay way = TrialWay.valueOf(row.getString(8));
    String parameters = row.getString(15);
    return new Mark(
        row.getString(2),
        LocalizedText.of(row.getString(3), row.getString(4), row.getString(5)),
        row.getString(6),
        row.getInt(7),
        way,
        sign(row, 9),
        way == TrialWay.FALLS_AWAY ? null : sign(row, 11),
        row.getBoolean(13),
        row.getBoolean(14),
        parameters.isEmpty()
            ? List.of()
            : Arrays.stream(parameters.split(" ")).map(RuleParameter::valueOf).toList());
  }

  /** Letter or mark, with the percentage where there is one. */
  private static String sign(ResultSet row, int percent) throws SQLException {
    int points = row.getInt(percent);
    String sign = row.wasNull() ? "" : points + " ";
    String letter = row.getString(percent + 1);
    return (sign + (letter == null ? "" : letter)).strip();
  }

  private static Line line(ResultSet row, List<Mark> results) throws SQLException {
    int course = row.getInt(7);
    boolean none = row.wasNull();
    return new Line(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        none ? null : course,
        pair(row, 8),
        pair(row, 10),
        number(row, 12),
        number(row, 14),
        number(row, 16),
        promotion(row.getString(18)),
        promotion(row.getString(19)),
        standing(row.getString(20)),
        standing(row.getString(21)),
        pair(row, 22),
        pair(row, 24),
        Crossing.valueOf(row.getString(26)),
        results);
  }

  private static Line with(Line l, List<Mark> results) {
    return new Line(
        l.key(),
        l.id(),
        l.number(),
        l.name(),
        l.programme(),
        l.group(),
        l.course(),
        l.gpa(),
        l.yearGpa(),
        l.earned(),
        l.debts(),
        l.debtCredits(),
        l.promotionBefore(),
        l.promotionAfter(),
        l.standingBefore(),
        l.standingAfter(),
        l.compared(),
        l.threshold(),
        l.crossing(),
        results);
  }

  private static Pair pair(ResultSet row, int at) throws SQLException {
    return new Pair(Gpa.printed(row.getBigDecimal(at)), Gpa.printed(row.getBigDecimal(at + 1)));
  }

  private static Number number(ResultSet row, int at) throws SQLException {
    return new Number(row.getInt(at), row.getInt(at + 1));
  }

  private static PromotionOutcome promotion(String name) {
    return name == null ? null : PromotionOutcome.valueOf(name);
  }

  private static AcademicStanding standing(String name) {
    return name == null ? null : AcademicStanding.valueOf(name);
  }
}
