package kz.miras.registrar.achievement.service.analysis;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.LocalizedText;

/**
 * How far the sheets of a session are.
 *
 * @param all everything the reader may see
 * @param late who owes sheets whose entry is locked, the longest late first
 */
public record SessionView(Unit all, List<School> schools, List<Owing> late)
    implements Serializable {

  /**
   * Sheets of a school or department.
   *
   * @param states sheets by state
   * @param late sheets not submitted although their entry is locked
   * @param due sheets whose exam was, or is today, and whose entry is still open
   * @param missing rows without a result in all sheets that are not submitted
   */
  public record Unit(
      String code,
      LocalizedText name,
      Map<SheetStatus, Integer> states,
      int late,
      int due,
      int missing)
      implements Serializable {

    static Unit empty(String code, LocalizedText name) {
      return new Unit(code, name, new EnumMap<>(SheetStatus.class), 0, 0, 0);
    }

    Unit plus(Unit other) {
      Map<SheetStatus, Integer> sum = new EnumMap<>(SheetStatus.class);
      sum.putAll(states);
      other.states.forEach((status, sheets) -> sum.merge(status, sheets, Integer::sum));
      return new Unit(code, name, sum, late + other.late, due + other.due, missing + other.missing);
    }

    public int count(SheetStatus status) {
      return states.getOrDefault(status, 0);
    }

    public int sheets() {
      return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Sheets whose results are posted. */
    public int posted() {
      return states.entrySet().stream()
          .filter(entry -> entry.getKey().isPosted())
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    /** Posted sheets in percent, rounded down: 100 means all. */
    public int percentPosted() {
      return sheets() == 0 ? 0 : 100 * posted() / sheets();
    }
  }

  /** A school with its departments. */
  public record School(Unit unit, List<Unit> departments) implements Serializable {}

  /**
   * A sheet that is late.
   *
   * @param id public id
   * @param missing rows without a result
   */
  public record LateSheet(
      String id,
      String number,
      String discipline,
      LocalizedText name,
      LocalDate exam,
      SheetStatus status,
      int rows,
      int missing)
      implements Serializable {}

  /**
   * Somebody who owes sheets.
   *
   * @param name empty where the sheets name nobody
   * @param reminded last day of a reminder; null where there was none
   */
  public record Owing(String name, String department, List<LateSheet> sheets, LocalDate reminded)
      implements Serializable {

    public int missing() {
      return sheets.stream().mapToInt(LateSheet::missing).sum();
    }

    /** Exam day of the sheet that is longest late. */
    public LocalDate since() {
      return sheets.get(0).exam();
    }
  }
}
