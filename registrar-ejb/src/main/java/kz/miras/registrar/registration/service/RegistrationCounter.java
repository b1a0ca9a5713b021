package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Again;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.service.Students;

/**
 * Where requests arrive: tries the desk again where the database asks for it (a deadlock, a lock
 * not given in time), outside the transaction that failed.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegistrationCounter {

  @Inject private RegistrationDesk desk;
  @Inject private PlanDesk plans;
  @Inject private RequestDesk requests;
  @Inject private SectionDesk sections;
  @Inject private ReserveDesk reserves;
  @Inject private StaffingDesk staffing;
  @Inject private RefusalDesk refusals;
  @Inject private Students students;

  /** See {@link RegistrationDesk#enrol}. */
  @RolesAllowed(Permissions.ENROL_ONBEHALF)
  public Decision enrol(
      String student, long offering, NamedSections named, EnrolmentType type, String reason) {
    return again(() -> desk.enrol(student, offering, named, type, reason));
  }

  /** See {@link RegistrationDesk#enrolGroup}; by code of the academic group. */
  @RolesAllowed(Permissions.ENROL_ONBEHALF)
  public List<Decision> enrolGroup(
      String code, long offering, NamedSections named, EnrolmentType type, String reason) {
    StudentGroup found =
        students.groups().stream()
            .filter(g -> g.getCode().equalsIgnoreCase(code))
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("group", code));
    return again(() -> desk.enrolGroup(found.getId(), offering, named, type, reason));
  }

  /** See {@link RegistrationDesk#leave}. */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN})
  public void leave(long enrolment, EnrolmentStatus as, String reason) {
    noting(enrolment, () -> desk.leave(enrolment, as, reason));
  }

  /** See {@link RegistrationDesk#drop}. */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN})
  public void drop(String student, UUID enrolment) {
    noting(desk.enrolment(student, enrolment), () -> desk.drop(student, enrolment));
  }

  /** See {@link PlanDesk#withdraw}. */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN})
  public void withdraw(String student, String term, long line) {
    noting(
        () -> plans.withdraw(student, term, line),
        refused -> refusals.note(student, term, line, refused));
  }

  /** See {@link PlanDesk#choose}. */
  @RolesAllowed({Permissions.PLAN_MAKE, Permissions.ENROL_ONBEHALF})
  public PlanAnswer choose(String student, PlanRequest request) {
    return again(() -> plans.choose(student, request));
  }

  /** See {@link PlanDesk#submit}. */
  @RolesAllowed({Permissions.PLAN_SUBMIT, Permissions.ENROL_ONBEHALF})
  public PlanAnswer submit(String student, PlanRequest request, String key, Instant arrivedAt) {
    return again(() -> plans.submit(student, request, key, arrivedAt));
  }

  /** See {@link PlanDesk#again}. */
  @RolesAllowed({Permissions.PLAN_SUBMIT, Permissions.ENROL_ONBEHALF})
  public Verdict again(String student, String term, long line) {
    return again(() -> plans.again(student, term, line));
  }

  /** See {@link PlanDesk#anew}. */
  @RolesAllowed({Permissions.PLAN_SUBMIT, Permissions.ENROL_ONBEHALF})
  public PlanAnswer anew(String student, PlanRequest how, long line, String key) {
    return again(() -> plans.anew(student, how, line, key));
  }

  /** See {@link RequestDesk#decide}. */
  @RolesAllowed({Permissions.ENROL_EXCEED, Permissions.ENROL_LATE, Permissions.OFFERING_APPROVE})
  public Verdict decide(String request, boolean approved, String note) {
    return again(() -> requests.decide(request, approved, note));
  }

  /** See {@link RequestDesk#carryOut}. */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.OFFERING_APPROVE})
  public Verdict carryOut(String request) {
    return again(() -> requests.carryOut(request));
  }

  /** See {@link SectionDesk#close}. */
  @RolesAllowed(Permissions.OFFERING_APPROVE)
  public Verdict closeSection(long section, String reason) {
    return again(() -> sections.close(section, reason));
  }

  /** See {@link SectionDesk#merge}. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public Verdict mergeSection(long section, long into, String reason) {
    return again(() -> sections.merge(section, into, reason));
  }

  /** See {@link SectionDesk#split}. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public Verdict splitSection(long section, String code, int count, int capacity) {
    return again(() -> sections.split(section, code, count, capacity));
  }

  /** See {@link StaffingDesk#resize}. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public Verdict resize(long section, int capacity) {
    return again(() -> staffing.resize(section, capacity));
  }

  /** See {@link ReserveDesk#keep}. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public Verdict keepSeats(ReserveDesk.Typed typed) {
    return again(() -> reserves.keep(typed));
  }

  /** See {@link ReserveDesk#release}. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public void releaseSeats(long section, String pool) {
    again(
        () -> {
          reserves.release(section, pool);
          return null;
        });
  }

  /**
   * REG-32. That somebody may not leave is a decision too: it lies in the log of the group, or
   * where there is none in the history of the plan.
   */
  private void noting(long enrolment, Runnable leaving) {
    noting(leaving, refused -> desk.note(enrolment, refused));
  }

  private static void noting(Runnable work, Consumer<Verdict> note) {
    try {
      Again.run(work);
    } catch (RegistrarException.Refused refused) {
      Verdict verdict = new Verdict(refused.refusals(), List.of(), false);
      Again.run(() -> note.accept(verdict));
      throw refused;
    }
  }

  private static <T> T again(Supplier<T> work) {
    return Again.of(work);
  }
}
