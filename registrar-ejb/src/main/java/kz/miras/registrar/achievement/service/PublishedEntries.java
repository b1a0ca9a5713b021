package kz.miras.registrar.achievement.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.LedgerEntry;

/** PUB-1. What of a history its student may know already. */
@ApplicationScoped
class PublishedEntries {

  private static final String UNPUBLISHED =
      "SELECT DISTINCT a.sheet_id FROM achievement a WHERE a.student_id = ? AND a.sheet_id IS NOT"
          + " NULL AND NOT EXISTS (SELECT 1 FROM sheet_publication p WHERE p.sheet_id = a.sheet_id"
          + " AND p.part = 'RESULT')";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * The history without what came from sheets whose results are not published, and without what
   * corrects that.
   *
   * @param entries by position
   */
  List<LedgerEntry> of(long student, List<LedgerEntry> entries) {
    Set<Long> unpublished = unpublished(student);
    if (unpublished.isEmpty()) {
      return entries;
    }
    Set<Long> hidden = new HashSet<>();
    List<LedgerEntry> known = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      LedgerEntry.Source source = entry.source();
      boolean early = source.sheetId() != null && unpublished.contains(source.sheetId());
      if (early || source.corrects() != null && hidden.contains(source.corrects())) {
        hidden.add(entry.position());
      } else {
        known.add(entry);
      }
    }
    return known;
  }

  private Set<Long> unpublished(long student) {
    Set<Long> sheets = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(UNPUBLISHED)) {
      select.setLong(1, student);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sheets.add(row.getLong(1));
        }
      }
      return sheets;
    } catch (SQLException e) {
      throw new IllegalStateException("what was published cannot be read", e);
    }
  }
}
