package kz.miras.registrar.registration.rehearsal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Cause;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Lost;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Option;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Origin;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Wish;
import kz.miras.registrar.registration.rehearsal.Seating.Combination;
import kz.miras.registrar.shared.Language;

/**
 * Tries a registration out: students come one after another, each takes the roomiest combination of
 * sections that has seats and no overlapping lessons, and the rules are asked as on the day itself.
 * The same input always gives the same report.
 */
public final class Rehearsal {

  /** How many combinations are tried for one student before lines are given up. */
  private static final int EFFORT = 400;

  private record Key(String discipline, Language language) {}

  private final Seating seating;
  private final Function<Level, RuleSet> rules;
  private final Map<Key, Figures> demand = new LinkedHashMap<>();
  private final Map<String, List<Language>> languages = new HashMap<>();
  private final List<RehearsalReport.Left> left = new ArrayList<>();
  private final List<RehearsalReport.Stopped> stopped = new ArrayList<>();
  private final Map<Origin, Integer> origins = new EnumMap<>(Origin.class);
  private int come;
  private int lines;
  private int firstChoices;
  private int effort;

  private Rehearsal(List<RehearsalOffering> offerings, Function<Level, RuleSet> rules) {
    this.seating = new Seating(offerings);
    this.rules = rules;
    for (RehearsalOffering offering : offerings) {
      figures(offering.discipline(), offering.language()).offer(offering);
      languages
          .computeIfAbsent(offering.discipline(), code -> new ArrayList<>())
          .add(offering.language());
    }
  }

  /**
   * Tries a term out.
   *
   * @param offerings of the term
   * @param students in any order
   * @param rules in force by level
   */
  public static RehearsalReport run(
      List<RehearsalOffering> offerings,
      List<RehearsalStudent> students,
      Function<Level, RuleSet> rules) {
    Rehearsal rehearsal = new Rehearsal(offerings, rules);
    List<RehearsalStudent> queue = new ArrayList<>(students);
    queue.sort(Comparator.comparing(RehearsalStudent::arrives));
    queue.forEach(rehearsal::serve);
    return rehearsal.report();
  }

  private Figures figures(String discipline, Language language) {
    return demand.computeIfAbsent(new Key(discipline, language), key -> new Figures());
  }

  private void serve(RehearsalStudent student) {
    come++;
    for (Wish wish : student.wishes()) {
      figures(wish, student).want();
      origins.merge(wish.origin(), 1, Integer::sum);
      seating.name(wish.options().get(0));
    }
    Wishes wishes = new Wishes(student, rules.apply(student.facts().level()));
    List<Choice> choices = choices(wishes, false);
    Combination[] taken = whole(choices, student);
    if (taken == null && wishes.haveAlternatives()) {
      choices = choices(wishes, true);
      taken = whole(choices, student);
    }
    if (taken == null) {
      taken = most(choices, student);
    }
    List<Lost> lost = new ArrayList<>(wishes.lost());
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] == null) {
        lost.add(lost(student, wishes.wish(i), i, choices, taken));
      } else {
        seat(taken[i], wishes.wish(i), student);
      }
    }
    lost.stream()
        .filter(line -> line.cause() == Cause.SEATS)
        .forEach(line -> figures(line.discipline(), language(line, student)).miss(line.lacking()));
    if (!wishes.stoppedBy().isEmpty()) {
      stopped.add(new RehearsalReport.Stopped(student.number(), wishes.stoppedBy()));
    }
    if (!lost.isEmpty()) {
      left.add(new RehearsalReport.Left(student.number(), lost));
    }
  }

  /**
   * What would do for a wish.
   *
   * @param options combinations of each option, the most wanted first
   */
  private record Choice(List<List<Combination>> options) {

    List<Combination> all() {
      return options.stream().flatMap(List::stream).toList();
    }

    /** Those with seats; the roomiest of an option first, but after those of a better one. */
    List<Combination> free(Seating seating, RehearsalStudent student) {
      return options.stream().flatMap(one -> seating.free(one, student).stream()).toList();
    }
  }

  private List<Choice> choices(Wishes wishes, boolean alternatives) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      List<Option> options = alternatives ? wishes.allowed(i) : List.of(wishes.first(i));
      choices.add(new Choice(options.stream().map(seating::of).toList()));
    }
    return choices;
  }

  private void seat(Combination taken, RehearsalStudent.Wish wish, RehearsalStudent student) {
    seating.take(taken, student, come);
    figures(taken.offering().discipline(), taken.offering().language()).take();
    lines++;
    if (seating.of(wish.options().get(0)).contains(taken)) {
      firstChoices++;
    }
  }

  /** A seat and no overlap for every wish; null where there is none. */
  private Combination[] whole(List<Choice> choices, RehearsalStudent student) {
    List<List<Combination>> free = choices.stream().map(one -> one.free(seating, student)).toList();
    if (free.stream().anyMatch(List::isEmpty)) {
      return null;
    }
    Combination[] taken = new Combination[free.size()];
    effort = EFFORT;
    return find(free, 0, new BitSet(), taken) ? taken : null;
  }

  private boolean find(
      List<List<Combination>> choices, int wish, BitSet blocked, Combination[] taken) {
    if (wish == choices.size()) {
      return true;
    }
    for (Combination one : choices.get(wish)) {
      if (--effort < 0) {
        return false;
      }
      if (seating.isApart(one, blocked)) {
        taken[wish] = one;
        if (find(choices, wish + 1, seating.blockedBy(one, blocked), taken)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * One wish after another: each is kept where seats without an overlap are found for it beside all
   * that are kept already, whichever sections those then take; what does not fit stays null.
   */
  private Combination[] most(List<Choice> choices, RehearsalStudent student) {
    List<List<Combination>> free = choices.stream().map(one -> one.free(seating, student)).toList();
    List<Integer> kept = new ArrayList<>();
    Combination[] found = new Combination[0];
    for (int i = 0; i < free.size(); i++) {
      kept.add(i);
      Combination[] tried = new Combination[kept.size()];
      effort = EFFORT;
      if (find(kept.stream().map(free::get).toList(), 0, new BitSet(), tried)) {
        found = tried;
      } else {
        kept.remove(kept.size() - 1);
      }
    }
    Combination[] taken = new Combination[free.size()];
    for (int i = 0; i < found.length; i++) {
      taken[kept.get(i)] = found[i];
    }
    return taken;
  }

  /**
   * Why: the wish could be fulfilled beside the others taken, were there seats, or it could not.
   */
  private Lost lost(
      RehearsalStudent student,
      RehearsalStudent.Wish wish,
      int at,
      List<Choice> choices,
      Combination[] taken) {
    List<Combination> all = choices.get(at).all();
    if (all.isEmpty()) {
      return Wishes.lost(wish, Cause.NOT_OFFERED, null);
    }
    List<List<Combination>> others = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      if (i == at || taken[i] != null) {
        others.add(choices.get(i).all());
      }
    }
    effort = EFFORT;
    boolean apart = find(others, 0, new BitSet(), new Combination[others.size()]);
    return apart
        ? Wishes.lost(wish, Cause.SEATS, null).in(seating.lacking(all, student))
        : Wishes.lost(wish, Cause.LESSONS, null);
  }

  private Figures figures(RehearsalStudent.Wish wish, RehearsalStudent student) {
    Lost line = Wishes.lost(wish, Cause.SEATS, null);
    return figures(line.discipline(), language(line, student));
  }

  /** The language a line counts under where the student does not mind: the own one if offered. */
  private Language language(Lost line, RehearsalStudent student) {
    if (line.language() != null) {
      return line.language();
    }
    List<Language> offered = languages.getOrDefault(line.discipline(), List.of());
    Language own = student.facts().studyLanguage();
    if (own != null && (offered.isEmpty() || offered.contains(own))) {
      return own;
    }
    return offered.isEmpty() ? Language.KK : offered.get(0);
  }

  private RehearsalReport report() {
    List<RehearsalReport.Demand> figures = new ArrayList<>();
    demand.forEach((key, of) -> figures.add(of.of(key.discipline(), key.language())));
    figures.sort(
        Comparator.comparingInt(RehearsalReport.Demand::missing)
            .thenComparingInt(RehearsalReport.Demand::over)
            .reversed());
    return new RehearsalReport(
        come,
        come - left.size(),
        lines,
        firstChoices,
        seating.filled(),
        figures,
        left,
        stopped,
        new RehearsalReport.Electives(
            origins.getOrDefault(Origin.CATALOGUE, 0), origins.getOrDefault(Origin.CURRICULUM, 0)));
  }
}
