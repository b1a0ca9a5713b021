package kz.miras.registrar.frame.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.TicketTurn;
import kz.miras.registrar.access.partner.RegisteredPartner;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.CallLimits;
import kz.miras.registrar.access.service.Doorkeeper;
import kz.miras.registrar.access.service.Doorkeeper.Admission;
import kz.miras.registrar.access.service.SignInGuard;
import kz.miras.registrar.access.service.partner.PartnerGate;
import kz.miras.registrar.access.service.subsystem.OutsideTokens;
import kz.miras.registrar.access.service.subsystem.OwnTokenDesk;
import kz.miras.registrar.access.service.subsystem.SubsystemGate;
import kz.miras.registrar.access.subsystem.RegisteredSubsystem;
import kz.miras.registrar.access.subsystem.SubsystemState;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.auth.server.ServerAuthenticationContext;
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
  @Inject private Doorkeeper door;
  @Inject private Access access;
  @Inject private PartnerGate partners;
  @Inject private SubsystemGate subsystems;
  @Inject private OutsideTokens outside;
  @Inject private OwnTokenDesk tokens;
  @Inject private CallLimits limits;

  /**
   * The account of a header {@code Authorization}; a program's call is limited to its scopes from
   * here on.
   *
   * @throws ProblemException 401 without usable credentials, 403 where the account may not use the
   *     services, 429 after too many failures, 503 where passwords have to wait in the queue
   */
  SecurityIdentity of(HttpServletRequest call) {
    String header = call.getHeader("Authorization");
    if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      String token = header.substring(BEARER.length()).strip();
      if (token.startsWith(OwnTokenDesk.PREFIX)) {
        return granted(token);
      }
      return outside.isFromThere(token)
          ? fromOutside(token)
          : limited(entitled(bearer(token)), BearerClaims.scope(token));
    }
    if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      String pair = decoded(header.substring(BASIC.length()).strip());
      int colon = pair.indexOf(':');
      if (colon > 0) {
        return limited(password(pair.substring(0, colon), pair.substring(colon + 1), call), null);
      }
    }
    throw new ProblemException(Problem.of(401, "credentials"));
  }

  /**
   * SUB-2, SUB-3. Limits the call of a program to its scopes.
   *
   * @param named scopes a token names; null for all
   * @throws ProblemException 403 where the program is not registered, or blocked
   */
  private SecurityIdentity limited(SecurityIdentity caller, String named) {
    Optional<RegisteredSubsystem> program = subsystems.byLogin(caller.getPrincipal().getName());
    if (program.isPresent()) {
      if (!program.get().isRegistered()) {
        throw new ProblemException(Problem.of(403, "unregistered"));
      }
      if (program.get().state() == SubsystemState.BLOCKED) {
        throw new ProblemException(Problem.of(403, "blocked"));
      }
      limits.limit(program.get().left(named));
    }
    return caller;
  }

  /** The account of a login and password. */
  SecurityIdentity password(String login, String password, HttpServletRequest call) {
    String address = call.getRemoteAddr();
    boolean known = door.knows(login, address);
    String ticket = known ? null : ticket(login, call);
    Duration wait = guard.wait(login, address);
    if (!wait.isZero()) {
      throw new ProblemException(Problem.of(429, "wait", Math.max(1, wait.toSeconds())));
    }
    AtomicReference<SecurityIdentity> found = new AtomicReference<>();
    Doorkeeper.Check<RealmUnavailableException> check =
        () -> found.set(authenticated(login, password));
    try {
      if (known) {
        door.measured(check);
      } else if (door.check(ticket, login, check) != Admission.ADMITTED) {
        // somebody else was quicker with the same ticket
        throw new ProblemException(Problem.queue(0, 1, ""));
      }
    } catch (SecurityException e) {
      guard.failed(login, password, address);
      throw new ProblemException(Problem.of(401, "credentials"));
    } catch (RealmUnavailableException e) {
      throw new IllegalStateException("accounts cannot be read", e);
    }
    SecurityIdentity identity = found.get();
    identity.runAs((Runnable) () -> guard.succeeded(login));
    if (isProgram(identity)) {
      door.know(login, address);
    }
    return entitled(identity);
  }

  /**
   * PRT-5. Registered partners and subsystems by one of their secrets, all others by the password
   * of the account.
   */
  private SecurityIdentity authenticated(String login, String password)
      throws RealmUnavailableException {
    Optional<RegisteredPartner> partner = partners.byLogin(login);
    Optional<RegisteredSubsystem> program =
        subsystems.byLogin(login).filter(RegisteredSubsystem::isRegistered);
    if (program.isPresent()) {
      if (!subsystems.hasSecret(program.get(), password)) {
        throw new SecurityException("no secret in force");
      }
      return named(login);
    }
    if (partner.isEmpty()) {
      return SecurityDomain.getCurrent()
          .authenticate(login, new PasswordGuessEvidence(password.toCharArray()));
    }
    if (!partners.hasSecret(partner.get(), password)) {
      throw new SecurityException("no secret in force");
    }
    return named(login);
  }

  /**
   * The identity of an account that has proved who it is.
   *
   * @throws ProblemException 401 where the account has ended, 403 where it may not use the services
   */
  SecurityIdentity named(String login) {
    try {
      ServerAuthenticationContext context =
          SecurityDomain.getCurrent().createNewAuthenticationContext();
      context.setAuthenticationName(login);
      if (!context.exists() || !context.authorize()) {
        context.fail();
        throw new ProblemException(Problem.of(401, "credentials"));
      }
      context.succeed();
      return entitled(context.getAuthorizedIdentity());
    } catch (RealmUnavailableException e) {
      throw new IllegalStateException("accounts cannot be read", e);
    }
  }

  /**
   * ACC-10. The ticket a password may be checked with; null where nobody waits.
   *
   * @throws ProblemException 503 while others are before
   */
  private String ticket(String login, HttpServletRequest call) {
    Optional<TicketTurn> turn =
        door.knock(call.getHeader(Problem.TICKET), login, call.getRemoteAddr());
    if (turn.isEmpty()) {
      return null;
    }
    String ticket = door.write(turn.get().ticket());
    if (!turn.get().open()) {
      throw new ProblemException(
          Problem.queue(turn.get().ahead(), turn.get().askAgainIn().toSeconds(), ticket));
    }
    return ticket;
  }

  /** SUB-6. The student who has granted a token, limited to what was granted. */
  private SecurityIdentity granted(String token) {
    OwnTokenDesk.Owner owner =
        tokens.owner(token).orElseThrow(() -> new ProblemException(Problem.of(401, "token")));
    SecurityIdentity student = named(owner.login());
    limits.limitToOwn(owner.scopes());
    return student;
  }

  /** The program a token of the university's provider of identities names. */
  private SecurityIdentity fromOutside(String token) {
    OutsideTokens.Claims claims =
        outside
            .read(token)
            .filter(read -> subsystems.byLogin(read.login()).isPresent())
            .orElseThrow(() -> new ProblemException(Problem.of(401, "token")));
    return limited(named(claims.login()), claims.scope());
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

  /** Programs may use the services and no screen. */
  private static boolean isProgram(SecurityIdentity identity) {
    return identity.getRoles().contains(Permissions.API_USE)
        && !identity.getRoles().contains(Permissions.SCREENS_USE);
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
