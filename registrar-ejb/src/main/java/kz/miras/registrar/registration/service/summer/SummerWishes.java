package kz.miras.registrar.registration.service.summer;

import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.service.Seating;
import kz.miras.registrar.registration.summer.SummerApplication;
import kz.miras.registrar.registration.summer.SummerApplicationStatus;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.registration.summer.SummerPlan;
import kz.miras.registrar.registration.summer.SummerPlanSound;

/** What a student wants of a summer semester, as registration and the rules look at it. */
final class SummerWishes {

  private SummerWishes() {}

  /** Everything the student has applied for and is not enrolled in, and the new wish at the end. */
  static List<Seating.Wanted> of(
      List<SummerApplication> own,
      SummerDiscipline wanted,
      EnrolmentType type,
      SummerPurpose purpose) {
    List<Seating.Wanted> wishes = new ArrayList<>();
    for (SummerApplication one : own) {
      // what is accepted lies in the plan already, as an enrolment or as studied elsewhere
      if (one.getStatus() == SummerApplicationStatus.APPLIED
          && !one.getDiscipline().equals(wanted)) {
        wishes.add(wish(one.getDiscipline(), one.getType(), one.getPurpose()));
      }
    }
    wishes.add(wish(wanted, type, purpose));
    return wishes;
  }

  private static Seating.Wanted wish(
      SummerDiscipline of, EnrolmentType type, SummerPurpose purpose) {
    return new Seating.Wanted(of.getDiscipline().getId(), type, of.getLanguage(), purpose);
  }

  /** The plan as the rules look at it. */
  static SummerPlanSound.Planned planned(SummerPlan plan) {
    return new SummerPlanSound.Planned(
        plan.getStatus(),
        plan.getTerm().getStudyWeeks(),
        plan.getTerm().getStartsOn(),
        plan.getApplicationsFrom(),
        plan.getApplicationsTo(),
        0,
        List.of());
  }
}
