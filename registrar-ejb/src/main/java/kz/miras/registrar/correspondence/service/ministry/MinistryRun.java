package kz.miras.registrar.correspondence.service.ministry;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.ministry.RunState;

/**
 * A run over the records of the platform as it stands.
 *
 * @param onlyDue whether only what has changed since it was taken is sent
 * @param trouble message key of why it stopped by itself; null where it did not
 * @param detail status of the platform's answer
 * @param parts in the order they are done
 */
public record MinistryRun(
    long id,
    UUID uuid,
    RunKind kind,
    boolean onlyDue,
    RunState state,
    String trouble,
    String detail,
    String by,
    Instant begunAt,
    Instant aliveAt,
    Instant endedAt,
    List<Part> parts)
    implements Serializable {

  /**
   * The records of one type.
   *
   * @param position number of the last that is done with
   * @param total how many there are
   * @param seen how many were looked at
   * @param unchanged not due
   * @param blocked not sent, since they would be refused
   * @param taken by the platform
   * @param differing records that are not there as they are here
   */
  public record Part(
      int place,
      PlatformType type,
      long position,
      int total,
      int seen,
      int unchanged,
      int blocked,
      int taken,
      int refused,
      int differing,
      boolean ended)
      implements Serializable {}

  public int total() {
    return parts.stream().mapToInt(Part::total).sum();
  }

  public int seen() {
    return parts.stream().mapToInt(Part::seen).sum();
  }

  public int blocked() {
    return parts.stream().mapToInt(Part::blocked).sum();
  }

  public int taken() {
    return parts.stream().mapToInt(Part::taken).sum();
  }

  public int refused() {
    return parts.stream().mapToInt(Part::refused).sum();
  }

  public int differing() {
    return parts.stream().mapToInt(Part::differing).sum();
  }

  public int unchanged() {
    return parts.stream().mapToInt(Part::unchanged).sum();
  }

  /** Of a hundred; by what there was when each part began. */
  public int percent() {
    if (state == RunState.ENDED) {
      return 100;
    }
    long done = parts.stream().filter(Part::ended).count();
    double within =
        parts.stream()
            .filter(part -> !part.ended() && part.total() > 0)
            .mapToDouble(part -> Math.min(1.0, part.seen() / (double) part.total()))
            .sum();
    return parts.isEmpty() ? 0 : (int) Math.min(99, 100 * (done + within) / parts.size());
  }
}
