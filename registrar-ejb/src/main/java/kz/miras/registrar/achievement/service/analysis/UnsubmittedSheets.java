package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.service.analysis.AnalysisScope.Narrow;
import kz.miras.registrar.achievement.service.analysis.SessionView.LateSheet;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Sheets nobody has submitted: late once their entry is locked (CTL-15), due from the day of the
 * exam until then; and what is still missing in each.
 */
@ApplicationScoped
class UnsubmittedSheets {

  private static final String OPEN =
      " FROM sheet h JOIN term t ON t.id = h.term_id JOIN discipline d ON d.id = h.discipline_id"
          + " JOIN org_unit u ON u.id = d.department_id JOIN org_unit v ON v.id ="
          + " COALESCE(u.parent_id, u.id)";
  private static final String WHERE =
      " WHERE t.code = ? AND h.kind <> 'RATING' AND h.status IN ('CREATED', 'OPEN', 'OVERDUE') AND ";

  private static final String SHEETS =
      "SELECT h.id, h.uuid, h.number, d.code, d.name_kk, d.name_ru, d.name_en, h.exam_date,"
          + " h.status, h.rule_set_code, d.control_form, v.code, u.code, COALESCE(e.id, 0),"
          + " CONCAT_WS(' ', e.last_name, e.first_name, e.patronymic), (SELECT MAX(m.reminded_on)"
          + " FROM sheet_reminder m WHERE m.sheet_id = h.id AND m.teacher_id = e.id), h.exam_time,"
          + " (SELECT x.until_at FROM sheet_extension x WHERE x.sheet_id = h.id ORDER BY"
          + " x.decided_at DESC, x.id DESC LIMIT 1), h.kind, h.last_day"
          + OPEN
          + " LEFT JOIN teacher e ON e.id = COALESCE(h.examiner_id, h.teacher_id)"
          + WHERE;

  /** Rows that are alike as far as it matters whether they have a result. */
  private static final String ROWS =
      "SELECT h.id, r.p1, r.p2, r.carried_rating, r.left_out_period, r.mark, MAX(r.score),"
          + " r.annulled_by_act IS NOT NULL AS annulled, COUNT(*)"
          + OPEN
          + " JOIN sheet_row r ON r.sheet_id = h.id"
          + WHERE;

  private static final String ALIKE =
      " GROUP BY h.id, r.p1, r.p2, r.carried_rating, r.left_out_period, r.mark, r.score IS NULL,"
          + " annulled";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private RuleBook rules;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /**
   * A sheet and who has to submit it.
   *
   * @param id key of the sheet
   * @param school code
   * @param department code
   * @param teacher key of the examiner, else of the teacher; 0 where it names nobody
   * @param reminded last day of a reminder; null where there was none
   * @param late whether its entry is locked
   * @param due whether its exam was or is today, and its entry is still open
   */
  record Unsubmitted(
      long id,
      LateSheet sheet,
      String school,
      String department,
      long teacher,
      String name,
      LocalDate reminded,
      boolean late,
      boolean due) {}

  /** What is read before the rows are looked at. */
  private record Found(Unsubmitted sheet, RuleSet rules, ControlForm form) {

    Unsubmitted with(int[] rows) {
      LateSheet one = sheet.sheet();
      return new Unsubmitted(
          sheet.id(),
          new LateSheet(
              one.id(),
              one.number(),
              one.discipline(),
              one.name(),
              one.exam(),
              one.status(),
              rows[0],
              rows[1]),
          sheet.school(),
          sheet.department(),
          sheet.teacher(),
          sheet.name(),
          sheet.reminded(),
          sheet.late(),
          sheet.due());
    }
  }

  /** Those of a term that are late, the longest late first. */
  List<Unsubmitted> late(String term, Narrow scope) {
    return of(term, scope).stream().filter(Unsubmitted::late).toList();
  }

  /** All of a term, those first whose exam was first, those without a day last. */
  List<Unsubmitted> of(String term, Narrow scope) {
    Map<Long, Found> found = new HashMap<>();
    List<Long> order = new ArrayList<>();
    Map<Long, int[]> rows = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement sheets =
            connection.prepareStatement(
                SHEETS + scope.sql() + " ORDER BY h.exam_date IS NULL, h.exam_date, h.number");
        PreparedStatement alike = connection.prepareStatement(ROWS + scope.sql() + ALIKE)) {
      bind(sheets, term, scope);
      try (ResultSet row = sheets.executeQuery()) {
        while (row.next()) {
          Found one = found(row);
          found.put(one.sheet().id(), one);
          order.add(one.sheet().id());
        }
      }
      bind(alike, term, scope);
      try (ResultSet row = alike.executeQuery()) {
        while (row.next()) {
          count(row, found, rows);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("sheets that are not submitted cannot be read", e);
    }
    return order.stream().map(id -> found.get(id).with(rows.getOrDefault(id, new int[2]))).toList();
  }

  private static void bind(PreparedStatement select, String term, Narrow scope)
      throws SQLException {
    select.setString(1, term);
    for (int i = 0; i < scope.values().size(); i++) {
      select.setObject(i + 2, scope.values().get(i));
    }
  }

  private Found found(ResultSet row) throws SQLException {
    LocalDate exam = row.getObject(8, LocalDate.class);
    RuleSet set = rules.named(row.getString(10));
    ControlForm form = ControlForm.valueOf(row.getString(11));
    LocalDateTime extended = row.getObject(18, LocalDateTime.class);
    Instant now = time.now();
    boolean locked =
        SittingClock.of(
                exam, row.getObject(17, LocalTime.class), set, calendars::workingDays, time.zone())
            .extended(extended == null ? null : extended.toInstant(ZoneOffset.UTC))
            .lasting(
                SheetKind.valueOf(row.getString(19)).entryForm(form),
                row.getObject(20, LocalDate.class))
            .isLocked(now);
    boolean begun = exam != null && !exam.isAfter(time.today());
    LateSheet sheet =
        new LateSheet(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            LocalizedText.of(row.getString(5), row.getString(6), row.getString(7)),
            exam,
            SheetStatus.valueOf(row.getString(9)),
            0,
            0);
    return new Found(
        new Unsubmitted(
            row.getLong(1),
            sheet,
            row.getString(12),
            row.getString(13),
            row.getLong(14),
            row.getString(15),
            row.getObject(16, LocalDate.class),
            locked,
            begun && !locked),
        set,
        form);
  }

  /** Adds rows that are alike to their sheet: how many, and of them those without a result. */
  private void count(ResultSet row, Map<Long, Found> found, Map<Long, int[]> rows)
      throws SQLException {
    Found of = found.get(row.getLong(1));
    if (of == null) {
      // formed between the two statements
      return;
    }
    String mark = row.getString(6);
    RowScores typed =
        new RowScores(
            null,
            null,
            row.getObject(7, Integer.class),
            mark == null ? null : Mark.valueOf(mark),
            row.getBoolean(8));
    RowScores scores =
        RowScores.standing(
            row.getBigDecimal(2),
            row.getBigDecimal(3),
            row.getObject(4, Integer.class),
            row.getObject(5, Integer.class),
            typed);
    LocalDate exam = of.sheet().sheet().exam();
    boolean open =
        FinalGradePolicy.of(of.rules(), exam == null ? time.today() : exam)
            .outcome(of.form(), scores)
            .isEmpty();
    int times = row.getInt(9);
    int[] count = rows.computeIfAbsent(of.sheet().id(), key -> new int[2]);
    count[0] += times;
    count[1] += open ? times : 0;
  }
}
