package kz.miras.registrar.correspondence.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.miras.registrar.access.LetterPermissions;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.DraftPolicy;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterSound;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** LTR-8, LTR-9. Letters of the office: written, agreed, signed, registered, sent, delivered. */
@Stateless
@Guarded
public class DraftDesk {

  private static final String ENTITY = "Letter";

  @Inject private Letters letters;
  @Inject private LetterReach reach;
  @Inject private Correspondents correspondents;
  @Inject private Drafts drafts;
  @Inject private LetterFiles files;
  @Inject private LetterNews news;
  @Inject private LetterMail mail;
  @Inject private PartnerPost partners;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * Writes a new letter.
   *
   * @param replyTo public id of the letter it answers; null or blank for none
   * @param address where it goes: by post, or an e-mail address; null for none
   * @param basis on what ground it tells of a person; null for nobody
   * @return public id of the draft
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.OUTGOING_EDIT)
  public String write(LetterFacts typed, String replyTo, String address, String basis) {
    StoredLetter answered = replyTo == null || replyTo.isBlank() ? null : reach.readable(replyTo);
    return drafts.write(typed, answered, address, basis, List.of()).uuid().toString();
  }

  /** LTR-8. Writes a draft anew; nobody has agreed it yet. */
  @RolesAllowed(Permissions.OUTGOING_EDIT)
  public void rewrite(String id, LetterFacts typed, String address, String basis) {
    StoredLetter draft = outgoing(id);
    refuse(DraftPolicy.writes(draft.state(), own(draft)).and(LetterSound.writes(typed)));
    letters.rewrite(draft.id(), correspondents.known(typed), address, basis);
    letters.event(
        draft.id(), LetterAct.DRAFT_WRITTEN, draft.state(), null, access.current().login());
    audit.record("letter.rewrite", ENTITY, id, null, null);
  }

  private StoredLetter outgoing(String id) {
    StoredLetter letter = reach.locked(id);
    if (letter.direction() != LetterDirection.OUTGOING) {
      throw new RegistrarException.Refused(Refusal.of("correspondence.not-outgoing", "LTR-7"));
    }
    return letter;
  }

  private boolean own(StoredLetter draft) {
    return access.current().login().equals(draft.drafter());
  }

  /** LTR-8. Lets a draft of another person go to signature. */
  @RolesAllowed(LetterPermissions.OUTGOING_AGREE)
  public void agree(String id) {
    StoredLetter draft = outgoing(id);
    refuse(DraftPolicy.agrees(draft.state(), own(draft)));
    move(draft, LetterAct.AGREE, null);
    news.toSign(draft);
  }

  /** LTR-8. Sends a letter that is not registered yet back to who wrote it. */
  @RolesAllowed({LetterPermissions.OUTGOING_AGREE, Permissions.OUTGOING_SIGN})
  public void giveBack(String id, String reason) {
    StoredLetter draft = outgoing(id);
    if (!DraftPolicy.returns(draft.state(), true, false)) {
      access.require(Permissions.OUTGOING_SIGN, Target.nobodys(), ENTITY, id);
    }
    refuse(DraftPolicy.givesBack(draft.state(), reason));
    letters.set(draft.id(), "signatory_id = NULL");
    move(draft, LetterAct.GIVE_BACK, reason.strip());
    news.givenBack(draft, reason.strip());
  }

  /** LTR-8. Signs a letter another person has written. */
  @RolesAllowed(Permissions.OUTGOING_SIGN)
  public void sign(String id) {
    StoredLetter draft = outgoing(id);
    refuse(DraftPolicy.signs(draft.state(), own(draft)));
    letters.set(draft.id(), "signatory_id = ?", access.current().accountId());
    move(draft, LetterAct.SIGN, null);
    news.signed(draft);
  }

  private void move(StoredLetter letter, LetterAct act, String note) {
    LetterState after = act.after(letter.state());
    String by = access.current().login();
    letters.set(letter.id(), "state = ?", after.name());
    letters.event(letter.id(), act, after, note, by);
    audit.record(
        "letter." + act.name().toLowerCase(Locale.ROOT), ENTITY, letter.uuid(), null, null);
  }

  /**
   * LTR-2. Registers a signed letter; its file is made afterwards, outside this transaction.
   *
   * @param fileCase public id of an open case; null where none was chosen
   * @return number of the letter
   */
  @RolesAllowed(Permissions.OUTGOING_REGISTER)
  public String register(String id, String fileCase) {
    String number = drafts.number(outgoing(id), LetterAct.REGISTER_OUTGOING, fileCase);
    audit.record("letter.register", ENTITY, id, null, null);
    return number;
  }

  /**
   * LTR-9. Sends a registered letter; what it answers is answered with it.
   *
   * @param address e-mail address, or where it was posted; null or blank for that of the draft
   */
  @RolesAllowed(Permissions.OUTGOING_REGISTER)
  public void send(String id, LetterChannel channel, String address) {
    StoredLetter letter = outgoing(id);
    String to = address == null || address.isBlank() ? letter.address() : address.strip();
    Optional<PartnerPost.Box> box = partners.box(letter);
    boolean fetched = channel == LetterChannel.SOAP;
    refuse(
        LetterAct.SEND
            .from(letter.state(), letter.voided())
            .and(LetterSound.sends(channel, to, files.paper(letter.id()).isPresent()))
            .and(fetched ? partners.judge(letter, box) : Verdict.allowed()));
    if (fetched) {
      letters.set(letter.id(), "outbox_id = ?", partners.put(letter, box.orElseThrow()));
    }
    if (channel == LetterChannel.EMAIL) {
      letters.set(letter.id(), "mail_id = ?", mail.post(letter, to));
    }
    letters.set(letter.id(), "channel = ?, address = ?", channel.name(), to);
    move(letter, LetterAct.SEND, to);
    if (letter.replyTo() != null) {
      answered(letters.byKey(letter.replyTo()).orElseThrow(), letter.index());
    }
  }

  private void answered(StoredLetter incoming, String index) {
    StoredLetter locked = letters.locked(incoming.uuid().toString());
    if (locked.direction() == LetterDirection.INCOMING
        && LetterAct.ANSWER.from(locked.state(), locked.voided()).isAllowed()) {
      letters.set(locked.id(), "executed_on = university_today()");
      move(locked, LetterAct.ANSWER, index);
    }
  }

  /** LTR-9. Notes that a letter has reached its addressee. */
  @RolesAllowed(Permissions.OUTGOING_REGISTER)
  public void delivered(String id, String confirmation) {
    StoredLetter letter = outgoing(id);
    refuse(LetterSound.delivers(letter.state(), letter.voided(), confirmation));
    letters.set(letter.id(), "delivery_note = ?", confirmation.strip());
    move(letter, LetterAct.DELIVER, confirmation.strip());
  }
}
