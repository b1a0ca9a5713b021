package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.service.analysis.AnalysisScope.Narrow;
import kz.miras.registrar.achievement.service.analysis.SessionView.LateSheet;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.LocalizedText;

/** Sheets whose exam day has passed and which nobody has submitted. */
@ApplicationScoped
class LateSheets {

  private static final String SELECT =
      "SELECT h.id, h.uuid, h.number, d.code, d.name_kk, d.name_ru, d.name_en, h.exam_date,"
          + " h.status, h.rule_set_code, d.control_form, v.code, u.code, COALESCE(e.id, 0),"
          + " CONCAT_WS(' ', e.last_name, e.first_name, e.patronymic), (SELECT MAX(m.reminded_on)"
          + " FROM sheet_reminder m WHERE m.sheet_id = h.id AND m.teacher_id = e.id) FROM sheet h"
          + " JOIN term t ON t.id = h.term_id JOIN discipline d ON d.id = h.discipline_id JOIN"
          + " org_unit u ON u.id = d.department_id JOIN org_unit v ON v.id = COALESCE(u.parent_id,"
          + " u.id) LEFT JOIN teacher e ON e.id = COALESCE(h.examiner_id, h.teacher_id) WHERE t.code"
          + " = ? AND h.status IN ('CREATED', 'OPEN', 'OVERDUE') AND h.exam_date <"
          + " university_today() AND ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private RuleBook rules;

  /**
   * A late sheet and who has to submit it.
   *
   * @param id key of the sheet
   * @param school code
   * @param department code
   * @param teacher key of the examiner, else of the teacher; 0 where it names nobody
   * @param reminded last day of a reminder; null where there was none
   */
  record Late(
      long id,
      LateSheet sheet,
      String school,
      String department,
      long teacher,
      String name,
      LocalDate reminded) {}

  /** What is read before the rows are looked at. */
  private record Found(Late late, String ruleSet, ControlForm form) {}

  /** Those of a term, the longest late first. */
  List<Late> of(String term, Narrow scope) {
    Map<Long, Found> found = new HashMap<>();
    List<Long> order = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(SELECT + scope.sql() + " ORDER BY h.exam_date, h.number")) {
      select.setString(1, term);
      for (int i = 0; i < scope.values().size(); i++) {
        select.setObject(i + 2, scope.values().get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Found one = found(row);
          found.put(one.late().id(), one);
          order.add(one.late().id());
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("late sheets cannot be read", e);
    }
    Map<Long, int[]> rows = rows(found);
    return order.stream()
        .map(id -> counted(found.get(id).late(), rows.getOrDefault(id, new int[2])))
        .toList();
  }

  private static Found found(ResultSet row) throws SQLException {
    LateSheet sheet =
        new LateSheet(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            LocalizedText.of(row.getString(5), row.getString(6), row.getString(7)),
            row.getObject(8, LocalDate.class),
            SheetStatus.valueOf(row.getString(9)),
            0,
            0);
    return new Found(
        new Late(
            row.getLong(1),
            sheet,
            row.getString(12),
            row.getString(13),
            row.getLong(14),
            row.getString(15),
            row.getObject(16, LocalDate.class)),
        row.getString(10),
        ControlForm.valueOf(row.getString(11)));
  }

  /** Rows of each sheet, and of them those the rules still give no result for. */
  private Map<Long, int[]> rows(Map<Long, Found> found) {
    Map<Long, int[]> counts = new HashMap<>();
    if (found.isEmpty()) {
      return counts;
    }
    for (SheetRow row :
        entities
            .createQuery(
                "SELECT r FROM SheetRow r JOIN FETCH r.sheet WHERE r.sheet.id IN :sheets",
                SheetRow.class)
            .setParameter("sheets", found.keySet())
            .getResultList()) {
      Found of = found.get(row.getSheet().getId());
      boolean open =
          FinalGradePolicy.of(rules.named(of.ruleSet()), of.late().sheet().exam())
              .outcome(of.form(), row.scores(), row.getSheet().fxRetakes())
              .isEmpty();
      int[] count = counts.computeIfAbsent(of.late().id(), key -> new int[2]);
      count[0]++;
      count[1] += open ? 1 : 0;
    }
    return counts;
  }

  private static Late counted(Late late, int[] rows) {
    LateSheet sheet = late.sheet();
    return new Late(
        late.id(),
        new LateSheet(
            sheet.id(),
            sheet.number(),
            sheet.discipline(),
            sheet.name(),
            sheet.exam(),
            sheet.status(),
            rows[0],
            rows[1]),
        late.school(),
        late.department(),
        late.teacher(),
        late.name(),
        late.reminded());
  }
}
