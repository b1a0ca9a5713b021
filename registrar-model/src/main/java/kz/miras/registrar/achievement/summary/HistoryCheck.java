package kz.miras.registrar.achievement.summary;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * ACH-11. What a check of the histories, and of the figures stored beside them, has found, held
 * against what earlier checks have left open. A difference is the same as long as it says the same.
 *
 * @param looked what was looked at
 * @param found each difference once
 */
public record HistoryCheck(Set<Kind> looked, Set<Found> found) {

  /** Longest remark, in characters. */
  public static final int LONGEST = 1000;

  public HistoryCheck {
    looked = Set.copyOf(looked);
    found = Collections.unmodifiableSet(new LinkedHashSet<>(found));
  }

  /** What may differ. */
  public enum Kind implements Keyed {
    /** A figure is stored otherwise than it is derived from the history (ACH-7). */
    FIGURE,
    /** The chain of a history does not hold (AUD-3). */
    CHAIN;

    @Override
    public String key() {
      return "achievement.check.kind." + name();
    }
  }

  /** What became of a difference. */
  public enum Event implements Keyed {
    /** A later check no longer found it. */
    GONE,
    /** It was put right by deriving anew. */
    REPAIRED,
    /** Somebody says what was done about it. */
    REMARK;

    /** Whether the difference is over with it. */
    public boolean isEnd() {
      return this != REMARK;
    }

    @Override
    public String key() {
      return "achievement.check.event." + name();
    }
  }

  /**
   * A difference.
   *
   * @param student key
   * @param figure name of the figure, or what is wrong with the chain and where
   * @param stored null where nothing is stored, and of a chain
   * @param derived null where nothing is derived, and of a chain
   */
  public record Found(long student, Kind kind, String figure, String stored, String derived)
      implements Serializable {}

  /** Differences nobody knew of. */
  public Set<Found> appeared(Collection<Found> open) {
    return found.stream()
        .filter(one -> !open.contains(one))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Of those that were open what is there no more; what was not looked at stays open. */
  public Set<Found> gone(Collection<Found> open) {
    return open.stream()
        .filter(one -> looked.contains(one.kind()) && !found.contains(one))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether a remark says what was done. */
  public static Verdict remark(String words) {
    if (words == null || words.isBlank()) {
      return Verdict.refused(Refusal.of("achievement.check.no-words", "ACH-11").at("words"));
    }
    return words.length() > LONGEST
        ? Verdict.refused(Refusal.of("achievement.check.long-words", "ACH-11", LONGEST).at("words"))
        : Verdict.allowed();
  }
}
