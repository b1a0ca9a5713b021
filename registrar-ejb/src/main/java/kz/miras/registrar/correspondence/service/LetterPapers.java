package kz.miras.registrar.correspondence.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.service.signing.SignerOfRecord;
import kz.miras.registrar.transcript.service.signing.SigningFacts;

/**
 * Letters of the office on its letterhead: seen before they are signed, and made once with number
 * and signature. Rendering and signing hold no transaction; what is broken off goes on when it is
 * asked again, under the same number.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LetterPapers {

  @Inject private LetterReach reach;
  @Inject private LetterFiles files;
  @Inject private LetterPaperStore store;
  @Inject private LetterPrinter printer;
  @Inject private SignerOfRecord signer;
  @Inject private UniversityTime time;

  /** How a letter would look now. */
  @RolesAllowed(Permissions.OUTGOING_READ)
  public byte[] preview(String id) {
    StoredLetter letter = outgoing(id);
    return files
        .paper(letter.id())
        .orElseGet(() -> printer.print(letter, letter.facts().language(), null));
  }

  private StoredLetter outgoing(String id) {
    StoredLetter letter = reach.readable(id);
    if (letter.direction() != LetterDirection.OUTGOING) {
      throw new RegistrarException.NotFound("letter", id);
    }
    return letter;
  }

  /**
   * Makes the file of a registered letter, signed; where it is there already, nothing happens.
   *
   * @throws RegistrarException.Conflict where the key of signatures cannot be reached
   */
  @RolesAllowed(Permissions.OUTGOING_REGISTER)
  public void make(String id) {
    StoredLetter letter = outgoing(id);
    if (letter.index() == null) {
      throw new RegistrarException.Refused(
          Refusal.of("correspondence.not-registered", "LTR-8", letter.state()));
    }
    if (files.paper(letter.id()).isEmpty()) {
      SigningFacts facts = printer.facts(letter, store.signedAt(letter.id()).orElseGet(time::now));
      byte[] pdf = printer.print(letter, letter.facts().language(), facts);
      store.keep(letter, signer.sign(pdf, facts));
    }
  }
}
