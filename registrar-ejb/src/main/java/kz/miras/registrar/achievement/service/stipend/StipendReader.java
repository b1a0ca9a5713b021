package kz.miras.registrar.achievement.service.stipend;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.UniversityTime;
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
  @Inject private UniversityTime time;

  /**
   * What a list is about.
   *
   * @param school code of the school of that day; empty for all
   * @param day on which everybody is judged, by what was recorded by then
   * @param today by what is recorded now the same is judged once more, where the day is past; an I
   *     is open or has expired then, however long ago the session was
   */
  public record Asked(
      TermRef term, List<Term> calendar, String school, LocalDate day, LocalDate today) {

    boolean isPast() {
      return day.isBefore(today);
    }
  }

  /**
   * What is known of somebody.
   *
   * @param on the day it is known on
   * @param studied what has or had no result by then
   */
  private record Knowledge(LocalDate on, List<LedgerEntry> history, List<Studied> studied) {}

  /**
   * Days after a term in which its session comes to an end. A list is of all levels: the session is
   * over when that of none goes on.
   *
   * @param termEnds last day of the term, whose rules say it
   */
  public int sessionDays(LocalDate termEnds) {
    return Arrays.stream(Level.values())
        .map(level -> rules.on(level, termEnds).inForce())
        .mapToInt(set -> set.integer(RuleParameter.STIPEND_SESSION_DAYS))
        .max()
        .orElseThrow();
  }

  /** Judges those of these keys who had a grant on the day, in their order. */
  public List<StipendView.Line> judge(Asked asked, Collection<Long> keys) {
    Map<Long, Student> found =
        students.byIds(keys).stream()
            .collect(Collectors.toMap(Student::getId, Function.identity()));
    Map<Long, List<LedgerEntry>> histories = ledger.ofAll(keys);
    LongFunction<DebtReader.Around> arounds = debts.around(keys, asked.day());
    Map<Long, List<Studied>> studied = awaited.of(asked.term(), keys, endOf(asked.day()));
    Map<Long, List<Studied>> today =
        asked.isPast() ? awaited.of(asked.term(), keys, endOf(asked.today())) : studied;
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
      List<LedgerEntry> history = histories.get(key);
      Function<Knowledge, StipendView.Answer> judged =
          known -> answer(asked, student, then, known, around, times);
      StipendView.Answer answer =
          judged.apply(
              new Knowledge(
                  asked.isPast() ? asked.day() : asked.today(),
                  history.stream()
                      .filter(entry -> entry.stoodOn(asked.day(), time.zone()))
                      .toList(),
                  studied.getOrDefault(key, List.of())));
      StipendView.Answer later =
          asked.isPast()
              ? judged.apply(
                  new Knowledge(asked.today(), history, today.getOrDefault(key, List.of())))
              : answer;
      lines.add(line(student, then, answer, later.equals(answer) ? null : later, times));
    }
    return lines;
  }

  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(time.zone()).toInstant();
  }

  /** STP-5. Whether it is about who stood so, in the school that is asked about. */
  private static boolean belongs(Asked asked, PastStanding then) {
    return StipendPolicy.isListed(then)
        && (asked.school().isEmpty()
            || asked.school().equals(then.curriculum().getProgramme().getSchool().getCode()));
  }

  private static StipendView.Line line(
      Student student,
      PastStanding then,
      StipendView.Answer answer,
      StipendView.Answer later,
      RulesOfTime times) {
    return new StipendView.Line(
        student.getUuid().toString(),
        student.getStudentNo(),
        student.fullName(),
        then.curriculum().getProgramme().getCode(),
        then.group() == null ? null : then.group().getCode(),
        then.course(),
        answer,
        later,
        times.inForce().code());
  }

  private StipendView.Answer answer(
      Asked asked,
      Student student,
      PastStanding then,
      Knowledge knowledge,
      DebtReader.Around around,
      RulesOfTime times) {
    List<LedgerEntry> known =
        knowledge.history().stream()
            .filter(entry -> !asked.term().isBefore(entry.result().term()))
            .toList();
    List<Result> results = known.stream().map(LedgerEntry::toResult).toList();
    List<Result> ofTerm =
        results.stream().filter(result -> result.term().equals(asked.term())).toList();
    CountedResults session = CountedResults.of(ofTerm, times);
    Map<Boolean, List<String>> incompletes = expired(asked, knowledge.on(), session, known, around);
    StipendFacts facts =
        new StipendFacts(
            then.status(),
            then.funding(),
            then.form(),
            then.course(),
            session.counted(),
            incompletes.get(false),
            incompletes.get(true),
            missing(knowledge.studied(), ofTerm),
            CountedResults.of(results, times).counted(),
            earlier(
                asked,
                debts.owed(student, known, times, asked.calendar(), asked.day(), around).debts()));
    StipendDecision decision = new StipendPolicy(times.inForce()).judge(facts);
    List<Refusal> reasons = new ArrayList<>(decision.verdict().refusals());
    reasons.addAll(decision.verdict().warnings());
    return new StipendView.Answer(
        new GpaCalculator(times).term(results, asked.term()).rounded().orElse(null),
        session.counted().size(),
        decision,
        new NamedReasons(known).of(reasons));
  }

  /** Keys of what is still I, by whether its last day has passed. */
  private Map<Boolean, List<String>> expired(
      Asked asked,
      LocalDate on,
      CountedResults session,
      List<LedgerEntry> known,
      DebtReader.Around around) {
    Set<Long> pending =
        StipendPolicy.pending(session).stream().map(Result::position).collect(Collectors.toSet());
    List<LeavePeriod> leaves = LeavePeriod.of(around.changes());
    return known.stream()
        .filter(entry -> pending.contains(entry.position()))
        .collect(
            Collectors.partitioningBy(
                entry -> clocks.of(entry, asked.calendar(), leaves).isExpired(on),
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
