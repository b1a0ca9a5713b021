package kz.miras.registrar.correspondence;

import static kz.miras.registrar.correspondence.LetterSound.isBlank;
import static kz.miras.registrar.correspondence.LetterSound.refuseIf;

import kz.miras.registrar.shared.Verdict;

/** LTR-7, LTR-8, LTR-11, LTR-12. Who does what with a letter. */
public final class DraftPolicy {

  private DraftPolicy() {}

  /** LTR-8. Whether its words may change: only of a draft, by whoever writes it. */
  public static Verdict writes(LetterState state, boolean own) {
    return LetterAct.DRAFT_WRITTEN
        .from(state, false)
        .and(refuseIf(!own, "correspondence.others-draft", "LTR-8", ""));
  }

  /** LTR-8. Whether somebody may agree it: another person than who wrote it. */
  public static Verdict agrees(LetterState state, boolean own) {
    return LetterAct.AGREE
        .from(state, false)
        .and(refuseIf(own, "correspondence.own-draft", "LTR-8", ""));
  }

  /** LTR-8. Whether somebody may sign it: another person than who wrote it. */
  public static Verdict signs(LetterState state, boolean own) {
    return LetterAct.SIGN
        .from(state, false)
        .and(refuseIf(own, "correspondence.own-signature", "LTR-8", ""));
  }

  /** LTR-8. Whether it may be sent back: with a reason. */
  public static Verdict givesBack(LetterState state, String reason) {
    return LetterAct.GIVE_BACK
        .from(state, false)
        .and(refuseIf(isBlank(reason), "correspondence.back-reason", "LTR-8", "reason"));
  }

  /**
   * LTR-8. Whether somebody may send it back at all: who agrees drafts one that is not signed, who
   * signs both.
   */
  public static boolean returns(LetterState state, boolean agrees, boolean signs) {
    return signs || agrees && state != LetterState.SIGNED;
  }

  /**
   * LTR-7. Whether somebody works on a letter that came.
   *
   * @param named whether the resolution that stands names the person
   * @param resolves whether the person decides what becomes of letters
   */
  public static Verdict executes(boolean named, boolean resolves) {
    return refuseIf(!named && !resolves, "correspondence.not-executor", "LTR-7", "");
  }

  /** LTR-12. Whether somebody may answer an enquiry: who was asked. */
  public static Verdict answers(LetterState state, boolean asked, String answer) {
    return LetterAct.ANSWER
        .from(state, false)
        .and(refuseIf(!asked, "correspondence.not-asked", "LTR-12", ""))
        .and(refuseIf(isBlank(answer), "correspondence.answer-needed", "LTR-12", "answer"));
  }

  /**
   * LTR-11. Whether somebody may read a letter.
   *
   * @param named whether it names the person: registered, wrote, executes or is asked
   * @param resolves whether the person decides what becomes of letters
   */
  public static boolean reads(boolean restricted, boolean named, boolean resolves) {
    return !restricted || named || resolves;
  }
}
