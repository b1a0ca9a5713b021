package kz.miras.registrar.achievement.service.analysis;

import java.util.Map;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView.Cell;

/** A student of a consolidated sheet, with what stands under its disciplines. */
public interface MarkedRow {

  /** A discipline of the sheet. */
  interface Marked {

    /** What tells disciplines apart. */
    String key();
  }

  /** By key of the discipline; what the student does not take is left out. */
  Map<String, Cell> cells();

  /** What stands under a discipline; empty where the student does not take it. */
  default String text(Marked discipline) {
    Cell cell = cells().get(discipline.key());
    return cell == null ? "" : cell.text();
  }

  /** Whether what stands under a discipline is a failure. */
  default boolean fails(Marked discipline) {
    Cell cell = cells().get(discipline.key());
    return cell != null && cell.failed();
  }
}
