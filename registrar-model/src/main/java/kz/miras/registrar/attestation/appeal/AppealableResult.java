package kz.miras.registrar.attestation.appeal;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * A result of a student a sheet has given, as an appeal sees it.
 *
 * @param until last day of an appeal; null while the result is not published
 * @param scored whether the exam was taken and has a score
 * @param standing whether there is a result: neither I nor W, nor taken away
 * @param appealed whether it was appealed before and not refused for the form
 */
public record AppealableResult(LocalDate until, boolean scored, boolean standing, boolean appealed)
    implements Serializable {

  /** APL-1, APL-6, APL-8. Whether it may be appealed now, every reason against it at once. */
  public Verdict judge(RuleSet rules, Instant now, ZoneId zone) {
    Verdict verdict = Verdict.allowed();
    if (until == null) {
      verdict = verdict.and(refused("attestation.appeal.not-published", "APL-1"));
    } else if (!new Deadline(until).isKeptAt(now, zone)) {
      verdict = verdict.and(refused("attestation.appeal.late", "APL-1", until));
    }
    if (!standing) {
      verdict = verdict.and(refused("attestation.appeal.no-result", "APL-6"));
    } else if (!scored && !rules.flag(RuleParameter.APPEAL_RATING_ALLOWED)) {
      verdict = verdict.and(refused("attestation.appeal.no-score", "APL-6"));
    }
    if (appealed) {
      verdict = verdict.and(refused("attestation.appeal.twice", "APL-8"));
    }
    return verdict;
  }

  /** APL-1. The same with the reason the student gives. */
  public Verdict judge(String reason, RuleSet rules, Instant now, ZoneId zone) {
    Verdict verdict = judge(rules, now, zone);
    return reason == null || reason.isBlank()
        ? verdict.and(
            Verdict.refused(Refusal.of("attestation.appeal.reason", "APL-1").at("reason")))
        : verdict;
  }

  private static Verdict refused(String code, String rule, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args));
  }
}
