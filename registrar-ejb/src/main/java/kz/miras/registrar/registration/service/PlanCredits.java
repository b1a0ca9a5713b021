package kz.miras.registrar.registration.service;

/**
 * REG-33. What lines of a plan come to: a discipline that waits to replace another counts once it
 * does, and the other until then.
 */
public final class PlanCredits {

  /** Whether the line {@code l} waits to replace another, as a draft too. */
  static final String INSTEAD =
      "(l.instead_of_id IS NOT NULL OR EXISTS (SELECT 1 FROM enrolment w WHERE w.id = l.enrolment_id AND w.status = 'WAITLISTED' AND"
          + " w.replaces_id IS NOT NULL))";

  /** Credits of a line {@code l} of a discipline {@code d}. */
  public static final String OF_LINE = "IF(" + INSTEAD + ", 0, d.credits)";

  /** Credits of the plan {@code v}. */
  static final String OF_PLAN =
      "(SELECT COALESCE(SUM("
          + OF_LINE
          + "), 0) FROM study_plan_line l JOIN discipline d ON d.id = l.discipline_id WHERE l.plan_id"
          + " = v.id AND l.status <> 'REMOVED')";

  private PlanCredits() {}
}
