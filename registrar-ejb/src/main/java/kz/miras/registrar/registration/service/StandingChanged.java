package kz.miras.registrar.registration.service;

import java.util.List;

/**
 * Results have been recorded, corrected or annulled in this transaction: what students take beside
 * or after these disciplines may stand otherwise now.
 *
 * @param standings whose, and of which discipline, as often as they occur
 */
public record StandingChanged(List<Standing> standings) {

  /** One student and one discipline, by their keys. */
  public record Standing(long student, long discipline) {}

  public StandingChanged {
    standings = List.copyOf(standings);
  }
}
