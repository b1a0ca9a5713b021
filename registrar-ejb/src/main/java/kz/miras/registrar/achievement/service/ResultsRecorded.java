package kz.miras.registrar.achievement.service;

import java.util.List;

/**
 * Results have been recorded, in the transaction that is running: the rows of their students'
 * chains are locked until it ends, so that nobody else can record for the same students meanwhile.
 */
public record ResultsRecorded(List<Recorded> results) {

  public ResultsRecorded {
    results = List.copyOf(results);
  }

  /**
   * One of them.
   *
   * @param position place in the student's history
   * @param corrects position of the entry it corrects; null for none
   */
  public record Recorded(long student, long position, Long corrects) {}
}
