package kz.miras.registrar.attestation.service.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.rating.RatingExcuse;
import kz.miras.registrar.attestation.rating.RatingFormula;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.rating.RatingPeriod;
import kz.miras.registrar.attestation.rating.RatingWeek;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.ExcusedPeriod;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;

/** Repository of rating sheets, their weeks and the dispositions. */
@ApplicationScoped
public class RatingSheets {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private Sheets sheets;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;

  /** First sittings of a term that are not posted and may have ratings. */
  List<Sheet> rateable(long term) {
    return entities
        .createQuery(
            "SELECT s FROM Sheet s WHERE s.termId = :term AND s.continuesId IS NULL AND s.closedAt"
                + " IS NULL AND s.kind IN :kinds ORDER BY s.number",
            Sheet.class)
        .setParameter("term", term)
        .setParameter(
            "kinds",
            List.of(
                SheetKind.MAIN,
                SheetKind.RETAKE,
                SheetKind.SUMMER,
                SheetKind.DIFFERENCE,
                SheetKind.GOS_HISTORY))
        .getResultList();
  }

  /** Rows of many sheets, by key of the sheet. */
  Map<Long, List<SheetRow>> rows(Collection<Long> keys) {
    return keys.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "SELECT r FROM SheetRow r JOIN FETCH r.sheet WHERE r.sheet.id IN :keys ORDER BY"
                    + " r.position",
                SheetRow.class)
            .setParameter("keys", keys)
            .getResultList()
            .stream()
            .collect(Collectors.groupingBy(row -> row.getSheet().getId()));
  }

  /** Whether somebody has typed of a student in a journal of a sheet, closed ones too. */
  public boolean isTypedInJournals(Sheet main, long student) {
    return entities
            .createQuery(
                "SELECT COUNT(r) FROM SheetRow r WHERE r.sheet.ratesId = :main AND r.studentId ="
                    + " :student AND r.typedBy IS NOT NULL",
                Long.class)
            .setParameter("main", main.getId())
            .setParameter("student", student)
            .getSingleResult()
        > 0;
  }

  /** Forms the rating sheet of a period with the rows of the sheet the ratings go to. */
  public Sheet form(Sheet main, Collection<SheetRow> rows, int period) {
    Term term = calendars.term(main.getTermId()).orElseThrow();
    Sheet sheet = Sheet.rating(main, sheets.nextNumber(term.getCode()), period);
    sheets.add(sheet);
    main.keepJournal(period);
    for (SheetRow row : rows) {
      SheetRow line =
          new SheetRow(sheet, row.getStudentId(), row.getEnrolmentId(), row.getPosition(), null);
      if (row.isWithdrawn()) {
        line.withdraw(row.getNote());
      } else if (row.isExempt()) {
        line.exempt(row.getExemptionId());
      }
      sheets.add(line);
    }
    return sheet;
  }

  void add(Object entity) {
    entities.persist(entity);
  }

  void flush() {
    entities.flush();
  }

  /** The lines of a journal in the order of names. */
  public List<RatingLine> lines(Sheet sheet) {
    Map<Long, List<RatingWeek>> weeks =
        entities
            .createQuery(
                "SELECT w FROM RatingWeek w WHERE w.rowId IN (SELECT r.id FROM SheetRow r WHERE"
                    + " r.sheet.id = :sheet)",
                RatingWeek.class)
            .setParameter("sheet", sheet.getId())
            .getResultList()
            .stream()
            .collect(Collectors.groupingBy(RatingWeek::getRowId));
    Map<Long, RatingExcuse> excuses = new HashMap<>();
    excuses(sheet).forEach(excuse -> excuses.put(excuse.getStudentId(), excuse));
    Set<Integer> held =
        weeks.values().stream()
            .flatMap(List::stream)
            .filter(week -> week.getPoints() != null)
            .map(RatingWeek::getWeek)
            .collect(Collectors.toSet());
    List<RatingLine> lines = new ArrayList<>();
    for (SheetRow row : sheets.rows(sheet.getId())) {
      lines.add(
          new RatingLine(
              row,
              weeks.getOrDefault(row.getId(), List.of()),
              excuses.get(row.getStudentId()),
              held));
    }
    return lines;
  }

  /** Dispositions on the students of the sheet that the ratings of this one go to. */
  List<RatingExcuse> excuses(Sheet journal) {
    return excuses(journal, journal.getRatesId()).stream()
        .filter(excuse -> excuse.getPeriod() == journal.getPeriod())
        .toList();
  }

  /**
   * RAT-3. Those on the students of a sheet in the periods it has no journal of; none of one that
   * continues another, whose ratings are carried.
   */
  List<RatingExcuse> alone(Sheet main) {
    return main.getContinuesId() != null
        ? List.of()
        : excuses(main, main.getId()).stream()
            .filter(excuse -> !main.hasJournal(excuse.getPeriod()))
            .toList();
  }

  private List<RatingExcuse> excuses(Sheet sheet, long main) {
    return entities
        .createQuery(
            "SELECT e FROM RatingExcuse e WHERE e.disciplineId = :discipline AND e.termId = :term"
                + " AND e.studentId IN (SELECT r.studentId FROM SheetRow r WHERE r.sheet.id ="
                + " :main) ORDER BY e.until, e.id",
            RatingExcuse.class)
        .setParameter("discipline", sheet.getDisciplineId())
        .setParameter("term", sheet.getTermId())
        .setParameter("main", main)
        .getResultList();
  }

  /** A disposition of a journal, or of a sheet without one, by its public id. */
  Optional<RatingExcuse> excuse(Sheet sheet, String id) {
    List<RatingExcuse> all = sheet.getKind() == SheetKind.RATING ? excuses(sheet) : alone(sheet);
    return all.stream().filter(excuse -> excuse.getUuid().equals(uuid(id))).findFirst();
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The rules it was formed by. */
  RuleSet rules(Sheet sheet) {
    return rules.named(sheet.getRuleSetCode());
  }

  /** The formula of its rules. */
  public RatingFormula formula(Sheet sheet) {
    return RatingFormula.of(rules(sheet));
  }

  /** Whether its rules leave out a period missed for a reason (RAT-3). */
  boolean leavesOut(Sheet sheet) {
    return rules(sheet).excusedPeriod() == ExcusedPeriod.REMAINING;
  }

  /** The period of a rating sheet by the calendar of its term. */
  public RatingPeriod period(Sheet sheet) {
    Term term = calendars.term(sheet.getTermId()).orElseThrow();
    Map<EventKind, LocalDate> ends = new EnumMap<>(EventKind.class);
    entities
        .createQuery(
            "SELECT e FROM CalendarEvent e WHERE e.term.id = :term AND e.kind IN :kinds",
            CalendarEvent.class)
        .setParameter("term", sheet.getTermId())
        .setParameter("kinds", List.of(EventKind.RK1, EventKind.RK2))
        .getResultList()
        .stream()
        .filter(sheet::isConcernedBy)
        // of several, for courses, the last one: nobody is shut out too early
        .forEach(
            event ->
                ends.merge(
                    event.getKind(),
                    event.getEndsOn(),
                    (one, other) -> one.isAfter(other) ? one : other));
    return RatingPeriod.of(
        sheet.getPeriod(),
        term.getStartsOn(),
        term.getStudyWeeks(),
        ends.get(EventKind.RK1),
        ends.get(EventKind.RK2),
        rules(sheet).integer(RuleParameter.JOURNAL_EDIT_DAYS));
  }
}
