package kz.miras.registrar.transcript.edition;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What differs between two texts, line by line. */
public final class LineComparison {

  /** Lines on both sides of a difference that are shown with it. */
  private static final int AROUND = 2;

  /** Pairs of lines that are compared; of longer texts every line counts as another. */
  private static final int MOST_PAIRS = 9_000_000;

  private LineComparison() {}

  /** What became of a line. */
  public enum Change {
    SAME,
    ADDED,
    REMOVED,
    /** Stands for equal lines that are left out. */
    LEFT_OUT
  }

  /**
   * A line.
   *
   * @param no its number, in the old text where it was removed, else in the new one; of lines left
   *     out how many
   */
  public record Line(Change change, int no, String text) implements Serializable {}

  /** The lines of two texts, long equal stretches left out. */
  public static List<Line> of(String before, String after) {
    return shortened(all(before.lines().toList(), after.lines().toList()));
  }

  private static List<Line> all(List<String> before, List<String> after) {
    if ((long) before.size() * after.size() > MOST_PAIRS) {
      return Stream.concat(every(Change.REMOVED, before), every(Change.ADDED, after)).toList();
    }
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        lines.add(new Line(Change.SAME, j + 1, after.get(j)));
        i++;
        j++;
      } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Change.REMOVED, i + 1, before.get(i)));
        i++;
      } else {
        lines.add(new Line(Change.ADDED, j + 1, after.get(j)));
        j++;
      }
    }
    return lines;
  }

  private static Stream<Line> every(Change change, List<String> lines) {
    return IntStream.range(0, lines.size()).mapToObj(i -> new Line(change, i + 1, lines.get(i)));
  }

  private static List<Line> shortened(List<Line> all) {
    List<Line> shown = new ArrayList<>();
    int out = 0;
    for (int i = 0; i < all.size(); i++) {
      if (isNear(all, i)) {
        leaveOut(shown, out);
        out = 0;
        shown.add(all.get(i));
      } else {
        out++;
      }
    }
    leaveOut(shown, out);
    return shown;
  }

  private static void leaveOut(List<Line> shown, int number) {
    if (number > 0) {
      shown.add(new Line(Change.LEFT_OUT, number, ""));
    }
  }

  private static boolean isNear(List<Line> all, int at) {
    for (int i = Math.max(0, at - AROUND); i <= Math.min(all.size() - 1, at + AROUND); i++) {
      if (all.get(i).change() != Change.SAME) {
        return true;
      }
    }
    return false;
  }
}
