package kz.miras.registrar.registration.service.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Option;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Origin;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Wish;
import kz.miras.registrar.registration.rule.ChoiceFact;
import kz.miras.registrar.registration.rule.LineSource;
import kz.miras.registrar.registration.rule.NeededStanding;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.rule.TermKind;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.registration.rule.WindowFact;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Item;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Needed;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Person;
import kz.miras.registrar.registration.service.rehearsal.RehearsalFacts.Planned;
import kz.miras.registrar.shared.Language;

/**
 * What the students of a term will want: what their curriculum prescribes, what they have planned
 * already, of what the published catalogue of the year, or else the curriculum, offers in a choice
 * block what last term's log or a draw makes likely, and debts last. They come as they came last
 * term, or most of them in the first minutes; each not before the own time ticket. The same seed
 * makes the same demand.
 */
final class RehearsalDemand {

  /** By when everybody has come who is not in the log. */
  private static final Duration WITHIN = Duration.ofHours(1);

  private final RehearsalFacts facts;
  private final Function<Person, Instant> opens;
  private final Function<Person, Instant> openedThen;
  private final ZoneId zone;
  private final long seed;
  private final Map<String, Set<Language>> offered = new HashMap<>();
  private final Map<String, Double> weights = new HashMap<>();

  /**
   * A demand.
   *
   * @param opens when registration opens for a student
   * @param openedThen when it opened in the term of the log; null where that is not known
   */
  RehearsalDemand(
      RehearsalFacts facts,
      Function<Person, Instant> opens,
      Function<Person, Instant> openedThen,
      ZoneId zone,
      long seed) {
    this.facts = facts;
    this.opens = opens;
    this.openedThen = openedThen;
    this.zone = zone;
    this.seed = seed;
    facts
        .offerings()
        .forEach(
            one ->
                offered
                    .computeIfAbsent(one.discipline(), code -> new HashSet<>())
                    .add(one.language()));
    SplittableRandom random = new SplittableRandom(seed);
    for (String code : offered.keySet().stream().sorted().toList()) {
      // a few disciplines draw most: the square of an even draw, never nothing
      double draw = random.nextDouble();
      int asked = facts.log() == null ? 0 : facts.log().demand().getOrDefault(code, 0);
      weights.put(code, asked > 0 ? asked : 0.1 + draw * draw);
    }
  }

  /**
   * Everybody with something to wish for.
   *
   * @param each called once a student
   */
  List<RehearsalStudent> students(RehearsalFacts.Past past, Runnable each) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RehearsalStudent> students = new ArrayList<>();
    for (Person person : facts.people()) {
      SplittableRandom own = random.split();
      RehearsalStudent student = student(person, past, own);
      if (!student.wishes().isEmpty()) {
        students.add(student);
      }
      each.run();
    }
    return students;
  }

  private RehearsalStudent student(
      Person person, RehearsalFacts.Past past, SplittableRandom random) {
    int termNo = facts.term().getType().numberAfter(person.course() - 1);
    List<Item> items = facts.curricula().getOrDefault(person.curriculum(), List.of());
    Known known = known(person, items, past);
    Map<String, List<Item>> blocks = new LinkedHashMap<>();
    List<Wish> wishes = new ArrayList<>();
    List<Wish> debts = new ArrayList<>();
    for (Item item : items) {
      AcademicRecord.Standing standing = known.standing(item.discipline());
      if (standing == AcademicRecord.Standing.PASSED
          || known.studied().contains(item.discipline())
          || isWithoutSection(item)) {
        continue;
      }
      if (item.termNo() == termNo && item.block() == null) {
        wishes.add(new Wish(options(item, EnrolmentType.MAIN, person, known)));
      } else if (item.termNo() == termNo && item.source() != LineSource.LEFT_OUT) {
        blocks.computeIfAbsent(item.block(), name -> new ArrayList<>()).add(item);
      } else if (standing == AcademicRecord.Standing.FAILED && offered.containsKey(item.code())) {
        debts.add(new Wish(options(item, EnrolmentType.RETAKE, person, known)));
      }
    }
    List<ChoiceFact> choices = RehearsalElectives.choices(items, termNo, known::standing);
    for (ChoiceFact choice : choices) {
      List<Item> block = blocks.getOrDefault(choice.block(), List.of());
      Origin origin =
          block.stream().anyMatch(Item::catalogued) ? Origin.CATALOGUE : Origin.CURRICULUM;
      chosen(choice, block, person, random).stream()
          .map(order -> options(order, person, known))
          .forEach(options -> wishes.add(new Wish(options, origin)));
    }
    wishes.addAll(debts);
    Instant arrives = arrival(person, random);
    Set<String> pools = new HashSet<>();
    pools.addAll(facts.poolsOfGroup().getOrDefault(person.group(), Set.of()));
    pools.addAll(facts.poolsOfProgramme().getOrDefault(person.programme(), Set.of()));
    int course = person.course();
    PlanFacts shared =
        PlanFacts.of(person.level(), arrives.atZone(zone))
            .course(course, course >= person.years())
            .studyLanguage(person.language())
            .gpa(past.gpa(person))
            .term(TermKind.of(facts.term().getType()), facts.term().getStudyWeeks())
            .complete(true)
            .holds(facts.holds().getOrDefault(person.id(), List.of()))
            .window(new WindowFact(true, WindowKind.REGISTRATION, opens.apply(person), null))
            .choices(choices)
            .build();
    return new RehearsalStudent(person.number(), arrives, pools, shared, wishes);
  }

  /** Whether a line of the plan stands without any section: practice, research, attestation. */
  private boolean isWithoutSection(Item item) {
    return item.kind().isWithoutSection() && !offered.containsKey(item.code());
  }

  /** What is known of a student's disciplines. */
  private record Known(Map<Long, AcademicRecord.Past> past, Set<Long> studied) {

    AcademicRecord.Past of(long discipline) {
      return past.getOrDefault(discipline, AcademicRecord.Past.NOTHING);
    }

    AcademicRecord.Standing standing(long discipline) {
      return of(discipline).standing();
    }

    NeededStanding needed(long discipline) {
      return NeededStanding.of(standing(discipline), studied.contains(discipline));
    }
  }

  private Known known(Person person, List<Item> items, RehearsalFacts.Past past) {
    Set<Long> asked = new HashSet<>();
    for (Item item : items) {
      asked.add(item.discipline());
      needs(item).forEach(needed -> asked.add(needed.id()));
      together(item).forEach(needed -> asked.add(needed.id()));
    }
    return new Known(
        past.of(person.id(), asked), facts.studied().getOrDefault(person.id(), Set.of()));
  }

  private List<Needed> needs(Item item) {
    return facts.needs().getOrDefault(item.discipline(), List.of());
  }

  private List<Needed> together(Item item) {
    return facts.together().getOrDefault(item.discipline(), List.of());
  }

  /**
   * What is chosen of a block: one list for each line of the plan, what is wanted most first, the
   * alternatives behind it.
   */
  private List<List<Item>> chosen(
      ChoiceFact choice, List<Item> block, Person person, SplittableRandom random) {
    Set<Long> planned = facts.chosen().getOrDefault(person.id(), Map.of()).keySet();
    List<Item> order =
        block.stream()
            .filter(item -> offered.containsKey(item.code()))
            .map(item -> new Drawn(item, Math.log(random.nextDouble()) / weights.get(item.code())))
            .sorted(
                Comparator.<Drawn, Boolean>comparing(
                        one -> !planned.contains(one.item().discipline()))
                    .thenComparing(one -> -one.draw()))
            .map(Drawn::item)
            .toList();
    List<Item> wanted = new ArrayList<>();
    int credits = choice.done();
    for (Item item : order) {
      if (credits < choice.required()) {
        wanted.add(item);
        credits += item.credits();
      }
    }
    List<Item> others = order.subList(wanted.size(), order.size());
    List<List<Item>> lines = new ArrayList<>();
    for (Item item : wanted) {
      List<Item> line = new ArrayList<>(List.of(item));
      others.stream().filter(other -> other.credits() == item.credits()).forEach(line::add);
      lines.add(line);
    }
    return lines;
  }

  private record Drawn(Item item, double draw) {}

  private List<Option> options(List<Item> order, Person person, Known known) {
    return order.stream()
        .flatMap(item -> options(item, EnrolmentType.MAIN, person, known).stream())
        .toList();
  }

  /** In the stream and group the plan names already, or else in any. */
  private List<Option> options(Item item, EnrolmentType type, Person person, Known known) {
    Planned planned = facts.chosen().getOrDefault(person.id(), Map.of()).get(item.discipline());
    WantedLine line = line(item, type, person, known, planned);
    return planned == null || !planned.isNaming()
        ? List.of(Option.of(line))
        : List.of(new Option(line, planned.group(), planned.stream()), Option.of(line));
  }

  private WantedLine line(
      Item item, EnrolmentType type, Person person, Known known, Planned planned) {
    Language language = planned == null ? person.language() : planned.language();
    AcademicRecord.Past past = known.of(item.discipline());
    boolean own = offered.getOrDefault(item.code(), Set.of()).contains(language);
    WantedLine.Builder line =
        WantedLine.of(item.code(), item.credits())
            .as(type)
            .from(item.source().takenAs(type))
            .in(own ? language : null)
            .after(past.standing(), past.attempts())
            .chosenFrom(item.block())
            .waived(
                facts
                    .consents()
                    .getOrDefault(person.id(), Map.of())
                    .getOrDefault(item.code(), Set.of()));
    needs(item).forEach(needed -> line.needs(needed.code(), known.needed(needed.id())));
    together(item).forEach(needed -> line.together(needed.code(), known.needed(needed.id())));
    return line.build();
  }

  /**
   * As last term, counted from the opening of the window; whoever is not in the log comes after.
   */
  private Instant arrival(Person person, SplittableRandom random) {
    double draw = random.nextDouble();
    Instant start = opens.apply(person);
    long drawn = (long) (WITHIN.toMillis() * draw * draw * draw);
    if (facts.log() == null) {
      return start.plusMillis(drawn);
    }
    Instant came = facts.log().arrivals().get(person.id());
    if (came == null) {
      return start.plus(WITHIN).plusMillis(drawn);
    }
    Instant opened =
        Objects.requireNonNullElseGet(
            openedThen.apply(person),
            () -> facts.log().arrivals().values().stream().min(Instant::compareTo).orElse(came));
    Duration after = Duration.between(opened, came);
    return after.isNegative() ? start : start.plus(after);
  }
}
