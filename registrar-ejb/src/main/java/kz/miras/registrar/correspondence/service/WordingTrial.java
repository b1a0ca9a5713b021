package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.service.edition.Edition;
import kz.miras.registrar.transcript.service.edition.EditionSubject;
import kz.miras.registrar.transcript.service.edition.EditionTrial;
import kz.miras.registrar.transcript.service.edition.NoExample;

/** Shows a reply by a wording somebody tries, to a letter that is really there. */
@ApplicationScoped
class WordingTrial implements EditionTrial {

  @Inject private Letters letters;
  @Inject private LetterReach reach;
  @Inject private LetterPrinter printer;
  @Inject private Access access;

  @Override
  public EditionSubject.Sort sort() {
    return EditionSubject.Sort.WORDING;
  }

  @Override
  public byte[] make(Edition edition, String subject, Language language) {
    StoredLetter letter =
        letters(subject).stream()
            .filter(reach::reads)
            .findFirst()
            .orElseThrow(() -> NoExample.of(subject));
    LetterFacts asked = letter.facts();
    LetterFacts facts =
        new LetterFacts(
            asked.correspondent(),
            asked.name(),
            null,
            null,
            LetterKind.REPLY,
            asked.category(),
            asked.subject(),
            WordingKeeper.filled(
                WordingKeeper.of(edition.subject().name(), edition.content()), letter, language),
            language,
            1,
            0,
            asked.restricted());
    return printer.print(
        StoredLetter.reply(letter.id(), facts, access.current().login()), language, null);
  }

  private List<StoredLetter> letters(String index) {
    return index == null || index.isBlank()
        ? letters.where(
            "l.direction = 'INCOMING' AND l.void_reason IS NULL ORDER BY l.id DESC LIMIT 50")
        : letters.where(
            "l.direction = 'INCOMING' AND l.letter_index = ? ORDER BY l.id DESC", index.strip());
  }
}
