package kz.miras.registrar.attestation.rating;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.miras.registrar.curriculum.Mark;

/**
 * What a student has in the journal of one period.
 *
 * <p>Immutable.
 *
 * @param weeks points of 0 to 100 by week of the term; a week without control is not in it
 * @param marks AB of weeks missed without a reason, AE of those missed for one
 * @param unmarked weeks others have points for and nothing is said of here; none of who takes the
 *     control by oneself
 * @param control score of the control of the period (РК), 0 to 100; null until typed
 * @param individual whether the control is taken by oneself, by a disposition
 */
public record PeriodScores(
    Map<Integer, BigDecimal> weeks,
    Map<Integer, Mark> marks,
    Set<Integer> unmarked,
    Integer control,
    boolean individual)
    implements Serializable {

  public PeriodScores {
    weeks = Map.copyOf(weeks);
    marks = Map.copyOf(marks);
    unmarked = Set.copyOf(unmarked);
  }

  /** Without a missed week. */
  public PeriodScores(Map<Integer, BigDecimal> weeks, Integer control, boolean individual) {
    this(weeks, Map.of(), Set.of(), control, individual);
  }

  /** Points of all weeks together. */
  BigDecimal points() {
    return weeks.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** How many weeks carry a mark. */
  int marked(Mark mark) {
    return (int) marks.values().stream().filter(mark::equals).count();
  }

  /** Weeks in which others had a control and of which nothing is said here. */
  public Set<Integer> gaps(Set<Integer> held) {
    Set<Integer> gaps = new TreeSet<>(held);
    gaps.removeAll(weeks.keySet());
    gaps.removeAll(marks.keySet());
    return gaps;
  }
}
