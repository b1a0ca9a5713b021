package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.rule.CreditRoom;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.rule.PlanVerdict;
import kz.miras.registrar.registration.rule.RegistrationRules;
import kz.miras.registrar.registration.rule.SectionFact;
import kz.miras.registrar.registration.rule.TakenLine;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;

/**
 * A student's term as the rules see it, gathered once; what is accepted on the way counts as taken
 * for what follows.
 */
final class TermPicture {

  /**
   * What the rules say of one wish.
   *
   * @param attemptNo number of the attempt, from 1
   */
  record Judged(Verdict verdict, int attemptNo) {}

  /** Makes the line of a wish without its sections. */
  interface Lines {
    WantedLine.Builder line(Wish wish);
  }

  private final Student student;
  private final Term term;
  private final RuleSet rules;
  private final Lines lines;
  private final Map<Long, List<LessonTime>> lessons;
  private final Supplier<Integer> left;
  private final Map<Wish, WantedLine.Builder> built = new HashMap<>();
  private final PlanFacts before;
  private PlanFacts facts;

  /**
   * A picture with nothing accepted yet.
   *
   * @param left credits of the programme that can still be taken, asked where few are planned
   */
  TermPicture(
      Student student,
      Term term,
      RuleSet rules,
      PlanFacts facts,
      Lines lines,
      Map<Long, List<LessonTime>> lessons,
      Supplier<Integer> left) {
    this.student = student;
    this.term = term;
    this.rules = rules;
    this.before = facts;
    this.facts = facts;
    this.lines = lines;
    this.lessons = lessons;
    this.left = left;
  }

  /**
   * The same picture with nothing taken, and changes that do not end: for what is judged as a whole
   * after its windows have been asked.
   */
  TermPicture afresh() {
    return with(facts.copy().taken(List.of()).changesUntil(null));
  }

  /** The same picture without holds, which stop whoever registers, not what is registered. */
  TermPicture settled() {
    return with(facts.copy().holds(List.of()));
  }

  /** The same picture for whoever has not the right of the office. */
  TermPicture unaided() {
    return with(facts.copy().office(false));
  }

  private TermPicture with(PlanFacts.Builder other) {
    return new TermPicture(student, term, rules, other.build(), lines, lessons, left);
  }

  Student student() {
    return student;
  }

  Term term() {
    return term;
  }

  RuleSet rules() {
    return rules;
  }

  PlanFacts facts() {
    return facts;
  }

  /**
   * Begins anew with nothing accepted.
   *
   * @param together codes of the disciplines that are wanted together
   */
  void begin(Set<String> together) {
    facts = before.copy().together(together).build();
  }

  /** What the rules say of a wish in these sections, beside all that is taken and accepted. */
  Judged judge(Wish wish, List<Section> sections) {
    WantedLine line = line(wish, sections);
    PlanVerdict verdict = RegistrationRules.judge(List.of(line), facts, rules);
    return new Judged(verdict.together(), line.attemptNo());
  }

  /**
   * What REG-2 says of a discipline that is taken already, beside everything else that is.
   *
   * @param without codes of disciplines that do not count as taken
   */
  Verdict prerequisites(Wish wish, Set<String> without) {
    List<TakenLine> taken =
        facts.taken().stream().filter(other -> !without.contains(other.discipline())).toList();
    return RegistrationRules.prerequisites(
        line(wish, List.of()), facts.copy().taken(taken).build(), rules);
  }

  /** What REG-17 says of a discipline that is taken already, beside everything else that is. */
  Verdict corequisites(Wish wish) {
    return RegistrationRules.corequisites(line(wish, List.of()), facts, rules);
  }

  /** What REG-11 alone says of a wish in these sections, beside all that is taken and accepted. */
  Verdict apart(Wish wish, List<Section> sections) {
    return RegistrationRules.apart(line(wish, sections), facts, rules);
  }

  /**
   * What REG-11 alone says of one section more, beside all that is taken of other disciplines and
   * the sections of the wish that are kept.
   */
  Verdict apart(Wish wish, List<Section> kept, Section more) {
    WantedLine keeps = line(wish, kept);
    return RegistrationRules.apart(line(wish, List.of(more)), keeps, facts, rules);
  }

  /**
   * Everything wanted together, as a whole plan.
   *
   * @param sections the sections of each wish; an empty list where only the discipline is chosen
   */
  PlanVerdict whole(List<Wish> wishes, List<List<Section>> sections, boolean complete) {
    List<WantedLine> wanted = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      wanted.add(line(wishes.get(i), sections.get(i)));
    }
    PlanFacts asked = complete ? small(wanted) : facts;
    return RegistrationRules.judge(wanted, asked.copy().complete(complete).build(), rules);
  }

  WantedLine line(Wish wish, List<Section> sections) {
    List<SectionFact> at =
        sections.stream()
            .map(s -> new SectionFact(s.getCode(), lessons.getOrDefault(s.getId(), List.of())))
            .toList();
    return built.computeIfAbsent(wish, lines::line).at(at).build();
  }

  /** Credits of the term once these wishes are taken too, beside their limits. */
  CreditRoom room(List<Wish> wishes) {
    List<WantedLine> wanted = wishes.stream().map(wish -> line(wish, List.of())).toList();
    return CreditRoom.of(wanted, small(wanted).wanting(wanted), rules);
  }

  /** The facts; where few credits are planned, with what is left of the programme. */
  private PlanFacts small(List<WantedLine> wanted) {
    boolean few = CreditRoom.of(wanted, facts.wanting(wanted), rules).isBelowLeast();
    return few ? facts.copy().left(left.get()).build() : facts;
  }

  /** Forgets what was accepted since. */
  void back(PlanFacts then) {
    facts = then;
  }

  /** Whether a decision lets the lessons of a wish meet others of the student. */
  boolean mayOverlap(Wish wish) {
    return facts.waived().contains(LessonTime.APART)
        || line(wish, List.of()).waived().contains(LessonTime.APART);
  }

  /** What the rules say of what a wish is taken as, and of nothing else. */
  Verdict ofType(Wish wish) {
    return RegistrationRules.ofType(line(wish, List.of()), facts, rules);
  }

  /** What the rules say of the language of a wish alone. */
  Verdict language(Wish wish) {
    return RegistrationRules.ofLanguage(line(wish, List.of()), facts, rules);
  }

  /** Whether the seat is given only when the payment is confirmed. */
  boolean isUnpaid(Wish wish) {
    return Boolean.FALSE.equals(line(wish, List.of()).paid());
  }

  /** From now on the wish counts as taken. */
  void accept(Wish wish, List<Section> sections, boolean waits) {
    WantedLine line = line(wish, sections);
    List<TakenLine> taken = new ArrayList<>(facts.taken());
    taken.removeIf(other -> other.chosen() && other.discipline().equals(line.discipline()));
    if (line.replaces() != null && !waits) {
      taken.removeIf(other -> other.discipline().equals(line.replaces()));
    }
    TakenLine mine =
        new TakenLine(
            line.discipline(),
            line.credits(),
            line.type(),
            waits,
            line.replaces(),
            line.choiceBlock(),
            line.lessons());
    taken.add(mine);
    facts = facts.copy().taken(taken).build();
  }
}
