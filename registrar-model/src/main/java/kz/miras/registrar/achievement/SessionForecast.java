package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.achievement.ClosingForecast.Change;
import kz.miras.registrar.achievement.ClosingLimits.Limit;

/**
 * SHT-24. What closing sheets of a session together will do to their students, told before it is
 * done: all results of a student at once, as they will stand beside each other.
 *
 * @param sheets how many of them would be closed
 * @param changes what becomes of each student, by name
 */
public record SessionForecast(int sheets, List<Change> changes) implements Serializable {

  public SessionForecast {
    changes = List.copyOf(changes);
  }

  /** Students who will owe more credits than now. */
  public long withNewDebt() {
    return changes.stream().filter(Change::owesMore).count();
  }

  /** Students who will owe fewer credits than now. */
  public long withDebtClosed() {
    return changes.stream().filter(Change::owesLess).count();
  }

  /**
   * Students who will no longer reach a limit.
   *
   * @param limit name of a {@link Limit}, as pages say it
   */
  public long falling(String limit) {
    return crossing(limit, true);
  }

  /** Students who will reach a limit they did not reach. */
  public long reaching(String limit) {
    return crossing(limit, false);
  }

  private long crossing(String limit, boolean down) {
    Limit of = Limit.valueOf(limit);
    return changes.stream().filter(change -> change.crosses(of, down)).count();
  }

  /** Students of whom there is something to tell: a new debt, or a limit that is crossed. */
  public List<Change> remarkable() {
    return changes.stream()
        .filter(change -> change.owesMore() || !change.crossed().isEmpty())
        .toList();
  }
}
