package kz.miras.registrar.attestation.service.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.rating.PeriodScores;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingExcuse;
import kz.miras.registrar.attestation.rating.RatingFormula;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.rating.RatingWeek;

/**
 * PUB-1. The own lines of a student in closed journals whose ratings are published: from what the
 * rating came, in time to dispute it. Whose they are is asked before.
 */
@ApplicationScoped
public class StudentJournals {

  private static final String PUBLISHED =
      "SELECT p.sheet_id FROM sheet_publication p JOIN sheet_row r ON r.sheet_id = p.sheet_id JOIN"
          + " sheet h ON h.id = p.sheet_id WHERE r.student_id = ? AND h.term_id = ? AND (p.part ="
          + " 'RESULT' OR NOT EXISTS (SELECT 1 FROM rating_left_out l WHERE l.sheet_id = p.sheet_id"
          + " AND l.student_id = r.student_id AND l.published_at IS NULL))";

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private RatingSheets ratings;

  /**
   * A line.
   *
   * @param journal the rating sheet
   * @param weeks points by week of the term, AB or AE of a missed one
   * @param current ТК, two decimals; null without points
   * @param control score of the control, AB, or empty
   * @param rating the rating as the journal gives it; null for none
   * @param alone number of the disposition the control was taken by; null for none
   */
  public record Own(
      Sheet journal,
      Map<Integer, String> weeks,
      BigDecimal current,
      String control,
      Short absent,
      Short excused,
      BigDecimal rating,
      String alone) {}

  /** Of a term, by sheet and period. */
  public List<Own> of(long student, long term) {
    Set<Long> published = published(student, term);
    List<SheetRow> rows =
        published.isEmpty()
            ? List.of()
            : entities
                .createQuery(
                    "SELECT r FROM SheetRow r JOIN FETCH r.sheet WHERE r.studentId = :student AND"
                        + " r.sheet.ratesId IN :published AND r.sheet.closedAt IS NOT NULL ORDER BY"
                        + " r.sheet.ratesId, r.sheet.period",
                    SheetRow.class)
                .setParameter("student", student)
                .setParameter("published", published)
                .getResultList();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<RatingWeek>> weeks =
        entities
            .createQuery("SELECT w FROM RatingWeek w WHERE w.rowId IN :rows", RatingWeek.class)
            .setParameter("rows", rows.stream().map(SheetRow::getId).toList())
            .getResultList()
            .stream()
            .collect(Collectors.groupingBy(RatingWeek::getRowId));
    List<RatingExcuse> excuses =
        entities
            .createQuery(
                "SELECT e FROM RatingExcuse e WHERE e.studentId = :student AND e.termId = :term",
                RatingExcuse.class)
            .setParameter("student", student)
            .setParameter("term", term)
            .getResultList();
    List<Own> own = new ArrayList<>();
    for (SheetRow row : rows) {
      own.add(own(row, weeks.getOrDefault(row.getId(), List.of()), excuse(row, excuses)));
    }
    return own;
  }

  private static Optional<RatingExcuse> excuse(SheetRow row, List<RatingExcuse> excuses) {
    Sheet journal = row.getSheet();
    return excuses.stream()
        .filter(one -> one.isOf(journal.getDisciplineId(), journal.getPeriod()))
        .findFirst();
  }

  private Own own(SheetRow row, List<RatingWeek> weeks, Optional<RatingExcuse> excuse) {
    Sheet journal = row.getSheet();
    RatingLine line = new RatingLine(row, weeks, excuse.orElse(null));
    PeriodScores scores = line.scores();
    RatingFormula formula = ratings.formula(journal);
    return new Own(
        journal,
        line.typedWeeks(),
        formula.current(scores).orElse(null),
        excuse
            .map(one -> one.getScore() == null ? "" : String.valueOf(one.getScore()))
            .orElseGet(() -> line.standing(new RatingCell(row.getId(), "rk", "", ""))),
        row.getAbsencesTotal(),
        row.getAbsencesValid(),
        formula.rating(scores).orElse(null),
        excuse.map(RatingExcuse::getDocumentNo).orElse(null));
  }

  private Set<Long> published(long student, long term) {
    List<?> keys =
        entities
            .createNativeQuery(PUBLISHED)
            .setParameter(1, student)
            .setParameter(2, term)
            .getResultList();
    return keys.stream()
        .map(key -> ((Number) key).longValue())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
