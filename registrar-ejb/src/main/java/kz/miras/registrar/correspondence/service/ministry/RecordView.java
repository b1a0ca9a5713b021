package kz.miras.registrar.correspondence.service.ministry;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RecordDifference;
import kz.miras.registrar.correspondence.ministry.RecordOutcome;
import kz.miras.registrar.shared.Refusal;

/**
 * One record as the screens show it.
 *
 * @param page address where it is mended; null where it is made of several things
 * @param blocking what it would be refused for
 * @param noted what is to be known of it
 * @param takenAt when the platform took it last; null where it has not
 */
public record RecordView(
    PlatformType type,
    long number,
    String label,
    String page,
    List<Field> fields,
    List<Refusal> blocking,
    List<Refusal> noted,
    List<RecordDifference> differences,
    List<Past> past,
    Instant takenAt)
    implements Serializable {

  /**
   * A field as it would be sent.
   *
   * @param sentAs its name there
   * @param carried what is here only carried over
   */
  public record Field(String name, String sentAs, String manual, String value, boolean carried)
      implements Serializable {}

  /** What became of it in a run. */
  public record Past(UUID run, Instant at, RecordOutcome outcome, String reason)
      implements Serializable {}
}
