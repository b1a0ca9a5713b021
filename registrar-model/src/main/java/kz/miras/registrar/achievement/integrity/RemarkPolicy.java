package kz.miras.registrar.achievement.integrity;

import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** INT-7, INT-8. What may be remarked on a flag, and by whom. */
public final class RemarkPolicy {

  /** Longest remark, in characters. */
  public static final int LONGEST = 1000;

  private RemarkPolicy() {}

  /**
   * Judges a remark.
   *
   * @param outcome what is said; null where nothing was chosen
   * @param words what is written; may be null
   * @param login of who remarks
   * @param concerned logins of everybody the flag is about
   */
  public static Verdict judge(
      IntegrityOutcome outcome, String words, String login, Set<String> concerned) {
    Objects.requireNonNull(login, "login");
    Verdict verdict = Verdict.allowed();
    if (outcome == null) {
      verdict =
          verdict.and(
              Verdict.refused(
                  Refusal.of("achievement.integrity.no-outcome", "INT-7").at("outcome")));
    }
    if (outcome == IntegrityOutcome.FOLLOW && (words == null || words.isBlank())) {
      verdict =
          verdict.and(
              Verdict.refused(Refusal.of("achievement.integrity.no-words", "INT-7").at("words")));
    }
    if (words != null && words.length() > LONGEST) {
      verdict =
          verdict.and(
              Verdict.refused(
                  Refusal.of("achievement.integrity.long-words", "INT-7", LONGEST).at("words")));
    }
    return concerned.contains(login)
        ? verdict.and(Verdict.refused(Refusal.of("achievement.integrity.own", "INT-8")))
        : verdict;
  }
}
