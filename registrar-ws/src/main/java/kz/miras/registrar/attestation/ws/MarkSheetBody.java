package kz.miras.registrar.attestation.ws;

import java.math.BigDecimal;
import java.util.List;
import kz.miras.registrar.attestation.service.entry.ExchangedSheet;
import kz.miras.registrar.shared.LocalizedText;

/** A mark sheet with its rows; the contract is in {@code openapi.json}. */
record MarkSheetBody(Head sheet, List<String> columns, List<Row> rows) {

  /** What it is a sheet of. */
  record Head(
      String id,
      String number,
      String kind,
      String status,
      String discipline,
      LocalizedText name,
      int credits,
      String term,
      String offering,
      String section,
      String sectionCode,
      String level,
      String examDate,
      String examTime,
      int students) {

    static Head of(ExchangedSheet.Head head) {
      return new Head(
          head.id(),
          head.number(),
          head.kind().name(),
          head.status().name(),
          head.discipline(),
          head.name(),
          head.credits(),
          head.term(),
          head.offering(),
          head.section(),
          head.sectionCode(),
          head.level(),
          head.examDate(),
          head.examTime(),
          head.students());
    }
  }

  /** The row of a student. */
  record Row(
      int position,
      String studentNo,
      BigDecimal first,
      BigDecimal second,
      String score,
      Integer rating,
      Integer percent,
      String sign,
      boolean withdrawn) {

    static Row of(ExchangedSheet.Row row) {
      return new Row(
          row.position(),
          row.studentNo(),
          row.first(),
          row.second(),
          row.score(),
          row.rating(),
          row.percent(),
          row.sign(),
          row.withdrawn());
    }
  }

  static MarkSheetBody of(ExchangedSheet sheet) {
    return new MarkSheetBody(
        Head.of(sheet.head()), sheet.columns(), sheet.rows().stream().map(Row::of).toList());
  }
}
