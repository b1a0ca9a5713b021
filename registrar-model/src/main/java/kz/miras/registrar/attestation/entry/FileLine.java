package kz.miras.registrar.attestation.entry;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.shared.Refusal;

/**
 * SHT-19. The line of one student in a file: what stood in the sheet when the file was made, and
 * what stands in the file now.
 *
 * @param position in the sheet when the file was made
 * @param studentNo number of the student
 * @param student name of the student
 * @param version of the row when the file was made
 * @param before what stood in each column then, as it would be typed
 * @param text what stands in each column of the file now
 * @param calculated columns that hold a formula or a fault of the spreadsheet in place of a value
 */
public record FileLine(
    int position,
    String studentNo,
    String student,
    int version,
    Map<String, String> before,
    Map<String, String> text,
    Set<String> calculated)
    implements Serializable {

  public FileLine {
    before = Map.copyOf(new TreeMap<>(before));
    text = Map.copyOf(new TreeMap<>(text));
    calculated = Set.copyOf(calculated);
  }

  /**
   * Cells that say something else than when the file was made, in the order of the columns.
   *
   * @param columns of the sheet
   * @param row key of the row; 0 where the student is in the sheet no longer
   */
  public List<TypedCell> changes(List<String> columns, long row) {
    return columns.stream()
        .map(
            column ->
                new TypedCell(
                    row,
                    column,
                    text.getOrDefault(column, ""),
                    version,
                    before.getOrDefault(column, "")))
        .filter(cell -> cell.isChanged() || calculated.contains(cell.column()))
        .toList();
  }

  /**
   * Why a cell of it cannot come into the sheet, whoever brings it.
   *
   * @param known whether the student is in the sheet
   */
  public Optional<Refusal> refusal(TypedCell cell, boolean known) {
    if (!known) {
      return refused(cell, "attestation.file.gone", studentNo);
    }
    return calculated.contains(cell.column())
        ? refused(cell, "attestation.file.formula")
        : Optional.empty();
  }

  private static Optional<Refusal> refused(TypedCell cell, String code, Serializable... args) {
    return Optional.of(Refusal.of(code, "SHT-19", args).at(cell.column()));
  }
}
