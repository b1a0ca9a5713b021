package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Reason;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Students;

/** Answers registration's questions from the ledger, as far as whoever asks may know it. */
@ApplicationScoped
public class LedgerRecord implements AcademicRecord {

  @Inject private KnownHistory history;
  @Inject private StudyRules study;
  @Inject private Differences differences;
  @Inject private Students students;
  @Inject private UniversityTime time;

  @Override
  public Map<Long, Past> past(long student, Set<Long> disciplines) {
    return past(student, disciplines, history.of(student));
  }

  @Override
  public Map<Long, Past> told(long student, Set<Long> disciplines) {
    return past(student, disciplines, history.told(student));
  }

  private Map<Long, Past> past(long student, Set<Long> disciplines, KnownHistory.Known known) {
    List<LedgerEntry> entries = known.entries();
    CountedResults all = counted(student, entries);
    Map<Long, Integer> attempts = attempts(entries, all);
    Map<String, CountedLine> counted = new HashMap<>();
    all.lines().stream()
        .filter(CountedLine::counts)
        .forEach(line -> counted.put(line.result().discipline(), line));
    Set<Long> listed =
        differences.standing(student, time.today()).stream()
            .map(one -> one.getDiscipline().getId())
            .collect(Collectors.toSet());
    Map<Long, Past> past = new HashMap<>();
    for (Long id : disciplines) {
      CountedLine line = counted.get("id:" + id);
      Result result = line == null ? null : line.result();
      Standing standing =
          result == null
              ? Standing.NONE
              : result.grade().passes() ? Standing.PASSED : Standing.FAILED;
      boolean difference =
          listed.contains(id) || result != null && result.kind() == ResultKind.DIFFERENCE;
      boolean awaited = known.awaited().contains(id);
      boolean exempt = line != null && result.grade().isExempt() && line.earned().isZero();
      past.put(id, new Past(standing, attempts.getOrDefault(id, 0), difference, awaited, exempt));
    }
    return past;
  }

  /**
   * The highest number of an attempt of each; a withdrawal is none, nor an exemption (ACH-10), nor
   * what was corrected.
   */
  private static Map<Long, Integer> attempts(List<LedgerEntry> entries, CountedResults counted) {
    Set<Long> none =
        counted.lines().stream()
            .filter(line -> line.reason() == Reason.WITHDRAWN || line.reason() == Reason.CORRECTED)
            .map(line -> line.result().position())
            .collect(Collectors.toSet());
    Map<Long, Integer> attempts = new HashMap<>();
    for (LedgerEntry entry : entries) {
      Long id = entry.discipline().disciplineId();
      boolean exempt = entry.result().grade().isExempt();
      if (id != null && !exempt && !none.contains(entry.position())) {
        attempts.merge(id, entry.result().attemptNo(), Math::max);
      }
    }
    return attempts;
  }

  @Override
  public List<Recognised> recognised(long student) {
    List<LedgerEntry> entries = history.of(student).entries();
    Set<Long> counted =
        counted(student, entries).counted().stream()
            .filter(result -> result.kind() == ResultKind.RECOGNISED && result.grade().passes())
            .map(Result::position)
            .collect(Collectors.toSet());
    return entries.stream()
        .filter(entry -> counted.contains(entry.position()))
        .map(LedgerRecord::recognised)
        .sorted(Comparator.comparing(Recognised::code))
        .toList();
  }

  private CountedResults counted(long student, List<LedgerEntry> entries) {
    Level level = students.byId(student).orElseThrow().getProgramme().getLevel();
    return CountedResults.of(
        entries.stream().map(LedgerEntry::toResult).toList(), study.on(level, time.today()));
  }

  private static Recognised recognised(LedgerEntry entry) {
    LedgerEntry.Studied of = entry.discipline();
    return new Recognised(
        of.code(), of.name(), of.cycle(), of.component(), of.credits(), entry.source().document());
  }

  @Override
  public Optional<BigDecimal> gpa(long student, RuleSet rules) {
    return new GpaCalculator(study.with(rules))
        .cumulative(history.of(student).entries().stream().map(LedgerEntry::toResult).toList())
        .rounded();
  }
}
