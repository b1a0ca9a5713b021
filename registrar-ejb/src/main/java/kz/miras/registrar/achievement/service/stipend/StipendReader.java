package kz.miras.registrar.achievement.service.stipend;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.service.DebtQueries.DebtLine;
import kz.miras.registrar.achievement.service.DebtReader;
import kz.miras.registrar.achievement.service.IncompleteClocks;
import kz.miras.registrar.achievement.service.LedgerReader;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.achievement.service.promotion.NamedReasons;
import kz.miras.registrar.achievement.service.stipend.AwaitedResults.Studied;
import kz.miras.registrar.achievement.stipend.StipendDecision;
import kz.miras.registrar.achievement.stipend.StipendFacts;
import kz.miras.registrar.achievement.stipend.StipendPolicy;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.LeavePeriod;
import kz.miras.registrar.student.PastStanding;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Judges many students at once: the statements do not grow with the students. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StipendReader {

  @Inject private Students students;
  @Inject private LedgerReader ledger;
  @Inject private DebtReader debts;
  @Inject private StudyRules rules;
  @Inject private AwaitedResults awaited;
  @Inject private IncompleteClocks clocks;

  /**
   * What a list is about.
   *
   * @param school code of the school of that day; empty for all
   * @param day on which everybody is judged, and debts of earlier terms are reckoned
   * @param today on which an I is open or has expired, however long ago the session was
   */
  public record Asked(
      TermRef term, List<Term> calendar, String school, LocalDate day, LocalDate today) {}

  /** Judges those of these keys who had a grant on the day, in their order. */
  public List<StipendView.Line> judge(Asked asked, Collection<Long> keys) {
    Map<Long, Student> found =
        students.byIds(keys).stream()
            .collect(Collectors.toMap(Student::getId, Function.identity()));
    Map<Long, List<LedgerEntry>> histories = ledger.ofAll(keys);
    LongFunction<DebtReader.Around> arounds = debts.around(keys, asked.day());
    Map<Long, List<Studied>> studied = awaited.of(asked.term(), keys);
    Map<Level, RulesOfTime> byLevel = new EnumMap<>(Level.class);
    List<StipendView.Line> lines = new ArrayList<>();
    for (long key : keys) {
      Student student = found.get(key);
      DebtReader.Around around = arounds.apply(key);
      PastStanding then =
          PastStanding.on(asked.day(), student.standing(), around.changes())
              .filter(standing -> belongs(asked, standing))
              .orElse(null);
      if (then == null) {
        continue;
      }
      RulesOfTime times =
          byLevel.computeIfAbsent(
              then.curriculum().getProgramme().getLevel(), level -> rules.on(level, asked.day()));
      List<Studied> own = studied.getOrDefault(key, List.of());
      lines.add(line(asked, student, then, histories.get(key), own, around, times));
    }
    return lines;
  }

  /** STP-5. Whether it is about who stood so, in the school that is asked about. */
  private static boolean belongs(Asked asked, PastStanding then) {
    return StipendPolicy.isListed(then)
        && (asked.school().isEmpty()
            || asked.school().equals(then.curriculum().getProgramme().getSchool().getCode()));
  }

  private StipendView.Line line(
      Asked asked,
      Student student,
      PastStanding then,
      List<LedgerEntry> history,
      List<Studied> studied,
      DebtReader.Around around,
      RulesOfTime times) {
    List<LedgerEntry> known =
        history.stream().filter(entry -> !asked.term().isBefore(entry.result().term())).toList();
    List<Result> results = known.stream().map(LedgerEntry::toResult).toList();
    List<Result> ofTerm =
        results.stream().filter(result -> result.term().equals(asked.term())).toList();
    CountedResults session = CountedResults.of(ofTerm, times);
    Map<Boolean, List<String>> incompletes = expired(asked, session, known, around);
    StipendFacts facts =
        new StipendFacts(
            then.status(),
            then.funding(),
            then.form(),
            then.course(),
            session.counted(),
            incompletes.get(false),
            incompletes.get(true),
            missing(studied, ofTerm),
            CountedResults.of(results, times).counted(),
            earlier(
                asked,
                debts.owed(student, known, times, asked.calendar(), asked.day(), around).debts()));
    StipendDecision decision = new StipendPolicy(times.inForce()).judge(facts);
    List<Refusal> reasons = new ArrayList<>(decision.verdict().refusals());
    reasons.addAll(decision.verdict().warnings());
    return new StipendView.Line(
        student.getUuid().toString(),
        student.getStudentNo(),
        student.fullName(),
        then.curriculum().getProgramme().getCode(),
        then.group() == null ? null : then.group().getCode(),
        then.course(),
        new GpaCalculator(times).term(results, asked.term()).rounded().orElse(null),
        session.counted().size(),
        decision,
        new NamedReasons(known).of(reasons),
        times.inForce().code());
  }

  /** Keys of what is still I, by whether its last day has passed. */
  private Map<Boolean, List<String>> expired(
      Asked asked, CountedResults session, List<LedgerEntry> known, DebtReader.Around around) {
    Set<Long> pending =
        StipendPolicy.pending(session).stream().map(Result::position).collect(Collectors.toSet());
    List<LeavePeriod> leaves = LeavePeriod.of(around.changes());
    return known.stream()
        .filter(entry -> pending.contains(entry.position()))
        .collect(
            Collectors.partitioningBy(
                entry -> clocks.of(entry, asked.calendar(), leaves).isExpired(asked.today()),
                Collectors.mapping(entry -> entry.discipline().key(), Collectors.toList())));
  }

  /** Names of what is studied in the term and has no result in it. */
  private static List<LocalizedText> missing(List<Studied> studied, List<Result> ofTerm) {
    Set<String> known = ofTerm.stream().map(Result::discipline).collect(Collectors.toSet());
    return studied.stream()
        .filter(one -> !known.contains(one.discipline()))
        .map(Studied::name)
        .toList();
  }

  /** Credits owed from terms before; what failed in the session itself is told by its letter. */
  private static int earlier(Asked asked, List<DebtLine> owed) {
    return owed.stream()
        .filter(debt -> debt.term().isBefore(asked.term()))
        .mapToInt(DebtLine::credits)
        .sum();
  }
}
