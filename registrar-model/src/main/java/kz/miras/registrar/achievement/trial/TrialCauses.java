package kz.miras.registrar.achievement.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * By which parameters a result differs: those that alone would make the difference; where only
 * several together do, those without which it would be another.
 */
final class TrialCauses {

  /** Parameters a grade is made by; those of one line only change together. */
  private static final List<Set<RuleParameter>> UNITS =
      List.of(
          EnumSet.of(RuleParameter.WEIGHT_RATING, RuleParameter.WEIGHT_EXAM),
          EnumSet.of(RuleParameter.WEIGHT_FIRST_PERIOD),
          EnumSet.of(RuleParameter.ADMISSION_THRESHOLD),
          EnumSet.of(RuleParameter.EXAM_MIN),
          EnumSet.of(RuleParameter.FAIL_MODE),
          EnumSet.of(RuleParameter.ROUNDING));

  /**
   * One change.
   *
   * @param alone the rules of the time with this change only
   * @param without the tried rules but for this change
   */
  private record Unit(Set<RuleParameter> parameters, RuleSet alone, RuleSet without) {}

  private final RuleSet tried;
  private final Map<String, List<Unit>> known = new HashMap<>();

  TrialCauses(RuleSet tried) {
    this.tried = tried;
  }

  /**
   * The parameters behind a difference.
   *
   * @param old the rules the result was given by
   * @param derive what comes out by a set of rules
   */
  Set<RuleParameter> of(RuleSet old, Function<RuleSet, Object> derive) {
    List<Unit> units = known.computeIfAbsent(old.code(), code -> units(old));
    Object after = derive.apply(tried);
    List<Unit> found =
        units.stream().filter(unit -> Objects.equals(derive.apply(unit.alone()), after)).toList();
    if (found.isEmpty()) {
      found =
          units.stream()
              .filter(unit -> !Objects.equals(derive.apply(unit.without()), after))
              .toList();
    }
    return parameters(found.isEmpty() ? units : found);
  }

  private static Set<RuleParameter> parameters(Collection<Unit> units) {
    Set<RuleParameter> parameters = EnumSet.noneOf(RuleParameter.class);
    units.forEach(unit -> parameters.addAll(unit.parameters()));
    return parameters;
  }

  private List<Unit> units(RuleSet old) {
    List<Unit> units = new ArrayList<>();
    for (Set<RuleParameter> parameters : UNITS) {
      Set<RuleParameter> changed = old.differences(tried);
      changed.retainAll(parameters);
      if (!changed.isEmpty()) {
        units.add(new Unit(changed, with(old, tried, parameters), with(tried, old, parameters)));
      }
    }
    return units;
  }

  /** A set with some parameters of another. */
  private static RuleSet with(RuleSet set, RuleSet other, Set<RuleParameter> parameters) {
    EnumMap<RuleParameter, String> texts = new EnumMap<>(set.texts());
    for (RuleParameter parameter : parameters) {
      other
          .text(parameter)
          .ifPresentOrElse(text -> texts.put(parameter, text), () -> texts.remove(parameter));
    }
    return RuleSet.of(set.code(), set.version(), set.level(), set.validFrom(), texts);
  }
}
