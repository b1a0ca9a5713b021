package kz.miras.registrar.frame.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.SignInGuard;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.BearerTokenEvidence;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/**
 * Who calls. Programs sign in with every message and no session is kept; passwords are slowed down
 * like those of people (ACC-7).
 */
@ApplicationScoped
class Credentials {

  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  @Inject private SignInGuard guard;
  @Inject private Access access;

  /**
   * The account of a header {@code Authorization}.
   *
   * @throws ProblemException 401 without usable credentials, 403 where the account may not use the
   *     services, 429 after too many failures
   */
  SecurityIdentity of(String header, String address) {
    if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return entitled(bearer(header.substring(BEARER.length()).strip()));
    }
    if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      String pair = decoded(header.substring(BASIC.length()).strip());
      int colon = pair.indexOf(':');
      if (colon > 0) {
        return password(pair.substring(0, colon), pair.substring(colon + 1), address);
      }
    }
    throw new ProblemException(Problem.of(401, "credentials"));
  }

  /** The account of a login and password. */
  SecurityIdentity password(String login, String password, String address) {
    Duration wait = guard.wait(login, address);
    if (!wait.isZero()) {
      throw new ProblemException(Problem.of(429, "wait", Math.max(1, wait.toSeconds())));
    }
    SecurityIdentity identity;
    try {
      identity =
          SecurityDomain.getCurrent()
              .authenticate(login, new PasswordGuessEvidence(password.toCharArray()));
    } catch (SecurityException e) {
      guard.failed(login, password, address);
      throw new ProblemException(Problem.of(401, "credentials"));
    } catch (RealmUnavailableException e) {
      throw new IllegalStateException("accounts cannot be read", e);
    }
    identity.runAs((Runnable) () -> guard.succeeded(login));
    return entitled(identity);
  }

  /** A token outlives neither its owner's account nor the right it was issued on. */
  private SecurityIdentity bearer(String token) {
    try {
      SecurityIdentity identity =
          SecurityDomain.getCurrent().authenticate(new BearerTokenEvidence(token));
      if (identity.runAsSupplier(() -> access.may(Permissions.API_USE))) {
        return identity;
      }
    } catch (SecurityException e) {
      // told below
    } catch (RealmUnavailableException e) {
      throw new IllegalStateException("tokens cannot be checked", e);
    }
    throw new ProblemException(Problem.of(401, "token"));
  }

  private static SecurityIdentity entitled(SecurityIdentity identity) {
    if (!identity.getRoles().contains(Permissions.API_USE)) {
      throw new ProblemException(Problem.of(403, "no-program"));
    }
    return identity;
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
