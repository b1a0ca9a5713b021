package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.correspondence.DraftPolicy;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.shared.RegistrarException;

/** LTR-11. Which letters a caller may read. */
@ApplicationScoped
class LetterReach {

  @Inject private Letters letters;
  @Inject private LetterRows rows;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * A letter the caller may read.
   *
   * @throws RegistrarException.NotFound where there is none, or it is not the caller's to see
   */
  StoredLetter readable(String id) {
    return seen(letters.of(id));
  }

  /** The same, kept from others until the transaction ends. */
  StoredLetter locked(String id) {
    return seen(letters.locked(id));
  }

  private StoredLetter seen(StoredLetter letter) {
    if (!reads(letter)) {
      String id = letter.uuid().toString();
      audit.recordApart(Outcome.DENIED, right(letter), "Letter", id);
      throw new RegistrarException.NotFound("letter", id);
    }
    return letter;
  }

  /** Whether the caller may read a letter. */
  boolean reads(StoredLetter letter) {
    Actor actor = access.current();
    boolean named = letter.facts().restricted() && names(letter, actor);
    boolean office = access.may(right(letter), Target.nobodys());
    boolean resolves = access.may(Permissions.INCOMING_RESOLVE, Target.nobodys());
    return office && DraftPolicy.reads(letter.facts().restricted(), named, resolves)
        || actor.login().equals(letter.asked()) && letter.registeredOn() != null;
  }

  private static String right(StoredLetter letter) {
    return letter.direction() == LetterDirection.OUTGOING
        ? Permissions.OUTGOING_READ
        : Permissions.INCOMING_READ;
  }

  /** Whether the letter names somebody: registered, wrote, signed, resolved or executes it. */
  private boolean names(StoredLetter letter, Actor actor) {
    return Stream.of(letter.createdBy(), letter.drafter(), letter.signatory(), letter.asked())
            .anyMatch(actor.login()::equals)
        || rows.number(
                "SELECT COUNT(*) FROM resolution r LEFT JOIN resolution_executor e ON e.resolution_id"
                    + " = r.id WHERE r.letter_id IN (?, ?) AND (r.author_id = ? OR e.account_id ="
                    + " ?)",
                letter.id(),
                letter.replyTo() == null ? letter.id() : letter.replyTo(),
                actor.accountId(),
                actor.accountId())
            > 0;
  }
}
