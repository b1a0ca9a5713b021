package kz.miras.registrar.access.service;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.AccountKind;
import kz.miras.registrar.access.GrantProposal;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;

/** Everything a screen shows of one account. */
public record AccountCard(
    UUID id,
    String login,
    String displayName,
    String email,
    AccountKind kind,
    Language language,
    LocalDate from,
    LocalDate to,
    boolean hasPassword,
    String person,
    Instant lastSignIn,
    List<Held> grants,
    List<Proposed> proposals,
    List<Right> rights)
    implements Serializable {

  /** A role held, now or at another time. */
  public record Held(
      long id,
      Role role,
      LocalizedText school,
      LocalDate from,
      LocalDate to,
      String basis,
      String delegatedFrom,
      boolean effective)
      implements Serializable {}

  /** A grant on its way. */
  public record Proposed(
      long id,
      Role role,
      LocalDate from,
      LocalDate to,
      String basis,
      String delegatedFrom,
      GrantProposal.Status status,
      String preparedBy,
      Instant preparedAt,
      String decidedBy,
      String decision)
      implements Serializable {}

  /** A right given or taken beside the roles. */
  public record Right(
      long id,
      String permission,
      List<Scope> scopes,
      LocalDate from,
      LocalDate to,
      String basis,
      boolean effective)
      implements Serializable {

    public boolean denial() {
      return scopes.isEmpty();
    }
  }
}
