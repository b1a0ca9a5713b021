package kz.miras.registrar.access.service;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import kz.miras.registrar.access.Actor;

/**
 * The caller with the grants read at the first question of a request; never kept longer, so that
 * access ends with the appointment, not with the session.
 */
@RequestScoped
class CallerOfRequest {

  @Inject private Actors actors;

  private String login;
  private Actor actor;

  /** The account of a login; empty where there is no valid one. */
  Optional<Actor> of(String wanted) {
    if (!wanted.equals(login)) {
      actor = actors.byLogin(wanted).orElse(null);
      login = wanted;
    }
    return Optional.ofNullable(actor);
  }
}
