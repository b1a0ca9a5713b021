package kz.miras.registrar.correspondence.exchange;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** PRT-13. The steps of a case: from which state to which, and by which side. */
public final class CaseSteps {

  private static final int LONGEST_REASON = 500;

  private static final Set<CaseStatus> REASONED =
      Set.of(CaseStatus.REJECTED, CaseStatus.PARTIALLY_APPROVED);

  private static final Map<CaseKind, List<Step>> STEPS =
      Map.of(
          CaseKind.LETTER,
          List.of(
              office(CaseStatus.RECEIVED, CaseStatus.IN_PROCESS),
              office(CaseStatus.RECEIVED, CaseStatus.REJECTED),
              office(CaseStatus.IN_PROCESS, CaseStatus.ANSWERED),
              office(CaseStatus.IN_PROCESS, CaseStatus.REJECTED)),
          CaseKind.RECOGNITION,
          List.of(
              office(CaseStatus.RECEIVED, CaseStatus.IN_PROCESS),
              office(CaseStatus.IN_PROCESS, CaseStatus.APPROVED),
              office(CaseStatus.IN_PROCESS, CaseStatus.PARTIALLY_APPROVED),
              office(CaseStatus.IN_PROCESS, CaseStatus.REJECTED),
              partner(CaseStatus.RECEIVED, CaseStatus.CANCELLED),
              partner(CaseStatus.IN_PROCESS, CaseStatus.CANCELLED)),
          CaseKind.MOBILITY,
          List.of(
              office(CaseStatus.NOMINATED, CaseStatus.ACCEPTED),
              office(CaseStatus.NOMINATED, CaseStatus.REJECTED),
              office(CaseStatus.ACCEPTED, CaseStatus.REJECTED),
              partner(CaseStatus.ACCEPTED, CaseStatus.AGREED),
              partner(CaseStatus.AGREED, CaseStatus.AGREED),
              partner(CaseStatus.AGREED, CaseStatus.ARRIVED),
              office(CaseStatus.AGREED, CaseStatus.ARRIVED),
              partner(CaseStatus.ARRIVED, CaseStatus.DEPARTED),
              office(CaseStatus.ARRIVED, CaseStatus.DEPARTED),
              partner(CaseStatus.DEPARTED, CaseStatus.COMPLETED),
              office(CaseStatus.DEPARTED, CaseStatus.COMPLETED)));

  private CaseSteps() {}

  private record Step(CaseStatus from, CaseStatus to, CaseSide by) {}

  private static Step office(CaseStatus from, CaseStatus to) {
    return new Step(from, to, CaseSide.OFFICE);
  }

  private static Step partner(CaseStatus from, CaseStatus to) {
    return new Step(from, to, CaseSide.PARTNER);
  }

  /** States a side may bring a case to now. */
  public static List<CaseStatus> next(CaseKind kind, CaseStatus now, CaseSide by) {
    return Arrays.stream(CaseStatus.values())
        .filter(to -> STEPS.get(kind).contains(new Step(now, to, by)))
        .toList();
  }

  /** PRT-21. States nothing follows: a case in one of them is closed. */
  public static Set<CaseStatus> ended() {
    Set<CaseStatus> ended = EnumSet.noneOf(CaseStatus.class);
    STEPS.values().forEach(steps -> steps.forEach(step -> ended.add(step.to())));
    STEPS.values().forEach(steps -> steps.forEach(step -> ended.remove(step.from())));
    return ended;
  }

  /**
   * PRT-13. May a side bring a case from one state to another?
   *
   * @param to null where none was chosen
   */
  public static Verdict judge(
      CaseKind kind, CaseStatus now, CaseStatus to, CaseSide by, String reason) {
    if (to == null) {
      return Verdict.refused(Refusal.of("access.exchange.to-missing", "PRT-13").at("status"));
    }
    if (!next(kind, now, by).contains(to)) {
      return Verdict.refused(
          Refusal.of("access.exchange.transition", "PRT-13", now, to).at("status"));
    }
    boolean given = reason != null && !reason.isBlank();
    boolean fits = reason == null || reason.length() <= LONGEST_REASON;
    return (!REASONED.contains(to) || given) && fits
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("access.reason-missing", "PRT-13").at("reason"));
  }

  /** PRT-13. May period and contacts of a mobility still be changed? */
  public static Verdict changes(CaseStatus now) {
    boolean before =
        Set.of(CaseStatus.NOMINATED, CaseStatus.ACCEPTED, CaseStatus.AGREED).contains(now);
    return before
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("access.exchange.transition", "PRT-13", now, now));
  }
}
