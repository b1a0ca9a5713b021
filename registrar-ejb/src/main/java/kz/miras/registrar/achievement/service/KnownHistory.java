package kz.miras.registrar.achievement.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.student.Student;

/** PUB-1. A history as whoever asks may know it: students see of their own what is published. */
@ApplicationScoped
public class KnownHistory {

  private static final String UNPUBLISHED =
      "SELECT DISTINCT a.sheet_id FROM achievement a WHERE a.student_id = ? AND a.sheet_id IS NOT"
          + " NULL AND NOT EXISTS (SELECT 1 FROM sheet_publication p WHERE p.sheet_id = a.sheet_id"
          + " AND p.part = 'RESULT')";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private LedgerReader ledger;
  @Inject private Access access;

  /**
   * The entries by position; to the student without what came from sheets whose results are not
   * published, and without what corrects that.
   *
   * @param asOf only what stood at the end of this day (ACH-8); null for all
   */
  public List<LedgerEntry> of(Student student, LocalDate asOf) {
    List<LedgerEntry> entries = ledger.of(student.getId(), asOf);
    return student.getId().equals(access.current().studentId())
        ? published(student.getId(), entries)
        : entries;
  }

  private List<LedgerEntry> published(long student, List<LedgerEntry> entries) {
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
