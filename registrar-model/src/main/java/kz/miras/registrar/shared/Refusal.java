package kz.miras.registrar.shared;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * One reason why something is refused, or a warning: a message code, the rule it comes from and the
 * figures. The code is bundle key, fault code and problem type at once.
 *
 * @param code message key, for example {@code registration.credit-limit}; the keys {@code
 *     <code>.fix} in the bundles say what would satisfy the rule
 * @param rule id of the rule, for example {@code REG-8}
 * @param field the input it belongs to, or empty where it belongs to the whole
 * @param args figures for the message, in the order of the bundle's placeholders
 */
public record Refusal(String code, String rule, String field, List<Serializable> args)
    implements Serializable {

  public Refusal {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(rule, "rule");
    field = field == null ? "" : field;
    args = List.copyOf(args);
  }

  /** A refusal that concerns the whole request. */
  public static Refusal of(String code, String rule, Serializable... args) {
    return new Refusal(code, rule, "", List.of(args));
  }

  /** The same refusal, tied to one input. */
  public Refusal at(String field) {
    return new Refusal(code, rule, field, args);
  }
}
