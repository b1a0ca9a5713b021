package kz.miras.registrar.correspondence.service.ministry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * GOV-15. Deletes on the platform what is there only. What it has is kept here before it is asked
 * to forget it, so that it can be told and sent again.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MinistryDeletion {

  private static final int LONGEST_REASON = 500;

  @Inject private MinistryRows rows;
  @Inject private TableRows table;
  @Inject private RecordReader reader;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Deletes a record there.
   *
   * @return false where it was there no more
   * @throws RegistrarException.Refused without a platform or a reason, where the last comparison
   *     has not found it to be there only, and where the platform does not answer
   */
  @RolesAllowed(Permissions.EXCHANGE_APPROVE)
  public boolean delete(PlatformType type, long number, String reason) {
    return delete(
        type,
        number,
        reason,
        PlatformAddress.ofEnvironment()
            .orElseThrow(
                () -> new RegistrarException.Refused(Refusal.of("ministry.run.off", "GOV-11"))));
  }

  /** Deletes a record on this platform. */
  @RolesAllowed(Permissions.EXCHANGE_APPROVE)
  public boolean delete(PlatformType type, long number, String reason, PlatformAddress address) {
    if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
      throw refused("ministry.delete.reason", "reason");
    }
    boolean there =
        !rows.list(
                "SELECT 1 FROM ministry_difference f WHERE f.type = ? AND f.number = ? AND f.kind ="
                    + " 'EXTRA' AND "
                    + ComparedRows.STANDING,
                List.of(type.name(), number),
                row -> 1)
            .isEmpty();
    if (!there || !reader.byNumbers(type, List.of(number), rows.codes()).isEmpty()) {
      throw refused("ministry.delete.ours", null);
    }
    Platform platform = new PlatformClient(address, rows.names());
    boolean deleted;
    try {
      Optional<Map<String, Object>> theirs = platform.one(type, number);
      theirs.ifPresent(fields -> keep(type, number, reason.strip(), fields));
      deleted = theirs.isPresent() && platform.delete(type, number);
    } catch (PlatformFailure failure) {
      throw new RegistrarException.Refused(
          Refusal.of("ministry.delete.failed", "GOV-15", failure.status()));
    }
    table.change(
        "DELETE FROM ministry_difference WHERE type = ? AND number = ?", type.name(), number);
    table.change("DELETE FROM ministry_sent WHERE type = ? AND number = ?", type.name(), number);
    table.change("DELETE FROM ministry_carried WHERE type = ? AND number = ?", type.name(), number);
    return deleted;
  }

  private void keep(PlatformType type, long number, String reason, Map<String, Object> theirs) {
    table.change(
        "INSERT INTO ministry_deletion (id, type, number, reason, content, deleted_by, deleted_at)"
            + " VALUES (NEXT VALUE FOR ministry_seq, ?, ?, ?, ?, ?, ?)",
        type.name(),
        number,
        reason,
        Json.write(theirs),
        access.current().login(),
        TableRows.utc(time.now()));
    audit.record("exchange.delete", "MinistryRecord", type + " " + number, null, reason);
  }

  private static RegistrarException.Refused refused(String code, String field) {
    Refusal refusal = Refusal.of(code, "GOV-15");
    return new RegistrarException.Refused(field == null ? refusal : refusal.at(field));
  }
}
