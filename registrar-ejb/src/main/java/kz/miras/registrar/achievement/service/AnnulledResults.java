package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.Corrections.Concerned;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.PostedResults;
import kz.miras.registrar.attestation.service.room.ExamAnnulled;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.service.Students;

/**
 * CTL-16. Records a result that was annulled by decision on an act: an entry of the same kind, F of
 * 0, stands in its place and names the document and the act, and the sheet gets its next version.
 */
@ApplicationScoped
public class AnnulledResults {

  /** What a reason of the history holds; the act has the rest. */
  private static final int REASON = 500;

  @Inject private Corrections corrections;
  @Inject private CorrectingEntries entries;
  @Inject private PostedResults results;
  @Inject private Students students;

  void record(@Observes ExamAnnulled annulled) {
    PostedResults.Posted posted = results.of(annulled.studentId()).get(annulled.sheetId());
    if (posted == null) {
      throw new RegistrarException.Refused(Refusal.of("attestation.incident.nothing", "EXR-8"));
    }
    Concerned concerned =
        corrections.concerned(students.byId(annulled.studentId()).orElseThrow(), posted.position());
    LedgerEntry entry = concerned.entry();
    BasisDocument basis = annulled.basis();
    CorrectionPolicy.Wish wish =
        new CorrectionPolicy.Wish(
            CorrectionKind.ANNULMENT,
            null,
            null,
            null,
            Fitted.to(REASON, "Акт № " + annulled.act() + ". " + basis.reason().strip()),
            null,
            basis.number(),
            basis.date());
    FinalOutcome outcome = corrections.outcome(concerned, wish).orElseThrow();
    entries.post(
        entry,
        Corrections.corrected(entry.result(), wish, outcome),
        new BasisDocument(basis.type(), basis.number(), basis.date(), wish.reason()));
  }
}
