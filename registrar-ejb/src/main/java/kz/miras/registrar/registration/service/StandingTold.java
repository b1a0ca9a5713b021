package kz.miras.registrar.registration.service;

import java.util.List;

/**
 * PUB-1. Results have been published in this transaction: what is decided and told by them may be
 * decided now.
 *
 * @param standings whose, and of which discipline, as often as they occur
 */
public record StandingTold(List<StandingChanged.Standing> standings) {

  public StandingTold {
    standings = List.copyOf(standings);
  }
}
