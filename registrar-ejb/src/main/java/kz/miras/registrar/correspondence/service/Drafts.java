package kz.miras.registrar.correspondence.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterSound;
import kz.miras.registrar.correspondence.LetterState;

/** LTR-3, LTR-8. Letters of the office as they begin. */
@ApplicationScoped
class Drafts {

  @Inject private Letters letters;
  @Inject private Correspondents correspondents;
  @Inject private LetterNews news;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * Writes a letter that nobody has agreed yet.
   *
   * @param answered the letter it answers; null for none
   * @param student key; null for nobody
   * @param document key; null for none
   */
  StoredLetter write(
      LetterFacts typed,
      StoredLetter answered,
      String address,
      String basis,
      Long student,
      Long document) {
    LetterFacts facts = known(typed);
    refuse(LetterSound.writes(facts));
    String by = access.current().login();
    StoredLetter draft =
        letters.add(
            new NewLetter(
                LetterDirection.OUTGOING,
                LetterState.DRAFT,
                null,
                LetterChannel.PAPER,
                null,
                null,
                facts,
                null,
                answered == null ? null : answered.id(),
                student,
                document,
                basis,
                address,
                access.current().accountId(),
                null),
            by);
    letters.event(draft.id(), LetterAct.DRAFT_WRITTEN, draft.state(), null, by);
    audit.record("letter.draft", "Letter", draft.uuid(), null, null);
    news.toAgree(draft);
    return draft;
  }

  /** The facts with the correspondent the office knows by the typed name. */
  LetterFacts known(LetterFacts typed) {
    return typed.correspondent() != null
        ? typed
        : correspondents.named(typed.name()).map(one -> typed.from(one.id())).orElse(typed);
  }
}
