package kz.miras.registrar.registration.service;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;
import kz.miras.registrar.shared.service.Again;

/**
 * The database refused a statement about seats: a deadlock, a lock that was not given in time, a
 * row changed meanwhile. The transaction is over; the caller may try it once more.
 */
@ApplicationException(rollback = true)
public class SeatConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SeatConflict(SQLException cause) {
    super(cause);
  }

  /** What was read is not what is stored any more: to be tried again, as the database would say. */
  static SeatConflict changedMeanwhile() {
    return new SeatConflict(
        new SQLException("changed since it was read", "HY000", Again.CHANGED_MEANWHILE));
  }
}
