package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;

/** Offerings and the groups they are taught in. */
final class DemoOfferings {

  private final Rows rows;

  DemoOfferings(Rows rows) {
    this.rows = rows;
  }

  /** An open offering; its key. */
  long offering(DemoCalendar.TermRow term, long discipline, String code, String language)
      throws SQLException {
    long offering = rows.nextKey();
    rows.add(
        "offering",
        "id, uuid, term_id, discipline_id, code, language, status",
        offering,
        rows.uuid(),
        term.id(),
        discipline,
        code,
        language,
        "OPEN");
    rows.flush();
    return offering;
  }

  /** An open section with its seats, of which there are at least as many as are taken; its key. */
  long section(long offering, String kind, String code, int taken, int capacity)
      throws SQLException {
    long section = rows.nextKey();
    rows.add(
        "section",
        "id, uuid, offering_id, kind, code, status",
        section,
        rows.uuid(),
        offering,
        kind,
        code,
        "OPEN");
    rows.flush();
    rows.add(
        "section_seat",
        "section_id, pool, capacity, taken",
        section,
        "ALL",
        Math.max(capacity, taken),
        taken);
    return section;
  }
}
