package kz.miras.registrar.office.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.office.service.ListQueries.Row;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list as a file: XLSX with numbers as numbers, or CSV that Excel opens in any locale. */
record ListFile(
    String code, List<Column> columns, ListView view, List<Row> rows, Language language) {

  /** The most rows of a list on paper. */
  static final int MOST_ON_PAPER = 3_000;

  /** The list on paper, as a report. */
  Paper paper(String title, String note) {
    List<List<Object>> lines = new ArrayList<>();
    for (Row row : rows) {
      List<Object> line = new ArrayList<>();
      for (Column column : columns) {
        Serializable value = value(row, column);
        line.add(value instanceof BigDecimal ? value : shown(row, column));
      }
      lines.add(line);
    }
    return new Paper(
        title,
        note,
        List.of(new ReportTable(title, columns.stream().map(this::heading).toList(), lines)),
        List.of());
  }

  void write(String format, OutputStream out) throws IOException {
    if (format.equals("csv")) {
      csv(out);
    } else {
      xlsx(out);
    }
  }

  private void csv(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\ufeff');
    CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL.builder().setDelimiter(';').get());
    printer.printRecord(columns.stream().map(this::heading).toList());
    for (Row row : rows) {
      printer.printRecord(columns.stream().map(column -> safe(shown(row, column))).toList());
    }
    printer.flush();
  }

  /** A text that begins like a formula is a text all the same. */
  private static String safe(String text) {
    return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 && text.length() > 1
        ? "'" + text
        : text;
  }

  private void xlsx(OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Registrar", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(code);
      for (int i = 0; i < columns.size(); i++) {
        sheet.value(0, i, heading(columns.get(i)));
        sheet.style(0, i).bold().set();
        sheet.width(i, 18);
      }
      sheet.freezePane(0, 1);
      int line = 1;
      for (Row row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          Serializable value = value(row, columns.get(i));
          if (value instanceof BigDecimal number) {
            sheet.value(line, i, number);
          } else {
            sheet.value(line, i, shown(row, columns.get(i)));
          }
        }
        line++;
      }
      workbook.finish();
    }
  }

  private String heading(Column column) {
    return ListRows.heading(code, column.key(), language);
  }

  private Serializable value(Row row, Column column) {
    return row.values().get(view.columns().indexOf(column));
  }

  private String shown(Row row, Column column) {
    return ListRows.shown(column, value(row, column), language);
  }
}
