package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.Corrections.Concerned;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.service.appeal.AppealDecided;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Students;

/**
 * APL-7. Records what a commission has decided: an entry of the same kind stands in place of the
 * result that was appealed and names the protocol, and the sheet gets its next version. What an
 * open sheet of a retake still waits for goes with it (ACH-5).
 */
@ApplicationScoped
public class AppealedResults {

  /** What a reason of the history holds; the protocol has the rest. */
  private static final int REASON = 500;

  @Inject private Corrections corrections;
  @Inject private Ledger ledger;
  @Inject private Students students;
  @Inject private Sheets sheets;
  @Inject private Access access;
  @Inject private UniversityTime time;

  void record(@Observes AppealDecided decided) {
    Concerned concerned =
        corrections.concerned(students.byId(decided.studentId()).orElseThrow(), decided.position());
    LedgerEntry entry = concerned.entry();
    CorrectionPolicy.Wish wish =
        new CorrectionPolicy.Wish(
            decided.annulled() ? CorrectionKind.ANNULMENT : CorrectionKind.APPEAL,
            decided.rating(),
            decided.score(),
            null,
            Fitted.to(REASON, decided.reason()),
            CorrectionDocument.PROTOCOL,
            decided.protocolNo(),
            decided.protocolDate());
    FinalOutcome outcome = corrections.outcome(concerned, wish).orElse(null);
    if (concerned.isCorrected() || outcome == null) {
      throw new RegistrarException.Refused(Refusal.of("attestation.appeal.moved", "APL-7"));
    }
    ledger.post(
        List.of(
            new Ledger.Posting(
                entry.studentId(),
                entry.discipline(),
                Corrections.corrected(entry.result(), wish, outcome),
                new LedgerEntry.Source(
                    entry.source().sheetId(),
                    entry.source().sheetKind(),
                    "№ " + decided.protocolNo() + ", " + decided.protocolDate(),
                    entry.position(),
                    wish.reason(),
                    false,
                    access.current().login(),
                    time.now()))));
    sheets.byId(decided.sheetId()).ifPresent(Sheet::amend);
  }
}
