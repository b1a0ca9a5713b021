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

  /**
   * Scores that lie near each other.
   *
   * @param scores how many
   * @param lowest of them
   * @param highest of them
   */
  record Window(int scores, int lowest, int highest) {}

  /**
   * The most scores that lie within so many points of each other, the lowest such window of equals;
   * a few far away do not hide that the rest are alike.
   *
   * @param points between the lowest and the highest of them, at most
   */
  Window fullest(int points) {
    int[] sorted = rows.stream().mapToInt(Row::score).sorted().toArray();
    Window best = new Window(0, 0, 0);
    int from = 0;
    for (int to = 0; to < sorted.length; to++) {
      while (sorted[to] - sorted[from] > points) {
        from++;
      }
      if (to - from + 1 > best.scores()) {
        best = new Window(to - from + 1, sorted[from], sorted[to]);
      }
    }
    return best;
  }

  /** How many have a score from the lowest to the highest of these. */
  int within(int lowest, int highest) {
    return (int)
        rows.stream().filter(row -> row.score() >= lowest && row.score() <= highest).count();
  }

  List<Row> rated() {
    return rows.stream().filter(row -> Objects.nonNull(row.rating())).toList();
  }
}
