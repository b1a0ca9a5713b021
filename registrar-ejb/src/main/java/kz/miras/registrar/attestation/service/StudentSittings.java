package kz.miras.registrar.attestation.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/** PUB-1. The rows of one student as the student may see them; whose they are is asked before. */
@ApplicationScoped
public class StudentSittings {

  private static final String PUBLISHED =
      "SELECT p.sheet_id, p.part, p.published_at FROM sheet_publication p JOIN sheet h ON h.id ="
          + " p.sheet_id JOIN sheet_row r ON r.sheet_id = h.id WHERE r.student_id = ? AND h.term_id"
          + " = ?";

  /** Sheets whose ratings were published without those of the student. */
  private static final String UNRATED =
      "SELECT l.sheet_id FROM rating_left_out l JOIN sheet h ON h.id = l.sheet_id WHERE"
          + " l.student_id = ? AND h.term_id = ? AND l.published_at IS NULL";

  /**
   * Sheets that continue others, whose rating the student knows: it was published with one of the
   * sheets before, by itself or with its results.
   */
  private static final String CARRIED =
      "WITH RECURSIVE earlier (own, id) AS (SELECT h.id, h.continues_id FROM sheet h JOIN sheet_row"
          + " r ON r.sheet_id = h.id WHERE r.student_id = ? AND h.term_id = ? AND h.continues_id IS"
          + " NOT NULL UNION ALL SELECT c.own, h.continues_id FROM earlier c JOIN sheet h ON h.id ="
          + " c.id WHERE h.continues_id IS NOT NULL) SELECT DISTINCT c.own FROM earlier c JOIN"
          + " sheet_publication p ON p.sheet_id = c.id WHERE p.part = 'RESULT' OR NOT EXISTS (SELECT"
          + " 1 FROM rating_left_out l WHERE l.sheet_id = c.id AND l.student_id = ? AND"
          + " l.published_at IS NULL)";

  private static final String AWAITED =
      "SELECT DISTINCT o.discipline_id FROM enrolment e JOIN offering o ON o.id = e.offering_id"
          + " WHERE e.student_id = ? AND o.term_id = ? AND e.status = 'ENROLLED' AND NOT EXISTS"
          + " (SELECT 1 FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE r.student_id ="
          + " e.student_id AND h.term_id = o.term_id AND h.discipline_id = o.discipline_id)";

  private static final String PERSON =
      "SELECT s.status = 'STUDYING', (SELECT MIN(h.placed_at) FROM student_hold h WHERE"
          + " h.student_id = s.id AND h.kind = 'FINANCIAL' AND h.removed_at IS NULL) FROM student s"
          + " WHERE s.id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private UniversityTime time;

  /**
   * A sheet with the student's row in it.
   *
   * @param scores what is published of the row
   * @param resultAt when results were published; null for not yet
   * @param person what of the student decides about admission beside the rating
   */
  public record Sat(Sheet sheet, RowScores scores, Instant resultAt, Person person) {

    public boolean isResultPublished() {
      return resultAt != null;
    }
  }

  /**
   * A student as the door of an exam room asks.
   *
   * @param studying neither on leave nor gone
   * @param heldSince day of the first financial hold that stands; null for none
   */
  public record Person(boolean studying, LocalDate heldSince) {

    /** EXM-6. Whether a hold counts for an exam of that day; null where none is named. */
    public boolean isHeld(LocalDate exam) {
      return heldSince != null && (exam == null || !heldSince.isAfter(exam));
    }
  }

  /** Of a term, by the day of the exam, those without a day last; journals are left out. */
  public List<Sat> of(long student, long term) {
    List<SheetRow> rows =
        entities
            .createQuery(
                "SELECT r FROM SheetRow r JOIN FETCH r.sheet WHERE r.studentId = :student AND"
                    + " r.sheet.termId = :term AND r.sheet.ratesId IS NULL ORDER BY"
                    + " COALESCE(r.sheet.examDate, {d '9999-12-31'}), r.sheet.number",
                SheetRow.class)
            .setParameter("student", student)
            .setParameter("term", term)
            .getResultList();
    Map<Long, Map<SheetPart, Instant>> published = published(student, term);
    Person person = person(student);
    Set<Long> unrated = new HashSet<>(longs(UNRATED, student, term));
    boolean follows = rows.stream().anyMatch(row -> row.getSheet().getContinuesId() != null);
    Set<Long> carried = follows ? new HashSet<>(longs(CARRIED, student, term, student)) : Set.of();
    List<Sat> sat = new ArrayList<>();
    for (SheetRow row : rows) {
      Sheet sheet = row.getSheet();
      Map<SheetPart, Instant> parts = published.getOrDefault(sheet.getId(), Map.of());
      Instant result = parts.get(SheetPart.RESULT);
      Set<SheetPart> told = new HashSet<>(parts.keySet());
      if (unrated.contains(sheet.getId())) {
        told.remove(SheetPart.RATING);
      }
      sat.add(
          new Sat(
              sheet,
              SheetPart.shown(row.scores(), told, carried.contains(sheet.getId())),
              result,
              person));
    }
    return sat;
  }

  /** Codes of the terms in which the student stands in a sheet, the latest first. */
  public List<String> terms(long student) {
    return entities
        .createQuery(
            "SELECT t.code FROM Term t WHERE t.id IN (SELECT r.sheet.termId FROM SheetRow r WHERE"
                + " r.studentId = :student) ORDER BY t.startsOn DESC",
            String.class)
        .setParameter("student", student)
        .getResultList();
  }

  /** Disciplines of a term the student is enrolled in and has no sheet of yet. */
  public List<Long> awaited(long student, long term) {
    return longs(AWAITED, student, term);
  }

  private List<Long> longs(String sql, Long... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, List.of(values), row -> row.getLong(1));
    } catch (SQLException e) {
      throw new IllegalStateException("what concerns a student in a term cannot be read", e);
    }
  }

  private Person person(long student) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PERSON)) {
      select.setLong(1, student);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        LocalDateTime placed = row.getObject(2, LocalDateTime.class);
        return new Person(
            row.getBoolean(1),
            placed == null
                ? null
                : LocalDate.ofInstant(placed.toInstant(ZoneOffset.UTC), time.zone()));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a student's holds cannot be read", e);
    }
  }

  private Map<Long, Map<SheetPart, Instant>> published(long student, long term) {
    Map<Long, Map<SheetPart, Instant>> published = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PUBLISHED)) {
      select.setLong(1, student);
      select.setLong(2, term);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          published
              .computeIfAbsent(row.getLong(1), key -> new EnumMap<>(SheetPart.class))
              .put(
                  SheetPart.valueOf(row.getString(2)),
                  row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC));
        }
      }
      return published;
    } catch (SQLException e) {
      throw new IllegalStateException("what was published cannot be read", e);
    }
  }
}
