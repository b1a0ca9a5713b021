package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.service.ClosingSheet;
import kz.miras.registrar.attestation.service.SessionSheets;
import kz.miras.registrar.attestation.service.amend.SheetSealing;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Closes a sheet: its rows become results in the ledger, in the same transaction. A sheet all
 * students have been taken out of is closed without any.
 */
@Stateless
@Guarded
public class SheetPosting {

  @Inject private ClosingSheet closing;
  @Inject private SessionSheets session;
  @Inject private SheetResults results;
  @Inject private Ledger ledger;
  @Inject private SheetSealing sealing;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Closes and posts.
   *
   * @param id public id of a submitted sheet
   * @return how many results were posted
   */
  @RolesAllowed(Permissions.SHEET_CLOSE)
  public int close(String id) {
    return post(closing.locked(id));
  }

  /**
   * SHT-24. Closes and posts one of many. Refused where somebody has to look at it first, as it is
   * at this moment: too many results are excellent, an act is not decided, or a result does not go
   * with the attendance.
   *
   * @param id public id of a submitted sheet
   * @return how many results were posted
   */
  @RolesAllowed(Permissions.SHEET_CLOSE)
  public int closeAmongMany(String id) {
    Sheet sheet = closing.locked(id);
    session.refuseLeftOut(sheet);
    return post(sheet);
  }

  private int post(Sheet sheet) {
    List<SheetRow> rows = closing.rows(sheet);
    String me = access.current().login();
    Instant now = time.now();
    closing.date(sheet);
    List<Ledger.Posting> postings = results.of(sheet, rows, me, now);
    sheet.close(me, closing.scoredBy(rows), now, sealing.seal(sheet, me, now));
    if (!postings.isEmpty()) {
      ledger.post(postings);
      closing.complete(rows);
    }
    audit.record(
        "sheet.close", "Sheet", sheet.getId(), null, "{\"results\":" + postings.size() + "}");
    return postings.size();
  }
}
