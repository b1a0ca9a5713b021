package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.achievement.AcademicDifference;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.CourseTime;
import kz.miras.registrar.achievement.Debt;
import kz.miras.registrar.achievement.DebtPolicy;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Obligation;
import kz.miras.registrar.achievement.PlannedObligations;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.service.DebtQueries.DebtLine;
import kz.miras.registrar.achievement.service.DebtQueries.OpenLine;
import kz.miras.registrar.achievement.service.DebtQueries.Owed;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.LeavePeriod;
import kz.miras.registrar.student.PastStanding;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.service.Orders;

/** DEB-1, DEB-3, INC-1, INC-2. Reckons what students owe; whom one may see is asked before. */
@ApplicationScoped
public class DebtReader {

  @Inject private Catalogue catalogue;
  @Inject private Orders orders;
  @Inject private Differences differences;

  /**
   * How far a student is at the end of a day.
   *
   * @param owed what is owed and what is open
   * @param course the course year; null where the student is not in the contingent
   * @param yearStart the academic year in which the student is in it
   * @param years the programme lasts
   */
  public record Progress(Owed owed, Integer course, int yearStart, int years) {}

  /** What a student owes at the end of a day, as {@link #progress}. */
  public Owed owed(
      Student student,
      List<LedgerEntry> ledger,
      RulesOfTime times,
      List<Term> terms,
      LocalDate day) {
    return progress(student, ledger, times, terms, day).owed();
  }

  /**
   * How far a student is at the end of a day, and what is owed then.
   *
   * @param ledger the entries that stood on the day
   * @param times the rules of the student's level, as of the day
   * @param terms the whole calendar
   */
  public Progress progress(
      Student student,
      List<LedgerEntry> ledger,
      RulesOfTime times,
      List<Term> terms,
      LocalDate day) {
    return progress(
        student,
        ledger,
        times,
        terms,
        day,
        new Around(
            orders.changes(student.getId()),
            catalogue::items,
            () -> differences.standing(student.getId(), day)));
  }

  /**
   * What is known of a student beside the results.
   *
   * @param changes of the standing, in the order of their effect
   * @param items of a curriculum, by its key
   * @param differences what stands on the day, in the order it was to be closed
   */
  public record Around(
      List<StudentStatusChange> changes,
      LongFunction<List<CurriculumItem>> items,
      Supplier<List<AcademicDifference>> differences) {}

  /**
   * What is known of many students beside their results, read at once; of each by the key.
   *
   * @param day on which differences stand
   */
  public LongFunction<Around> around(Collection<Long> keys, LocalDate day) {
    Map<Long, List<StudentStatusChange>> changes = orders.changesOf(keys);
    Map<Long, List<AcademicDifference>> listed = differences.of(keys);
    Map<Long, List<CurriculumItem>> plans = new HashMap<>();
    return key ->
        new Around(
            changes.getOrDefault(key, List.of()),
            curriculum -> plans.computeIfAbsent(curriculum, catalogue::items),
            () ->
                listed.getOrDefault(key, List.of()).stream()
                    .filter(one -> one.standsOn(day))
                    .toList());
  }

  /** What is owed, where what is known beside the results has been read for many at once. */
  public Owed owed(
      Student student,
      List<LedgerEntry> ledger,
      RulesOfTime times,
      List<Term> terms,
      LocalDate day,
      Around around) {
    return progress(student, ledger, times, terms, day, around).owed();
  }

  /** The same, where what is known beside the results has been read for many at once. */
  public Progress progress(
      Student student,
      List<LedgerEntry> ledger,
      RulesOfTime times,
      List<Term> terms,
      LocalDate day,
      Around around) {
    Map<Long, LedgerEntry> entries =
        ledger.stream().collect(Collectors.toMap(LedgerEntry::position, Function.identity()));
    CountedResults counted =
        CountedResults.of(ledger.stream().map(LedgerEntry::toResult).toList(), times);
    List<StudentStatusChange> changes =
        around.changes().stream().filter(change -> !change.getEffectiveOn().isAfter(day)).toList();
    List<LeavePeriod> leaves = LeavePeriod.of(changes);
    List<OpenLine> open = new ArrayList<>();
    List<Result> expired = new ArrayList<>();
    for (Result pending : counted.pending()) {
      LedgerEntry entry = entries.get(pending.position());
      IncompleteClock clock = IncompleteClocks.of(entry, times.of(pending), terms, leaves);
      if (clock.isExpired(day)) {
        expired.add(pending);
      }
      open.add(
          new OpenLine(
              entry.discipline().code(),
              entry.discipline().name(),
              entry.discipline().credits(),
              pending.term(),
              clock));
    }
    Plan plan = plan(student, changes, terms, day, around);
    TermRef over = PlannedObligations.over(plan.items(), plan.years(), day, terms);
    List<Debt> debts = DebtPolicy.debts(counted, plan.obligations(counted, terms), over, expired);
    Owed owed =
        new Owed(
            day,
            debts.stream().map(debt -> line(debt, plan, entries)).toList(),
            DebtPolicy.credits(debts).value(),
            open);
    return plan.course() == null
        ? new Progress(owed, null, 0, plan.years())
        : new Progress(owed, plan.course().course(), plan.course().year(), plan.years());
  }

  /** The curriculum of a day with what is listed beside it, and how far the student is in it. */
  private record Plan(
      List<CurriculumItem> items,
      int years,
      CourseTime course,
      List<AcademicDifference> differences) {

    List<Obligation> obligations(CountedResults counted, List<Term> terms) {
      List<Obligation> obligations = new ArrayList<>();
      if (course == null) {
        return obligations;
      }
      differences.forEach(
          one ->
              obligations.add(one.obligation(PlannedObligations.termOf(one.getListedOn(), terms))));
      Set<String> listed =
          obligations.stream().map(Obligation::discipline).collect(Collectors.toSet());
      obligations.addAll(PlannedObligations.of(items, years, counted, listed, course));
      return obligations;
    }

    /** The discipline of an obligation that has no result. */
    Discipline discipline(String key) {
      return Stream.concat(
              items.stream().map(CurriculumItem::getDiscipline),
              differences.stream().map(AcademicDifference::getDiscipline))
          .filter(one -> key.equals("id:" + one.getId()))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Plan plan(
      Student student,
      List<StudentStatusChange> changes,
      List<Term> terms,
      LocalDate day,
      Around around) {
    // orders applied since tell how it was: today's course is none of a past day
    PastStanding then =
        PastStanding.on(day, student.standing(), around.changes())
            .filter(standing -> standing.status().isInContingent())
            .orElse(null);
    if (then == null) {
      return new Plan(List.of(), 1, null, List.of());
    }
    return new Plan(
        around.items().apply(then.curriculum().getId()),
        then.curriculum().getProgramme().getYears(),
        CourseTime.on(day, then.course(), changes, terms),
        around.differences().get());
  }

  private static DebtLine line(Debt debt, Plan plan, Map<Long, LedgerEntry> entries) {
    String sign = debt.counted().map(result -> result.grade().sign()).orElse(null);
    String code = debt.discipline().substring(debt.discipline().indexOf(':') + 1);
    LocalizedText name = null;
    if (debt.counted().isPresent()) {
      LedgerEntry.Studied studied = entries.get(debt.result().position()).discipline();
      code = studied.code();
      name = studied.name();
    } else if (!debt.discipline().startsWith(PlannedObligations.BLOCK)) {
      Discipline discipline = plan.discipline(debt.discipline());
      code = discipline.getCode();
      name = discipline.getName();
    }
    return new DebtLine(
        code,
        name,
        debt.credits().value(),
        debt.since(),
        debt.cause(),
        debt.until(),
        sign,
        debt.discipline());
  }
}
