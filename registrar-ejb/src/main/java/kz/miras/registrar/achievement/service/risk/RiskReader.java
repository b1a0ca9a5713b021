package kz.miras.registrar.achievement.service.risk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.DebtWay;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.risk.RiskFacts;
import kz.miras.registrar.achievement.risk.RiskPolicy;
import kz.miras.registrar.achievement.service.DebtQueries.DebtLine;
import kz.miras.registrar.achievement.service.DebtQueries.Owed;
import kz.miras.registrar.achievement.service.DebtReader;
import kz.miras.registrar.achievement.service.DebtWayFinder;
import kz.miras.registrar.achievement.service.LedgerReader;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.GpaBasis;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Judges many students at once: the statements do not grow with the students. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RiskReader {

  @Inject private Students students;
  @Inject private LedgerReader ledger;
  @Inject private DebtReader debts;
  @Inject private DebtWayFinder ways;
  @Inject private StudyRules rules;
  @Inject private TermSigns signs;

  /**
   * What is judged.
   *
   * @param term that is on, whose signs are looked at; null between terms
   * @param calendar all terms
   * @param day as of which
   */
  public record Asked(Term term, List<Term> calendar, LocalDate day) {}

  /**
   * A student at risk.
   *
   * @param reasons at least one
   * @param ruleSet code of the limits
   */
  public record AtRisk(long student, RiskFacts facts, List<Refusal> reasons, String ruleSet) {

    public AtRisk {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A debt of a student, as it is kept.
   *
   * @param since code of the term it is owed since, or the academic year where the calendar has no
   *     such term any more
   * @param ways how it can be closed, the earliest first
   */
  public record Owing(long student, DebtLine debt, String since, List<DebtWay> ways) {

    public Owing {
      ways = List.copyOf(ways);
    }
  }

  /** What was found of some students: who of them is at risk, and what they owe. */
  public record Judged(List<AtRisk> atRisk, List<Owing> owing) {

    public Judged {
      atRisk = List.copyOf(atRisk);
      owing = List.copyOf(owing);
    }
  }

  /** Who of these students is at risk, and what all of them owe. */
  public Judged judge(Asked asked, Collection<Long> keys) {
    Map<Long, List<LedgerEntry>> histories = ledger.ofAll(keys);
    LongFunction<DebtReader.Around> arounds = debts.around(keys, asked.day());
    TermSigns.Signs known =
        asked.term() == null ? TermSigns.Signs.NONE : signs.of(asked.term().getId(), keys);
    Map<Level, RulesOfTime> byLevel = new EnumMap<>(Level.class);
    DebtWayFinder.Look look = ways.look(asked.day());
    List<AtRisk> found = new ArrayList<>();
    List<Owing> owing = new ArrayList<>();
    for (Student student : students.byIds(keys)) {
      long key = student.getId();
      DebtReader.Around around = arounds.apply(key);
      RulesOfTime times =
          byLevel.computeIfAbsent(
              student.getProgramme().getLevel(), level -> rules.on(level, asked.day()));
      List<LedgerEntry> history = histories.getOrDefault(key, List.of());
      DebtReader.Progress progress =
          debts.progress(student, history, times, asked.calendar(), asked.day(), around);
      Owed owed = progress.owed();
      owing.addAll(owing(asked, key, owed, look.of(student, history, owed)));
      RiskFacts facts = facts(student, history, known, progress, times);
      List<Refusal> reasons = new RiskPolicy(times.inForce()).judge(facts).warnings();
      if (!reasons.isEmpty()) {
        found.add(new AtRisk(key, facts, reasons, times.inForce().code()));
      }
    }
    return new Judged(found, owing);
  }

  private static List<Owing> owing(
      Asked asked, long student, Owed owed, List<List<DebtWay>> closing) {
    List<Owing> owing = new ArrayList<>();
    for (int i = 0; i < owed.debts().size(); i++) {
      DebtLine debt = owed.debts().get(i);
      String since =
          asked.calendar().stream()
              .filter(term -> term.ref().equals(debt.term()))
              .map(Term::getCode)
              .findFirst()
              .orElse(debt.term().academicYear());
      owing.add(new Owing(student, debt, since, closing.get(i)));
    }
    return owing;
  }

  private static RiskFacts facts(
      Student student,
      List<LedgerEntry> history,
      TermSigns.Signs known,
      DebtReader.Progress progress,
      RulesOfTime times) {
    List<Result> results = history.stream().map(LedgerEntry::toResult).toList();
    return new RiskFacts(
        student.getStatus(),
        student.getCourseYear(),
        student.getProgramme().getYears(),
        known.ratings().getOrDefault(student.getId(), List.of()),
        known.absences().getOrDefault(student.getId(), 0),
        progress.owed().credits(),
        gpa(progress, results, times),
        failures(history, CountedResults.of(results, times)),
        known.enrolled(student.getId(), student.getProgramme().getLevel()));
  }

  /**
   * The average that decides, on every day of the year of the course, between its terms too; before
   * the year has any result, that of the study so far.
   */
  private static Gpa gpa(DebtReader.Progress progress, List<Result> results, RulesOfTime times) {
    GpaCalculator calculator = new GpaCalculator(times);
    Optional<Gpa> year =
        times.inForce().promotionBasis() == GpaBasis.CUMULATIVE
            ? Optional.empty()
            : calculator.year(results, progress.yearStart()).gpa();
    return year.or(() -> calculator.cumulative(results).gpa()).orElse(null);
  }

  /** How many attempts at each discipline failed that has not been passed since. */
  private static List<RiskFacts.Failure> failures(
      List<LedgerEntry> history, CountedResults counted) {
    Set<Long> corrected = new HashSet<>();
    history.stream()
        .map(entry -> entry.source().corrects())
        .filter(position -> position != null)
        .forEach(corrected::add);
    Map<String, Set<Integer>> attempts = new TreeMap<>();
    Map<String, String> codes = new HashMap<>();
    for (LedgerEntry entry : history) {
      String discipline = entry.discipline().key();
      boolean stands = counted.of(discipline).map(result -> result.grade().fails()).orElse(false);
      if (stands && entry.result().grade().fails() && !corrected.contains(entry.position())) {
        attempts
            .computeIfAbsent(discipline, key -> new HashSet<>())
            .add(entry.result().attemptNo());
        codes.put(discipline, entry.discipline().code());
      }
    }
    return attempts.entrySet().stream()
        .map(one -> new RiskFacts.Failure(codes.get(one.getKey()), one.getValue().size()))
        .toList();
  }
}
