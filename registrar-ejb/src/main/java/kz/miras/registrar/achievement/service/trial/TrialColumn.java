package kz.miras.registrar.achievement.service.trial;

import java.util.List;
import java.util.function.ToIntFunction;
import kz.miras.registrar.achievement.trial.TrialCounts;
import kz.miras.registrar.shared.Keyed;

/** The counts of a trial, in the order in which they are read. */
public enum TrialColumn implements Keyed {
  STUDENTS(TrialCounts::students, null),
  RESULTS(TrialCounts::results, null),
  DERIVED(TrialCounts::derived, null),
  ELSEWHERE(TrialCounts::elsewhere, null),
  DECIDED(TrialCounts::decided, null),
  WITHOUT_SCORE(TrialCounts::withoutScore, null),
  OTHERWISE(TrialCounts::otherwise, TrialView.Which.ALL),
  DIFFERING(TrialCounts::differing, TrialView.Which.RESULTS),
  LETTERS(TrialCounts::letters, TrialView.Which.RESULTS),
  LOST(TrialCounts::lost, TrialView.Which.RESULTS),
  GAINED(TrialCounts::gained, TrialView.Which.RESULTS),
  FALLEN(TrialCounts::fallen, TrialView.Which.RESULTS),
  DEBTS(TrialCounts::debts, TrialView.Which.DEBTS),
  AVERAGES(TrialCounts::averages, TrialView.Which.GPA),
  STANDINGS(TrialCounts::standings, TrialView.Which.STANDING),
  PROMOTIONS(TrialCounts::promotions, TrialView.Which.PROMOTION),
  BELOW(TrialCounts::below, TrialView.Which.BELOW),
  ABOVE(TrialCounts::above, TrialView.Which.ABOVE);

  /** Those a table by programme and course has columns for. */
  public static final List<TrialColumn> IN_TABLE =
      List.of(
          STUDENTS,
          RESULTS,
          OTHERWISE,
          DIFFERING,
          LOST,
          GAINED,
          DEBTS,
          AVERAGES,
          STANDINGS,
          PROMOTIONS,
          BELOW,
          ABOVE);

  private final ToIntFunction<TrialCounts> count;
  private final TrialView.Which behind;

  TrialColumn(ToIntFunction<TrialCounts> count, TrialView.Which behind) {
    this.count = count;
    this.behind = behind;
  }

  public int of(TrialCounts counts) {
    return count.applyAsInt(counts);
  }

  /** The students behind it; null where they are not listed. */
  public TrialView.Which behind() {
    return behind;
  }

  @Override
  public String key() {
    return "achievement.trial.figure." + name();
  }
}
