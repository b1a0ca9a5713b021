package kz.miras.registrar.registration.plan;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.LocalizedText;

/**
 * REG-7. Disciplines of a minor (дополнительная ОП) a student takes inside the electives of the
 * programme: they fill what ВК and КВ leave open and never lie on top of it (O152 п.34).
 *
 * @param taken each of them
 * @param electives codes of the disciplines of the curriculum a minor may be taken in place of
 */
public record DegreeMinors(List<Minor> taken, Set<String> electives) implements Serializable {

  /** No minor. */
  public static final DegreeMinors NONE = new DegreeMinors(List.of(), Set.of());

  /** A discipline taken as a minor and how it stands. */
  public record Minor(String code, LocalizedText name, int credits, DegreeState state)
      implements Serializable {}

  public DegreeMinors {
    taken = List.copyOf(taken);
    electives = Set.copyOf(electives);
  }

  /** Credits that count, by state; what failed, was given up or is exempt from does not. */
  Map<DegreeState, Integer> credits() {
    Map<DegreeState, Integer> credits = new EnumMap<>(DegreeState.class);
    for (Minor one : taken) {
      boolean counts = one.state().isBehind() || one.state() == DegreeState.PLANNED;
      if (counts && one.state() != DegreeState.EXEMPT) {
        credits.merge(one.state(), one.credits(), Integer::sum);
      }
    }
    return credits;
  }
}
