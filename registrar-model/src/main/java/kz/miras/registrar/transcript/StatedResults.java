package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-9. The results a document states: those of its student's history up to a place in it. What
 * comes later supersedes nothing, unless it stands in the place of one of them.
 *
 * @param until place of the last entry the document rests on; null where it states none
 */
public record StatedResults(Long until) implements Serializable {

  /**
   * Whether an entry makes the document superseded.
   *
   * @param position place of the entry
   * @param corrects place of the entry it stands instead of; null for none
   */
  public boolean isOvertakenBy(long position, Long corrects) {
    return until != null && corrects != null && position > until && corrects <= until;
  }

  /**
   * Whether a document may be handed over.
   *
   * @param superseded since when a result it states no longer stands; null for not
   */
  public static Verdict handOver(LocalDate superseded) {
    return superseded == null
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("transcript.hand-over.superseded", "DOC-9", superseded));
  }
}
