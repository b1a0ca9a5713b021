package kz.miras.registrar.achievement.stipend;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.Trait;
import kz.miras.registrar.achievement.stipend.StipendDecision.State;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.PastStanding;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudyForm;

/** STP-1 to STP-6, PRO-5. Who may be paid a stipend after a session, with every reason. */
public final class StipendPolicy {

  private final RuleSet rules;

  /** By the criteria in force on the day the list is for (STP-6). */
  public StipendPolicy(RuleSet rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
  }

  /** STP-5. Whether a list is about somebody who stood so on the day of the session. */
  public static boolean isListed(PastStanding then) {
    return then.funding() == Funding.GRANT && then.status().isInContingent();
  }

  /** STP-3, STP-4. What of a session is still I; additional study has no say in it. */
  public static List<Result> pending(CountedResults session) {
    return session.pending().stream().filter(result -> !result.is(Trait.ADDITIONAL_STUDY)).toList();
  }

  /** Judges one student. */
  public StipendDecision judge(StipendFacts student) {
    Verdict against = entitled(student).and(results(student)).and(debts(student));
    Verdict open = open(student);
    State state =
        !against.isAllowed()
            ? State.NOT_ELIGIBLE
            : open.warnings().isEmpty() ? State.ELIGIBLE : State.OPEN;
    return new StipendDecision(
        state, against.and(open), state == State.ELIGIBLE && presidential(student).isAllowed());
  }

  private Verdict entitled(StipendFacts student) {
    Verdict verdict = Verdict.allowed();
    if (student.status() != StudentStatus.STUDYING) {
      verdict = verdict.and(refused("achievement.stipend.status", "STP-1", student.status()));
    }
    if (student.funding() != Funding.GRANT) {
      verdict = verdict.and(refused("achievement.stipend.funding", "STP-1", student.funding()));
    }
    return student.form() == StudyForm.FULL_TIME
            || !rules.flag(RuleParameter.STIPEND_FULL_TIME_ONLY)
        ? verdict
        : verdict.and(refused("achievement.stipend.form", "STP-1", student.form()));
  }

  private Verdict results(StipendFacts student) {
    Verdict verdict = Verdict.allowed();
    for (Result result : student.session()) {
      if (!fits(result, rules.stipendLetters())) {
        verdict =
            verdict.and(
                refused(
                    "achievement.stipend.letter",
                    "STP-2",
                    result.discipline(),
                    result.grade().sign()));
      }
    }
    return verdict;
  }

  private Verdict debts(StipendFacts student) {
    int most = rules.integer(RuleParameter.STIPEND_MAX_DEBT_CREDITS);
    Verdict verdict =
        student.debts() <= most
            ? Verdict.allowed()
            : refused("achievement.stipend.debt", "STP-3", student.debts(), most);
    for (String discipline : student.expired()) {
      verdict = verdict.and(refused("achievement.stipend.expired", "STP-3", discipline));
    }
    return verdict;
  }

  private static Verdict open(StipendFacts student) {
    Verdict verdict = Verdict.allowed();
    for (String discipline : student.pending()) {
      verdict = verdict.and(open("achievement.stipend.pending", discipline));
    }
    for (LocalizedText discipline : student.missing()) {
      verdict = verdict.and(open("achievement.stipend.missing", discipline));
    }
    return student.session().isEmpty() && verdict.warnings().isEmpty()
        ? verdict.and(open("achievement.stipend.no-results"))
        : verdict;
  }

  /** PRO-5. Whether the presidential stipend may be proposed; the council decides. */
  public Verdict presidential(StipendFacts student) {
    Verdict verdict = Verdict.allowed();
    int from =
        rules.integer(
            rules.level() == Level.MASTER
                ? RuleParameter.STIPEND_PRESIDENTIAL_COURSE_MASTER
                : RuleParameter.STIPEND_PRESIDENTIAL_COURSE);
    if (student.course() < from) {
      verdict = verdict.and(refused("achievement.stipend.course", "PRO-5", from));
    }
    if (student.form() != StudyForm.FULL_TIME) {
      verdict = verdict.and(refused("achievement.stipend.form", "PRO-5", student.form()));
    }
    return !student.study().isEmpty() && all(student.study(), rules.presidentialLetters())
        ? verdict
        : verdict.and(refused("achievement.stipend.not-excellent", "PRO-5"));
  }

  private static boolean all(Collection<Result> results, Set<Letter> letters) {
    return results.stream().allMatch(result -> fits(result, letters));
  }

  /** A pass without a letter fits, as do the letters named. */
  private static boolean fits(Result result, Set<Letter> letters) {
    return result.is(Trait.ADDITIONAL_STUDY)
        || (result.grade().passes()
            && (result.grade().letter() == null || letters.contains(result.grade().letter())));
  }

  private static Verdict refused(String code, String rule, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args));
  }

  private static Verdict open(String code, Serializable... args) {
    return Verdict.provisional(Refusal.of(code, "STP-4", args));
  }
}
