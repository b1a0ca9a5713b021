package kz.miras.registrar.registration.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * All rules of registration on one screen. Every one is asked, so that an answer names all reasons
 * at once (domain 2.2, order of checks).
 */
public final class RegistrationRules {

  /** Rules about the student, the term and all lines together. */
  private static final List<PlanRule> OF_THE_PLAN =
      List.of(
          new WindowOpen(),
          new Studying(),
          new HoldsSettled(),
          new SummerAllowed(),
          new CreditLimits(),
          new CreditCeiling(),
          new CreditFloor(),
          new SummerCredits(),
          new ChoicesComplete());

  /** Rules about one line. */
  private static final List<RegistrationRule> OF_A_LINE =
      List.of(
          new InProgramme(),
          new TypeTrue(),
          new MinorWithinElectives(),
          new OfferingOpen(),
          new TakenOnce(),
          new SwapInTime(),
          new RepeatLawful(),
          new PrerequisitesPassed(),
          new CorequisitesTaken(),
          new LessonsApart(),
          new LanguageUsual(),
          new LanguageTaught(),
          new AttemptsLeft(),
          new PurposeNamed(),
          new SummerPlanned(),
          new PaymentMade(),
          new PriceKnown());

  /** Rules about what a discipline is taken as, whatever else stands in its way. */
  private static final List<RegistrationRule> OF_THE_TYPE =
      List.of(
          new InProgramme(),
          new TypeTrue(),
          new MinorWithinElectives(),
          new RepeatLawful(),
          new PurposeNamed());

  private RegistrationRules() {}

  /**
   * What the rules say of the kind alone a discipline is to be taken as: whether seats, hours,
   * credits or windows allow it is another question.
   */
  public static Verdict ofType(WantedLine line, PlanFacts facts, RuleSet rules) {
    Verdict verdict = Verdict.allowed();
    for (RegistrationRule rule : OF_THE_TYPE) {
      verdict = verdict.and(rule.judge(line, facts, rules));
    }
    return verdict;
  }

  /** What REG-22 says of a line: whether it is taught in the language it is wanted in. */
  public static Verdict ofLanguage(WantedLine line, PlanFacts facts, RuleSet rules) {
    return new LanguageTaught().judge(line, facts, rules);
  }

  /** What all rules say about these lines, wanted together. */
  public static PlanVerdict judge(List<WantedLine> lines, PlanFacts known, RuleSet rules) {
    PlanFacts facts = known.wanting(lines);
    Verdict whole = Verdict.allowed();
    // what is consented to for a line is consented to for the plan it stands in
    Set<String> consented = new TreeSet<>(facts.waived());
    lines.forEach(line -> consented.addAll(CreditLimits.consented(line, lines, facts)));
    for (PlanRule rule : OF_THE_PLAN) {
      Verdict said = rule.judge(lines, facts, rules);
      whole = whole.and(waived(said, rule.number(), rule.waivable(), consented));
    }
    List<TakenLine> plan = lines.stream().map(WantedLine::asTaken).toList();
    List<PlanVerdict.LineVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      WantedLine line = lines.get(i);
      Verdict verdict = line(line, facts.alongside(plan, i), rules);
      verdicts.add(new PlanVerdict.LineVerdict(line, verdict));
    }
    return new PlanVerdict(whole, verdicts);
  }

  /** What REG-2 alone says of a line, for an enrolment that is there already. */
  public static Verdict prerequisites(WantedLine line, PlanFacts facts, RuleSet rules) {
    return alone(new PrerequisitesPassed(), line, facts, rules);
  }

  /** What REG-17 alone says of a line, for an enrolment that is there already. */
  public static Verdict corequisites(WantedLine line, PlanFacts facts, RuleSet rules) {
    return alone(new CorequisitesTaken(), line, facts, rules);
  }

  /**
   * What REG-11 alone says of a line beside all that is taken; what the plan has merely chosen of
   * its discipline gives way to it.
   */
  public static Verdict apart(WantedLine line, PlanFacts facts, RuleSet rules) {
    return alone(new LessonsApart(), line, facts.wanting(List.of(line)), rules);
  }

  /**
   * What REG-11 alone says of one section in place of another, beside all that is taken of other
   * disciplines and the sections of its own that stay.
   *
   * @param line the line in the new section alone
   * @param kept the line in the sections that stay
   */
  public static Verdict apart(WantedLine line, WantedLine kept, PlanFacts facts, RuleSet rules) {
    List<TakenLine> taken = new ArrayList<>(facts.taken());
    taken.removeIf(other -> other.discipline().equals(line.discipline()));
    taken.add(kept.asTaken());
    return apart(line, facts.copy().taken(taken).build(), rules);
  }

  private static Verdict alone(
      RegistrationRule rule, WantedLine line, PlanFacts facts, RuleSet rules) {
    Set<String> consented = new TreeSet<>(facts.waived());
    consented.addAll(line.waived());
    return waived(rule.judge(line, facts, rules), rule.number(), rule.waivable(), consented);
  }

  private static Verdict line(WantedLine line, PlanFacts facts, RuleSet rules) {
    Verdict verdict = Verdict.allowed();
    Set<String> consented = new TreeSet<>(facts.waived());
    consented.addAll(line.waived());
    for (RegistrationRule rule : OF_A_LINE) {
      Verdict said = rule.judge(line, facts, rules);
      verdict = verdict.and(waived(said, rule.number(), rule.waivable(), consented));
    }
    return verdict;
  }

  /** Numbers of the rules a decision of the office may set aside for one student. */
  public static Set<String> waivable() {
    Set<String> numbers = new TreeSet<>();
    OF_THE_PLAN.stream().filter(PlanRule::waivable).map(PlanRule::number).forEach(numbers::add);
    OF_A_LINE.stream()
        .filter(RegistrationRule::waivable)
        .map(RegistrationRule::number)
        .forEach(numbers::add);
    return numbers;
  }

  /** Where a decision has set the rule aside, its refusals become warnings that say so. */
  private static Verdict waived(
      Verdict said, String number, boolean waivable, Set<String> consented) {
    if (said.isAllowed() || !waivable || !consented.contains(number)) {
      return said;
    }
    List<Refusal> warnings = new ArrayList<>(said.warnings());
    warnings.addAll(said.refusals());
    warnings.add(Refusal.of("registration.waived", number, number));
    return new Verdict(List.of(), warnings, said.provisional());
  }
}
