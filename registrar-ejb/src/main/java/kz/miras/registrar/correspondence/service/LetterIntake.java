package kz.miras.registrar.correspondence.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterFileRole;
import kz.miras.registrar.correspondence.LetterSound;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * LTR-2, LTR-3. Enters a letter that came, whichever way: the same checks, the same numbers, the
 * same life. Callers have checked who may.
 */
@Stateless
@PermitAll
public class LetterIntake {

  @Inject private Letters letters;
  @Inject private FileCases cases;
  @Inject private Correspondents correspondents;
  @Inject private LetterFiles files;
  @Inject private LetterLinks links;
  @Inject private LetterTerms terms;
  @Inject private LetterNews news;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Enters a letter a program or a mailbox has brought. The same message again is answered with the
   * letter it has brought before, also where both come at once.
   *
   * @throws RegistrarException.Refused with every reason against it; nothing is entered then
   */
  public LetterReceipt receive(ReceivedLetter letter) {
    LetterFacts facts = known(letter);
    RegistrarException.refuse(
        LetterSound.registers(facts, time.today())
            .and(files.judge(letter.files(), letter.channel())));
    FileCases.Stored intake = cases.intake(time.today());
    // whoever brings the same message waits here, and finds its letter
    cases.locked(intake.id());
    Optional<StoredLetter> before =
        letters.brought(letter.channel(), letter.sender(), letter.messageId());
    if (before.isPresent()) {
      return receipt(before.get(), true);
    }
    StoredLetter entered =
        enter(
            intake.id(),
            letter.channel(),
            letter.sender(),
            letter.messageId(),
            facts,
            letters.sent(letter.replyTo()).orElse(null),
            links.students(letter.student()).known(),
            letter.files());
    news.received(entered, intake.responsible());
    return receipt(entered, false);
  }

  /**
   * Enters a letter into a case.
   *
   * @param about what it is about
   * @param replyTo key of the letter it answers; null for none
   */
  public StoredLetter enter(
      long fileCase,
      LetterChannel channel,
      String sender,
      String messageId,
      LetterFacts facts,
      Long replyTo,
      List<LetterLinks.Target> about,
      List<ReceivedFile> received) {
    String by = audit.author();
    FileCases.Number number = cases.next(fileCase);
    StoredLetter letter =
        letters.add(
            new NewLetter(
                LetterDirection.INCOMING,
                LetterState.REGISTERED,
                number,
                channel,
                sender,
                messageId,
                facts,
                terms.now().legal(facts.kind(), number.day()),
                replyTo,
                null,
                null,
                null,
                null),
            by);
    about.forEach(one -> links.add(letter.id(), one, by));
    received.forEach(file -> files.keep(letter.id(), LetterFileRole.RECEIVED, file, by));
    letters.event(letter.id(), LetterAct.REGISTER_INCOMING, letter.state(), null, by);
    Map<String, String> what = new TreeMap<>();
    what.put("index", letter.index());
    what.put("channel", channel.name());
    audit.record("letter.register", "Letter", letter.uuid(), null, Json.write(what));
    return letter;
  }

  /** The facts with the correspondent the office knows by БИН, address or name. */
  private LetterFacts known(ReceivedLetter letter) {
    LetterFacts facts = letter.facts();
    if (facts.correspondent() != null) {
      return facts;
    }
    Long found =
        correspondents
            .byBin(letter.bin())
            .or(() -> correspondents.byAddress(letter.sender()))
            .map(Correspondents.Stored::id)
            .orElse(null);
    return found == null ? correspondents.known(facts) : facts.from(found);
  }

  static LetterReceipt receipt(StoredLetter letter, boolean repeated) {
    return new LetterReceipt(
        letter.uuid().toString(),
        letter.index(),
        letter.registeredOn(),
        letter.state(),
        letter.dueOn(),
        repeated);
  }
}
