package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * AK-1, AK-6, AK-8. A meeting of a commission as it is typed; anything may be missing.
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
   * @param lead days the dean's order is given before the meeting
   * @param taken whether the commission meets at this hour already
   */
  public Verdict judge(int lead, boolean taken) {
    return hours(taken)
        .and(
            place.isEmpty()
                ? refused("attestation.ak.meeting-place", "AK-8", "place")
                : Fitted.judge(PLACE, place, "place"))
        .and(FinalAdmission.ordered(admissionNo, admissionOn, heldOn, lead))
        .and(Fitted.judge(NUMBER, admissionNo, "admission_no"));
  }

  private Verdict hours(boolean taken) {
    if (from == null || to == null || !to.isAfter(from)) {
      return refused("attestation.ak.meeting-hours", "AK-8", "hours");
    }
    return taken ? refused("attestation.ak.meeting-taken", "AK-8", "hours") : Verdict.allowed();
  }

  private static Verdict refused(String code, String rule, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(field));
  }
}
