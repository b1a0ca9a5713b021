package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;

/** Four years behind and the one the anchor lies in. */
final class DemoCalendar {

  /** A term as stored. */
  record TermRow(long id, String code, TermRef ref, LocalDate starts, LocalDate ends) {}

  private final Rows rows;
  private final int year;
  private final LocalDate anchor;
  private final List<TermRow> terms = new ArrayList<>();

  DemoCalendar(Rows rows, int year, LocalDate anchor) {
    this.rows = rows;
    this.year = year;
    this.anchor = anchor;
  }

  void build() throws SQLException {
    for (int y = year - 4; y <= year; y++) {
      long id = rows.nextKey();
      rows.add(
          "academic_year",
          "id, start_year, starts_on, ends_on, approved_by",
          id,
          y,
          LocalDate.of(y, 9, 1),
          LocalDate.of(y + 1, 8, 31),
          "Учёный совет, протокол № 1 от 28.08." + y);
      term(id, TermRef.autumn(y), LocalDate.of(y, 9, 1), LocalDate.of(y + 1, 1, 25), 15);
      term(id, TermRef.spring(y), LocalDate.of(y + 1, 1, 26), LocalDate.of(y + 1, 6, 20), 15);
      term(id, TermRef.summer(y), LocalDate.of(y + 1, 6, 22), LocalDate.of(y + 1, 8, 5), 6);
    }
    event(current(), "SESSION", anchor.minusDays(7), anchor.plusDays(14));
    event(next(), "REGISTRATION", anchor.minusDays(3), anchor.plusDays(11));
    event(current(), "RK1", current().starts().plusWeeks(7), current().starts().plusWeeks(8));
    event(current(), "STUDY", current().starts(), current().starts().plusWeeks(15));
  }

  private void term(long year, TermRef ref, LocalDate starts, LocalDate ends, int weeks)
      throws SQLException {
    long id = rows.nextKey();
    String letter = ref.type() == TermType.AUTUMN ? "1" : ref.type() == TermType.SPRING ? "2" : "3";
    String code = ref.yearStart() + "-" + letter;
    boolean closed = ends.isBefore(anchor);
    rows.add(
        "term",
        "id, academic_year_id, type, code, starts_on, ends_on, study_weeks, closed_at",
        id,
        year,
        ref.type().name(),
        code,
        starts,
        ends,
        weeks,
        closed ? ends.plusDays(10).atStartOfDay() : null);
    terms.add(new TermRow(id, code, ref, starts, ends));
  }

  private void event(TermRow term, String kind, LocalDate from, LocalDate to) throws SQLException {
    rows.add(
        "calendar_event",
        "id, term_id, kind, starts_on, ends_on",
        rows.nextKey(),
        term.id(),
        kind,
        from,
        to);
  }

  /** The semester the anchor lies in, or the one that ended last. */
  TermRow current() {
    TermRow found = terms.get(0);
    for (TermRow term : terms) {
      if (!term.starts().isAfter(anchor) && !term.ref().type().isSummer()) {
        found = term;
      }
    }
    return found;
  }

  /** The semester after the current one; the current one at the end of the calendar. */
  TermRow next() {
    boolean behind = false;
    for (TermRow term : terms) {
      if (behind && !term.ref().type().isSummer()) {
        return term;
      }
      behind |= term.equals(current());
    }
    return current();
  }

  TermRow term(TermRef ref) {
    return terms.stream().filter(t -> t.ref().equals(ref)).findFirst().orElse(null);
  }
}
