package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.service.GroupOpening;
import kz.miras.registrar.registration.service.Seating;
import kz.miras.registrar.registration.service.Seats;
import kz.miras.registrar.registration.summer.SummerApplication;
import kz.miras.registrar.registration.summer.SummerApplicationStatus;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.registration.summer.SummerGroupSize;
import kz.miras.registrar.registration.summer.SummerPlan;
import kz.miras.registrar.registration.summer.SummerPlanSound;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/**
 * Applications for the summer semester and what is decided about them: groups are opened, lessons
 * become individual, or a discipline is not taught (SUM-7, SUM-9).
 */
@Stateless
@Guarded
public class SummerDesk {

  private static final String PAGE = "/registration/summer.xhtml?id=";

  @Inject private Summers summers;
  @Inject private GroupOpening groups;
  @Inject private Seating seating;
  @Inject private Seats seats;
  @Inject private SummerAdmission admission;
  @Inject private Elsewhere elsewhere;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private AcademicRecord record;
  @Inject private Notices notices;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * What became of the applications of a discipline whose groups were opened.
   *
   * @param done how many were asked to pay
   * @param left students whom the rules do not let in, with all reasons
   */
  public record Opened(Verdict verdict, int done, List<Left> left) implements Serializable {
    public Opened {
      left = List.copyOf(left);
    }
  }

  /** A student whom the rules do not let in. */
  public record Left(String student, String name, Verdict why) implements Serializable {}

  /** Applies for a discipline no other university takes part in. */
  @RolesAllowed({Permissions.RETAKE_APPLY, Permissions.ENROL_ONBEHALF})
  public Verdict apply(String student, String discipline, SummerPurpose purpose) {
    return apply(student, discipline, purpose, null);
  }

  /**
   * Applies for a discipline.
   *
   * @param student public id or number; null for the student behind the account
   * @param discipline public id of the discipline in the plan
   * @param university the other university, where the purpose needs one
   */
  @RolesAllowed({Permissions.RETAKE_APPLY, Permissions.ENROL_ONBEHALF})
  public Verdict apply(
      String student, String discipline, SummerPurpose purpose, String university) {
    boolean office = access.may(Permissions.ENROL_ONBEHALF);
    Student of = student(student);
    SummerDiscipline wanted = summers.discipline(discipline);
    Verdict purposed = SummerPlanSound.purposed(purpose);
    if (!purposed.isAllowed()) {
      return purposed;
    }
    seats.takeTurn(List.of(of.getId()));
    SummerPlan plan = wanted.getPlan();
    List<SummerApplication> own = summers.counting(summers.of(plan, of.getId()));
    boolean twice =
        own.stream()
            .anyMatch(one -> one.getDiscipline().getDiscipline().equals(wanted.getDiscipline()));
    Verdict verdict =
        SummerPlanSound.applies(
                SummerWishes.planned(plan), wanted.getStatus(), office, twice, time.today())
            .and(SummerPlanSound.elsewhere(purpose, university));
    EnrolmentType type = purpose.type(standing(of, wanted) == Standing.FAILED);
    verdict =
        verdict.and(
            seating.judge(
                of,
                plan.getTerm(),
                SummerWishes.of(own, wanted, type, purpose),
                office,
                SummerPlanSound.standsFor()));
    if (verdict.isAllowed()) {
      summers.of(plan, of.getId()).stream()
          .filter(one -> one.getStatus().isActive() && !own.contains(one))
          .filter(one -> one.getDiscipline().equals(wanted))
          .forEach(one -> one.end(SummerApplicationStatus.WITHDRAWN, null, time.now()));
      SummerApplication application =
          new SummerApplication(
              wanted,
              of.getId(),
              purpose,
              type,
              university == null ? null : university.strip(),
              access.current().login(),
              time.now());
      summers.add(application);
      summers.flush();
      if (office) {
        application.check(access.current().login(), time.now());
      }
      verdict = verdict.and(admission.proceed(application));
    }
    return verdict;
  }

  private Student student(String name) {
    Long own = access.current().studentId();
    if (name == null && own != null) {
      return students.byId(own).orElseThrow();
    }
    return scope.visible(name, Permissions.ENROL_ONBEHALF, Permissions.RETAKE_APPLY);
  }

  private Standing standing(Student student, SummerDiscipline wanted) {
    long id = wanted.getDiscipline().getId();
    return record.past(student.getId(), Set.of(id)).get(id).standing();
  }

  /** SUM-9. Takes an application back that has not become a seat. */
  @RolesAllowed({Permissions.RETAKE_APPLY, Permissions.ENROL_ONBEHALF})
  public Verdict withdraw(String id) {
    SummerApplication application = summers.application(id);
    Student of = students.byId(application.getStudentId()).orElseThrow();
    scope.visible(of.getStudentNo(), Permissions.ENROL_ONBEHALF, Permissions.RETAKE_APPLY);
    EnrolmentStatus enrolled = summers.enrolment(application).orElse(null);
    Verdict verdict = SummerPlanSound.withdraws(application.getStatus(), enrolled);
    if (verdict.isAllowed()) {
      seats.takeTurn(List.of(of.getId()));
      elsewhere.leave(application);
      application.end(SummerApplicationStatus.WITHDRAWN, null, time.now());
      if (enrolled != null) {
        seating.drop(application.getEnrolmentId(), null);
      }
    }
    return verdict;
  }

  /**
   * SUM-7, SUM-13. Opens groups; everybody whose application has passed its steps is asked to pay,
   * the others are left with what they wait for.
   */
  @RolesAllowed(Permissions.RETAKE_APPROVE)
  public Opened open(String discipline, int count, int capacity) {
    SummerDiscipline one = summers.discipline(discipline);
    List<SummerApplication> all = Summers.here(summers.counting(summers.active(one)));
    SummerCases cases = admission.cases(all);
    List<SummerApplication> waiting = cases.ready(all);
    Verdict verdict =
        SummerGroupSize.opens(
            new SummerGroupSize.Wanted(waiting.size(), one.getMinimum(), count, capacity),
            one.getStatus());
    if (!verdict.isAllowed()) {
      return new Opened(verdict, 0, cases.waiting(all));
    }
    long offering = opened(one, count, capacity);
    one.open(offering, count, access.current().login(), time.now());
    summers.flush();
    return acceptAll(waiting, cases, cases.waiting(all), offering);
  }

  /** SUM-7. Teaches those few who have applied at the price of individual lessons. */
  @RolesAllowed(Permissions.RETAKE_APPROVE)
  public Opened individual(String discipline) {
    SummerDiscipline one = summers.discipline(discipline);
    List<SummerApplication> all = Summers.here(summers.counting(summers.active(one)));
    SummerCases cases = admission.cases(all);
    List<SummerApplication> waiting = cases.ready(all);
    Verdict verdict =
        SummerGroupSize.individual(
            waiting.size(), one.getMinimum(), one.getIndividualPrice(), one.getStatus());
    if (!verdict.isAllowed()) {
      return new Opened(verdict, 0, cases.waiting(all));
    }
    long offering = opened(one, 1, waiting.size());
    one.individual(offering, access.current().login(), time.now());
    summers.flush();
    return acceptAll(waiting, cases, cases.waiting(all), offering);
  }

  private long opened(SummerDiscipline one, int count, int capacity) {
    return groups.open(
        one.getPlan().getTerm(), one.getDiscipline(), one.getLanguage(), count, capacity);
  }

  private Opened acceptAll(
      Collection<SummerApplication> waiting, SummerCases cases, List<Left> unready, long offering) {
    seating.takeTurns(waiting.stream().map(SummerApplication::getStudentId).toList());
    int done = 0;
    List<Left> left = new ArrayList<>(unready);
    for (SummerApplication application : waiting) {
      Verdict verdict = admission.accept(application, cases.student(application), offering);
      if (verdict.isAllowed()) {
        done++;
      } else {
        left.add(cases.left(application, verdict));
      }
    }
    return new Opened(Verdict.allowed(), done, left);
  }

  /** SUM-7. A discipline is not taught: everybody is told why and released. */
  @RolesAllowed(Permissions.RETAKE_APPROVE)
  public Verdict refuse(String discipline, String reason) {
    SummerDiscipline one = summers.discipline(discipline);
    Verdict verdict = SummerGroupSize.refuses(one.getStatus(), reason);
    if (verdict.isAllowed()) {
      audit.because(reason.strip());
      List<SummerApplication> active = Summers.here(summers.active(one));
      seating.takeTurns(active.stream().map(SummerApplication::getStudentId).toList());
      Long offering = one.getOfferingId();
      if (offering != null) {
        groups.close(offering);
      }
      one.refuse(reason.strip(), access.current().login(), time.now());
      summers.flush();
      if (offering != null) {
        // whoever came through the plan of studies, without an application, too
        seating.cancelAll(offering, reason.strip());
      }
      active.forEach(application -> reject(application, reason.strip()));
    }
    return verdict;
  }

  /** Refuses one application with a reason. */
  @RolesAllowed(Permissions.RETAKE_APPROVE)
  public Verdict reject(String application, String reason) {
    SummerApplication one = summers.application(application);
    Verdict verdict = SummerPlanSound.rejects(reason);
    if (!verdict.isAllowed()) {
      return verdict;
    }
    if (!one.getStatus().isActive()) {
      throw new RegistrarException.Conflict("registration.summer.ended");
    }
    audit.because(reason.strip());
    reject(one, reason.strip());
    return verdict;
  }

  private void reject(SummerApplication application, String reason) {
    seats.takeTurn(List.of(application.getStudentId()));
    elsewhere.leave(application);
    application.end(SummerApplicationStatus.REFUSED, reason, time.now());
    if (application.getEnrolmentId() != null) {
      seating.cancel(application.getEnrolmentId(), reason);
    }
    notices.tellStudent(
        application.getStudentId(),
        "registration.notice.summer-refused",
        PAGE + application.getDiscipline().getPlan().getUuid(),
        application.getDiscipline().getDiscipline().getCode(),
        reason);
  }
}
