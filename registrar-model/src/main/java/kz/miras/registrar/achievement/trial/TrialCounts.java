package kz.miras.registrar.achievement.trial;

import java.io.Serializable;
import java.util.List;

/**
 * How many results and students a trial is about, and how many would differ.
 *
 * @param students with results of the period
 * @param results of the period that stand
 * @param derived of them, derived anew
 * @param elsewhere not from sheets of ours: kept
 * @param decided by a decision: kept
 * @param withoutScore of whom no score is known: kept
 * @param differing results with another grade, those that fall away included
 * @param letters of them, with another letter or mark
 * @param lost passes that would be none
 * @param gained failures that would be passes
 * @param fallen sittings that would not have been
 * @param otherwise students of whom anything differs
 * @param debts students with other debts
 * @param averages students with another GPA
 * @param standings students with another standing
 * @param promotions students for whom something else would be proposed
 * @param below students who would fall below the threshold of promotion
 * @param above students who would reach it
 */
public record TrialCounts(
    int students,
    int results,
    int derived,
    int elsewhere,
    int decided,
    int withoutScore,
    int differing,
    int letters,
    int lost,
    int gained,
    int fallen,
    int otherwise,
    int debts,
    int averages,
    int standings,
    int promotions,
    int below,
    int above)
    implements Serializable {

  /** Nobody, to add others to. */
  public static final TrialCounts NOBODY =
      new TrialCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Of one student. */
  public static TrialCounts of(List<TrialResult> results, TrialDifference figures) {
    TrialDifference.Crossing crossing = figures.crossing();
    return new TrialCounts(
        1,
        results.size(),
        way(results, TrialWay.DERIVED),
        way(results, TrialWay.ELSEWHERE),
        way(results, TrialWay.DECIDED),
        way(results, TrialWay.WITHOUT_SCORE),
        (int) results.stream().filter(TrialResult::gradeDiffers).count(),
        (int) results.stream().filter(TrialCounts::isOtherLetter).count(),
        (int) results.stream().filter(it -> it.before().passes() && !passes(it)).count(),
        (int) results.stream().filter(it -> !it.before().passes() && passes(it)).count(),
        way(results, TrialWay.FALLS_AWAY),
        one(figures.differs() || results.stream().anyMatch(TrialResult::differs)),
        one(figures.debtsDiffer()),
        one(figures.gpaDiffers()),
        one(figures.standingDiffers()),
        one(figures.promotionDiffers()),
        one(crossing == TrialDifference.Crossing.BELOW),
        one(crossing == TrialDifference.Crossing.ABOVE));
  }

  private static int way(List<TrialResult> results, TrialWay way) {
    return (int) results.stream().filter(it -> it.way() == way).count();
  }

  private static boolean passes(TrialResult result) {
    return result.after() != null && result.after().passes();
  }

  private static boolean isOtherLetter(TrialResult result) {
    return result.after() == null || !result.after().sign().equals(result.before().sign());
  }

  private static int one(boolean counts) {
    return counts ? 1 : 0;
  }

  /** Both together. */
  public TrialCounts plus(TrialCounts other) {
    return new TrialCounts(
        students + other.students,
        results + other.results,
        derived + other.derived,
        elsewhere + other.elsewhere,
        decided + other.decided,
        withoutScore + other.withoutScore,
        differing + other.differing,
        letters + other.letters,
        lost + other.lost,
        gained + other.gained,
        fallen + other.fallen,
        otherwise + other.otherwise,
        debts + other.debts,
        averages + other.averages,
        standings + other.standings,
        promotions + other.promotions,
        below + other.below,
        above + other.above);
  }

  /** Whether nothing would be other than it is. */
  public boolean isNothing() {
    return otherwise == 0;
  }
}
