package kz.miras.registrar.correspondence.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterFileRole;

/** Keeps the file of a letter, in a transaction of its own; of two who make it, one keeps it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LetterPaperStore {

  @Inject private Letters letters;
  @Inject private LetterFiles files;
  @Inject private LetterRows rows;
  @Inject private AuditTrail audit;

  /** Keeps it, unless it is there already. */
  public void keep(StoredLetter letter, byte[] pdf) {
    letters.locked(letter.uuid().toString());
    if (files.paper(letter.id()).isEmpty()) {
      String name = letter.index().replace('/', '-') + ".pdf";
      files.keep(letter.id(), LetterFileRole.PAPER, new ReceivedFile(name, pdf), audit.author());
      audit.record("letter.paper", "Letter", letter.uuid(), null, null);
    }
  }

  /** When a letter was signed the last time; empty where it was not. */
  public Optional<Instant> signedAt(long letter) {
    return rows.one(
        "SELECT at FROM letter_event WHERE letter_id = ? AND act = ? ORDER BY event_no DESC LIMIT 1",
        row -> LetterRows.instant(row, "at"),
        letter,
        LetterAct.SIGN.name());
  }
}
