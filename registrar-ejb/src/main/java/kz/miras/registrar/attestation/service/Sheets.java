package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.RegistrarException;

/** Repository of mark sheets. */
@ApplicationScoped
public class Sheets {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  public void add(Object entity) {
    entities.persist(entity);
  }

  public void remove(SheetRow row) {
    entities.remove(row);
  }

  /**
   * Sheets of the first sitting of these groups, their journals, and individual sittings that go on
   * from them, still being filled.
   */
  List<Sheet> unpostedSittings(Collection<Long> sections) {
    return sections.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT s FROM Sheet s WHERE s.sectionId IN :sections AND (s.continuesId IS NULL OR"
                    + " s.kind = kz.miras.registrar.attestation.SheetKind.INDIVIDUAL) AND s.closedAt"
                    + " IS NULL ORDER BY s.id",
                Sheet.class)
            .setParameter("sections", sections)
            .getResultList();
  }

  /** Sheets that continue one. */
  public List<Sheet> following(long sheet) {
    return entities
        .createQuery("SELECT s FROM Sheet s WHERE s.continuesId = :sheet", Sheet.class)
        .setParameter("sheet", sheet)
        .getResultList();
  }

  /** Journals that ratings of a sheet come from, closed ones too, in order of key. */
  List<Sheet> journals(long sheet) {
    return entities
        .createQuery("SELECT s FROM Sheet s WHERE s.ratesId = :sheet ORDER BY s.id", Sheet.class)
        .setParameter("sheet", sheet)
        .getResultList();
  }

  /** Those of them that are not closed. */
  List<Sheet> unpostedJournals(long sheet) {
    return journals(sheet).stream().filter(one -> !one.getStatus().isPosted()).toList();
  }

  /** A sheet by its key. */
  public Optional<Sheet> byId(long id) {
    return Optional.ofNullable(entities.find(Sheet.class, id));
  }

  public void flush() {
    entities.flush();
  }

  public Optional<Sheet> byUuid(UUID uuid) {
    return entities
        .createQuery("SELECT s FROM Sheet s WHERE s.uuid = :uuid", Sheet.class)
        .setParameter("uuid", uuid)
        .getResultStream()
        .findFirst();
  }

  /** Locks the sheet, so that closing and typing never cross. */
  public Sheet lock(Sheet sheet) {
    entities.lock(sheet, LockModeType.PESSIMISTIC_WRITE);
    return sheet;
  }

  public List<SheetRow> rows(long sheet) {
    return entities
        .createQuery(
            "SELECT r FROM SheetRow r WHERE r.sheet.id = :sheet ORDER BY r.position",
            SheetRow.class)
        .setParameter("sheet", sheet)
        .getResultList();
  }

  /**
   * A row of a sheet.
   *
   * @param row key
   * @throws RegistrarException.NotFound where it is none of the sheet's
   */
  public SheetRow row(Sheet sheet, long row) {
    return rows(sheet.getId()).stream()
        .filter(one -> one.getId() == row)
        .findFirst()
        .orElseThrow(() -> new RegistrarException.NotFound("sheet-row", row));
  }

  /** SHT-10. Whether a student's level is that of the sheet; one that names none has all. */
  boolean takes(Sheet sheet, long student) {
    return sheet.getLevel() == null
        || entities
                .createQuery(
                    "SELECT COUNT(s) FROM Student s WHERE s.id = :student AND s.programme.level ="
                        + " :level",
                    Long.class)
                .setParameter("student", student)
                .setParameter("level", sheet.getLevel())
                .getSingleResult()
            > 0;
  }

  /** Sheets with an exam that are not posted. */
  List<Sheet> unposted() {
    return entities
        .createQuery(
            "SELECT s FROM Sheet s WHERE s.closedAt IS NULL AND s.kind <>"
                + " kz.miras.registrar.attestation.SheetKind.RATING",
            Sheet.class)
        .getResultList();
  }

  /** Whether there is a posted sheet of this number. */
  boolean isPosted(String number) {
    return entities
            .createQuery(
                "SELECT COUNT(s) FROM Sheet s WHERE s.number = :number AND s.closedAt IS NOT NULL",
                Long.class)
            .setParameter("number", number)
            .getSingleResult()
        > 0;
  }

  /** Rows of a student in sheets that are not posted. */
  public List<SheetRow> unposted(long student) {
    return entities
        .createQuery(
            "SELECT r FROM SheetRow r WHERE r.studentId = :student AND r.sheet.status NOT IN"
                + " :posted",
            SheetRow.class)
        .setParameter("student", student)
        .setParameter("posted", List.of(SheetStatus.CLOSED, SheetStatus.AMENDED))
        .getResultList();
  }

  /** Rows of these students in sheets that continue others and are not posted. */
  public List<SheetRow> unpostedFollowing(Collection<Long> students) {
    return entities
        .createQuery(
            "SELECT r FROM SheetRow r WHERE r.studentId IN :students AND r.sheet.closedAt IS NULL"
                + " AND r.sheet.continuesId IS NOT NULL",
            SheetRow.class)
        .setParameter("students", students)
        .getResultList();
  }

  /** Takes a row out of its sheet; those below move up. */
  public void takeOut(SheetRow row) {
    long sheet = row.getSheet().getId();
    remove(row);
    flush();
    int line = 1;
    for (SheetRow rest : rows(sheet)) {
      rest.place(line++);
    }
  }

  /** Sheets of a section that are not posted. */
  public List<Sheet> unpostedOfSection(long section) {
    return entities
        .createQuery(
            "SELECT s FROM Sheet s WHERE s.sectionId = :section AND s.closedAt IS NULL",
            Sheet.class)
        .setParameter("section", section)
        .getResultList();
  }

  /** Sheets that are not posted and name somebody whose appointment there is over. */
  public List<Sheet> unpostedOfFormerTeachers(LocalDate today) {
    return entities
        .createQuery(
            "SELECT DISTINCT s FROM Sheet s, SectionTeacher t WHERE s.closedAt IS NULL AND"
                + " t.sectionId = s.sectionId AND t.validTo < :today AND (t.teacherId = s.teacherId"
                + " OR t.teacherId = s.examinerId)",
            Sheet.class)
        .setParameter("today", today)
        .getResultList();
  }

  /**
   * Keys of open sheets whose exam day has come, or whose last day has passed, and whose entry the
   * latest decision does not let go on, in order of key: whoever locks several does it in this
   * order.
   */
  List<Long> openSince(LocalDate today, Instant now) {
    List<?> keys =
        entities
            .createNativeQuery(
                "SELECT h.id FROM sheet h WHERE h.status = 'OPEN' AND"
                    + " COALESCE(h.exam_date, h.last_day + INTERVAL 1 DAY) <= ? AND COALESCE((SELECT e.until_at FROM sheet_extension e WHERE e.sheet_id = h.id"
                    + " ORDER BY e.decided_at DESC, e.id DESC LIMIT 1) <= ?, TRUE) ORDER BY h.id")
            .setParameter(1, today)
            .setParameter(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
            .getResultList();
    return keys.stream().map(key -> ((Number) key).longValue()).toList();
  }

  /** Keys of the sheets of a term of which this part waits to be published, in order of key. */
  List<Long> readyToPublish(long term, SheetPart part) {
    List<?> keys =
        entities
            .createNativeQuery(
                "SELECT h.id FROM sheet h JOIN discipline d ON d.id = h.discipline_id WHERE"
                    + " h.term_id = ? AND "
                    + ReadyToPublish.of(part)
                    + " ORDER BY h.id")
            .setParameter(1, term)
            .getResultList();
    return keys.stream().map(key -> ((Number) key).longValue()).toList();
  }

  /** Sheets of a term whose results are published, in order of key. */
  @SuppressWarnings("unchecked")
  public List<Sheet> published(long term) {
    return entities
        .createNativeQuery(
            "SELECT h.* FROM sheet h JOIN sheet_publication p ON p.sheet_id = h.id AND p.part ="
                + " 'RESULT' WHERE h.term_id = ? ORDER BY h.id",
            Sheet.class)
        .setParameter(1, term)
        .getResultList();
  }

  /** Sheets of a term that are not posted. */
  public List<Sheet> unpostedOfTerm(long term) {
    return entities
        .createQuery(
            "SELECT s FROM Sheet s WHERE s.termId = :term AND s.closedAt IS NULL", Sheet.class)
        .setParameter("term", term)
        .getResultList();
  }

  /**
   * The next sheet number of a term; the row of the series is locked till the transaction ends, so
   * that two who form sheets at once get different ones. Gap-free is not asked of sheets.
   */
  public String nextNumber(String term) {
    return nextNumbers(term, 1).get(0);
  }

  /** Holds the series of a term till the transaction ends: whoever else forms sheets waits. */
  public void lockNumbers(String term) {
    nextNumbers(term, 0);
  }

  /** The next numbers of a term, taken at once. */
  List<String> nextNumbers(String term, int wanted) {
    entities
        .createNativeQuery(
            "INSERT INTO sheet_series (term_code, last_number) SELECT ?,"
                + " COALESCE(MAX(CAST(SUBSTRING_INDEX(number, '-', -1) AS UNSIGNED)), 0) + ? FROM"
                + " sheet WHERE number LIKE CONCAT(?, '-%') ON DUPLICATE KEY UPDATE last_number ="
                + " last_number + ?")
        .setParameter(1, term)
        .setParameter(2, wanted)
        .setParameter(3, term)
        .setParameter(4, wanted)
        .executeUpdate();
    Number last =
        (Number)
            entities
                .createNativeQuery("SELECT last_number FROM sheet_series WHERE term_code = ?")
                .setParameter(1, term)
                .getSingleResult();
    return LongStream.rangeClosed(last.longValue() - wanted + 1, last.longValue())
        .mapToObj(number -> String.format("%s-%04d", term, number))
        .toList();
  }
}
