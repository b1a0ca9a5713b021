package kz.miras.registrar.correspondence.service.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import kz.miras.registrar.access.service.partner.PartnerOutbox;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.exchange.CaseSide;
import kz.miras.registrar.correspondence.exchange.CaseStatus;
import kz.miras.registrar.correspondence.exchange.LetterCase;
import kz.miras.registrar.correspondence.service.LetterMoved;
import kz.miras.registrar.correspondence.service.exchange.CaseStore.Stored;
import kz.miras.registrar.shared.service.TableRows;

/** PRT-13. The case of a partner's letter goes with the letter, and the partner is told. */
@ApplicationScoped
class LetterCases {

  @Inject private CaseStore store;
  @Inject private PartnerOutbox outbox;
  @Inject private TableRows rows;

  void follow(@Observes LetterMoved moved) {
    store
        .byLetter(moved.letter())
        .ifPresent(
            known -> {
              boolean voided = moved.act() == LetterAct.VOID;
              CaseStatus to = LetterCase.status(moved.state(), voided);
              if (to != known.status()) {
                store.move(known, to, CaseSide.OFFICE, moved.by(), voided ? moved.note() : null);
                if (!isHanded(moved.letter())) {
                  tell(known, to, moved);
                }
              }
            });
  }

  /** Whether the partner finds a reply among what the university has for it. */
  private boolean isHanded(long letter) {
    return rows.one(
            "SELECT 1 FROM letter WHERE reply_to = ? AND outbox_id IS NOT NULL LIMIT 1",
            row -> true,
            letter)
        .isPresent();
  }

  /** The reason of a refusal, or the number of the reply; how else it was dealt with stays here. */
  private void tell(Stored known, CaseStatus to, LetterMoved moved) {
    boolean told = moved.act() == LetterAct.VOID || moved.act() == LetterAct.ANSWER;
    outbox.put(
        known.partnerId(),
        known.receipt(),
        known.kind().name() + "_" + to.name(),
        known.receipt(),
        known.subject(),
        told ? moved.note() : null);
  }
}
