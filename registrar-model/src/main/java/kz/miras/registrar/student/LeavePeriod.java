package kz.miras.registrar.student;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Time a student was on leave, by the orders that stand: what another order took back is void and
 * so was no leave.
 *
 * @param from first day of leave
 * @param back first day that is no leave again; null while it lasts
 */
public record LeavePeriod(LocalDate from, LocalDate back) implements Serializable {

  public LeavePeriod {
    Objects.requireNonNull(from, "from");
  }

  /**
   * The leaves of a history.
   *
   * @param changes of one student, in the order of their effect
   */
  public static List<LeavePeriod> of(List<StudentStatusChange> changes) {
    Set<StudentStatusChange> taken = new HashSet<>();
    changes.stream().map(StudentStatusChange::getUndoes).forEach(taken::add);
    List<LeavePeriod> leaves = new ArrayList<>();
    LocalDate since = null;
    for (StudentStatusChange change : changes) {
      if (change.getUndoes() != null || taken.contains(change)) {
        continue;
      }
      boolean away = change.getAfter().getStatus() == StudentStatus.ON_LEAVE;
      if (away && since == null) {
        since = change.getEffectiveOn();
      } else if (!away && since != null) {
        if (since.isBefore(change.getEffectiveOn())) {
          leaves.add(new LeavePeriod(since, change.getEffectiveOn()));
        }
        since = null;
      }
    }
    if (since != null) {
      leaves.add(new LeavePeriod(since, null));
    }
    return leaves;
  }

  /** Whether a day is one of the leave. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && (back == null || day.isBefore(back));
  }

  /** Whether the leave has not ended. */
  public boolean lasts() {
    return back == null;
  }
}
