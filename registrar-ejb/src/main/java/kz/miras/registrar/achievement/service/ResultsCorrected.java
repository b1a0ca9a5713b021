package kz.miras.registrar.achievement.service;

import java.util.List;

/** COR-2. Results were put in the place of others, in this transaction. An event of CDI. */
public record ResultsCorrected(List<Corrected> results) {

  public ResultsCorrected {
    results = List.copyOf(results);
  }

  /**
   * One of them.
   *
   * @param student key of the student
   * @param position place of the new entry in the history
   * @param corrects place of the entry it stands instead of
   * @param sheet key of the sheet both come from; null for none
   */
  public record Corrected(long student, long position, long corrects, Long sheet) {}
}
