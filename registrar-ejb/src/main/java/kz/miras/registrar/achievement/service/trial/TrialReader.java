package kz.miras.registrar.achievement.service.trial;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.service.DebtQueries.Owed;
import kz.miras.registrar.achievement.service.DebtReader;
import kz.miras.registrar.achievement.service.LedgerReader;
import kz.miras.registrar.achievement.trial.Regrading;
import kz.miras.registrar.achievement.trial.Regrading.Regraded;
import kz.miras.registrar.achievement.trial.TrialComponents;
import kz.miras.registrar.achievement.trial.TrialDifference;
import kz.miras.registrar.achievement.trial.TrialFigures;
import kz.miras.registrar.achievement.trial.TrialPlace;
import kz.miras.registrar.achievement.trial.TrialResult;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * Derives a part of the students of a trial, before and after: a few statements for all of them, in
 * a transaction of its own, so that neither memory nor a picture of the database grows with the
 * university. Nothing is locked and nothing is written.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TrialReader {

  @Inject private Students students;
  @Inject private LedgerReader ledger;
  @Inject private DebtReader debts;
  @Inject private TrialRows rows;

  /** What would become of one student. */
  public record Tried(
      long student,
      long programme,
      Integer course,
      List<TrialResult> results,
      TrialDifference figures) {

    boolean differs() {
      return figures.differs() || results.stream().anyMatch(TrialResult::differs);
    }
  }

  /** Derives students of these keys. */
  public List<Tried> derive(TrialFrame frame, Regrading regrading, Collection<Long> keys) {
    Map<Long, List<LedgerEntry>> histories = ledger.ofAll(keys);
    Map<Long, Map<Long, TrialComponents>> components = rows.components(keys, frame.period());
    LongFunction<DebtReader.Around> arounds = debts.around(keys, frame.day());
    List<Tried> tried = new ArrayList<>();
    for (Student student : students.byIds(keys)) {
      long key = student.getId();
      DebtReader.Around around = arounds.apply(key);
      List<LedgerEntry> known =
          histories.get(key).stream()
              .filter(entry -> entry.result().term().yearStart() <= frame.year())
              .toList();
      Regraded regraded = regrading.of(known, components.getOrDefault(key, Map.of()));
      Standing before = standing(frame, student, known, frame.rules().before(), around);
      Standing after = standing(frame, student, regraded.history(), frame.rules().after(), around);
      tried.add(
          new Tried(
              key,
              student.getProgramme().getId(),
              before.course(),
              regraded.results(),
              new TrialDifference(before.figures(), after.figures())));
    }
    return tried;
  }

  private record Standing(Integer course, TrialFigures figures) {}

  private Standing standing(
      TrialFrame frame,
      Student student,
      List<LedgerEntry> history,
      RulesOfTime times,
      DebtReader.Around around) {
    DebtReader.Progress progress =
        debts.progress(student, history, times, frame.calendar(), frame.day(), around);
    Owed owed = progress.owed();
    List<Result> results = history.stream().map(LedgerEntry::toResult).toList();
    TrialPlace place =
        new TrialPlace(
            progress.course(),
            progress.yearStart(),
            progress.years(),
            student.getProgramme().getCredits(),
            owed.debts().size(),
            owed.credits(),
            (int) owed.open().stream().filter(one -> !one.clock().isExpired(frame.day())).count(),
            frame.over());
    return new Standing(progress.course(), TrialFigures.of(results, times, frame.year(), place));
  }
}
