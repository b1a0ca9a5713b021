package kz.miras.registrar.correspondence;

import static kz.miras.registrar.correspondence.LetterState.AGREED;
import static kz.miras.registrar.correspondence.LetterState.ANSWERED;
import static kz.miras.registrar.correspondence.LetterState.DELIVERED;
import static kz.miras.registrar.correspondence.LetterState.DRAFT;
import static kz.miras.registrar.correspondence.LetterState.FILED;
import static kz.miras.registrar.correspondence.LetterState.IN_WORK;
import static kz.miras.registrar.correspondence.LetterState.REGISTERED;
import static kz.miras.registrar.correspondence.LetterState.RESOLUTION;
import static kz.miras.registrar.correspondence.LetterState.SENT;
import static kz.miras.registrar.correspondence.LetterState.SIGNED;

import java.util.Set;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** LTR-7. What is done with a letter, and from which states to which it goes. */
public enum LetterAct implements Keyed {
  REGISTER_INCOMING(REGISTERED),
  RESOLVE(RESOLUTION, REGISTERED, RESOLUTION, IN_WORK),
  TAKE(IN_WORK, RESOLUTION),
  ANSWER(ANSWERED, REGISTERED, RESOLUTION, IN_WORK, SENT),
  EXECUTE(ANSWERED, RESOLUTION, IN_WORK),
  FILE(FILED, ANSWERED, SENT, DELIVERED),
  /** Its day is moved; the state stays. */
  EXTEND(null, RESOLUTION, IN_WORK, SENT),
  DRAFT_WRITTEN(DRAFT, DRAFT),
  AGREE(AGREED, DRAFT),
  /** Sent back to whoever wrote it. */
  GIVE_BACK(DRAFT, AGREED, SIGNED),
  SIGN(SIGNED, AGREED),
  /** An enquiry goes to its department. */
  SUBMIT(SENT, DRAFT),
  REGISTER_OUTGOING(REGISTERED, SIGNED),
  SEND(SENT, REGISTERED),
  DELIVER(DELIVERED, SENT),
  /** What it is about was added or taken away; the state stays. */
  LINK(null, LetterState.values()),
  UNLINK(null, LetterState.values()),
  /** The mark of a wrong registration; the state stays. */
  VOID(null, REGISTERED, RESOLUTION, IN_WORK);

  private final LetterState to;
  private final Set<LetterState> from;

  LetterAct(LetterState to, LetterState... from) {
    this.to = to;
    this.from = Set.of(from);
  }

  @Override
  public String key() {
    return "correspondence.act." + name();
  }

  /** Where a letter in some state goes by it. */
  public LetterState after(LetterState before) {
    return to == null ? before : to;
  }

  /**
   * LTR-7. Whether it may be done with a letter now, whoever does it.
   *
   * @param voided whether the letter was registered wrongly
   */
  public Verdict from(LetterState state, boolean voided) {
    if (voided) {
      return Verdict.refused(Refusal.of("correspondence.voided", "LTR-7"));
    }
    return from.contains(state)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("correspondence.step", "LTR-7", this, state));
  }
}
