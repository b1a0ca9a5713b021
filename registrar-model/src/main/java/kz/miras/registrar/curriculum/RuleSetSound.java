package kz.miras.registrar.curriculum;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** PAR-1 to PAR-3. Values of a rule set are readable, lawful and agree with each other. */
public final class RuleSetSound {

  private RuleSetSound() {}

  /**
   * Judges the values of a set before it is stored.
   *
   * @param stored text by parameter; missing ones take their defaults
   */
  public static Verdict judge(Map<RuleParameter, String> stored) {
    Verdict verdict = Verdict.allowed();
    Map<RuleParameter, Serializable> values = new EnumMap<>(RuleParameter.class);
    for (RuleParameter parameter : RuleParameter.values()) {
      String text = stored.get(parameter);
      if (text == null || text.isBlank()) {
        parameter.defaultText().ifPresent(it -> values.put(parameter, parameter.read(it)));
        continue;
      }
      try {
        values.put(parameter, parameter.read(text));
      } catch (IllegalArgumentException e) {
        verdict = verdict.and(unreadable(parameter, text));
        continue;
      }
      verdict = verdict.and(fixedByLaw(parameter, values.get(parameter)));
    }
    return verdict.isAllowed() ? verdict.and(agreeing(values)) : verdict;
  }

  private static Verdict unreadable(RuleParameter parameter, String text) {
    return Verdict.refused(
        Refusal.of(
                "curriculum.rule.out-of-range",
                "PAR-1",
                parameter.key(),
                text,
                parameter.type().range())
            .at(parameter.key()));
  }

  private static Verdict fixedByLaw(RuleParameter parameter, Serializable value) {
    if (parameter.isChangeable()
        || Objects.equals(value, parameter.read(parameter.defaultText().orElseThrow()))) {
      return Verdict.allowed();
    }
    return Verdict.refused(
        Refusal.of("curriculum.rule.fixed-by-law", "PAR-2", parameter.key(), parameter.basis())
            .at(parameter.key()));
  }

  private static Verdict agreeing(Map<RuleParameter, Serializable> values) {
    Verdict verdict = Verdict.allowed();
    BigDecimal weights =
        ((BigDecimal) values.get(RuleParameter.WEIGHT_RATING))
            .add((BigDecimal) values.get(RuleParameter.WEIGHT_EXAM));
    if (weights.compareTo(BigDecimal.ONE) != 0) {
      verdict =
          verdict.and(
              Verdict.refused(
                  Refusal.of("curriculum.rule.weights", "PAR-3", weights)
                      .at(RuleParameter.WEIGHT_RATING.key())));
    }
    verdict =
        verdict
            .and(ordered(values, RuleParameter.MIN_CREDITS, RuleParameter.WARN_CREDITS))
            .and(ordered(values, RuleParameter.REG_SOFT_CREDITS, RuleParameter.REG_HARD_CREDITS))
            .and(ordered(values, RuleParameter.REG_MIN_GROUP, RuleParameter.REG_MAX_GROUP))
            .and(
                ordered(
                    values,
                    RuleParameter.SHEET_REMINDER_HOUR_FROM,
                    RuleParameter.SHEET_REMINDER_HOUR_UNTIL));
    if (values.containsKey(RuleParameter.PROMOTION_THRESHOLDS)
        && !(values.containsKey(RuleParameter.PROMOTION_DECISION_NUMBER)
            && values.containsKey(RuleParameter.PROMOTION_DECISION_DATE))) {
      verdict =
          verdict.and(
              Verdict.refused(
                  Refusal.of("curriculum.rule.promotion-decision", "PRO-1")
                      .at(RuleParameter.PROMOTION_DECISION_NUMBER.key())));
    }
    return verdict;
  }

  private static Verdict ordered(
      Map<RuleParameter, Serializable> values, RuleParameter low, RuleParameter high) {
    return (Integer) values.get(low) <= (Integer) values.get(high)
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("curriculum.rule.order", "PAR-3", low.key(), high.key()).at(low.key()));
  }
}
