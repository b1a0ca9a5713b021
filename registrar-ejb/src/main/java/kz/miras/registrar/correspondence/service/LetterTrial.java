package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.service.edition.NoExample;
import kz.miras.registrar.transcript.service.edition.TemplateTrial;

/** Tries the template of letters on a letter of the office. */
@ApplicationScoped
class LetterTrial implements TemplateTrial {

  @Inject private Letters letters;
  @Inject private LetterReach reach;
  @Inject private LetterPrinter printer;

  @Override
  public Set<String> templates() {
    return Set.of(LetterPrinter.TEMPLATE);
  }

  @Override
  public byte[] make(String template, String subject, Language language) {
    boolean any = subject == null || subject.isBlank();
    StoredLetter letter =
        (any
                ? letters.where("l.direction = 'OUTGOING' ORDER BY l.id DESC LIMIT 50")
                : letters.where(
                    "l.direction = 'OUTGOING' AND (l.letter_index = ? OR CAST(l.uuid AS CHAR) = ?)"
                        + " ORDER BY l.id DESC LIMIT 1",
                    subject.strip(),
                    subject.strip()))
            .stream().filter(reach::reads).findFirst().orElseThrow(() -> NoExample.of(subject));
    return printer.print(letter, language, null);
  }
}
