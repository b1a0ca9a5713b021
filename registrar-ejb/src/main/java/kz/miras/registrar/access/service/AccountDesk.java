package kz.miras.registrar.access.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import kz.miras.registrar.access.Account;
import kz.miras.registrar.access.AccountKind;
import kz.miras.registrar.access.AccountSound;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.RoleGrant;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** Opens, keeps and ends accounts; sets passwords. */
@Stateless
@Guarded
public class AccountDesk {

  @Inject private Accounts accounts;
  @Inject private Access access;
  @Inject private AuditContext audit;

  /**
   * A new account as it is typed.
   *
   * @param studentId the student behind it, or null
   * @param teacherId the teacher behind it, or null
   * @param password the first password; null where a directory or a token proves who it is
   */
  public record NewAccount(
      String login,
      String displayName,
      String email,
      AccountKind kind,
      Language language,
      LocalDate from,
      LocalDate to,
      Long studentId,
      Long teacherId,
      String password)
      implements Serializable {}

  /** ACC-8. Opens an account; it can do nothing until it holds a grant. */
  @RolesAllowed(Permissions.ACCOUNT_EDIT)
  public Verdict open(NewAccount typed) {
    Verdict verdict =
        AccountSound.login(typed.login(), typed.login() != null && accounts.has(typed.login()))
            .and(dates(typed.from(), typed.to()));
    if (verdict.isAllowed() && typed.password() != null) {
      verdict = AccountSound.password(typed.login(), typed.password());
    }
    if (!verdict.isAllowed()) {
      return verdict;
    }
    Account account =
        new Account(
            typed.login(),
            typed.displayName(),
            typed.email(),
            typed.kind(),
            typed.from(),
            typed.to(),
            typed.language(),
            typed.studentId(),
            typed.teacherId());
    if (typed.password() != null) {
      account.changePassword(Passwords.hash(typed.password()));
    }
    accounts.add(account);
    return verdict;
  }

  /** Changes name, address, language and dates. */
  @RolesAllowed(Permissions.ACCOUNT_EDIT)
  public Verdict edit(
      UUID id, String name, String email, LocalDate from, LocalDate to, Language language) {
    Verdict verdict = dates(from, to);
    if (verdict.isAllowed()) {
      accounts.require(id).edit(name, email, from, to, language);
    }
    return verdict;
  }

  /** Sets a password the owner has forgotten. */
  @RolesAllowed(Permissions.ACCOUNT_EDIT)
  public Verdict setPassword(UUID id, String password) {
    Account account = accounts.require(id);
    Verdict verdict = AccountSound.password(account.getLogin(), password);
    if (verdict.isAllowed()) {
      account.changePassword(Passwords.hash(password));
    }
    return verdict;
  }

  /** Changes the caller's own password. */
  @RolesAllowed(Permissions.PROFILE_EDIT)
  public Verdict changeOwnPassword(String present, String wanted) {
    Account account = accounts.byLogin(access.current().login());
    String hash = account.getPasswordHash();
    boolean known = hash != null && present != null && Passwords.match(present, hash);
    Verdict verdict =
        known
            ? AccountSound.password(account.getLogin(), wanted)
            : Verdict.refused(Refusal.of("access.password.wrong", "ACC-8").at("present"));
    if (verdict.isAllowed()) {
      account.changePassword(Passwords.hash(wanted));
    }
    return verdict;
  }

  /** ACC-2. Ends the account and every open grant with this day. */
  @RolesAllowed(Permissions.ACCOUNT_EDIT)
  public Verdict end(UUID id, LocalDate lastDay, String reason) {
    Account account = accounts.require(id);
    Verdict verdict = dates(account.getValidFrom(), lastDay);
    if (reason == null || reason.isBlank()) {
      verdict =
          verdict.and(Verdict.refused(Refusal.of("access.reason-missing", "ACC-5").at("reason")));
    }
    if (account.getId() == access.current().accountId()) {
      verdict = verdict.and(Verdict.refused(Refusal.of("access.account.own-end", "SOD-2")));
    }
    if (verdict.isAllowed()) {
      audit.because(reason);
      account.endOn(lastDay);
      for (RoleGrant grant : accounts.grants(account.getId())) {
        if (grant.getValidTo() == null || grant.getValidTo().isAfter(lastDay)) {
          grant.endOn(lastDay);
        }
      }
    }
    return verdict;
  }

  /** Remembers the language the caller works in. */
  @RolesAllowed(Permissions.PROFILE_EDIT)
  public void speak(Language language) {
    accounts.byLogin(access.current().login()).speak(language);
  }

  private static Verdict dates(LocalDate from, LocalDate to) {
    if (from == null) {
      return Verdict.refused(Refusal.of("access.account.from-missing", "ACC-5").at("from"));
    }
    return to != null && to.isBefore(from)
        ? Verdict.refused(Refusal.of("access.grant.dates-reversed", "ACC-5").at("to"))
        : Verdict.allowed();
  }
}
