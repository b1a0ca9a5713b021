package kz.miras.registrar.achievement.service.integrity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.integrity.IntegrityPolicy;
import kz.miras.registrar.achievement.integrity.SheetScores;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;

/** INT-1 to INT-3. Looks through the sheets closed in a month, as they were posted. */
@ApplicationScoped
class UnusualSheets {

  private static final String SELECT =
      "SELECT h.id, h.rule_set_code, COALESCE(h.examiner_id, h.teacher_id), a.rating, a.score FROM"
          + " sheet h LEFT JOIN achievement a ON a.sheet_id = h.id AND a.corrects_id IS NULL AND"
          + " a.score IS NOT NULL WHERE h.closed_at >= ? AND h.closed_at < ? AND h.kind <> 'RATING'"
          + " ORDER BY h.id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private RuleBook rules;

  /** A sheet with what it has posted. */
  private record Closed(long id, String ruleSet, Long teacher, List<SheetScores.Row> rows) {}

  /**
   * Adds the flags of a month.
   *
   * @return how many sheets were looked at
   */
  int find(Month month, List<Found> found) {
    Map<Long, Closed> sheets = read(month);
    for (Closed sheet : sheets.values()) {
      for (Refusal flag :
          new IntegrityPolicy(rules.named(sheet.ruleSet()))
              .sheet(new SheetScores(sheet.rows()))
              .warnings()) {
        found.add(Found.sheet(flag, sheet.ruleSet(), sheet.id(), sheet.teacher()));
      }
    }
    return sheets.size();
  }

  private Map<Long, Closed> read(Month month) {
    Map<Long, Closed> sheets = new LinkedHashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setObject(1, month.begins());
      select.setObject(2, month.ends());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Closed sheet = sheets.get(row.getLong(1));
          if (sheet == null) {
            sheet =
                new Closed(
                    row.getLong(1),
                    row.getString(2),
                    row.getObject(3, Long.class),
                    new ArrayList<>());
            sheets.put(sheet.id(), sheet);
          }
          Integer score = row.getObject(5, Integer.class);
          if (score != null) {
            sheet.rows().add(new SheetScores.Row(row.getObject(4, Integer.class), score));
          }
        }
      }
      return sheets;
    } catch (SQLException e) {
      throw new IllegalStateException("closed sheets cannot be read", e);
    }
  }
}
