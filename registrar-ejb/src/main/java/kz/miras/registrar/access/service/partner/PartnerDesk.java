package kz.miras.registrar.access.service.partner;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.PartnerSound;
import kz.miras.registrar.access.partner.PartnerSound.Organisation;
import kz.miras.registrar.access.partner.PartnerState;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** PRT-1, PRT-2, PRT-11. Registers partners, stops them at once and lets them in again. */
@Stateless
@Guarded
public class PartnerDesk {

  static final String ENTITY = "Partner";

  /** Key of no partner. */
  private static final long NOBODY = 0;

  @Inject private TableRows rows;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext context;
  @Inject private UniversityTime time;

  /** An account as the register looks at it. */
  private record Owner(long id, boolean partners, boolean taken) {}

  /**
   * Registers an organisation for an account; it calls nothing until terms are in force.
   *
   * @param login of the account its messages sign in with
   * @return its public id
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.PARTNER_EDIT)
  public UUID register(String login, Organisation typed) {
    Optional<Owner> owner = owner(login);
    boolean partners = owner.map(Owner::partners).orElse(false);
    refuse(
        PartnerSound.account(partners, owner.map(Owner::taken).orElse(false))
            .and(PartnerSound.organisation(typed))
            .and(PartnerSound.bin(isTaken(typed.bin(), NOBODY))));
    UUID uuid = UUID.randomUUID();
    rows.change(
        "INSERT INTO partner (id, uuid, account_id, bin, name_kk, name_ru, name_en, contact_name,"
            + " contact_email, contact_phone, created_by, created_at) VALUES (NEXTVAL(partner_seq),"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        uuid.toString(),
        owner.orElseThrow().id(),
        given(typed.bin()),
        typed.nameKk().strip(),
        typed.nameRu().strip(),
        typed.nameEn().strip(),
        given(typed.contactName()),
        given(typed.contactEmail()),
        given(typed.contactPhone()),
        access.current().login(),
        TableRows.utc(time.now()));
    audit.record("partner.register", ENTITY, uuid, null, Json.write(typed));
    return uuid;
  }

  private Optional<Owner> owner(String login) {
    return rows.one(
        "SELECT a.id, a.kind = 'PARTNER', p.id IS NOT NULL FROM account a LEFT JOIN partner p ON"
            + " p.account_id = a.id WHERE a.login = ?",
        row -> new Owner(row.getLong(1), row.getBoolean(2), row.getBoolean(3)),
        login == null ? "" : login.strip());
  }

  private boolean isTaken(String bin, long own) {
    return rows.one("SELECT 1 FROM partner WHERE bin = ? AND id <> ?", row -> true, given(bin), own)
        .isPresent();
  }

  /** Changes names and contacts. */
  @RolesAllowed(Permissions.PARTNER_EDIT)
  public void edit(String partner, Organisation typed) {
    long id = key(partner);
    refuse(PartnerSound.organisation(typed).and(PartnerSound.bin(isTaken(typed.bin(), id))));
    String before =
        rows.one(
                "SELECT bin, name_kk, name_ru, name_en, contact_name, contact_email, contact_phone"
                    + " FROM partner WHERE id = ? FOR UPDATE",
                row ->
                    Json.write(
                        new Organisation(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7))),
                id)
            .orElseThrow();
    rows.change(
        "UPDATE partner SET bin = ?, name_kk = ?, name_ru = ?, name_en = ?, contact_name = ?,"
            + " contact_email = ?, contact_phone = ? WHERE id = ?",
        given(typed.bin()),
        typed.nameKk().strip(),
        typed.nameRu().strip(),
        typed.nameEn().strip(),
        given(typed.contactName()),
        given(typed.contactEmail()),
        given(typed.contactPhone()),
        id);
    audit.record("partner.edit", ENTITY, partner, before, Json.write(typed));
  }

  /** The kill switch: from the next call on every call is refused. */
  @RolesAllowed(Permissions.PARTNER_STOP)
  public void suspend(String partner, String reason) {
    turn(partner, PartnerState.SUSPENDED, reason);
  }

  /** Lets a suspended partner in again. */
  @RolesAllowed(Permissions.PARTNER_APPROVE)
  public void resume(String partner, String reason) {
    turn(partner, PartnerState.ACTIVE, reason);
  }

  private void turn(String partner, PartnerState state, String reason) {
    refuse(PartnerSound.reason(reason));
    int turned =
        rows.change(
            "UPDATE partner SET state = ?, state_reason = ?, state_by = ?, state_at = ? WHERE id ="
                + " ? AND state <> ?",
            state.name(),
            reason.strip(),
            access.current().login(),
            TableRows.utc(time.now()),
            key(partner),
            state.name());
    if (turned == 1) {
      context.because(reason);
      audit.record(
          state == PartnerState.SUSPENDED ? "partner.suspend" : "partner.resume",
          ENTITY,
          partner,
          null,
          Json.write(Map.of("state", state.name())));
    }
  }

  /** Key of the partner with this public id. */
  private long key(String partner) {
    return key(rows, partner);
  }

  /**
   * Key of the partner with a public id.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  static long key(TableRows rows, String partner) {
    return PublicId.parse(partner)
        .flatMap(
            id ->
                rows.one("SELECT id FROM partner WHERE uuid = ?", r -> r.getLong(1), id.toString()))
        .orElseThrow(() -> new RegistrarException.NotFound("partner", partner));
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
