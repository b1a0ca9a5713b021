package kz.miras.registrar.registration.rule;

import java.util.List;
import java.util.TreeSet;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-22. A discipline is taken in a language it is taught in: that of its offering, or one the
 * catalogue of electives, the programme or an offering of the term has it in; none whose demand the
 * office has merged into that of another (DEM-3).
 */
final class LanguageTaught implements RegistrationRule {

  @Override
  public String number() {
    return "REG-22";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    if (line.joined() != null) {
      return Verdict.refused(
          Refusal.of(
              "registration.language-merged",
              number(),
              line.discipline(),
              line.language(),
              line.joined()));
    }
    if (line.language() == null
        || line.taught().isEmpty()
        || line.taught().contains(line.language())) {
      return Verdict.allowed();
    }
    List<Language> taught = List.copyOf(new TreeSet<>(line.taught()));
    Language last = taught.get(taught.size() - 1);
    return Verdict.refused(
        Refusal.of(
            "registration.language-not-taught",
            number(),
            line.discipline(),
            line.language(),
            taught.get(0),
            last,
            taught.size()));
  }
}
