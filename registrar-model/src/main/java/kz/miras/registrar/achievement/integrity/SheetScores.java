package kz.miras.registrar.achievement.integrity;

import java.util.List;
import java.util.Objects;

/**
 * What a closed sheet has posted of those who were scored; who did not come or was not admitted is
 * left out.
 *
 * @param rows one for each student with a score
 */
public record SheetScores(List<Row> rows) {

  public SheetScores {
    rows = List.copyOf(rows);
  }

  /**
   * A student.
   *
   * @param rating of admission, 0 to 100; null where the sheet has none
   * @param score of the exam, 0 to 100
   */
  public record Row(Integer rating, int score) {

    /** How far the score is from the rating; 0 where there is no rating. */
    int gap() {
      return rating == null ? 0 : Math.abs(rating - score);
    }
  }

  int lowest() {
    return rows.stream().mapToInt(Row::score).min().orElse(0);
  }

  int highest() {
    return rows.stream().mapToInt(Row::score).max().orElse(0);
  }

  /** How many have exactly this score. */
  int with(int score) {
    return (int) rows.stream().filter(row -> row.score() == score).count();
  }

  List<Row> rated() {
    return rows.stream().filter(row -> Objects.nonNull(row.rating())).toList();
  }
}
