package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.achievement.AcademicDifference;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.Debt;
import kz.miras.registrar.achievement.DebtPolicy;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.PlannedObligations;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.service.DebtQueries.OpenLine;
import kz.miras.registrar.achievement.service.DebtQueries.Owed;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.student.LeavePeriod;
import kz.miras.registrar.student.Standing;
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
   * @param curriculum followed on the day; null where the student is not in the contingent
   * @param attestation credits of its final attestation
   */
  public record Progress(
      Owed owed,
      Integer course,
      int yearStart,
      int years,
      Curriculum curriculum,
      int attestation) {}

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
    return around(keys, orders.changesOf(keys), new HashMap<>(), day);
  }

  /**
   * The same of students of few groups: their curricula are read at once, too, however many they
   * follow or have followed.
   */
  public LongFunction<Around> aroundGroup(Collection<Student> students, LocalDate day) {
    List<Long> keys = students.stream().map(Student::getId).toList();
    Map<Long, List<StudentStatusChange>> changes = orders.changesOf(keys);
    Set<Long> followed =
        Stream.concat(
                students.stream().map(Student::getCurriculum),
                changes.values().stream()
                    .flatMap(List::stream)
                    .flatMap(change -> Stream.of(change.getBefore(), change.getAfter()))
                    .filter(Objects::nonNull)
                    .map(Standing::getCurriculum))
            .filter(Objects::nonNull)
            .map(Curriculum::getId)
            .collect(Collectors.toSet());
    return around(keys, changes, catalogue.itemsOf(followed), day);
  }

  private LongFunction<Around> around(
      Collection<Long> keys,
      Map<Long, List<StudentStatusChange>> changes,
      Map<Long, List<CurriculumItem>> plans,
      LocalDate day) {
    Map<Long, List<AcademicDifference>> listed = differences.of(keys);
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
    DebtPlan plan = DebtPlan.of(student, changes, terms, day, around);
    TermRef over = PlannedObligations.over(plan.items(), plan.years(), day, terms);
    List<Debt> debts = DebtPolicy.debts(counted, plan.obligations(counted, terms), over, expired);
    Owed owed =
        new Owed(
            day,
            debts.stream().map(debt -> plan.line(debt, entries)).toList(),
            DebtPolicy.credits(debts).value(),
            open);
    return plan.course() == null
        ? new Progress(owed, null, 0, plan.years(), null, 0)
        : new Progress(
            owed,
            plan.course().course(),
            plan.course().year(),
            plan.years(),
            plan.curriculum(),
            plan.attestation());
  }
}
