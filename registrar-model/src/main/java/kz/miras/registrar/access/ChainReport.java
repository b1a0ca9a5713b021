package kz.miras.registrar.access;

import java.util.List;

/**
 * What the verifier says of one chain.
 *
 * @param rows rows read
 * @param broken rows whose seal does not hold
 * @param deviations what was found, by position; a long list is cut, {@code broken} counts all
 * @param head the last row as read; compare and export it
 */
public record ChainReport(long rows, long broken, List<Deviation> deviations, ChainHead head) {

  public ChainReport {
    deviations = List.copyOf(deviations);
  }

  /** True where every row is as it was sealed and none is gone. */
  public boolean isIntact() {
    return broken == 0 && deviations.isEmpty();
  }
}
