package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.service.Seats;
import kz.miras.registrar.registration.service.summer.SummerView.Application;
import kz.miras.registrar.registration.summer.SummerApplication;
import kz.miras.registrar.registration.summer.SummerApplicationStatus;
import kz.miras.registrar.registration.summer.SummerPlanSound;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/**
 * SUM-13. The steps of an application for the summer before its group and its payment: the office
 * checks it, the adviser or the dean of the student agrees to it.
 */
@Stateless
@Guarded
public class SummerSteps {

  @Inject private Summers summers;
  @Inject private SummerApplications applications;
  @Inject private SummerAdmission admission;
  @Inject private Seats seats;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * Marks an application as checked by the office.
   *
   * @param id public id
   */
  @RolesAllowed(Permissions.RETAKE_CHECK)
  public Verdict check(String id) {
    SummerApplication one = visible(id, Permissions.RETAKE_CHECK);
    Verdict verdict = SummerPlanSound.steps(one.getStatus(), one.isChecked());
    if (verdict.isAllowed()) {
      one.check(access.current().login(), time.now());
      verdict = admission.proceed(one);
    }
    return verdict;
  }

  /**
   * Agrees to an application of an advisee, or of a student of the school.
   *
   * @param id public id
   */
  @RolesAllowed(Permissions.RETAKE_AGREE)
  public Verdict agree(String id) {
    SummerApplication one = visible(id, Permissions.RETAKE_AGREE);
    Verdict verdict = SummerPlanSound.steps(one.getStatus(), one.isAgreed());
    if (verdict.isAllowed()) {
      one.agree(access.current().login(), time.now());
      verdict = admission.proceed(one);
    }
    return verdict;
  }

  /**
   * SUM-7. Asks once more to let in whom the rules did not when the group was opened, or when the
   * last step was done: what stood against it may be gone.
   *
   * @param id public id
   */
  @RolesAllowed(Permissions.RETAKE_APPROVE)
  public Verdict accept(String id) {
    SummerApplication one = visible(id, Permissions.RETAKE_APPROVE);
    Verdict verdict = SummerPlanSound.steps(one.getStatus(), false).and(admission.ready(one));
    return verdict.isAllowed() ? admission.proceed(one) : verdict;
  }

  /**
   * Applications of a semester the caller may agree to and nobody has; those the rules ask for it
   * first.
   *
   * @param plan public id of the semester
   */
  @RolesAllowed(Permissions.RETAKE_AGREE)
  public List<Application> toAgree(String plan) {
    List<SummerApplication> unagreed =
        summers.waiting(summers.plan(plan)).stream().filter(one -> !one.isAgreed()).toList();
    SummerCases cases = admission.cases(unagreed);
    Set<Student> mine = Set.copyOf(scope.ofCaller(cases.students(), Permissions.RETAKE_AGREE));
    return applications.shown(
        unagreed.stream()
            .filter(one -> mine.contains(cases.student(one)))
            .sorted(Comparator.comparing(one -> !cases.asksAgreement(one)))
            .toList());
  }

  /** Whose student it is decides; the turn is held, as a seat may be asked for. */
  private SummerApplication visible(String id, String permission) {
    SummerApplication one = summers.application(id);
    Student student = admission.student(one);
    scope.visible(student.getStudentNo(), permission);
    if (one.getStatus() == SummerApplicationStatus.APPLIED) {
      seats.takeTurn(List.of(student.getId()));
    }
    return one;
  }
}
