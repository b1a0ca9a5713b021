package kz.miras.registrar.correspondence.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterSound;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.shared.PublicId;

/** LTR-2, LTR-3, LTR-8. Letters of the office as they begin, and as they get their number. */
@ApplicationScoped
class Drafts {

  @Inject private Letters letters;
  @Inject private Correspondents correspondents;
  @Inject private FileCases cases;
  @Inject private LetterLinks links;
  @Inject private LetterNews news;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * Writes a letter that nobody has agreed yet.
   *
   * @param answered the letter it answers; null for none
   * @param about what it is about; of a reply beside what it answers is about
   */
  StoredLetter write(
      LetterFacts typed,
      StoredLetter answered,
      String address,
      String basis,
      List<LetterLinks.Target> about) {
    LetterFacts facts = correspondents.known(typed);
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
                basis,
                address,
                access.current().accountId(),
                null),
            by);
    if (answered != null) {
      links.copy(answered.id(), draft.id(), by);
    }
    about.forEach(one -> links.add(draft.id(), one, by));
    letters.event(draft.id(), LetterAct.DRAFT_WRITTEN, draft.state(), null, by);
    audit.record("letter.draft", "Letter", draft.uuid(), null, null);
    news.toAgree(draft);
    return draft;
  }

  /**
   * LTR-2. Gives a letter of the office the next number of a case.
   *
   * @param act by which it gets it
   * @param fileCase public id of an open case; null where none was chosen
   * @return the number, as people write it
   */
  String number(StoredLetter letter, LetterAct act, String fileCase) {
    Optional<FileCases.Stored> chosen = PublicId.parse(fileCase).flatMap(cases::byUuid);
    refuse(act.from(letter.state(), letter.voided()).and(LetterSound.numbers(chosen.isPresent())));
    FileCases.Number number = cases.next(chosen.orElseThrow().id());
    LetterState after = act.after(letter.state());
    String by = access.current().login();
    letters.number(letter, number, after, by);
    letters.event(letter.id(), act, after, null, by);
    return number.index();
  }
}
