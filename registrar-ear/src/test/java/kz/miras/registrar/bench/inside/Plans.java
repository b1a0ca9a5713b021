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
  private List<String> students;
  private List<UUID> offerings;
  private LaidTerm term;

  Plans(RegistrationCounter counter) {
    this.counter = counter;
  }

  @Override
  public void prepare(Connection administrator) throws SQLException {
    term = new LaidTerm(administrator, TERM).lay(2089, SEATS);
    students = term.students(STUDENTS);
    offerings = term.offerings();
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
    term.takeBack();
  }
}
