package kz.miras.registrar.access.partner;

import java.time.LocalDate;

/**
 * PRT-21. How long the contents of messages and the files of partners are kept. What has not ended
 * is kept.
 *
 * @param days after the case is closed or, where the message has opened none, after it came
 */
public record ContentTerm(int days) {

  public ContentTerm {
    if (days < 1) {
      throw new IllegalArgumentException("contents are kept for a day at least");
    }
  }

  /** PRT-21. The day of what is kept longest: what has ended before is forgotten. */
  public LocalDate keptFrom(LocalDate today) {
    return today.minusDays(days);
  }
}
