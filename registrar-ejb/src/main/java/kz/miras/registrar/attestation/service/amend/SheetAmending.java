package kz.miras.registrar.attestation.service.amend;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.amend.AmendedRow;
import kz.miras.registrar.attestation.amend.SheetAmendment;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * SHT-16. Records the next version of a posted sheet, in the transaction of the entries of the
 * history that make it. Whoever calls has judged who may change what.
 */
@ApplicationScoped
public class SheetAmending {

  @Inject private Sheets sheets;
  @Inject private SheetVersions versions;
  @Inject private SheetSealing sealing;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Locks posted sheets in order of key; before the heads of the students' histories are locked, as
   * closing does it.
   */
  public void lock(Collection<Long> keys) {
    for (long key : new TreeSet<>(keys)) {
      sheets.byId(key).ifPresent(sheets::lock);
    }
  }

  /**
   * Records the next version.
   *
   * @param key of the sheet; the caller has locked it
   * @return its number
   * @throws RegistrarException.Refused where the sheet is not posted, a row not in it, or the
   *     document not whole (SHT-16)
   */
  public int amend(long key, SheetAmendment amendment, String by, Instant at) {
    Sheet sheet = sheets.byId(key).orElseThrow(() -> new RegistrarException.NotFound("sheet", key));
    Set<Long> students =
        sheets.rows(key).stream().map(SheetRow::getStudentId).collect(Collectors.toSet());
    Verdict verdict = amendment.judge(sheet.getStatus(), students, time.today());
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    int version = sheet.amend();
    versions.amend(key, version, amendment, by, at);
    sealing.seal(sheet, by, at);
    TreeMap<String, Object> what = new TreeMap<>();
    what.put("version", version);
    what.put("document", amendment.basis().number().strip());
    what.put("students", amendment.rows().stream().map(AmendedRow::student).toList());
    audit.record("sheet.amend", "Sheet", key, null, Json.write(what));
    return version;
  }
}
