package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;

/**
 * Students submit a plan of six lines of a term in which nobody has anything yet, as on the morning
 * registration opens: one transaction each that judges, takes the seats, writes log and plan.
 */
final class Plans implements Workload {

  private static final String TERM = "BENCHTERM";
  private static final int STUDENTS = 240;
  private static final int LINES = 6;
  private static final int SEATS = 200;

  private final RegistrationCounter counter;
  private final List<String> students = new ArrayList<>();
  private final List<UUID> offerings = new ArrayList<>();
  private long enrolments;
  private long plans;
  private long roster;

  Plans(RegistrationCounter counter) {
    this.counter = counter;
  }

  @Override
  public void prepare(Connection administrator) throws SQLException {
    Tables tables = new Tables(administrator);
    tables.execute(
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (NEXTVAL(calendar_seq),"
            + " 2089, '2089-09-01', '2090-06-30')");
    tables.execute(
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " SELECT NEXTVAL(calendar_seq), id, 'AUTUMN', '"
            + TERM
            + "', '2089-09-01', '2089-12-31', 15 FROM academic_year WHERE start_year = 2089");
    tables
        .column(
            "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " s.status = 'STUDYING' AND NOT EXISTS (SELECT 1 FROM student_order_line x JOIN student_order y ON y.id = x.order_id WHERE x.student_id = s.id AND y.applied_at IS NULL) AND p.level = 'BACHELOR' AND NOT EXISTS (SELECT 1 FROM"
                + " student_hold h WHERE h.student_id = s.id) ORDER BY s.id LIMIT "
                + STUDENTS)
        .forEach(number -> students.add(number.toString()));
    for (int i = 0; i < 48; i++) {
      offerings.add(Enrolments.offering(tables, "PLAN" + i, i, TERM, SEATS));
    }
    enrolments = tables.number("SELECT COALESCE(MAX(id), 0) FROM enrolment");
    plans = tables.number("SELECT COALESCE(MAX(id), 0) FROM study_plan");
    roster = tables.number("SELECT COALESCE(MAX(id), 0) FROM roster_change");
    tables.keep("section_seat", "section_id IN (SELECT id FROM section WHERE code LIKE 'PLAN%')");
  }

  @Override
  public int operations() {
    return students.size();
  }

  @Override
  public int units(int operation) {
    return LINES;
  }

  @Override
  public void run(int operation) {
    List<PlanRequest.Line> lines = new ArrayList<>();
    for (int choice = 0; choice < LINES; choice++) {
      lines.add(
          new PlanRequest.Line(
              offerings.get(offering(operation, choice)),
              null,
              null,
              EnrolmentType.MAIN,
              null,
              null));
    }
    PlanAnswer answer =
        counter.submit(
            students.get(operation),
            new PlanRequest(TERM, lines, false, true),
            "bench-" + operation,
            Instant.EPOCH);
    if (!answer.isComplete()) {
      throw new IllegalStateException("not all lines: " + answer);
    }
  }

  /** Each thread has offerings of its own: what it sends can be sent again in the same order. */
  private int offering(int operation, int choice) {
    int own = offerings.size() / Crew.THREADS;
    int turn = operation / Crew.THREADS + choice * own / LINES;
    return operation % Crew.THREADS + Crew.THREADS * (turn % own);
  }

  @Override
  public void takeBack(Connection administrator) throws SQLException {
    Tables tables = new Tables(administrator);
    String ours = "(SELECT id FROM section WHERE code LIKE 'PLAN%')";
    tables.execute("DELETE FROM study_plan_line WHERE plan_id > " + plans);
    tables.deleteGuarded("study_plan_event", "plan_id > " + plans);
    tables.execute("DELETE FROM study_plan WHERE id > " + plans);
    tables.execute("DELETE FROM roster_change WHERE id > " + roster);
    tables.deleteGuarded("registration_log", "section_id IN " + ours);
    tables.deleteGuarded("registration_submission", "request_key LIKE 'bench-%'");
    tables.deleteGuarded(
        "registration_receipt_head",
        "student_id NOT IN (SELECT student_id FROM registration_submission WHERE chain_position >"
            + " 0)");
    tables.execute("DELETE FROM enrolment_place WHERE enrolment_id > " + enrolments);
    tables.execute("DELETE FROM enrolment WHERE id > " + enrolments);
    tables.restore("section_seat", "section_id");
  }
}
