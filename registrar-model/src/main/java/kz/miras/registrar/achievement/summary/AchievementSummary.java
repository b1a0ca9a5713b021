package kz.miras.registrar.achievement.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.GpaLine;
import kz.miras.registrar.achievement.GpaStatement;
import kz.miras.registrar.achievement.Reason;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.Trait;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Cycle;

/**
 * ACH-7. What the history of one student comes to, as it is stored beside it. Only what follows
 * from the entries and the rules they name is here, so that no day makes it untrue: averages are
 * exact fractions, rounded when they are shown; what moves with the calendar (debts of the plan,
 * standing) is derived each time.
 *
 * <p>Immutable.
 *
 * @param position of the last entry it counts
 * @param whole the whole study
 * @param earnedAdditional credits of additional types of study, shown apart
 * @param failed disciplines whose counted result is a failure, additional study left out
 * @param failedCredits their credits
 * @param pending results still to come (I)
 * @param cycles credits earned by the name of their cycle; {@link #NO_CYCLE} where none is known
 * @param years by academic year, for example 2025/2026
 * @param terms by academic year and type of the term, for example 2025/2026 AUTUMN
 */
public record AchievementSummary(
    long position,
    Part whole,
    int earnedAdditional,
    int failed,
    int failedCredits,
    int pending,
    SortedMap<String, Integer> cycles,
    SortedMap<String, Part> years,
    SortedMap<String, Part> terms)
    implements Serializable {

  /** Where the cycle of a discipline is not known, as of what is recognised from elsewhere. */
  public static final String NO_CYCLE = "OTHER";

  /**
   * A period.
   *
   * @param earned credits earned, additional study left out
   * @param points numerator of the GPA
   * @param credits its denominator; 0 where there is no GPA
   */
  public record Part(int earned, BigDecimal points, int credits) implements Serializable {

    static Part of(GpaStatement statement) {
      return new Part(
          statement.earned().value(), statement.points().setScale(2), statement.credits());
    }

    @Override
    public String toString() {
      return earned + ", " + points.toPlainString() + "/" + credits;
    }
  }

  /**
   * A figure whose stored value is not the derived one.
   *
   * @param figure its name, such as "gpa" or "cycle BASIC"
   * @param stored null where nothing is stored
   * @param derived null where nothing is derived
   */
  public record Difference(String figure, String stored, String derived) implements Serializable {}

  public AchievementSummary {
    cycles = Collections.unmodifiableSortedMap(new TreeMap<>(cycles));
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
    terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
  }

  /**
   * Derives it.
   *
   * @param ledger all entries of one student
   * @param cycles of the entries by position; an entry without one is missing
   * @param rules of the entries
   */
  public static AchievementSummary of(
      Collection<Result> ledger, Map<Long, Cycle> cycles, RulesOfTime rules) {
    GpaCalculator calculator = new GpaCalculator(rules);
    GpaStatement whole = calculator.cumulative(ledger);
    SortedMap<String, Integer> byCycle = new TreeMap<>();
    long position = 0;
    int failed = 0;
    int failedCredits = 0;
    int pending = 0;
    for (GpaLine explained : whole.lines()) {
      CountedLine line = explained.line();
      Result result = line.result();
      position = Math.max(position, result.position());
      if (line.reason() == Reason.PENDING) {
        pending++;
      } else if (line.counts() && !result.is(Trait.ADDITIONAL_STUDY)) {
        if (result.grade().fails()) {
          failed++;
          failedCredits += result.credits().value();
        } else if (result.grade().passes()) {
          Cycle cycle = cycles.get(result.position());
          byCycle.merge(
              cycle == null ? NO_CYCLE : cycle.name(), line.earned().value(), Integer::sum);
        }
      }
    }
    Map<TermRef, List<Result>> byTerm = new TreeMap<>();
    Map<Integer, List<Result>> byYear = new TreeMap<>();
    for (Result result : ledger) {
      byTerm.computeIfAbsent(result.term(), term -> new ArrayList<>()).add(result);
      byYear.computeIfAbsent(result.term().yearStart(), year -> new ArrayList<>()).add(result);
    }
    SortedMap<String, Part> terms = new TreeMap<>();
    byTerm.forEach((term, own) -> terms.put(name(term), Part.of(calculator.cumulative(own))));
    SortedMap<String, Part> years = new TreeMap<>();
    byYear.forEach(
        (year, own) ->
            years.put(TermRef.autumn(year).academicYear(), Part.of(calculator.cumulative(own))));
    return new AchievementSummary(
        position,
        Part.of(whole),
        whole.earnedAdditional().value(),
        failed,
        failedCredits,
        pending,
        byCycle,
        years,
        terms);
  }

  /** How a term is named here. */
  public static String name(TermRef term) {
    return term.academicYear() + " " + term.type().name();
  }

  /** Every figure as a text, by its name. */
  public SortedMap<String, String> figures() {
    SortedMap<String, String> figures = new TreeMap<>();
    figures.put("position", String.valueOf(position));
    figures.put("earned", String.valueOf(whole.earned()));
    figures.put("gpa", whole.points().toPlainString() + "/" + whole.credits());
    figures.put("additional", String.valueOf(earnedAdditional));
    figures.put("failed", failed + " (" + failedCredits + ")");
    figures.put("pending", String.valueOf(pending));
    cycles.forEach((cycle, earned) -> figures.put("cycle " + cycle, String.valueOf(earned)));
    years.forEach((year, part) -> figures.put("year " + year, part.toString()));
    terms.forEach((term, part) -> figures.put("term " + term, part.toString()));
    return figures;
  }

  /**
   * What of a stored summary is not as it is derived.
   *
   * @param stored null where nothing is stored
   * @param derived null where there are no entries
   */
  public static List<Difference> between(AchievementSummary stored, AchievementSummary derived) {
    if (Objects.equals(stored, derived)) {
      return List.of();
    }
    SortedMap<String, String> kept = stored == null ? new TreeMap<>() : stored.figures();
    SortedMap<String, String> due = derived == null ? new TreeMap<>() : derived.figures();
    TreeSet<String> names = new TreeSet<>(kept.keySet());
    names.addAll(due.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(kept.get(name), due.get(name)))
        .map(name -> new Difference(name, kept.get(name), due.get(name)))
        .toList();
  }
}
