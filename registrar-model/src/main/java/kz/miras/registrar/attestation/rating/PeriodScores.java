package kz.miras.registrar.attestation.rating;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a student has in the journal of one period.
 *
 * <p>Immutable.
 *
 * @param weeks points of 0 to 100 by week of the term; a week without control is not in it
 * @param control score of the control of the period (РК), 0 to 100; null until typed
 * @param individual whether the control is taken by oneself, by a disposition
 */
public record PeriodScores(Map<Integer, BigDecimal> weeks, Integer control, boolean individual)
    implements Serializable {

  public PeriodScores {
    weeks = Map.copyOf(weeks);
  }

  /** Points of all weeks together. */
  BigDecimal points() {
    return weeks.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Weeks in which others had a control and this student has no points. */
  public Set<Integer> gaps(Set<Integer> held) {
    TreeMap<Integer, Boolean> gaps = new TreeMap<>();
    held.stream().filter(week -> !weeks.containsKey(week)).forEach(week -> gaps.put(week, true));
    return gaps.keySet();
  }
}
