package kz.miras.registrar.registration.service.preset;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.service.PresetDesk.Preset;
import kz.miras.registrar.shared.Refusal;

/**
 * How far presetting the groups of one act is, or how it went.
 *
 * @param id public id
 * @param term its code
 * @param by login of who began it
 * @param ended whether nobody works on it
 * @param stopped whether somebody stopped it
 * @param groups in the order they are taken
 */
public record PresetRunView(
    UUID id,
    String term,
    String by,
    Instant begunAt,
    boolean ended,
    boolean stopped,
    List<Group> groups)
    implements Serializable {

  public PresetRunView {
    groups = List.copyOf(groups);
  }

  /**
   * One group.
   *
   * @param outcome what became of it; null while it is not done
   * @param reasons why it could not be done, empty where the system failed; null where nothing went
   *     wrong
   */
  public record Group(String code, Preset outcome, List<Refusal> reasons) implements Serializable {

    public boolean isDone() {
      return outcome != null;
    }

    public boolean isMissed() {
      return reasons != null;
    }

    /** Whether there is more to read of it than its figures. */
    public boolean isRemarkable() {
      return isDone() && !(outcome.missing().isEmpty() && outcome.refused().isEmpty());
    }
  }

  /** How many are done. */
  public int done() {
    return (int) groups.stream().filter(Group::isDone).count();
  }

  public int total() {
    return groups.size();
  }

  /** How many are not done, of whatever reason. */
  public int left() {
    return total() - done();
  }

  /** Seats that were given. */
  public int seats() {
    return groups.stream().filter(Group::isDone).mapToInt(one -> one.outcome().enrolled()).sum();
  }

  /** Whether it ended before its end, and nobody wanted it. */
  public boolean failed() {
    return ended && !stopped && groups.stream().anyMatch(one -> !one.isDone() && !one.isMissed());
  }

  /** Share of the groups it has come to, 0 to 100. */
  public int percent() {
    long come = groups.stream().filter(one -> one.isDone() || one.isMissed()).count();
    return ended ? 100 : (int) Math.min(99, come * 100 / Math.max(1, total()));
  }

  /** Groups somebody of which was refused because changes are over. */
  public List<String> late() {
    return groups.stream()
        .filter(one -> one.isDone() && one.outcome().isLate())
        .map(Group::code)
        .toList();
  }
}
