package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.attestation.GradeDistribution;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.LocalizedText;

/**
 * DOC-64. The distribution of grades beside a record of results: for each discipline how often each
 * positive letter was given in its group of reference – the students of the same programme, which
 * has one level, over the terms of some years (O152 п.38 with its annex).
 *
 * @param from first academic year of the group, for example 2021/2022
 * @param to last one
 * @param disciplines in the order of the record
 */
public record DistributionTable(String from, String to, List<Discipline> disciplines)
    implements Serializable {

  public DistributionTable {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    disciplines = List.copyOf(disciplines);
  }

  /**
   * One discipline.
   *
   * @param sign the holder's own letter
   * @param results positive results of the group
   * @param lines every letter that occurs, from the highest
   */
  public record Discipline(
      String code, LocalizedText name, String sign, int results, List<GradeDistribution.Line> lines)
      implements Serializable {

    public Discipline {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A letter of a discipline as the table shows it.
   *
   * @param percent of all positive results; null where the letter was not given, as the cumulative
   *     percent
   * @param own whether it is the holder's
   */
  public record Cell(int count, BigDecimal percent, BigDecimal cumulative, boolean own) {

    /** Its three figures, a line for each; a dash where the letter was not given. */
    public String shown() {
      return count == 0 ? "–" : count + "\n" + percent + "\n" + cumulative;
    }
  }

  /**
   * A column of the table.
   *
   * @param ects the grade for documents abroad
   */
  public record Column(String sign, String ects) {}

  /** A row of the table: a cell for each column. */
  public record Row(Discipline discipline, List<Cell> cells) {}

  /**
   * The table of a record, for the disciplines that are counted and passed with a letter.
   *
   * @param counted positive results of the groups by code of the discipline
   * @param fewest results a group is told with: of a smaller one anybody could tell whose they are
   */
  public static DistributionTable of(
      StudyRecord record,
      Map<String, Map<Letter, Integer>> counted,
      DistributionWindow window,
      int fewest) {
    Map<String, Discipline> disciplines = new LinkedHashMap<>();
    for (StudyRecord.TermPart term : record.terms()) {
      for (StudyRecord.Line line : term.lines()) {
        if (line.counts() && !line.additional() && isPositive(line.sign())) {
          Map<Letter, Integer> group = told(counted.get(line.code()), fewest);
          if (!group.isEmpty()) {
            disciplines.put(
                line.code(),
                new Discipline(
                    line.code(),
                    line.name(),
                    line.sign(),
                    group.values().stream().mapToInt(Integer::intValue).sum(),
                    GradeDistribution.of(group)));
          }
        }
      }
    }
    return new DistributionTable(window.from(), window.to(), List.copyOf(disciplines.values()));
  }

  /** The positive letters of a group; none where there are too few to tell. */
  public static Map<Letter, Integer> told(Map<Letter, Integer> group, int fewest) {
    Map<Letter, Integer> positive = new EnumMap<>(Letter.class);
    if (group != null) {
      group.forEach(
          (letter, count) -> {
            if (letter.passes() && count > 0) {
              positive.put(letter, count);
            }
          });
    }
    int all = positive.values().stream().mapToInt(Integer::intValue).sum();
    return all < fewest ? Map.of() : positive;
  }

  private static boolean isPositive(String sign) {
    return Arrays.stream(Letter.values())
        .anyMatch(letter -> letter.passes() && letter.sign().equals(sign));
  }

  /** The columns: every positive letter of today, and one of the past where it was given. */
  public List<Column> columns() {
    return letters().stream().map(one -> new Column(one.sign(), one.ects())).toList();
  }

  private List<Letter> letters() {
    return Arrays.stream(Letter.values())
        .filter(Letter::passes)
        .filter(letter -> letter != Letter.D_MINUS || given(letter))
        .toList();
  }

  private boolean given(Letter letter) {
    return disciplines.stream()
        .anyMatch(one -> one.lines().stream().anyMatch(line -> line.letter() == letter));
  }

  /** The rows: each discipline with a cell for each column. */
  public List<Row> rows() {
    List<Letter> letters = letters();
    return disciplines.stream().map(one -> new Row(one, cells(one, letters))).toList();
  }

  private static List<Cell> cells(Discipline discipline, List<Letter> letters) {
    Map<Letter, GradeDistribution.Line> given = new EnumMap<>(Letter.class);
    discipline.lines().forEach(line -> given.put(line.letter(), line));
    List<Cell> cells = new ArrayList<>();
    for (Letter letter : letters) {
      GradeDistribution.Line line = given.get(letter);
      boolean own = letter.sign().equals(discipline.sign());
      cells.add(
          line == null
              ? new Cell(0, null, null, own)
              : new Cell(line.count(), line.percent(), line.cumulative(), own));
    }
    return cells;
  }
}
