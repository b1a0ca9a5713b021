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
      academicYear(y);
    }
    if (current().ref().type() == TermType.SPRING) {
      academicYear(year + 1);
    }
    for (TermRow term : terms) {
      if (term.equals(current())) {
        present(term);
      } else {
        usual(term);
      }
    }
  }

  private void academicYear(int y) throws SQLException {
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

  /** A term as it is planned: fifteen weeks of study, three of session, then vacation. */
  private void usual(TermRow term) throws SQLException {
    LocalDate first = term.starts();
    if (term.ref().type().isSummer()) {
      event(term, "REGISTRATION", first.minusDays(7), first.minusDays(1));
      event(term, "STUDY", first, first.plusWeeks(6).minusDays(3));
      event(term, "SESSION", first.plusWeeks(6).minusDays(2), term.ends());
      vacation(term);
      return;
    }
    if (term.equals(next())) {
      event(term, "REGISTRATION", anchor.minusDays(9), anchor.plusDays(11));
    } else {
      event(term, "REGISTRATION", first.minusDays(12), first.minusDays(1));
    }
    event(term, "CHANGE", first, first.plusDays(6));
    event(term, "STUDY", first, first.plusWeeks(15).minusDays(3));
    event(term, "RK1", first.plusWeeks(7), first.plusWeeks(8).minusDays(2));
    event(term, "RK2", first.plusWeeks(14), first.plusWeeks(15).minusDays(3));
    event(term, "SESSION", first.plusWeeks(15), first.plusWeeks(15).plusDays(18));
    event(term, "FX_WINDOW", first.plusWeeks(15).plusDays(19), first.plusWeeks(16).plusDays(18));
    vacation(term);
  }

  /** The term that runs: disciplines end one by one, so its session has begun. */
  private void present(TermRow term) throws SQLException {
    LocalDate first = term.starts();
    LocalDate study = first.plusWeeks(15).minusDays(3);
    LocalDate session = later(first, anchor.minusDays(7));
    LocalDate end = later(anchor.plusDays(14), first.plusWeeks(15).plusDays(18));
    event(term, "REGISTRATION", first.minusDays(12), first.minusDays(1));
    event(term, "CHANGE", first, first.plusDays(6));
    event(term, "STUDY", first, study);
    LocalDate control = earlier(first.plusWeeks(6), session);
    event(term, "RK1", control, control.plusDays(5));
    event(term, "RK2", earlier(first.plusWeeks(10), session), session.plusDays(5));
    event(term, "SESSION", earlier(session, term.ends().minusDays(20)), earlier(end, term.ends()));
    vacation(term);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** Three weeks and a bit in winter, the rest of the summer. */
  private void vacation(TermRow term) throws SQLException {
    int y = term.ref().yearStart() + 1;
    if (term.ref().type() == TermType.AUTUMN) {
      event(term, "VACATION", LocalDate.of(y, 1, 3), LocalDate.of(y, 1, 25));
    } else if (term.ref().type().isSummer()) {
      event(term, "VACATION", LocalDate.of(y, 8, 6), LocalDate.of(y, 8, 31));
    }
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
