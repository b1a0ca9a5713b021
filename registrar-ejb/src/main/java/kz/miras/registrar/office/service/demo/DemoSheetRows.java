package kz.miras.registrar.office.service.demo;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.curriculum.RuleSet;

/** Stores sheets and their rows. */
final class DemoSheetRows {

  /** Who of the office closed the sheets. */
  static final String CLOSED_BY = "specialist";

  private final Rows rows;
  private final DemoPlan plan;
  private final LocalDate anchor;

  DemoSheetRows(Rows rows, DemoPlan plan, LocalDate anchor) {
    this.rows = rows;
    this.plan = plan;
    this.anchor = anchor;
  }

  /** When the sheets that are closed were. */
  LocalDateTime closedAt() {
    return anchor.minusDays(2).atTime(5, 40);
  }

  /** Stores the head of a sheet. */
  void head(
      long sheet,
      String written,
      SheetKind kind,
      DemoTerm.SectionRow section,
      LocalDate day,
      RuleSet set,
      String status,
      byte[] checksum)
      throws SQLException {
    boolean submitted = !status.equals("OPEN");
    LocalDateTime closed = status.equals("CLOSED") ? closedAt() : null;
    rows.add(
        "sheet",
        "id, uuid, number, kind, term_id, discipline_id, section_id, rule_set_code, level,"
            + " teacher_id, examiner_id, exam_date, exam_time, room, status, submitted_by, submitted_at,"
            + " closed_by, closed_at, checksum",
        sheet,
        rows.uuid(),
        written,
        kind.name(),
        plan.calendar.current().id(),
        section.item().discipline().id(),
        section.id(),
        set.code(),
        set.level().name(),
        section.teacher().id(),
        section.examiner().id(),
        day,
        "09:00",
        "2" + (10 + sheet % 40),
        status,
        submitted ? section.examiner().number().toLowerCase(Locale.ROOT) : null,
        submitted ? day.atTime(9, 30) : null,
        closed == null ? null : CLOSED_BY,
        closed,
        checksum);
    rows.flush();
    if (closed != null) {
      rows.add(
          "sheet_publication",
          "sheet_id, part, published_at, published_by",
          sheet,
          "RESULT",
          closed,
          CLOSED_BY);
    }
  }

  /** Stores the row of a student. */
  void row(
      long sheet,
      DemoTerm.SectionRow section,
      int i,
      int position,
      Integer carried,
      RowScores scores,
      String typist)
      throws SQLException {
    boolean scored = !scores.lacksScore();
    BigDecimal first = scores.first();
    rows.add(
        "sheet_row",
        "id, sheet_id, student_id, enrolment_id, position, p1, p2, carried_rating, score, mark,"
            + " typed_by, scored_by",
        rows.nextKey(),
        sheet,
        section.members().get(i).id(),
        section.enrolments().get(i),
        position,
        first,
        scores.second(),
        carried,
        scores.score(),
        scores.mark() == null ? null : scores.mark().name(),
        first == null && !scored ? null : typist,
        scored ? typist : null);
  }
}
