package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.Corrections.Concerned;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.service.appeal.AppealDecided;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
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
  @Inject private CorrectingEntries entries;
  @Inject private Students students;

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
    entries.post(
        entry,
        Corrections.corrected(entry.result(), wish, outcome),
        new BasisDocument(
            BasisDocument.Type.PROTOCOL, wish.documentNo(), wish.documentDate(), wish.reason()));
  }
}
