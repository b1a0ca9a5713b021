package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.promotion.PromotionRunPolicy.Unfinished;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.service.Statements;

/** Whom a run is about, and what of the year is not finished for them. */
@ApplicationScoped
class PromotionScope {

  /**
   * Students of a school, or of one of its programmes, who study and began before the year ended.
   */
  private static final String WHO =
      " s.status = 'STUDYING' AND p.school_id = ? AND (? IS NULL OR p.id = ?) AND"
          + " s.admission_year <= ?";

  /** Orders that say on which course somebody is, or that nobody goes on. */
  private static final String DECIDING =
      "('ADMISSION', 'TRANSFER_IN', 'MOBILITY_IN', 'COURSE_PROMOTION', 'REPEAT_YEAR',"
          + " 'LEAVE_RETURN', 'REINSTATEMENT', 'GRADUATION')";

  /** Of those, whom no order has decided for the year to come and no other run has. */
  private static final String OPEN =
      " FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
          + WHO
          + " AND NOT EXISTS (SELECT 1 FROM promotion_line l WHERE l.student_id = s.id AND"
          + " l.year_start = ? AND l.run_id <> ? AND NOT l.left_out AND NOT "
          + TakenBackLines.ARE
          + ") AND NOT EXISTS (SELECT 1 FROM student_status_change c JOIN student_order o ON o.id = c.order_id WHERE c.student_id"
          + " = s.id AND c.effective_on > ? AND c.undoes_id IS NULL AND o.kind IN "
          + DECIDING
          + " AND NOT EXISTS (SELECT 1 FROM student_status_change u WHERE u.undoes_id = c.id)) AND"
          + " NOT EXISTS (SELECT 1 FROM student_order_line x JOIN student_order o ON o.id ="
          + " x.order_id WHERE x.student_id = s.id AND o.applied_at IS NULL AND o.migrated = FALSE"
          + " AND o.effective_on > ? AND o.kind IN "
          + DECIDING
          + ")";

  private static final String ORDER =
      " ORDER BY p.code, s.course_year, s.last_name, s.first_name, s.id";

  private static final String NOT_IN =
      " AND NOT EXISTS (SELECT 1 FROM promotion_line l WHERE l.run_id = ? AND l.student_id = s.id)";

  private static final String LEVELS =
      "SELECT DISTINCT p.level FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
          + WHO
          + " ORDER BY p.level";

  private static final String ALL =
      "SELECT COUNT(*) FROM student s JOIN programme p ON p.id = s.programme_id WHERE" + WHO;

  /** Sheets of the year that are not closed; an individual one may wait unless of the summer. */
  private static final String SHEETS =
      "SELECT DISTINCT h.number FROM sheet h JOIN term t ON t.id = h.term_id JOIN academic_year y ON"
          + " y.id = t.academic_year_id JOIN sheet_row r ON r.sheet_id = h.id JOIN student s ON s.id"
          + " = r.student_id JOIN programme p ON p.id = s.programme_id WHERE h.kind <> 'RATING' AND"
          + " (h.kind <> 'INDIVIDUAL' OR t.type = 'SUMMER') AND h.closed_at IS NULL AND"
          + WHO
          + " AND y.start_year = ? ORDER BY h.number";

  private static final String ENROLMENTS =
      "SELECT COUNT(*) FROM enrolment e JOIN offering f ON f.id = e.offering_id JOIN term t ON t.id"
          + " = f.term_id JOIN academic_year y ON y.id = t.academic_year_id JOIN student s ON s.id ="
          + " e.student_id JOIN programme p ON p.id = s.programme_id WHERE e.status = 'ENROLLED' AND"
          + WHO
          + " AND y.start_year = ? AND NOT EXISTS (SELECT 1 FROM sheet_row r JOIN sheet h ON h.id ="
          + " r.sheet_id WHERE r.enrolment_id = e.id AND h.kind <> 'RATING') AND NOT EXISTS (SELECT"
          + " 1 FROM achievement a WHERE a.student_id = s.id AND a.term_id = t.id AND"
          + " a.discipline_id = f.discipline_id)";

  private static final String RESULTS =
      "SELECT COUNT(*) FROM achievement a JOIN student s ON s.id = a.student_id JOIN programme p ON"
          + " p.id = s.programme_id WHERE"
          + WHO
          + " AND a.term_id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Whose end of the year it is.
   *
   * @param programme null for the whole school
   */
  record Whose(long school, Long programme) {}

  /** Keys of the students of a run, by programme, course and name. */
  List<Long> students(YearFrame year, Whose whose, long run) {
    return column("SELECT s.id" + OPEN + ORDER, open(year, whose, run), Long.class);
  }

  /** Numbers of those of whom the run has no line: they have come to belong to it later. */
  List<String> missing(YearFrame year, Whose whose, long run) {
    List<Object> values = open(year, whose, run);
    values.add(run);
    return column("SELECT s.student_no" + OPEN + NOT_IN + ORDER, values, String.class);
  }

  private static List<Object> open(YearFrame year, Whose whose, long run) {
    List<Object> values = who(year, whose);
    values.addAll(List.of(year.start(), run, year.regularEnd(), year.regularEnd()));
    return values;
  }

  /** Levels on which they study. */
  List<Level> levels(YearFrame year, Whose whose) {
    return column(LEVELS, who(year, whose), String.class).stream().map(Level::valueOf).toList();
  }

  /** How many study, decided elsewhere or not. */
  int studying(YearFrame year, Whose whose) {
    return column(ALL, who(year, whose), Long.class).get(0).intValue();
  }

  /** What of the year is not finished for these students. */
  Unfinished unfinished(YearFrame year, Whose whose) {
    List<Object> values = who(year, whose);
    values.add(year.start());
    List<Object> last = who(year, whose);
    last.add(year.lastRegular());
    return new Unfinished(
        column(SHEETS, values, String.class),
        column(ENROLMENTS, values, Long.class).get(0).intValue(),
        column(RESULTS, last, Long.class).get(0) == 0);
  }

  private static List<Object> who(YearFrame year, Whose whose) {
    List<Object> values = new ArrayList<>();
    values.add(whose.school());
    values.add(whose.programme());
    values.add(whose.programme());
    values.add(year.start());
    return values;
  }

  private <T> List<T> column(String sql, List<Object> values, Class<T> type) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, values, row -> row.getObject(1, type));
    } catch (SQLException e) {
      throw new IllegalStateException("the students of a run cannot be read", e);
    }
  }
}
