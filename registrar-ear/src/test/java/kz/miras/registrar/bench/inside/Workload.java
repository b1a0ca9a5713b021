package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.SQLException;

/** Something the product does many times, and that can be taken back to be done again. */
interface Workload {

  /** Brings the database to where all operations can be done. */
  void prepare(Connection administrator) throws SQLException;

  /** How many operations there are. */
  int operations();

  /** What an operation is worth in the rate that is told: results of a sheet, one enrolment. */
  int units(int operation);

  /** Does one through the service; the caller has signed in. */
  void run(int operation);

  /** Brings the database back to where {@link #prepare} left it. */
  void takeBack(Connection administrator) throws SQLException;
}
