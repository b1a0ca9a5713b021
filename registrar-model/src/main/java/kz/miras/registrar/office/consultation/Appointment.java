package kz.miras.registrar.office.consultation;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A time somebody may be advised at, by the university's clock.
 *
 * @param start when it begins
 * @param end when it ends, after its begin
 */
public record Appointment(LocalDateTime start, LocalDateTime end) implements Serializable {

  public LocalDate day() {
    return start.toLocalDate();
  }

  /** Whether both take up some moment; one that begins when the other ends does not. */
  public boolean overlaps(Appointment other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
