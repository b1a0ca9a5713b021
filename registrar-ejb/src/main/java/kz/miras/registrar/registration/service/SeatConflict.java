package kz.miras.registrar.registration.service;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/**
 * The database refused a statement about seats: a deadlock, a lock that was not given in time, a
 * row changed meanwhile. The transaction is over; the caller may try it once more.
 */
@ApplicationException(rollback = true)
public class SeatConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  SeatConflict(SQLException cause) {
    super(cause);
    this.code = cause.getErrorCode();
  }

  /** Whether another attempt may succeed (MariaDB 1020, 1205, 1213). */
  public boolean mayRetry() {
    return code == 1020 || code == 1205 || code == 1213;
  }
}
