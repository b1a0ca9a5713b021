package kz.miras.registrar.correspondence;

import static kz.miras.registrar.correspondence.LetterSound.isBlank;
import static kz.miras.registrar.correspondence.LetterSound.refuseIf;

import java.time.LocalDate;
import java.util.Collection;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Verdict;

/** LTR-5, LTR-6, LTR-12, LTR-13. Until when a letter is answered, and who is reminded of it. */
public final class LetterTerm {

  private final RuleSet rules;
  private final WorkingDays calendar;

  /** The terms of rules, counted by the table of working days. */
  public LetterTerm(RuleSet rules, WorkingDays calendar) {
    this.rules = rules;
    this.calendar = calendar;
  }

  /**
   * LTR-5. The last day the law leaves for an answer.
   *
   * @return null where the resolution alone says it
   */
  public LocalDate legal(LetterKind kind, LocalDate registered) {
    return kind == LetterKind.APPEAL || kind == LetterKind.COMPLAINT
        ? calendar.plusWorkingDays(
            registered, rules.integer(RuleParameter.LETTER_APPEAL_WORKING_DAYS))
        : null;
  }

  /** LTR-12. By when a department usually answers. */
  public LocalDate enquiry(LocalDate asked) {
    return calendar.plusWorkingDays(
        asked, rules.integer(RuleParameter.LETTER_ENQUIRY_WORKING_DAYS));
  }

  /**
   * LTR-5. Whether a resolution may be given.
   *
   * @param executors logins of who executes it, the first answerable
   * @param due null for no day
   * @param legal the last day the law leaves; null for none
   */
  public Verdict resolves(
      String words,
      Collection<String> executors,
      LocalDate due,
      LocalDate legal,
      boolean controlled,
      LocalDate today) {
    return refuseIf(isBlank(words), "correspondence.resolution-words", "LTR-5", "words")
        .and(refuseIf(executors.isEmpty(), "correspondence.executor-needed", "LTR-5", "executor"))
        .and(refuseIf(controlled && due == null, "correspondence.due-needed", "LTR-5", "due"))
        .and(due(due, legal, today));
  }

  private Verdict due(LocalDate due, LocalDate legal, LocalDate today) {
    if (due == null) {
      return Verdict.allowed();
    }
    return refuseIf(due.isBefore(today), "correspondence.due-past", "LTR-5", "due", today)
        .and(
            refuseIf(
                legal != null && due.isAfter(legal) && !legal.isBefore(today),
                "correspondence.due-legal",
                "LTR-5",
                "due",
                legal == null ? today : legal))
        .and(refuseIf(!calendar.isWorking(due), "correspondence.due-free", "LTR-5", "due", due));
  }

  /**
   * LTR-6. Whether a term may be extended.
   *
   * @param before the day so far; null for none
   * @param after the new day; null where none was chosen
   */
  public Verdict extend(
      LetterState state, boolean voided, LocalDate before, LocalDate after, String reason) {
    return LetterAct.EXTEND
        .from(state, voided)
        .and(refuseIf(before == null, "correspondence.no-term", "LTR-6", "after"))
        .and(
            refuseIf(
                after == null || before != null && !after.isAfter(before),
                "correspondence.extend-later",
                "LTR-6",
                "after",
                before == null ? "" : before))
        .and(
            refuseIf(
                after != null && !calendar.isWorking(after),
                "correspondence.due-free",
                "LTR-6",
                "after",
                after == null ? "" : after))
        .and(refuseIf(isBlank(reason), "correspondence.extend-reason", "LTR-6", "reason"));
  }

  /** LTR-13. Whether executors are reminded on a day. */
  public boolean reminds(LocalDate due, LocalDate today) {
    if (!calendar.isWorking(today)) {
      return false;
    }
    int before = rules.integer(RuleParameter.LETTER_REMINDER_WORKING_DAYS);
    return !today.isBefore(due)
        || before > 0 && today.equals(calendar.minusWorkingDays(due, before));
  }

  /** LTR-12. Whether an enquiry may be put. */
  public Verdict asks(String words, boolean known, LocalDate due, LocalDate today) {
    return refuseIf(isBlank(words), "correspondence.enquiry-words", "LTR-12", "body")
        .and(refuseIf(!known, "correspondence.enquiry-whom", "LTR-12", "asked"))
        .and(
            refuseIf(
                due == null || due.isBefore(today),
                "correspondence.enquiry-due",
                "LTR-12",
                "due",
                today))
        .and(
            refuseIf(
                due != null && !calendar.isWorking(due),
                "correspondence.due-free",
                "LTR-12",
                "due",
                due == null ? "" : due));
  }
}
