package kz.miras.registrar.achievement.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/** Reads the history of achievements: one statement a student, whatever its length. */
@ApplicationScoped
public class LedgerReader {

  static final String SELECT =
      "SELECT a.*, y.start_year, t.type AS term_type, c.position AS corrects_position"
          + " FROM achievement a JOIN term t ON t.id = a.term_id"
          + " JOIN academic_year y ON y.id = t.academic_year_id"
          + " LEFT JOIN achievement c ON c.id = a.corrects_id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /**
   * The entries of a student by position.
   *
   * @param asOf only what stood at the end of this day (ACH-8); null for all
   */
  public List<LedgerEntry> of(long student, LocalDate asOf) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(SELECT + " WHERE a.student_id = ? ORDER BY a.position")) {
      select.setLong(1, student);
      List<LedgerEntry> entries = read(select);
      if (asOf != null) {
        entries.removeIf(entry -> !entry.stoodOn(asOf, time.zone()));
      }
      return entries;
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be read", e);
    }
  }

  /** Key of an entry. */
  public long key(long student, long position) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id FROM achievement WHERE student_id = ? AND position = ?")) {
      select.setLong(1, student);
      select.setLong(2, position);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be read", e);
    }
  }

  /** Whether a sheet has posted an FX. */
  boolean hasFx(long sheet) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT EXISTS (SELECT 1 FROM achievement WHERE sheet_id = ? AND letter = 'FX')")) {
      select.setLong(1, sheet);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be read", e);
    }
  }

  /** The entries of many students by position, in one statement; who has none is there too. */
  public Map<Long, List<LedgerEntry>> ofAll(Collection<Long> students) {
    Map<Long, List<LedgerEntry>> ledgers = new HashMap<>();
    students.forEach(student -> ledgers.put(student, new ArrayList<>()));
    if (ledgers.isEmpty()) {
      return ledgers;
    }
    String places = Statements.places(ledgers.size());
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                SELECT
                    + " WHERE a.student_id IN ("
                    + places
                    + ") ORDER BY a.student_id, a.position")) {
      int at = 1;
      for (long student : ledgers.keySet()) {
        select.setLong(at++, student);
      }
      read(select).forEach(entry -> ledgers.get(entry.studentId()).add(entry));
      return ledgers;
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be read", e);
    }
  }

  /**
   * The entries of terms beside which a student has another of the same discipline and term, by
   * their keys; what is recognised from elsewhere is left out.
   */
  public Map<Long, LedgerEntry> contested(Collection<Long> terms) {
    return contested(terms, "b.term_id = a.term_id");
  }

  /** The same where another of these terms may have the other result. */
  public Map<Long, LedgerEntry> contestedOfYear(Collection<Long> terms) {
    String together = terms.stream().map(String::valueOf).collect(Collectors.joining(","));
    return contested(terms, "b.term_id IN (" + together + ")");
  }

  private Map<Long, LedgerEntry> contested(Collection<Long> terms, String where) {
    Map<Long, LedgerEntry> contested = new LinkedHashMap<>();
    if (terms.isEmpty()) {
      return contested;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                SELECT
                    + " WHERE a.kind <> 'RECOGNISED' AND a.term_id IN ("
                    + Statements.places(terms.size())
                    + ") AND EXISTS (SELECT 1 FROM achievement b WHERE b.student_id = a.student_id"
                    + " AND "
                    + where
                    + " AND b.discipline_id <=> a.discipline_id AND"
                    + " (b.discipline_id IS NOT NULL OR b.discipline_code = a.discipline_code) AND"
                    + " b.kind <> 'RECOGNISED' AND b.id <> a.id)")) {
      int at = 1;
      for (long term : terms) {
        select.setLong(at++, term);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          contested.put(row.getLong("id"), entry(row));
        }
      }
      return contested;
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be read", e);
    }
  }

  private static List<LedgerEntry> read(PreparedStatement select) throws SQLException {
    List<LedgerEntry> entries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(entry(row));
      }
    }
    return entries;
  }

  static LedgerEntry entry(ResultSet row) throws SQLException {
    return new LedgerEntry(
        UUID.fromString(row.getString("uuid")),
        row.getLong("student_id"),
        row.getLong("position"),
        studied(row),
        outcome(row),
        source(row),
        row.getBytes("seal"));
  }

  private static LedgerEntry.Studied studied(ResultSet row) throws SQLException {
    String cycle = row.getString("cycle");
    String component = row.getString("component");
    return new LedgerEntry.Studied(
        longOrNull(row, "discipline_id"),
        row.getString("discipline_code"),
        LocalizedText.of(
            row.getString("name_kk"), row.getString("name_ru"), row.getString("name_en")),
        row.getInt("credits"),
        cycle == null ? null : Cycle.valueOf(cycle),
        component == null ? null : Component.valueOf(component),
        row.getBoolean("excluded_from_gpa"),
        row.getBoolean("additional"),
        row.getBoolean("final_attestation"));
  }

  private static LedgerEntry.Outcome outcome(ResultSet row) throws SQLException {
    String mark = row.getString("mark");
    return new LedgerEntry.Outcome(
        row.getLong("term_id"),
        new TermRef(row.getInt("start_year"), TermType.valueOf(row.getString("term_type"))),
        ResultKind.valueOf(row.getString("kind")),
        row.getInt("attempt_no"),
        intOrNull(row, "rating"),
        intOrNull(row, "score"),
        new Grade(
            intOrNull(row, "percent"),
            letter(row.getString("letter")),
            mark == null ? null : Mark.valueOf(mark)),
        row.getObject("result_on", LocalDate.class),
        row.getString("rule_set_code"));
  }

  private static LedgerEntry.Source source(ResultSet row) throws SQLException {
    String kind = row.getString("sheet_kind");
    return new LedgerEntry.Source(
        longOrNull(row, "sheet_id"),
        kind == null ? null : SheetKind.valueOf(kind),
        row.getString("source_document"),
        longOrNull(row, "corrects_position"),
        row.getString("reason"),
        row.getBoolean("migrated"),
        row.getString("author"),
        row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }

  private static Letter letter(String sign) {
    return sign == null ? null : Letter.of(sign);
  }

  private static Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static Integer intOrNull(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
