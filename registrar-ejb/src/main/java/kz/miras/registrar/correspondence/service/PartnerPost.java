package kz.miras.registrar.correspondence.service;

import static kz.miras.registrar.correspondence.LetterSound.fetched;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.partner.PartnerOutbox;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterFileRole;
import kz.miras.registrar.correspondence.exchange.LetterCase;
import kz.miras.registrar.shared.Verdict;

/** LTR-9. Puts letters where partners fetch what the university has for them. */
@ApplicationScoped
class PartnerPost {

  @Inject private PartnerOutbox outbox;
  @Inject private Letters letters;
  @Inject private LetterFiles files;
  @Inject private LetterRows rows;
  @Inject private AuditTrail audit;

  /**
   * Where a letter goes.
   *
   * @param partner its key
   * @param receipt of the letter of the partner it answers; null for none
   */
  record Box(long partner, String receipt) {}

  /** The partner whose letter it answers, else the one with the БИН of its correspondent. */
  Optional<Box> box(StoredLetter letter) {
    return rows.one(
            "SELECT partner_id, receipt FROM exchange_case WHERE letter_id = ?",
            row -> new Box(row.getLong(1), row.getString(2)),
            letter.replyTo())
        .or(
            () ->
                rows.one(
                    "SELECT p.id FROM partner p JOIN correspondent o ON o.bin = p.bin WHERE o.id ="
                        + " ?",
                    row -> new Box(row.getLong(1), null),
                    letter.facts().correspondent()));
  }

  /** Whether a letter may go to the partner. */
  Verdict judge(StoredLetter letter, Optional<Box> box) {
    return fetched(box.isPresent())
        .and(
            LetterCase.hands(
                files.of(letter.id()).stream()
                    .filter(one -> one.role() != LetterFileRole.RECEIVED)
                    .map(one -> new LetterCase.Outgoing(one.name(), one.mediaType(), one.size()))
                    .toList()));
  }

  /**
   * Puts a letter out for a partner.
   *
   * @return key of what is put out
   */
  long put(StoredLetter letter, Box box) {
    return outbox.putWithFiles(
        box.partner(),
        box.receipt() == null ? letter.index() : box.receipt(),
        box.receipt() == null ? "LETTER" : "LETTER_ANSWERED",
        box.receipt(),
        letter.index() + ". " + letter.facts().subject(),
        letter.facts().body());
  }

  /** A letter whose partner has acknowledged it is delivered. */
  void arrived(@Observes PartnerOutbox.Acknowledged item) {
    rows.one(
            "SELECT l.id FROM letter l JOIN partner_outbox o ON o.id ="
                + " l.outbox_id WHERE o.uuid = ?",
            row -> row.getLong(1),
            item.id().toString())
        .flatMap(letters::byKey)
        .map(one -> letters.locked(one.uuid().toString()))
        .filter(one -> LetterAct.DELIVER.from(one.state(), one.voided()).isAllowed())
        .ifPresent(this::delivered);
  }

  private void delivered(StoredLetter letter) {
    String by = audit.author();
    letters.set(
        letter.id(),
        "state = ?, delivery_note = ?",
        LetterAct.DELIVER.after(letter.state()).name(),
        by);
    letters.event(
        letter.id(), LetterAct.DELIVER, LetterAct.DELIVER.after(letter.state()), null, by);
    audit.record("letter.deliver", "Letter", letter.uuid(), null, null);
  }
}
