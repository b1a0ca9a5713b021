package kz.miras.registrar.attestation.service.amend;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.amend.SheetHistory;
import kz.miras.registrar.attestation.amend.SignedScan;
import kz.miras.registrar.attestation.service.ClosingSheet;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** SHT-16, SHT-18. The versions of a posted sheet, and the scans of their signed papers. */
@Stateless
@Guarded
public class VersionDesk {

  private static final int NAME = 200;
  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private ClosingSheet closing;
  @Inject private SheetHistories histories;
  @Inject private SheetVersions versions;
  @Inject private SheetScans scans;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * A scan.
   *
   * @param mediaType by its content
   */
  public record Scan(String name, String mediaType, byte[] content) implements Serializable {}

  /**
   * The versions of a sheet; none where it is not posted. Why somebody is exempt is for whoever may
   * know it.
   */
  @RolesAllowed(Permissions.SHEET_READ)
  public SheetHistory history(String id) {
    Sheet sheet = whose.visible(id);
    SheetHistory history = histories.of(sheet.getId());
    return whose.readsReasons(sheet) ? history : history.withoutReasons();
  }

  /** Whether the caller may attach a scan to a sheet. */
  @RolesAllowed(Permissions.SHEET_READ)
  public boolean mayAttach(String id) {
    return whose.may(Permissions.SHEET_ATTACH, whose.visible(id));
  }

  /**
   * Attaches a scan to the version that stands.
   *
   * @param name of the file, folders and all
   * @throws RegistrarException.Refused where nothing was posted, or with every reason against the
   *     file (SHT-18)
   */
  @RolesAllowed(Permissions.SHEET_ATTACH)
  public void attach(String id, SignedScan scan) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.SHEET_ATTACH, sheet);
    // whoever amends it meanwhile waits: the scan is of the version that stands
    sheets.lock(sheet);
    int version = sheet.getVersionNo();
    if (versions.of(sheet.getId(), version).isEmpty()) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.scan.not-posted", "SHT-18", sheet.getNumber()));
    }
    byte[] sha256 = Checksum.sha256(scan.content());
    Verdict verdict =
        scan.judge(closing.day(sheet), time.today(), scans.has(sheet.getId(), version, sha256));
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    scans.keep(
        sheet.getId(),
        version,
        scan,
        shortened(scan.name()),
        sha256,
        access.current().login(),
        time.now());
    TreeMap<String, Object> what = new TreeMap<>();
    what.put("version", version);
    what.put("sha256", Checksum.shown(sha256));
    audit.record("sheet.scan", "Sheet", sheet.getId(), null, Json.write(what));
  }

  private static String shortened(String file) {
    String name = file == null ? "" : FOLDERS.matcher(file).replaceFirst("").strip();
    String known = name.isEmpty() ? "scan" : name;
    return known.length() <= NAME ? known : known.substring(known.length() - NAME);
  }

  /** A scan of a sheet the caller may see. */
  @RolesAllowed(Permissions.SHEET_READ)
  public Scan scan(UUID id) {
    SheetScans.Kept kept =
        scans.byId(id).orElseThrow(() -> new RegistrarException.NotFound("scan", id));
    whose.visible(kept.sheet());
    return new Scan(
        kept.name(), ScanType.of(kept.content()).orElseThrow().mediaType(), kept.content());
  }
}
