package kz.miras.registrar.registration;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** WIN-1, WIN-2. What a window must be, before anybody approves it. */
public final class WindowSound {

  /** Most parts the students are drawn into. */
  public static final int MOST_WAVES = 48;

  /** Longest wait from one wave to the next: a day. */
  public static final int MOST_MINUTES = 1440;

  private static final String RULE = "WIN-1";

  private WindowSound() {}

  /**
   * A time the calendar gives, as instants.
   *
   * @param until first instant after it
   */
  public record Span(Instant from, Instant until) implements Serializable {}

  /**
   * Judges a window.
   *
   * @param term the kind of its term
   * @param termEnd first instant after its term
   * @param calendar periods of the academic calendar of this kind for those it is for; empty where
   *     the calendar says nothing
   */
  public static Verdict judge(
      WindowKind kind, WindowPlan plan, TermType term, Instant termEnd, List<Span> calendar) {
    if (!kind.fits(term)) {
      return refused("registration.window.term", "kind", kind, term);
    }
    if (plan.off()) {
      return plan.opensAt() == null && plan.closesAt() == null
          ? Verdict.allowed()
          : refused("registration.window.off-times", "off");
    }
    if (plan.opensAt() == null || plan.closesAt() == null) {
      return refused(
          "registration.window.times", plan.opensAt() == null ? "opens_on" : "closes_on");
    }
    return times(plan, termEnd).and(waves(plan)).and(inCalendar(plan, calendar));
  }

  private static Verdict times(WindowPlan plan, Instant termEnd) {
    Verdict verdict = Verdict.allowed();
    if (!plan.closesAt().isAfter(plan.opensAt())) {
      verdict = refused("registration.window.order", "closes_on");
    }
    return plan.closesAt().isAfter(termEnd)
        ? verdict.and(refused("registration.window.after-term", "closes_on"))
        : verdict;
  }

  private static Verdict waves(WindowPlan plan) {
    if (plan.waves() < 1 || plan.waves() > MOST_WAVES) {
      return refused("registration.window.waves", "waves", MOST_WAVES);
    }
    boolean staggered = plan.waves() > 1;
    if (staggered ? plan.waveMinutes() < 1 : plan.waveMinutes() != 0) {
      return refused("registration.window.minutes", "wave_minutes", MOST_MINUTES);
    }
    if (plan.waveMinutes() > MOST_MINUTES) {
      return refused("registration.window.minutes", "wave_minutes", MOST_MINUTES);
    }
    return !staggered || plan.startOf(plan.waves() - 1).isBefore(plan.closesAt())
        ? Verdict.allowed()
        : refused("registration.window.last-wave", "waves", plan.waves());
  }

  /** WIN-2. A window outside the period the Academic council has approved is warned of. */
  private static Verdict inCalendar(WindowPlan plan, List<Span> calendar) {
    boolean inside =
        calendar.isEmpty()
            || calendar.stream()
                .anyMatch(
                    span ->
                        !plan.opensAt().isBefore(span.from())
                            && !plan.closesAt().isAfter(span.until()));
    return inside
        ? Verdict.allowed()
        : Verdict.warning(Refusal.of("registration.window.outside", "WIN-2").at("opens_on"));
  }

  /** Whether a level and a programme belong together; either may be absent. */
  public static Verdict reach(WindowReach reach, Level programmes) {
    return reach.level() == null || programmes == null || reach.level() == programmes
        ? Verdict.allowed()
        : refused("registration.window.level", "level", programmes);
  }

  private static Verdict refused(String code, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, RULE, args).at(field));
  }
}
