package kz.miras.registrar.frame.ws;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Again;
import kz.miras.registrar.shared.service.Messages;

/** Turns whatever was thrown into a problem; a defect is logged under the number it is told by. */
final class Failures {

  private static final Logger LOG = Logger.getLogger(Failures.class.getName());

  private Failures() {}

  static Problem problem(Throwable thrown) {
    Throwable cause = cause(thrown);
    if (cause instanceof ProblemException known) {
      return known.problem();
    }
    if (cause instanceof RegistrarException.Refused refused) {
      return new Problem(422, "refused", "api.problem.refused", List.of(), refused.refusals());
    }
    if (cause instanceof RegistrarException.Conflict conflict) {
      return Problem.of(409, "conflict").saying(conflict.code(), conflict.args());
    }
    if (cause instanceof RegistrarException.NotFound missing) {
      boolean named = Messages.has(Language.RU, missing.code());
      return Problem.of(404, "not-found")
          .saying(named ? missing.code() : "error.not-found", List.of());
    }
    if (cause instanceof RegistrarException.Forbidden forbidden) {
      return Problem.of(403, "forbidden").saying(forbidden.code(), forbidden.args());
    }
    if (cause instanceof EJBAccessException) {
      return Problem.of(403, "forbidden").saying("error.forbidden", List.of("api.use"));
    }
    if (cause instanceof WebApplicationException http) {
      int status = http.getResponse().getStatus();
      return status < 500 ? ofStatus(status) : defect(http);
    }
    return Again.isUnavailable(thrown) ? busy(thrown) : defect(cause);
  }

  private static Problem busy(Throwable thrown) {
    LOG.log(Level.WARNING, thrown, () -> "the database serves no more for the moment");
    return Problem.busy();
  }

  /** The problem of a status the server chose. */
  static Problem ofStatus(int status) {
    return switch (status) {
      case 404 -> Problem.of(404, "no-such-address");
      case 405 -> Problem.of(405, "method");
      case 406 -> Problem.of(406, "not-acceptable");
      case 413 -> Problem.of(413, "too-large", Entrance.LARGEST_BODY / 1024);
      case 415 -> Problem.of(415, "media-type");
      default -> status < 500 ? Problem.of(400, "bad-request") : Problem.of(500, "internal", "—");
    };
  }

  private static Problem defect(Throwable thrown) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.SEVERE, thrown, () -> "incident " + incident);
    return Problem.of(500, "internal", incident);
  }

  private static Throwable cause(Throwable thrown) {
    Throwable found = thrown;
    while (found.getCause() != null
        && (found instanceof EJBException && !(found instanceof EJBAccessException)
            || found instanceof jakarta.servlet.ServletException
            || found.getClass().getName().startsWith("org.jboss.resteasy.spi.Unhandled"))) {
      found = found.getCause();
    }
    return found;
  }
}
