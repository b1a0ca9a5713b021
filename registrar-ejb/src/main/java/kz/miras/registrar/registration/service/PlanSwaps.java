package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.student.Student;

/**
 * REG-33. What a discipline takes the place of: a seat or a place in a queue the student has, or a
 * discipline that stands in the plan of the term without either.
 */
@ApplicationScoped
class PlanSwaps {

  @Inject private Offerings offerings;
  @Inject private Catalogue catalogue;
  @Inject private PlanStore plans;
  @Inject private EnrolmentRows rows;

  /**
   * A wish in the place of what the line of the request names.
   *
   * @param field the line in the request
   * @throws kz.miras.registrar.shared.RegistrarException.Refused where that is not the student's
   *     own, or of another term
   */
  Wish named(Wish wish, Student student, Term term, PlanRequest.Line line, String field) {
    if (line.replaces() != null) {
      Optional<Enrolment> old =
          offerings.openByLink(student.getId(), term.getId(), line.replaces());
      PlanWishes.require(old.isPresent(), field + ".replaces", line.replaces().toString());
      long of = offerings.offering(old.get().getOfferingId()).orElseThrow().getDisciplineId();
      return wish.insteadOf(old.get().getId(), of);
    }
    if (line.insteadOf() == null) {
      return wish;
    }
    Optional<Wish> instead =
        catalogue
            .discipline(line.insteadOf())
            .flatMap(
                other ->
                    plans
                        .of(student.getId(), term.getAcademicYear().getId())
                        .flatMap(plan -> of(wish, plan, term.getId(), other.getId())));
    PlanWishes.require(instead.isPresent(), field + ".insteadOf", line.insteadOf());
    return instead.get();
  }

  /** A wish in the place of what its draft names, while that is there. */
  Wish kept(Wish wish, StudyPlan plan, StudyPlanLine draft) {
    return draft.insteadOf() == null
        ? wish
        : of(wish, plan, draft.term(), draft.insteadOf()).orElse(wish);
  }

  private Optional<Wish> of(Wish wish, StudyPlan plan, long term, long other) {
    return plan.line(term, other)
        .filter(StudyPlanLine::counts)
        .filter(old -> old.enrolment() == null || isOpen(old.enrolment()))
        .map(old -> wish.insteadOf(old.enrolment(), other));
  }

  private boolean isOpen(long enrolment) {
    return rows.read(enrolment)
        .filter(one -> EnrolmentStatus.open().contains(one.status()))
        .isPresent();
  }
}
