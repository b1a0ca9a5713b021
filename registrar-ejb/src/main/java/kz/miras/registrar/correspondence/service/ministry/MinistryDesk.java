package kz.miras.registrar.correspondence.service.ministry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/** Exchange with the platform of the ministry: checks, dry runs, sending, comparison. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MinistryDesk {

  private static final int SHOWN = 20;

  @Inject private MinistryRows rows;
  @Inject private MinistryStore store;
  @Inject private MinistryWork work;
  @Inject private MinistryFigures figures;
  @Inject private DryFiles files;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * How the exchange stands.
   *
   * @param host the platform; null where the environment names none
   * @param types in the order they are sent
   */
  public record Overview(String host, List<TypeView> types, List<MinistryRun> runs)
      implements Serializable {}

  /**
   * A type of records.
   *
   * @param records how many there were when they were looked at last
   * @param taken how many the platform has taken
   * @param blocked records that would be refused
   * @param noted records with remarks only
   * @param differing records that are not there as they are here
   */
  public record TypeView(
      PlatformType type, int records, int taken, int blocked, int noted, int differing)
      implements Serializable {}

  /** How the exchange stands. */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public Overview overview() {
    return new Overview(
        PlatformAddress.ofEnvironment().map(PlatformAddress::host).orElse(null),
        figures.types(),
        rows.latest(SHOWN));
  }

  /**
   * Begins a run.
   *
   * @param types what it is over; empty for all
   * @param onlyDue to send only what has changed since it was taken
   * @throws RegistrarException.Refused where it needs a platform and the environment names none
   * @throws RegistrarException.Conflict where another goes on
   */
  @RolesAllowed(Permissions.EXCHANGE_SEND)
  public UUID begin(RunKind kind, List<PlatformType> types, boolean onlyDue) {
    Optional<PlatformAddress> address = address(kind);
    List<PlatformType> meant = types.isEmpty() ? List.of(PlatformType.values()) : types;
    UUID run =
        store
            .begin(kind, meant, onlyDue, access.current().login())
            .orElseThrow(() -> new RegistrarException.Conflict("ministry.run.busy"));
    audit.record(
        "exchange." + kind.name().toLowerCase(Locale.ROOT),
        "MinistryRun",
        run,
        null,
        meant.stream().map(Enum::name).collect(Collectors.joining(" ")));
    work.start(run, address.orElse(null));
    return run;
  }

  private static Optional<PlatformAddress> address(RunKind kind) {
    if (!kind.isOnline()) {
      return Optional.empty();
    }
    Optional<PlatformAddress> address = PlatformAddress.ofEnvironment();
    if (address.isEmpty()) {
      throw new RegistrarException.Refused(Refusal.of("ministry.run.off", "GOV-11"));
    }
    return address;
  }

  /** Stops after what is being sent. */
  @RolesAllowed(Permissions.EXCHANGE_SEND)
  public void stop(UUID run) {
    if (!store.stop(run, null, null)) {
      throw new RegistrarException.Conflict("ministry.run.changed");
    }
    audit.record("exchange.stop", "MinistryRun", run, null, null);
  }

  /** Goes on where it was. */
  @RolesAllowed(Permissions.EXCHANGE_SEND)
  public void goOn(UUID run) {
    Optional<PlatformAddress> address = address(run(run).kind());
    if (!store.goOn(run)) {
      throw new RegistrarException.Conflict("ministry.run.changed");
    }
    audit.record("exchange.go-on", "MinistryRun", run, null, null);
    work.start(run, address.orElse(null));
  }

  /** A run as it stands. */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public MinistryRun run(UUID uuid) {
    return rows.run(uuid).orElseThrow(() -> new RegistrarException.NotFound("ministry-run", uuid));
  }

  /** One record: what would be sent, what is wrong with it and what became of it. */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public RecordView record(PlatformType type, long number) {
    return figures
        .record(type, number)
        .orElseThrow(() -> new RegistrarException.NotFound("ministry-record", number));
  }

  /** The files of a dry run. */
  @RolesAllowed(Permissions.EXCHANGE_SEND)
  public void zip(UUID uuid, OutputStream out) {
    MinistryRun run = run(uuid);
    audit.record("exchange.files", "MinistryRun", uuid, null, null);
    files.zip(run, out);
  }
}
