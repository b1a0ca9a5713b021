package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationDesk;

/**
 * Students of a coming term choose their disciplines, six each, one after another: the first finds
 * an empty plan, the last one that must be compared with five others.
 */
final class Enrolments implements Workload {

  private static final int STUDENTS = 60;
  private static final int EACH = 6;

  private final RegistrationDesk desk;
  private List<String> students;
  private List<Long> offerings;
  private LaidTerm term;

  Enrolments(RegistrationDesk desk) {
    this.desk = desk;
  }

  @Override
  public void prepare(Connection administrator) throws SQLException {
    term = new LaidTerm(administrator, "BENCHSEAT").lay(2088, 500);
    students = term.students(STUDENTS);
    offerings = term.keys();
  }

  @Override
  public int operations() {
    return students.size() * EACH;
  }

  @Override
  public int units(int operation) {
    return 1;
  }

  @Override
  public void run(int operation) {
    int student = operation % students.size();
    int choice = operation / students.size();
    RegistrationDesk.Decision decision =
        desk.enrol(
            students.get(student),
            offerings.get(offering(student, choice)),
            NamedSections.ANY,
            EnrolmentType.MAIN,
            null);
    if (!decision.enrolled()) {
      throw new IllegalStateException("not enrolled: " + decision);
    }
  }

  /** Each thread has offerings of its own: what it sends can be sent again in the same order. */
  private int offering(int student, int choice) {
    int own = offerings.size() / Crew.THREADS;
    int turn = student / Crew.THREADS + choice * own / EACH;
    return student % Crew.THREADS + Crew.THREADS * (turn % own);
  }

  @Override
  public void takeBack(Connection administrator) throws SQLException {
    term.takeBack();
  }
}
