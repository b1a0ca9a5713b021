package kz.miras.registrar.access.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.access.AuditRecord.Outcome;

/**
 * One audit entry as a screen shows it.
 *
 * @param position place in the sealed chain; null while it waits for the sealer
 * @param differences attribute by attribute
 * @param more other entries about the same thing, newest first
 */
public record AuditView(
    long id,
    Instant at,
    String actor,
    String origin,
    String action,
    String entity,
    String entityId,
    String reason,
    Outcome outcome,
    Long position,
    List<Difference> differences,
    List<Line> more)
    implements Serializable {

  /** An attribute with its values; either may be null. */
  public record Difference(String attribute, String before, String after) implements Serializable {

    public boolean changed() {
      return before == null ? after != null : !before.equals(after);
    }
  }

  /** Another entry in short. */
  public record Line(long id, Instant at, String actor, String action, Outcome outcome)
      implements Serializable {}
}
