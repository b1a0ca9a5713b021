package kz.miras.registrar.access.service.subsystem;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.access.subsystem.OwnTokenSound;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.RandomToken;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** SUB-6. Tokens students grant programs for their own record: made, seen, taken back. */
@Stateless
@Guarded
public class OwnTokenDesk {

  /** What such a token begins with, so that it is known for what it is. */
  public static final String PREFIX = "rgt_";

  private static final int BYTES = 30;
  private static final String ENTITY = "OwnToken";

  @Inject private TableRows rows;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * A token as its owner sees it; the token itself is not kept.
   *
   * @param usedAt when it was used last; null for never
   * @param works whether it still does
   */
  public record Token(
      String id,
      String name,
      List<ApiScope> scopes,
      Instant createdAt,
      Instant endsAt,
      Instant usedAt,
      boolean works)
      implements Serializable {
    public Token {
      scopes = List.copyOf(scopes);
    }
  }

  /** Whose a token is, and what it may be used for. */
  public record Owner(String login, Set<ApiScope> scopes) implements Serializable {
    public Owner {
      scopes = Set.copyOf(scopes);
    }
  }

  /** The tokens of the caller, the newest first. */
  @RolesAllowed(Permissions.OWN_TOKEN_MANAGE)
  public List<Token> own() {
    Instant now = time.now();
    return rows.list(
        "SELECT * FROM own_token WHERE account_id = ? ORDER BY id DESC LIMIT 50",
        row -> {
          Instant end = TableRows.instant(row, "ends_at");
          return new Token(
              row.getString("uuid"),
              row.getString("name"),
              ApiScope.read(row.getString("scopes")).stream().sorted().toList(),
              TableRows.instant(row, "created_at"),
              end,
              TableRows.instant(row, "used_at"),
              end.isAfter(now));
        },
        access.current().accountId());
  }

  /**
   * Makes a token.
   *
   * @return the token, which nothing keeps: it is shown once
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.OWN_TOKEN_MANAGE)
  public String grant(String name, Collection<ApiScope> scopes, Integer days) {
    refuse(
        OwnTokenSound.judge(name, scopes, days, (int) own().stream().filter(Token::works).count()));
    String token = PREFIX + RandomToken.of(BYTES);
    String uuid = UUID.randomUUID().toString();
    rows.change(
        "INSERT INTO own_token (id, uuid, account_id, name, scopes, hash, created_at, ends_at) VALUES"
            + " (NEXTVAL(subsystem_seq), ?, ?, ?, ?, ?, ?, ?)",
        uuid,
        access.current().accountId(),
        name.strip(),
        ApiScope.write(scopes),
        RandomToken.hash(token),
        now(),
        TableRows.utc(time.now().plus(Duration.ofDays(days))));
    audit.record(
        "own-token.grant",
        ENTITY,
        uuid,
        null,
        Json.write(Map.of("scopes", ApiScope.write(scopes), "days", days)));
    return token;
  }

  /** Takes a token of the caller back; once more changes nothing. */
  @RolesAllowed(Permissions.OWN_TOKEN_MANAGE)
  public void revoke(String id) {
    int ended =
        rows.change(
            "UPDATE own_token SET ends_at = ? WHERE account_id = ? AND uuid = ? AND ends_at > ?",
            now(),
            access.current().accountId(),
            id,
            now());
    if (ended == 1) {
      audit.record("own-token.revoke", ENTITY, id, null, null);
    }
  }

  /** Whose a token is that works now; empty where it is nobody's. */
  @PermitAll
  public Optional<Owner> owner(String token) {
    Optional<Owner> owner =
        rows.one(
            "SELECT a.login, t.scopes FROM own_token t JOIN account a ON a.id = t.account_id WHERE"
                + " t.hash = ? AND t.ends_at > ?",
            row -> new Owner(row.getString(1), ApiScope.read(row.getString(2))),
            RandomToken.hash(token),
            now());
    if (owner.isPresent()) {
      rows.change(
          "UPDATE own_token SET used_at = ? WHERE hash = ?", now(), RandomToken.hash(token));
    }
    return owner;
  }

  private LocalDateTime now() {
    return TableRows.utc(time.now());
  }
}
