package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.GpaStatement;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.promotion.YearEndFacts;
import kz.miras.registrar.achievement.promotion.YearEndFacts.Attestation;
import kz.miras.registrar.achievement.promotion.YearEndPolicy;
import kz.miras.registrar.achievement.promotion.YearEndProposal;
import kz.miras.registrar.achievement.service.DebtQueries.Owed;
import kz.miras.registrar.achievement.service.DebtReader;
import kz.miras.registrar.achievement.service.LedgerReader;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.GpaBasis;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.service.Students;

/**
 * Reads many students at once and proposes what becomes of each: the statements do not grow with
 * the students. A part of a run is read in a transaction of its own, so that memory does not grow
 * with the school either.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class YearEndReader {

  @Inject private Students students;
  @Inject private LedgerReader ledger;
  @Inject private DebtReader debts;
  @Inject private StudyRules rules;

  /**
   * A proposal with what it was derived from.
   *
   * @param gpa the average compared; null where there is none
   * @param position last place of the history
   */
  public record Proposed(
      long student,
      int course,
      boolean last,
      long curriculum,
      String funding,
      YearEndProposal proposal,
      Gpa gpa,
      int earned,
      String ruleSet,
      long position) {}

  /** Proposes for students of these keys. */
  public List<Proposed> propose(YearFrame year, Collection<Long> keys, boolean closed) {
    List<Student> found = students.byIds(keys);
    Map<Long, List<LedgerEntry>> histories = ledger.ofAll(keys);
    LongFunction<DebtReader.Around> arounds = debts.around(keys, year.day());
    Map<Level, RulesOfTime> byLevel = new EnumMap<>(Level.class);
    List<Proposed> proposed = new ArrayList<>();
    for (Student student : found) {
      DebtReader.Around around = arounds.apply(student.getId());
      RulesOfTime times =
          byLevel.computeIfAbsent(
              student.getProgramme().getLevel(), level -> rules.on(level, year.day()));
      proposed.add(propose(year, student, histories.get(student.getId()), around, times, closed));
    }
    return proposed;
  }

  private Proposed propose(
      YearFrame year,
      Student student,
      List<LedgerEntry> history,
      DebtReader.Around around,
      RulesOfTime times,
      boolean closed) {
    List<LedgerEntry> known =
        history.stream()
            .filter(entry -> entry.result().term().yearStart() <= year.start())
            .toList();
    List<Result> results = known.stream().map(LedgerEntry::toResult).toList();
    Owed owed = debts.owed(student, known, times, year.terms(), year.day(), around);
    GpaCalculator calculator = new GpaCalculator(times);
    GpaStatement all = calculator.cumulative(results);
    Optional<Gpa> gpa =
        times.inForce().promotionBasis() == GpaBasis.CUMULATIVE
            ? all.gpa()
            : calculator.year(results, year.start()).gpa();
    CountedResults counted = CountedResults.of(results, times);
    YearEndFacts facts =
        new YearEndFacts(
            student.getCourseYear(),
            student.getProgramme().getYears(),
            gpa,
            Credits.of(owed.credits()),
            (int) owed.open().stream().filter(one -> !one.clock().isExpired(year.day())).count(),
            all.earned().value(),
            student.getProgramme().getCredits(),
            Attestation.of(counted),
            repeated(student.getCourseYear(), around.changes()),
            exhausted(counted, known, times));
    YearEndProposal proposal = new YearEndPolicy(times.inForce()).propose(facts, closed);
    return new Proposed(
        student.getId(),
        facts.course(),
        facts.isLastCourse(),
        student.getCurriculum().getId(),
        student.getFunding().name(),
        proposal,
        gpa.orElse(null),
        facts.earned(),
        times.inForce().code(),
        history.isEmpty() ? 0 : history.get(history.size() - 1).position());
  }

  /** Whether an order that stands has made the student repeat this course already. */
  private static boolean repeated(int course, List<StudentStatusChange> changes) {
    return changes.stream()
        .filter(change -> change.getUndoes() == null)
        .filter(change -> changes.stream().noneMatch(other -> other.getUndoes() == change))
        .filter(change -> change.getOrder().getKind() == OrderKind.REPEAT_YEAR)
        .anyMatch(change -> Integer.valueOf(course).equals(change.getAfter().getCourseYear()));
  }

  /** Codes of failed disciplines whose attempts are used up by the rules of their time. */
  private static List<String> exhausted(
      CountedResults counted, List<LedgerEntry> known, RulesOfTime times) {
    Map<Long, LedgerEntry> byPosition = new HashMap<>();
    known.forEach(entry -> byPosition.put(entry.position(), entry));
    List<String> codes = new ArrayList<>();
    for (Result result : counted.counted()) {
      OptionalInt most = times.of(result).maxAttempts();
      LedgerEntry entry = byPosition.get(result.position());
      if (result.grade().fails()
          && most.isPresent()
          && entry.result().attemptNo() >= most.getAsInt()) {
        codes.add(entry.discipline().code());
      }
    }
    return codes;
  }
}
