package kz.miras.registrar.access.service.subsystem;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.service.KnownSecrets;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.access.subsystem.RegisteredSubsystem;
import kz.miras.registrar.access.subsystem.SubsystemState;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Subsystems as the border asks for them, before anybody has signed in. Everything is read for each
 * call: whoever is blocked, or whose secret or scope is taken, is refused from the next call on.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SubsystemGate {

  @Inject private TableRows rows;
  @Inject private KnownSecrets secrets;
  @Inject private UniversityTime time;

  /**
   * The program whose account has this login, registered or not; empty where it is no program's.
   */
  public Optional<RegisteredSubsystem> byLogin(String login) {
    return rows.one(
        "SELECT COALESCE(s.id, 0) AS id, a.login, COALESCE(s.state, 'ACTIVE') AS state,"
            + " s.scopes FROM account a LEFT JOIN subsystem s ON s.account_id = a.id WHERE a.kind ="
            + " 'SUBSYSTEM' AND a.login = ?",
        row ->
            new RegisteredSubsystem(
                row.getLong("id"),
                row.getString("login"),
                SubsystemState.valueOf(row.getString("state")),
                ApiScope.read(row.getString("scopes"))),
        login);
  }

  /** Has the subsystem a secret in force that is this one? */
  public boolean hasSecret(RegisteredSubsystem subsystem, String password) {
    LocalDateTime now = TableRows.utc(time.now());
    List<String> hashes =
        rows.list(
            "SELECT hash FROM subsystem_secret WHERE subsystem_id = ? AND valid_from <= ? AND"
                + " (valid_until IS NULL OR valid_until > ?) ORDER BY valid_from DESC",
            row -> row.getString(1),
            subsystem.id(),
            now,
            now);
    return secrets.fits(password, hashes);
  }
}
