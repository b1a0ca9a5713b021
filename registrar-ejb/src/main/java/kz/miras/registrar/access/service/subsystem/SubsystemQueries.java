package kz.miras.registrar.access.service.subsystem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.access.subsystem.SubsystemSound.Description;
import kz.miras.registrar.access.subsystem.SubsystemState;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** Subsystems as the page of one shows them. */
@Stateless
@Guarded
public class SubsystemQueries {

  @Inject private TableRows rows;
  @Inject private UniversityTime time;

  /**
   * A secret, which itself is not kept.
   *
   * @param until the first instant it is not taken; null for none
   */
  public record Secret(String id, Instant from, Instant until, String createdBy, boolean inForce)
      implements Serializable {}

  /** A subsystem with all that is kept of it. */
  public record Card(
      String id,
      String login,
      Description description,
      SubsystemState state,
      String stateReason,
      String stateBy,
      Instant stateAt,
      List<Secret> secrets)
      implements Serializable {
    public Card {
      secrets = List.copyOf(secrets);
    }

    /** Its scopes in their order. */
    public List<ApiScope> scopes() {
      return description.scopes().stream().sorted().toList();
    }
  }

  /** A subsystem by its public id. */
  @RolesAllowed(Permissions.SUBSYSTEM_READ)
  public Card card(String subsystem) {
    long id = SubsystemDesk.key(rows, subsystem);
    return rows.one(
            "SELECT s.*, a.login FROM subsystem s JOIN account a ON a.id = s.account_id WHERE s.id"
                + " = ?",
            row ->
                new Card(
                    row.getString("uuid"),
                    row.getString("login"),
                    new Description(
                        row.getString("name_kk"),
                        row.getString("name_ru"),
                        row.getString("name_en"),
                        row.getString("contact_name"),
                        row.getString("contact_email"),
                        ApiScope.read(row.getString("scopes"))),
                    SubsystemState.valueOf(row.getString("state")),
                    row.getString("state_reason"),
                    row.getString("state_by"),
                    TableRows.instant(row, "state_at"),
                    secrets(id)),
            id)
        .orElseThrow(() -> new RegistrarException.NotFound("subsystem", subsystem));
  }

  private List<Secret> secrets(long subsystem) {
    Instant now = time.now();
    return rows.list(
        "SELECT uuid, valid_from, valid_until, created_by FROM subsystem_secret WHERE subsystem_id ="
            + " ? ORDER BY valid_from DESC, id DESC",
        row -> {
          Instant until = TableRows.instant(row, "valid_until");
          return new Secret(
              row.getString("uuid"),
              TableRows.instant(row, "valid_from"),
              until,
              row.getString("created_by"),
              until == null || until.isAfter(now));
        },
        subsystem);
  }
}
