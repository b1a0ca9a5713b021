package kz.miras.registrar.access.service;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.subsystem.ApiScope;

/**
 * The caller with the grants read at the first question of a request; never kept longer, so that
 * access ends with the appointment, not with the session.
 */
@RequestScoped
class CallerOfRequest {

  @Inject private Actors actors;
  @Inject private CallLimits limits;

  private String login;
  private Set<ApiScope> limited;
  private Actor actor;

  /** The account of a login, within the limits of the call; empty where there is no valid one. */
  Optional<Actor> of(String wanted) {
    if (!wanted.equals(login) || !Objects.equals(limited, limits.scopes())) {
      actor = actors.byLogin(wanted).map(limits::left).orElse(null);
      login = wanted;
      limited = limits.scopes();
    }
    return Optional.ofNullable(actor);
  }
}
