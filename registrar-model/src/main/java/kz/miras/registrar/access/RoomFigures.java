package kz.miras.registrar.access;

import java.io.Serializable;
import java.time.Duration;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * ACC-10. The figures by which administrators steer the waiting room.
 *
 * @param mode when people wait
 * @param capPerMinute never more than this many a minute; 0 where only the measure counts
 * @param sharePercent how much of the processors signing in may take, 1 to 100
 * @param spare how many may come at the same moment on a quiet day without waiting
 * @param turnSeconds how long a turn lasts
 * @param backSeconds how much waiting whoever missed a turn steps back by
 */
public record RoomFigures(
    RoomMode mode, int capPerMinute, int sharePercent, int spare, int turnSeconds, int backSeconds)
    implements Serializable {

  /** What holds where nobody has decided anything. */
  public static final RoomFigures USUAL = new RoomFigures(RoomMode.AUTO, 0, 50, 60, 120, 15);

  private static final int MOST_PER_MINUTE = 100_000;
  private static final int SHORTEST_TURN = 30;
  private static final int LONGEST_TURN = 900;
  private static final int LONGEST_BACK = 300;

  /** Judges figures before they are put in force, all of them at once. */
  public Verdict sound() {
    return within("cap", capPerMinute, 0, MOST_PER_MINUTE)
        .and(within("share", sharePercent, 1, 100))
        .and(within("spare", spare, 0, MOST_PER_MINUTE))
        .and(within("turn", turnSeconds, SHORTEST_TURN, LONGEST_TURN))
        .and(within("back", backSeconds, 1, LONGEST_BACK));
  }

  private static Verdict within(String field, int figure, int least, int most) {
    return figure >= least && figure <= most
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("access.waiting-room.figure", "ACC-10", least, most).at(field));
  }

  /**
   * The pace these figures give.
   *
   * @param checkSeconds processor time one check of a password takes
   * @param processors of this node
   */
  public RoomPace pace(double checkSeconds, int processors) {
    return new RoomPace(
        mode,
        RoomPace.measured(checkSeconds, processors, sharePercent, capPerMinute),
        spare,
        Duration.ofSeconds(turnSeconds),
        Duration.ofSeconds(backSeconds));
  }
}
