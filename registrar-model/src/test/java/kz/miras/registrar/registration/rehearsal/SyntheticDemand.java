package kz.miras.registrar.registration.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Option;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Wish;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.rule.WantedLine;

/**
 * A demand made up where none is known yet: some disciplines are wanted far more than others, most
 * students come in the first minutes. The same seed makes the same demand.
 *
 * @param seed of the demand
 * @param lines wishes of a student
 * @param alternatives further options of a wish
 * @param credits of every line
 * @param opens when registration opens
 * @param within by when everybody has come; half of them in the first eighth of it
 */
public record SyntheticDemand(
    long seed, int lines, int alternatives, int credits, Instant opens, Duration within) {

  private record Drawn(String code, double weight) {}

  public SyntheticDemand {
    Objects.requireNonNull(opens, "opens");
    Objects.requireNonNull(within, "within");
  }

  /**
   * Makes students up.
   *
   * @param students how many
   * @param offerings what there is to wish for
   * @param facts of a student, by its place from 0
   */
  public List<RehearsalStudent> students(
      int students, List<RehearsalOffering> offerings, IntFunction<PlanFacts> facts) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Double> popularity = new LinkedHashMap<>();
    for (RehearsalOffering offering : offerings) {
      // a few disciplines draw most: the square of an even draw, never nothing
      double draw = random.nextDouble();
      popularity.putIfAbsent(offering.discipline(), 0.1 + draw * draw);
    }
    List<String> disciplines = List.copyOf(popularity.keySet());
    List<RehearsalStudent> made = new ArrayList<>();
    for (int i = 0; i < students; i++) {
      SplittableRandom own = random.split();
      List<String> wanted =
          disciplines.stream()
              .map(code -> new Drawn(code, Math.log(own.nextDouble()) / popularity.get(code)))
              .sorted(Comparator.comparingDouble(drawn -> -drawn.weight()))
              .limit((long) lines * (1 + alternatives))
              .map(Drawn::code)
              .toList();
      made.add(
          new RehearsalStudent(
              String.format("S%05d", i), arrival(own), Set.of(), facts.apply(i), wishes(wanted)));
    }
    return made;
  }

  private Instant arrival(SplittableRandom random) {
    double draw = random.nextDouble();
    return opens.plusMillis((long) (within.toMillis() * draw * draw * draw));
  }

  private List<Wish> wishes(List<String> wanted) {
    List<Wish> wishes = new ArrayList<>();
    int count = Math.min(lines, wanted.size());
    for (int i = 0; i < count; i++) {
      List<Option> options = new ArrayList<>();
      for (int at = i; at < wanted.size(); at += lines) {
        options.add(Option.of(WantedLine.of(wanted.get(at), credits).build()));
      }
      wishes.add(new Wish(options));
    }
    return wishes;
  }
}
