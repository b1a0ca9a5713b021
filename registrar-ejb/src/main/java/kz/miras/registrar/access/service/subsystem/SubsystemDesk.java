package kz.miras.registrar.access.service.subsystem;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.CredentialSound;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.RotatedCredentials;
import kz.miras.registrar.access.service.RotatedCredentials.Issued;
import kz.miras.registrar.access.service.RotatedCredentials.Kept;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.access.subsystem.SubsystemSound;
import kz.miras.registrar.access.subsystem.SubsystemSound.Description;
import kz.miras.registrar.access.subsystem.SubsystemState;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** SUB-1, SUB-3, PRT-9. Registers subsystems, renews their secrets and blocks them at once. */
@Stateless
@Guarded
public class SubsystemDesk {

  static final String ENTITY = "Subsystem";

  @Inject private TableRows rows;
  @Inject private RotatedCredentials credentials;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext context;
  @Inject private UniversityTime time;

  /** An account as the register looks at it. */
  private record Owner(long id, boolean program, boolean taken) {}

  /**
   * Registers a program for an account; it calls nothing until it has a secret.
   *
   * @param login of the account it signs in with
   * @return its public id
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.SUBSYSTEM_EDIT)
  public UUID register(String login, Description typed) {
    Optional<Owner> owner =
        rows.one(
            "SELECT a.id, a.kind = 'SUBSYSTEM', s.id IS NOT NULL FROM account a LEFT JOIN subsystem"
                + " s ON s.account_id = a.id WHERE a.login = ?",
            row -> new Owner(row.getLong(1), row.getBoolean(2), row.getBoolean(3)),
            login == null ? "" : login.strip());
    refuse(
        SubsystemSound.account(
                owner.map(Owner::program).orElse(false), owner.map(Owner::taken).orElse(false))
            .and(SubsystemSound.description(typed)));
    UUID uuid = UUID.randomUUID();
    rows.change(
        "INSERT INTO subsystem (id, uuid, account_id, name_kk, name_ru, name_en, contact_name,"
            + " contact_email, scopes, created_by, created_at) VALUES (NEXTVAL(subsystem_seq), ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?)",
        uuid.toString(),
        owner.orElseThrow().id(),
        typed.nameKk().strip(),
        typed.nameRu().strip(),
        typed.nameEn().strip(),
        typed.contactName().strip(),
        typed.contactEmail().strip(),
        ApiScope.write(typed.scopes()),
        access.current().login(),
        now());
    audit.record("subsystem.register", ENTITY, uuid, null, told(typed));
    return uuid;
  }

  /** Changes names, who answers for it, and what it is let do from its next call on. */
  @RolesAllowed(Permissions.SUBSYSTEM_EDIT)
  public void edit(String subsystem, Description typed) {
    refuse(SubsystemSound.description(typed));
    long id = key(rows, subsystem);
    String before =
        rows.one(
                "SELECT name_kk, name_ru, name_en, contact_name, contact_email, scopes FROM"
                    + " subsystem WHERE id = ? FOR UPDATE",
                row ->
                    told(
                        new Description(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            ApiScope.read(row.getString(6)))),
                id)
            .orElseThrow();
    rows.change(
        "UPDATE subsystem SET name_kk = ?, name_ru = ?, name_en = ?, contact_name = ?,"
            + " contact_email = ?, scopes = ? WHERE id = ?",
        typed.nameKk().strip(),
        typed.nameRu().strip(),
        typed.nameEn().strip(),
        typed.contactName().strip(),
        typed.contactEmail().strip(),
        ApiScope.write(typed.scopes()),
        id);
    audit.record("subsystem.edit", ENTITY, subsystem, before, told(typed));
  }

  private static String told(Description typed) {
    return Json.write(typed);
  }

  /** From the next call on every call is refused. */
  @RolesAllowed(Permissions.SUBSYSTEM_EDIT)
  public void block(String subsystem, String reason) {
    turn(subsystem, SubsystemState.BLOCKED, reason);
  }

  /** Lets a blocked subsystem in again. */
  @RolesAllowed(Permissions.SUBSYSTEM_EDIT)
  public void unblock(String subsystem, String reason) {
    turn(subsystem, SubsystemState.ACTIVE, reason);
  }

  private void turn(String subsystem, SubsystemState state, String reason) {
    refuse(SubsystemSound.reason(reason));
    int turned =
        rows.change(
            "UPDATE subsystem SET state = ?, state_reason = ?, state_by = ?, state_at = ? WHERE id"
                + " = ? AND state <> ?",
            state.name(),
            reason.strip(),
            access.current().login(),
            now(),
            key(rows, subsystem),
            state.name());
    if (turned == 1) {
      context.because(reason);
      audit.record(
          state == SubsystemState.BLOCKED ? "subsystem.block" : "subsystem.unblock",
          ENTITY,
          subsystem,
          null,
          Json.write(Map.of("state", state.name())));
    }
  }

  /**
   * Makes a new secret.
   *
   * @param last its last day
   * @param overlap days those before go on
   * @return the secret, which nothing keeps: it is shown once
   */
  @RolesAllowed(Permissions.SUBSYSTEM_EDIT)
  public String issue(String subsystem, LocalDate last, Integer overlap) {
    refuse(CredentialSound.rotation(last, overlap, time.today()));
    Issued issued = credentials.issue(Kept.SUBSYSTEM_SECRET, key(rows, subsystem), last, overlap);
    audit.record(
        "subsystem.issue-secret",
        ENTITY,
        subsystem,
        null,
        Json.write(Map.of("secret", issued.id().toString(), "lastDay", last.toString())));
    return issued.secret();
  }

  /** Ends a secret at once. */
  @RolesAllowed(Permissions.SUBSYSTEM_EDIT)
  public void endSecret(String subsystem, String secret) {
    if (credentials.end(Kept.SUBSYSTEM_SECRET, key(rows, subsystem), secret)) {
      audit.record(
          "subsystem.end-secret", ENTITY, subsystem, null, Json.write(Map.of("secret", secret)));
    }
  }

  /**
   * Key of the subsystem with a public id.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  static long key(TableRows rows, String subsystem) {
    return PublicId.parse(subsystem)
        .flatMap(
            id ->
                rows.one(
                    "SELECT id FROM subsystem WHERE uuid = ?", r -> r.getLong(1), id.toString()))
        .orElseThrow(() -> new RegistrarException.NotFound("subsystem", subsystem));
  }

  private LocalDateTime now() {
    return TableRows.utc(time.now().truncatedTo(ChronoUnit.MICROS));
  }
}
