package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.registration.plan.StudyPlan;

/** IUP-1. Closes plans whose academic year is over; their lines stay as they are. */
@ApplicationScoped
class PlanClosing {

  @Inject private PlanStore plans;
  @Inject private PlanHistory history;
  @Inject private Seats seats;

  void close(long id) {
    plans.byId(id).ifPresent(plan -> seats.takeTurn(List.of(plan.student())));
    // read again: somebody may have decided about it while the turn was waited for
    StudyPlan plan = plans.byId(id).orElse(null);
    if (plan == null || plan.status() == PlanStatus.CLOSED) {
      return;
    }
    history.store(plan, plan.close(), "CLOSED", null);
  }
}
