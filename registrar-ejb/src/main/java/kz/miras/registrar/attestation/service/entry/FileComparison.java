package kz.miras.registrar.attestation.service.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.entry.FileLine;
import kz.miras.registrar.attestation.entry.MarkDifference;
import kz.miras.registrar.shared.Refusal;

/**
 * SHT-19. What a filled workbook and the sheet it was made of differ in.
 *
 * @param columns of the sheet
 * @param places lines of the sheet by number of the student
 */
record FileComparison(List<String> columns, Map<String, Place> places) {

  /**
   * A line of the sheet.
   *
   * @param row its key
   * @param standing what stands in each column, as it would be typed
   */
  record Place(long row, Map<String, String> standing) {

    private String at(TypedCell cell) {
      return standing.getOrDefault(cell.column(), "");
    }
  }

  /** Cells that differ, and who is missing in the file. */
  SheetFileDesk.Findings of(List<FileLine> lines) {
    List<MarkDifference> found = new ArrayList<>();
    Set<String> missing = new TreeSet<>(places.keySet());
    for (FileLine line : lines) {
      missing.remove(line.studentNo());
      Place place = places.get(line.studentNo());
      for (TypedCell cell : line.changes(columns, place == null ? 0 : place.row())) {
        boolean calculated = line.calculated().contains(cell.column());
        if (place == null || calculated || cell.since(place.at(cell)).isChanged()) {
          found.add(
              new MarkDifference(
                  line.position(),
                  line.studentNo(),
                  line.student(),
                  cell,
                  place == null ? "" : place.at(cell),
                  line.refusal(cell, place != null).orElse(null)));
        }
      }
    }
    return new SheetFileDesk.Findings(found, List.copyOf(missing));
  }

  /**
   * The same differences after those that can be were stored, or tried.
   *
   * @param type stores cells and tells of each, in their order, why it was refused
   */
  static List<MarkDifference> tried(
      List<MarkDifference> found, Function<List<TypedCell>, List<Refusal>> type) {
    List<TypedCell> cells =
        found.stream().filter(MarkDifference::isStorable).map(MarkDifference::cell).toList();
    if (cells.isEmpty()) {
      return found;
    }
    List<Refusal> refusals = type.apply(cells);
    Map<TypedCell, Refusal> told = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      told.put(cells.get(i), refusals.get(i));
    }
    return found.stream()
        .map(one -> one.isStorable() ? one.told(told.get(one.cell())) : one)
        .toList();
  }
}
