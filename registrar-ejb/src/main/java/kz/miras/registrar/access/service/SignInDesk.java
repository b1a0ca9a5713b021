package kz.miras.registrar.access.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.service.SignInFailures.Subject;
import kz.miras.registrar.shared.Language;

/** What surrounds a sign-in: the delay after failures, the record, the person's language. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class SignInDesk {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private SignInFailures failures;
  @Inject private AuditTrail audit;

  /** How long this account or address has to wait before the next attempt; zero for not at all. */
  public Duration delay(String login, String address) {
    Duration account = failures.wait(Subject.LOGIN, login);
    Duration place = failures.wait(Subject.ADDRESS, address);
    return account.compareTo(place) > 0 ? account : place;
  }

  /**
   * Counts and records a failure.
   *
   * @return how long to wait now
   */
  public Duration failed(String login, String password, String address) {
    if (!known(login)) {
      // takes as long as checking the password of an account, so that names cannot be sounded out
      Passwords.hash(password);
    }
    audit.recordApart(Outcome.DENIED, "account.sign-in", "Account", login);
    Duration account = failures.failed(Subject.LOGIN, login);
    Duration place = failures.failed(Subject.ADDRESS, address);
    return account.compareTo(place) > 0 ? account : place;
  }

  /** Records a success and forgets the account's failures. */
  public void succeeded(String login) {
    failures.succeeded(login);
    audit.record("account.sign-in", "Account", login, null, null);
  }

  /** Records that somebody left. */
  public void left(String login) {
    audit.record("account.sign-out", "Account", login, null, null);
  }

  /** The language an account's owner has chosen. */
  public Optional<Language> language(String login) {
    return entities
        .createQuery("SELECT a.language FROM Account a WHERE a.login = :login", String.class)
        .setParameter("login", login)
        .getResultStream()
        .findFirst()
        .map(Language::of);
  }

  private boolean known(String login) {
    return entities
            .createQuery(
                "SELECT COUNT(a) FROM Account a WHERE a.login = :login AND a.passwordHash IS NOT"
                    + " NULL",
                Long.class)
            .setParameter("login", login)
            .getSingleResult()
        > 0;
  }
}
