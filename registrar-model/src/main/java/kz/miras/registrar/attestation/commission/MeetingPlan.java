package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * AK-1, AK-4, AK-6, AK-8. A meeting of a commission as it is typed; anything may be missing.
 *
 * @param admissionNo number of the dean's order that admits its students
 * @param admissionOn date of that order
 */
public record MeetingPlan(
    DefenceKind kind,
    LocalDate heldOn,
    LocalTime from,
    LocalTime to,
    String place,
    String admissionNo,
    LocalDate admissionOn)
    implements Serializable {

  /**
   * What the commission has on the day already.
   *
   * @param taken whether it meets at this very hour
   * @param minutes how long its meetings of the day are together
   */
  public record Held(boolean taken, long minutes) {}

  private static final int PLACE = 100;
  private static final int NUMBER = 50;

  public MeetingPlan {
    place = place == null ? "" : place.strip();
    admissionNo = admissionNo == null ? "" : admissionNo.strip();
  }

  /** AK-1. Whether it is on a day of the work of its commission. */
  public Verdict onDayOf(LocalDate first, LocalDate last) {
    return kind == null || heldOn == null || heldOn.isBefore(first) || heldOn.isAfter(last)
        ? refused("attestation.ak.meeting-day", "AK-1", "day", first, last)
        : Verdict.allowed();
  }

  /**
   * Whether it may be planned on its day, every reason against it at once.
   *
   * @param rules of the day
   * @param held what the commission has on the day already
   */
  public Verdict judge(RuleSet rules, Held held) {
    int lead = rules.integer(RuleParameter.AK_ADMISSION_LEAD_DAYS);
    return hours(rules, held)
        .and(
            place.isEmpty()
                ? refused("attestation.ak.meeting-place", "AK-8", "place")
                : Fitted.judge(PLACE, place, "place"))
        .and(FinalAdmission.ordered(admissionNo, admissionOn, heldOn, lead))
        .and(Fitted.judge(NUMBER, admissionNo, "admission_no"));
  }

  private Verdict hours(RuleSet rules, Held held) {
    if (from == null || to == null || !to.isAfter(from)) {
      return refused("attestation.ak.meeting-hours", "AK-8", "hours");
    }
    return held.taken()
        ? refused("attestation.ak.meeting-taken", "AK-8", "hours")
        : day(rules, held.minutes() + Duration.between(from, to).toMinutes());
  }

  /** AK-4. Whether the day is no longer than the rules allow, in academic hours. */
  private static Verdict day(RuleSet rules, long minutes) {
    int most = rules.integer(RuleParameter.AK_MAX_HOURS_PER_DAY);
    int hour = rules.integer(RuleParameter.ACADEMIC_HOUR_MINUTES);
    return minutes > (long) most * hour
        ? refused(
            "attestation.ak.day-hours",
            "AK-4",
            "hours",
            most,
            BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(hour), 1, RoundingMode.HALF_UP)
                .toPlainString(),
            hour)
        : Verdict.allowed();
  }

  private static Verdict refused(String code, String rule, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(field));
  }
}
