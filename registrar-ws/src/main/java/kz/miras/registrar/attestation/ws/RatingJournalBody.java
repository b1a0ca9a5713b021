package kz.miras.registrar.attestation.ws;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import kz.miras.registrar.attestation.service.entry.ExchangedJournal;
import kz.miras.registrar.shared.LocalizedText;

/** A journal of ratings with its rows; the contract is in {@code openapi.json}. */
record RatingJournalBody(Head journal, List<String> columns, List<Row> rows) {

  /** What it is a journal of. */
  record Head(
      String id,
      String number,
      int period,
      String status,
      String discipline,
      LocalizedText name,
      String term,
      String sheet,
      String section,
      String sectionCode,
      int students) {

    static Head of(ExchangedJournal.Head head) {
      return new Head(
          head.id(),
          head.number(),
          head.period(),
          head.status().name(),
          head.discipline(),
          head.name(),
          head.term(),
          head.sheet(),
          head.section(),
          head.sectionCode(),
          head.students());
    }
  }

  /** Points of one week, or the mark of one that was missed. */
  record Week(int week, BigDecimal points, String mark) {}

  /** The row of a student. */
  record Row(
      int position,
      String studentNo,
      List<Week> weeks,
      Integer control,
      boolean absent,
      BigDecimal rating,
      Integer absences,
      Integer validAbsences,
      boolean individual,
      boolean withdrawn) {

    private static List<Week> weeks(ExchangedJournal.Row row) {
      TreeMap<Integer, Week> weeks = new TreeMap<>();
      row.weeks().forEach((week, points) -> weeks.put(week, new Week(week, points, null)));
      row.missed().forEach((week, mark) -> weeks.put(week, new Week(week, null, mark.name())));
      return List.copyOf(weeks.values());
    }

    static Row of(ExchangedJournal.Row row) {
      return new Row(
          row.position(),
          row.studentNo(),
          weeks(row),
          row.control(),
          row.absent(),
          row.rating(),
          row.absences(),
          row.validAbsences(),
          row.individual(),
          row.withdrawn());
    }
  }

  static RatingJournalBody of(ExchangedJournal journal) {
    return new RatingJournalBody(
        Head.of(journal.head()), journal.columns(), journal.rows().stream().map(Row::of).toList());
  }
}
