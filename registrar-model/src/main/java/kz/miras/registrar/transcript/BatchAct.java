package kz.miras.registrar.transcript;

import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** What is done with all documents of a batch. */
public enum BatchAct {
  /** They are made ready for signature. */
  PREPARE,
  /** A signatory signs all of them; with the last signature each is issued. */
  SIGN;

  /** Message key of the name. */
  public String key() {
    return "transcript.batch.act." + name();
  }

  /**
   * DOC-11. Whether somebody lets it go on, or tries again what was not done: nobody has another
   * person's signatures given.
   *
   * @param acting login of who began it
   * @param login of who lets it go on
   */
  public Verdict goesOn(String acting, String login) {
    return this == SIGN && !acting.equals(login)
        ? Verdict.refused(Refusal.of("transcript.batch.signatory", "DOC-11", acting))
        : Verdict.allowed();
  }
}
