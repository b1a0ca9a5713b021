package kz.miras.registrar.achievement.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/**
 * PUB-1. A history as whoever asks may know it: students see of their own what is published, and so
 * do programs, which would pass the rest on to them.
 */
@ApplicationScoped
public class KnownHistory {

  private static final Set<Role> PROGRAMS = EnumSet.of(Role.SUBSYSTEM, Role.EXT);
  private static final String HIDDEN =
      " AND NOT EXISTS (SELECT 1 FROM sheet_publication p WHERE p.sheet_id = h.id AND p.part ="
          + " 'RESULT')";
  private static final String UNPUBLISHED =
      "SELECT h.id FROM sheet h WHERE h.id IN (SELECT a.sheet_id FROM achievement a WHERE"
          + " a.student_id = ?)"
          + HIDDEN;

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private LedgerReader ledger;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * The entries by position; to the student and to programs without what came from sheets whose
   * results are not published, and without what corrects that.
   *
   * @param asOf only what stood at the end of this day (ACH-8); null for all
   */
  public List<LedgerEntry> of(Student student, LocalDate asOf) {
    List<LedgerEntry> entries = ledger.of(student.getId(), asOf);
    Actor asking = access.current();
    return student.getId().equals(asking.studentId()) || isProgram(asking)
        ? published(entries, sheets(UNPUBLISHED, List.of(student.getId())))
        : entries;
  }

  private boolean isProgram(Actor asking) {
    Set<Role> roles = asking.roles(time.today());
    return !roles.isEmpty() && PROGRAMS.containsAll(roles);
  }

  private static List<LedgerEntry> published(List<LedgerEntry> entries, Set<Long> unpublished) {
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

  /** Which of these sheets have results that are not published yet, by their keys. */
  Set<Long> unpublishedOf(Collection<Long> sheets) {
    return sheets.isEmpty()
        ? Set.of()
        : sheets(
            "SELECT h.id FROM sheet h WHERE h.id IN ("
                + Statements.places(sheets.size())
                + ")"
                + HIDDEN,
            sheets);
  }

  private Set<Long> sheets(String sql, Collection<Long> values) {
    try (Connection connection = database.getConnection()) {
      return new HashSet<>(Statements.list(connection, sql, values, row -> row.getLong(1)));
    } catch (SQLException e) {
      throw new IllegalStateException("what was published cannot be read", e);
    }
  }
}
