package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.service.TermRules;

/**
 * SUM-13. Whose applications adviser or dean have to agree to, by the rules of the semester they
 * are for.
 */
@ApplicationScoped
class SummerAsked {

  @Inject private Calendars calendars;
  @Inject private TermRules rules;

  /** A condition on a term t and a programme g. */
  String condition() {
    List<Term> summers =
        calendars.terms().stream().filter(term -> term.getType().isSummer()).toList();
    List<String> asked = new ArrayList<>();
    for (Level level : Level.values()) {
      Function<Term, RuleSet> ofTerm = rules.of(level);
      for (Term term : summers) {
        if (ofTerm.apply(term).flag(RuleParameter.SUMMER_AGREED)) {
          asked.add("(" + term.getId() + ", '" + level.name() + "')");
        }
      }
    }
    return asked.isEmpty() ? "FALSE" : "(t.id, g.level) IN (" + String.join(", ", asked) + ")";
  }
}
