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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Condition in SQL: the results of {@code @sheet}, a key, are not published. */
  public static final String UNPUBLISHED_SHEET =
      "NOT EXISTS (SELECT 1 FROM sheet_publication p WHERE p.sheet_id = @sheet AND p.part ="
          + " 'RESULT')";

  private static final String HIDDEN = " AND " + UNPUBLISHED_SHEET.replace("@sheet", "h.id");
  private static final String UNPUBLISHED =
      "SELECT h.id FROM sheet h WHERE h.id IN (SELECT a.sheet_id FROM achievement a WHERE"
          + " a.student_id IN (%s))"
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
    return published(entries, hidden(entries, unpublished(List.of(student.getId()))));
  }

  /**
   * What is known of a history.
   *
   * @param entries by position
   * @param awaited keys of the disciplines something of which is not known yet
   */
  public record Known(List<LedgerEntry> entries, Set<Long> awaited) {}

  /** The whole history as whoever asks may know it, with what is still to come. */
  public Known of(long student) {
    List<LedgerEntry> entries = ledger.of(student, null);
    return known(entries, unpublished(List.of(student)));
  }

  /** The same as the student may know it, whoever asks. */
  public Known told(long student) {
    List<LedgerEntry> entries = ledger.of(student, null);
    return known(entries, sheets(String.format(UNPUBLISHED, "?"), List.of(student)));
  }

  private static Known known(List<LedgerEntry> entries, Set<Long> unpublished) {
    Set<Long> hidden = hidden(entries, unpublished);
    Set<Long> awaited = new HashSet<>();
    entries.stream()
        .filter(entry -> hidden.contains(entry.position()))
        .map(entry -> entry.discipline().disciplineId())
        .filter(Objects::nonNull)
        .forEach(awaited::add);
    return new Known(published(entries, hidden), awaited);
  }

  /** The same of many students, by their keys; who has no entry is there too. */
  public Map<Long, List<LedgerEntry>> ofAll(Collection<Long> students) {
    Map<Long, List<LedgerEntry>> known = new HashMap<>(ledger.ofAll(students));
    Set<Long> unpublished = unpublished(students);
    Set<Long> kept = Set.copyOf(keptFromCaller(students));
    known.replaceAll(
        (student, entries) ->
            kept.contains(student) ? published(entries, hidden(entries, unpublished)) : entries);
    return known;
  }

  /** Whether whoever asks may know the whole history of a student. */
  public boolean isWhole(Student student) {
    Set<Long> unpublished = unpublished(List.of(student.getId()));
    return unpublished.isEmpty() || hidden(ledger.of(student.getId(), null), unpublished).isEmpty();
  }

  /** Keys of the entries of the own history whoever asks may not know of yet. */
  public Set<Long> unknown() {
    Long own = access.current().studentId();
    if (own == null) {
      return Set.of();
    }
    Set<Long> keys = new HashSet<>();
    hidden(ledger.of(own, null), unpublished(List.of(own)))
        .forEach(position -> keys.add(ledger.key(own, position)));
    return keys;
  }

  /** Sheets of these students whose results are to be kept from whoever asks. */
  private Set<Long> unpublished(Collection<Long> students) {
    List<Long> kept = keptFromCaller(students);
    return kept.isEmpty()
        ? Set.of()
        : sheets(String.format(UNPUBLISHED, Statements.places(kept.size())), kept);
  }

  private List<Long> keptFromCaller(Collection<Long> students) {
    // what a clock or a start-up reads is kept from nobody
    Actor asking = access.caller().orElse(null);
    if (asking == null) {
      return List.of();
    }
    boolean program = isProgram(asking);
    return students.stream().filter(one -> program || one.equals(asking.studentId())).toList();
  }

  private boolean isProgram(Actor asking) {
    Set<Role> roles = asking.roles(time.today());
    return !roles.isEmpty() && PROGRAMS.containsAll(roles);
  }

  private static List<LedgerEntry> published(List<LedgerEntry> entries, Set<Long> hidden) {
    return hidden.isEmpty()
        ? entries
        : entries.stream()
            .filter(entry -> !hidden.contains(entry.position()))
            .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Positions of what came from sheets that are not published, and of what corrects that. */
  private static Set<Long> hidden(List<LedgerEntry> entries, Set<Long> unpublished) {
    Set<Long> hidden = new HashSet<>();
    for (LedgerEntry entry : entries) {
      LedgerEntry.Source source = entry.source();
      boolean early = source.sheetId() != null && unpublished.contains(source.sheetId());
      if (early || source.corrects() != null && hidden.contains(source.corrects())) {
        hidden.add(entry.position());
      }
    }
    return hidden;
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
