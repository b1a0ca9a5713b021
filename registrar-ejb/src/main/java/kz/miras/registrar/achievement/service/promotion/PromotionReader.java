package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.promotion.PromotionRunStatus;
import kz.miras.registrar.achievement.service.promotion.PromotionSight.Narrow;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Change;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Counts;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Head;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Line;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Part;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Steps;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;

/** Reads runs and their lines, those the caller may see: a few statements, however many lines. */
@ApplicationScoped
class PromotionReader {

  private static final String LINES =
      " FROM promotion_line l JOIN promotion_run r ON r.id = l.run_id JOIN student s ON s.id ="
          + " l.student_id JOIN programme p ON p.id = s.programme_id LEFT JOIN student_group g ON"
          + " g.id = s.group_id WHERE ";

  private static final String LINE =
      "SELECT s.uuid, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic), p.code,"
          + " g.code, l.course_year, l.last_course, l.funding, l.proposed, l.decided, l.left_out,"
          + " l.gpa, l.gpa_points, l.gpa_credits, l.threshold, l.debt_credits, l.earned,"
          + " l.rule_set_code, l.reasons, l.grounds, l.changed_by, l.changed_at, l.change_reason,"
          + " (r.status <> 'ORDERED' AND NOT l.left_out AND "
          + PromotionLines.STALE
          + "), (%s), (r.status <> 'ORDERED' AND NOT l.left_out AND "
          + PromotionLines.OTHER_RULES
          + "), "
          + TakenBackLines.ARE;

  private static final String ORDER =
      " ORDER BY p.code, l.course_year, s.last_name, s.first_name, s.id LIMIT ? OFFSET ?";

  /** Lines to be derived anew: of history and standing, or of the rules, something has moved. */
  private static final String MOVED =
      "r.status <> 'ORDERED' AND NOT l.left_out AND ("
          + PromotionLines.STALE
          + " OR "
          + PromotionLines.OTHER_RULES
          + ")";

  private static final String COUNTS =
      "SELECT l.decided, COUNT(*), SUM(l.left_out), SUM(l.grounds <> '[]' AND (%1$s)),"
          + " SUM(l.changed_by IS NOT NULL AND (%1$s)), SUM("
          + MOVED
          + ")";

  private static final String HEADS =
      "SELECT r.uuid, r.year_start, v.name_kk, v.name_ru, v.name_en, v.code, q.name_kk, q.name_ru,"
          + " q.name_en, q.code, r.council_no, r.council_on, r.status, r.prepared_by,"
          + " r.prepared_at, r.submitted_by, r.submitted_at, r.agreed_by, r.agreed_at,"
          + " r.return_note, r.order_no, r.order_on, r.effective_on, r.ordered_by, r.ordered_at,"
          + " (SELECT COUNT(*)"
          + LINES
          + "l.run_id = r0.id AND (%1$s)) FROM promotion_run r0 JOIN promotion_run r ON r.id = r0.id"
          + " JOIN org_unit v ON v.id = r.school_id LEFT JOIN programme q ON q.id = r.programme_id"
          + " WHERE (%2$s) ORDER BY r.year_start DESC, v.code, q.code, r.prepared_at DESC";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private PromotionSight sight;

  /**
   * Runs of which the caller sees something; a draft without lines is seen by who sees the school.
   */
  List<Head> heads(String id) {
    Narrow own = sight.lines();
    Narrow empty = sight.runs();
    List<Object> values = new ArrayList<>(own.values());
    String where =
        "EXISTS (SELECT 1 FROM promotion_line l JOIN student s ON s.id = l.student_id WHERE l.run_id"
            + " = r.id AND "
            + own.sql()
            + ") OR "
            + empty.sql();
    values.addAll(own.values());
    values.addAll(empty.values());
    if (id != null) {
      where = "(" + where + ") AND r.uuid = ?";
      values.add(id);
    }
    return read(
        String.format(HEADS, own.sql(), where),
        values,
        row -> {
          int[] at = {1};
          return head(row, at);
        });
  }

  /**
   * Lines by outcome.
   *
   * @param day on which the end of the year is judged
   */
  Counts counts(String run, LocalDate day) {
    Narrow own = sight.lines();
    Narrow whole = sight.runs();
    List<Object> values = new ArrayList<>(whole.values());
    values.addAll(whole.values());
    values.add(day);
    values.add(run);
    values.addAll(own.values());
    Map<PromotionOutcome, Integer> outcomes = new EnumMap<>(PromotionOutcome.class);
    int[] sums = new int[5];
    read(
        String.format(COUNTS, whole.sql())
            + LINES
            + "r.uuid = ? AND "
            + own.sql()
            + " GROUP BY l.decided",
        values,
        row -> {
          PromotionOutcome outcome = PromotionLines.outcome(row.getString(1));
          if (outcome == null) {
            sums[0] += row.getInt(2) - row.getInt(3);
            sums[1] += row.getInt(3);
          } else {
            outcomes.put(outcome, row.getInt(2));
          }
          sums[2] += row.getInt(4);
          sums[3] += row.getInt(5);
          sums[4] += row.getInt(6);
          return outcome;
        });
    return new Counts(outcomes, sums[0], sums[1], sums[2], sums[3], sums[4]);
  }

  /**
   * Lines of a part.
   *
   * @param day on which the end of the year is judged
   * @param text begins a number or a name; null or empty for all
   */
  List<Line> lines(String run, LocalDate day, Part part, String text, int from, int most) {
    Narrow whole = sight.runs();
    List<Object> values = new ArrayList<>(whole.values());
    values.add(day);
    String where = where(run, day, part, text, values);
    values.add(most);
    values.add(from);
    String line = String.format(LINE, whole.sql());
    return read(line + LINES + where + ORDER, values, PromotionReader::line);
  }

  /** How many there are. */
  int found(String run, LocalDate day, Part part, String text) {
    List<Object> values = new ArrayList<>();
    String where = where(run, day, part, text, values);
    return read("SELECT COUNT(*)" + LINES + where, values, row -> row.getInt(1)).get(0);
  }

  private String where(String run, LocalDate day, Part part, String text, List<Object> values) {
    Narrow own = sight.lines();
    values.add(run);
    values.addAll(own.values());
    String where = "r.uuid = ? AND " + own.sql() + " AND " + condition(part);
    if (part == Part.STALE) {
      values.add(day);
    }
    if (part == Part.FLAGGED || part == Part.CHANGED) {
      Narrow whole = sight.runs();
      where += " AND " + whole.sql();
      values.addAll(whole.values());
    }
    if (text == null || text.isBlank()) {
      return where;
    }
    String like = text.strip().replaceAll("([!%_])", "!$1") + "%";
    values.add(like);
    values.add(like);
    return where + " AND (s.student_no LIKE ? ESCAPE '!' OR s.last_name LIKE ? ESCAPE '!')";
  }

  private static String condition(Part part) {
    return switch (part) {
      case ALL -> "TRUE";
      case PROMOTED, PROMOTED_WITH_DEBT, REPEAT, GRADUATED -> "l.decided = '" + part.name() + "'";
      case UNDECIDED -> "l.decided IS NULL AND NOT l.left_out";
      case LEFT_OUT -> "l.left_out";
      case FLAGGED -> "l.grounds <> '[]'";
      case CHANGED -> "l.changed_by IS NOT NULL";
      case STALE -> MOVED;
    };
  }

  /** Grounds for expulsion and remarks of those who decide are for whoever sees the run whole. */
  private static Line line(ResultSet row) throws SQLException {
    boolean whole = row.getBoolean(25);
    String changedBy = whole ? row.getString(21) : null;
    return new Line(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        row.getBoolean(7),
        row.getString(8),
        PromotionLines.outcome(row.getString(9)),
        PromotionLines.outcome(row.getString(10)),
        row.getBoolean(11),
        Gpa.printed(row.getBigDecimal(12)),
        row.getBigDecimal(13),
        row.getObject(14, Integer.class),
        Gpa.printed(row.getBigDecimal(15)),
        row.getInt(16),
        row.getInt(17),
        row.getString(18),
        KeptReasons.read(row.getString(19)),
        whole ? KeptReasons.read(row.getString(20)) : List.of(),
        changedBy == null ? null : new Change(changedBy, instant(row, 22), row.getString(23)),
        row.getBoolean(24),
        row.getBoolean(26),
        row.getBoolean(27));
  }

  private static Head head(ResultSet row, int[] at) throws SQLException {
    return new Head(
        row.getString(at[0]++),
        row.getInt(at[0]++),
        text(row, at),
        row.getString(at[0]++),
        text(row, at),
        row.getString(at[0]++),
        row.getString(at[0]++),
        row.getObject(at[0]++, LocalDate.class),
        PromotionRunStatus.valueOf(row.getString(at[0]++)),
        new Steps(
            row.getString(at[0]++),
            instant(row, at[0]++),
            row.getString(at[0]++),
            instant(row, at[0]++),
            row.getString(at[0]++),
            instant(row, at[0]++),
            row.getString(at[0]++),
            row.getString(at[0]++),
            row.getObject(at[0]++, LocalDate.class),
            row.getObject(at[0]++, LocalDate.class),
            row.getString(at[0]++),
            instant(row, at[0]++)),
        row.getInt(at[0]++));
  }

  private static LocalizedText text(ResultSet row, int[] at) throws SQLException {
    String kk = row.getString(at[0]++);
    String ru = row.getString(at[0]++);
    String en = row.getString(at[0]++);
    return kk == null ? null : LocalizedText.of(kk, ru, en);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.toInstant(ZoneOffset.UTC);
  }

  private <T> List<T> read(String sql, List<Object> values, Statements.Reader<T> reader) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, values, reader);
    } catch (SQLException e) {
      throw new IllegalStateException("runs cannot be read", e);
    }
  }
}
