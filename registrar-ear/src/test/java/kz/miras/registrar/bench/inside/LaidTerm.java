package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A far term in which nobody has anything yet, with offerings of its own, and everything brought
 * back to that after each round: seats, plans, logs and receipts.
 */
final class LaidTerm {

  private static final int OFFERINGS = 48;

  private final Tables tables;
  private final String code;
  private final List<UUID> offerings = new ArrayList<>();
  private long plans;
  private long roster;

  LaidTerm(Connection administrator, String code) {
    this.tables = new Tables(administrator);
    this.code = code;
  }

  /**
   * Lays the term.
   *
   * @param year it begins in
   * @param seats of each group
   */
  LaidTerm lay(int year, int seats) throws SQLException {
    tables.execute(
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES"
            + " (NEXTVAL(calendar_seq), "
            + year
            + ", '"
            + year
            + "-09-01', '"
            + (year + 1)
            + "-06-30')");
    tables.execute(
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " SELECT NEXTVAL(calendar_seq), id, 'AUTUMN', '"
            + code
            + "', starts_on, CONCAT(start_year, '-12-31'), 15 FROM academic_year WHERE start_year"
            + " = "
            + year);
    for (int i = 0; i < OFFERINGS; i++) {
      offerings.add(OfferingRows.lay(tables, code + i, i, code, seats));
    }
    plans = tables.number("SELECT COALESCE(MAX(id), 0) FROM study_plan");
    roster = tables.number("SELECT COALESCE(MAX(id), 0) FROM roster_change");
    tables.execute("DROP TABLE IF EXISTS bench_section_seat");
    tables.keep("section_seat", "section_id IN " + sections());
    return this;
  }

  /** Numbers of studying bachelors whom nothing keeps from registering. */
  List<String> students(int wanted) throws SQLException {
    return tables
        .column(
            "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " s.status = 'STUDYING' AND p.level = 'BACHELOR' AND NOT EXISTS (SELECT 1 FROM"
                + " student_order_line x JOIN student_order y ON y.id = x.order_id WHERE"
                + " x.student_id = s.id AND y.applied_at IS NULL) AND NOT EXISTS (SELECT 1 FROM"
                + " student_hold h WHERE h.student_id = s.id) ORDER BY s.id LIMIT "
                + wanted)
        .stream()
        .map(String::valueOf)
        .toList();
  }

  /** Public ids of its offerings. */
  List<UUID> offerings() {
    return offerings;
  }

  /** Keys of its offerings, in the same order. */
  List<Long> keys() throws SQLException {
    List<Long> keys = new ArrayList<>();
    for (UUID offering : offerings) {
      keys.add(tables.number("SELECT id FROM offering WHERE uuid = '" + offering + "'"));
    }
    return keys;
  }

  private String sections() {
    return "(SELECT id FROM section WHERE code LIKE '" + code + "%')";
  }

  void takeBack() throws SQLException {
    tables.execute("DELETE FROM study_plan_line WHERE plan_id > " + plans);
    tables.deleteGuarded("study_plan_event", "plan_id > " + plans);
    tables.execute("DELETE FROM study_plan WHERE id > " + plans);
    tables.execute("DELETE FROM roster_change WHERE id > " + roster);
    tables.deleteGuarded("registration_log", "section_id IN " + sections());
    tables.deleteGuarded(
        "registration_submission",
        "term_id = (SELECT t.id FROM term t WHERE t.code = '" + code + "')");
    tables.deleteGuarded(
        "registration_receipt_head",
        "student_id NOT IN (SELECT student_id FROM registration_submission WHERE chain_position >"
            + " 0)");
    String ours =
        "(SELECT o.id FROM offering o JOIN term t ON t.id = o.term_id WHERE t.code = '"
            + code
            + "')";
    tables.execute(
        "DELETE FROM enrolment_place WHERE enrolment_id IN (SELECT e.id FROM enrolment e WHERE"
            + " e.offering_id IN "
            + ours
            + ")");
    tables.execute("DELETE FROM enrolment WHERE offering_id IN " + ours);
    tables.restore("section_seat", "section_id");
  }
}
