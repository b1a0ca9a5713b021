package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.service.mail.Parcels;
import kz.miras.registrar.access.service.mail.Parcels.Enclosure;
import kz.miras.registrar.correspondence.LetterFileRole;

/** Puts letters into the outbox of mails, the signed file and what is enclosed with them. */
@ApplicationScoped
class LetterMail {

  @Inject private Parcels parcels;
  @Inject private LetterFiles files;

  /**
   * A letter to an address; it goes with the next turn of the outbox.
   *
   * @return key of the mail
   */
  long post(StoredLetter letter, String address) {
    List<Enclosure> enclosures = new ArrayList<>();
    for (LetterFiles.Kept kept : files.of(letter.id())) {
      if (kept.role() != LetterFileRole.RECEIVED) {
        LetterFiles.Content content = files.content(UUID.fromString(kept.id())).orElseThrow();
        enclosures.add(new Enclosure(content.name(), content.mediaType(), content.content()));
      }
    }
    return parcels.put(
        address,
        letter.facts().language(),
        letter.index() + ". " + letter.facts().subject(),
        letter.facts().body(),
        enclosures);
  }
}
