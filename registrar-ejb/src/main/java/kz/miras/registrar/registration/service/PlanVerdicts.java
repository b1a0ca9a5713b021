package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.registration.service.PlanWishes.Wishes;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** What is said of a request beside the verdicts of its lines. */
final class PlanVerdicts {

  private PlanVerdicts() {}

  /** What the rules say of everything that was accepted, as a whole plan: to know, not to undo. */
  static Verdict whole(TermPicture picture, List<Outcome> outcomes) {
    List<Outcome> accepted = outcomes.stream().filter(one -> one.verdict().isAllowed()).toList();
    picture.begin(Set.of());
    Verdict whole =
        picture
            .whole(
                accepted.stream().map(Outcome::wish).toList(),
                accepted.stream().map(Outcome::sections).toList(),
                true)
            .whole();
    List<Refusal> said = new ArrayList<>(whole.refusals());
    said.addAll(whole.warnings());
    return new Verdict(List.of(), said, whole.provisional());
  }

  /** REG-22. What nobody teaches so is not even kept as a draft. */
  static void requireTaught(TermPicture picture, Wishes wanted) {
    List<Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < wanted.wishes().size(); i++) {
      String field = "lines[" + i + "].language";
      picture
          .language(wanted.wishes().get(i))
          .refusals()
          .forEach(refusal -> refusals.add(refusal.at(field)));
    }
    if (!refusals.isEmpty()) {
      throw new RegistrarException.Refused(refusals);
    }
  }
}
