package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.amend.AmendedRow;
import kz.miras.registrar.attestation.amend.SheetAmendment;
import kz.miras.registrar.attestation.service.amend.SheetAmending;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * COR-2, SHT-16. Records entries that stand in the place of others, and with them the next version
 * of every sheet that had posted one: nothing posts the one without the other.
 */
@ApplicationScoped
public class CorrectingEntries {

  @Inject private Ledger ledger;
  @Inject private SheetAmending sheets;
  @Inject private Event<ResultsCorrected> events;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * A result in the place of another.
   *
   * @param entry the result that stands
   * @param now what stands instead
   */
  public record Correcting(LedgerEntry entry, LedgerEntry.Outcome now) {}

  /** Records one in the current transaction. */
  public void post(LedgerEntry entry, LedgerEntry.Outcome now, BasisDocument basis) {
    post(List.of(new Correcting(entry, now)), basis);
  }

  /**
   * Records all that one document decides, in the current transaction.
   *
   * @param corrections whatever corrects already has been refused by the caller
   */
  public void post(List<Correcting> corrections, BasisDocument basis) {
    String me = access.current().login();
    Instant at = time.now();
    List<Ledger.Posting> postings = new ArrayList<>();
    for (Correcting one : corrections) {
      LedgerEntry entry = one.entry();
      postings.add(
          new Ledger.Posting(
              entry.studentId(),
              entry.discipline(),
              one.now(),
              new LedgerEntry.Source(
                  entry.source().sheetId(),
                  entry.source().sheetKind(),
                  "№ " + basis.number().strip() + ", " + basis.date(),
                  entry.position(),
                  basis.reason().strip(),
                  false,
                  me,
                  at)));
    }
    List<Long> from =
        corrections.stream()
            .map(one -> one.entry().source().sheetId())
            .filter(sheet -> sheet != null)
            .toList();
    sheets.lock(from);
    List<Long> positions = ledger.post(postings);
    List<ResultsCorrected.Corrected> corrected = new ArrayList<>();
    SortedMap<Long, List<AmendedRow>> rows = new TreeMap<>();
    for (int i = 0; i < corrections.size(); i++) {
      LedgerEntry entry = corrections.get(i).entry();
      corrected.add(
          new ResultsCorrected.Corrected(
              entry.studentId(), positions.get(i), entry.position(), entry.source().sheetId()));
      if (entry.source().sheetId() != null) {
        rows.computeIfAbsent(entry.source().sheetId(), sheet -> new ArrayList<>())
            .add(new AmendedRow(entry.studentId(), entry.position(), positions.get(i)));
      }
    }
    rows.forEach((sheet, named) -> sheets.amend(sheet, new SheetAmendment(basis, named), me, at));
    events.fire(new ResultsCorrected(corrected));
  }
}
