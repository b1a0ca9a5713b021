package kz.miras.registrar.office.service;

import java.util.List;
import kz.miras.registrar.office.service.TableFile.Line;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Spreadsheet;

/** A list that comes as an XLSX. */
final class XlsxTable {

  private XlsxTable() {}

  static List<Line> lines(byte[] content) {
    try {
      return Spreadsheet.lines(content, TableFile.MOST_ROWS + 2L, TableFile.MOST_CHARACTERS)
          .stream()
          .map(line -> new Line(line.number(), line.cells()))
          .toList();
    } catch (Spreadsheet.Unreadable unreadable) {
      throw refused(unreadable.obstacle());
    }
  }

  private static RegistrarException.Refused refused(Spreadsheet.Obstacle obstacle) {
    return switch (obstacle) {
      case NOT_XLSX -> TableFile.refused("office.import.not-xlsx");
      case MACROS -> TableFile.refused("office.import.macros");
      case UNPACKS_TOO_LARGE -> TableFile.refused("office.import.unpacks-too-large");
      case TOO_LONG -> TableFile.refused("office.import.too-long", "XLSX");
    };
  }
}
