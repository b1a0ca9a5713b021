package kz.miras.registrar.correspondence.ministry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * GOV-16. How often what the platform has is compared without anybody asking for it.
 *
 * @param days from one comparison to the next; 0 for never
 * @param hour of the day from which one begins
 */
public record ComparisonRhythm(int days, int hour, ZoneId zone) {

  /**
   * What the next comparison follows.
   *
   * @param begunAt when that began
   * @param compared whether it was a comparison of everything that nothing has broken off; where it
   *     was not, as after the first sending, the next day is soon enough
   */
  public record Before(Instant begunAt, boolean compared) {}

  /**
   * When the next one is due, which may have passed.
   *
   * @param before null where nothing was ever sent or compared: nothing is due then
   */
  public Optional<Instant> next(Before before) {
    if (days == 0 || before == null) {
      return Optional.empty();
    }
    LocalDate day =
        LocalDate.ofInstant(before.begunAt(), zone).plusDays(before.compared() ? days : 1);
    return Optional.of(day.atTime(hour, 0).atZone(zone).toInstant());
  }
}
