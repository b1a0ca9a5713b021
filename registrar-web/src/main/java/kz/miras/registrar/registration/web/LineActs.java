package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Verdict;

/** What a student does with a line of the own plan that is there already. */
@Named("lineActs")
@RequestScoped
public class LineActs {

  @Inject private MyPlan plan;
  @Inject private RegistrationCounter counter;
  @Inject private Notice notice;

  /** Gives up a seat or a place in a queue. */
  public void drop(UUID enrolment) {
    plan.gaveUp(() -> counter.drop(plan.getId(), enrolment));
    notice.done("registration.my.dropped");
  }

  /** Takes a line that holds no seat out of the plan. */
  public void withdraw(long line) {
    plan.gaveUp(() -> counter.withdraw(plan.getId(), plan.getTerm(), line));
    notice.done("registration.my.withdrawn");
  }

  /** Whether a discipline has sections to choose from in the term. */
  public boolean isOffered(String code) {
    return plan.getPlan().candidates().stream()
        .anyMatch(one -> one.code().equals(code) && !one.offerings().isEmpty());
  }

  /** Whether a line without a seat can be submitted as it is: no group is there, nor refused. */
  public boolean isToBeHad(PlanView.Line line) {
    return plan.getPlan().candidates().stream()
        .filter(one -> one.code().equals(line.discipline()) && one.offerings().isEmpty())
        .anyMatch(one -> one.languages().contains(line.language()));
  }

  /** Submits a returned line again as it is, with the seat it has or as the choice it was. */
  public void again(long line) {
    Verdict verdict = counter.again(plan.getId(), plan.getTerm(), line);
    notice.show(verdict);
    if (verdict.isAllowed()) {
      notice.done("registration.my.submitted");
    }
    plan.chosen();
    plan.forget();
  }

  /** Submits a returned line again whose seat was released: it takes one anew. */
  public void anew(long line) {
    plan.takeAnew(line);
  }
}
