package kz.miras.registrar.shared;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule, or several rules together, say: allowed, allowed with warnings, provisional or
 * refused. Combining keeps every message, so a user sees all reasons at once.
 *
 * <p>Immutable.
 *
 * @param refusals reasons against; empty when allowed
 * @param warnings what the user should know although it is allowed
 * @param provisional true when it holds only until a fact that is still open is known
 */
public record Verdict(List<Refusal> refusals, List<Refusal> warnings, boolean provisional)
    implements Serializable {

  private static final Verdict ALLOWED = new Verdict(List.of(), List.of(), false);

  public Verdict {
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
  }

  public static Verdict allowed() {
    return ALLOWED;
  }

  public static Verdict refused(Refusal... refusals) {
    return new Verdict(List.of(refusals), List.of(), false);
  }

  public static Verdict warning(Refusal... warnings) {
    return new Verdict(List.of(), List.of(warnings), false);
  }

  /** Allowed until the open fact is known. */
  public static Verdict provisional(Refusal... because) {
    return new Verdict(List.of(), List.of(because), true);
  }

  public boolean isAllowed() {
    return refusals.isEmpty();
  }

  /** Both together: refused if either refuses, all messages kept in order. */
  public Verdict and(Verdict other) {
    if (other.saysNothing()) {
      return this;
    }
    if (saysNothing()) {
      return other;
    }
    List<Refusal> all = new ArrayList<>(refusals);
    all.addAll(other.refusals);
    List<Refusal> notes = new ArrayList<>(warnings);
    notes.addAll(other.warnings);
    return new Verdict(all, notes, provisional || other.provisional);
  }

  private boolean saysNothing() {
    return refusals.isEmpty() && warnings.isEmpty() && !provisional;
  }
}
