package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.service.PlanDifference.Shape;

/**
 * IUP-5. Holds versions of a plan against each other, as its history keeps them: what whoever
 * decides now has not seen yet.
 */
@Stateless
@Guarded
public class PlanVersions {

  private static final Set<String> DECIDED = Set.of("APPROVED", "RETURNED", "SIGNED", "REGISTERED");

  @Inject private PlanQueries queries;
  @Inject private PlanShapes shapes;

  /**
   * The plan as it is now against the version decided about before the last change; empty where
   * nothing was decided before it. A term that version had nothing of is no change of it.
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public Optional<PlanDifference> last(UUID id) {
    PlanView plan = queries.plan(id);
    return decidedBefore(plan.events())
        .map(before -> new PlanDifference(before, null, changed(shapes.of(before), now(plan))));
  }

  private static List<PlanDifference.Line> changed(List<Shape> before, List<Shape> now) {
    Set<String> known = before.stream().map(Shape::term).collect(Collectors.toSet());
    return PlanDifference.between(before, now).stream()
        .filter(line -> known.contains(line.any().term()))
        .toList();
  }

  /**
   * Two versions of its history.
   *
   * @param before number of the event in the history, from 0
   * @param after the same; one that is not in the history for the plan as it is now
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public Optional<PlanDifference> between(UUID id, int before, int after) {
    PlanView plan = queries.plan(id);
    List<PlanView.Event> events = plan.events();
    PlanView.Event later = after < 0 || after >= events.size() ? null : events.get(after);
    if (before < 0
        || before >= events.size()
        || events.get(before).content() == null
        || later != null && later.content() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PlanDifference(
            events.get(before),
            later,
            PlanDifference.between(
                shapes.of(events.get(before)), later == null ? now(plan) : shapes.of(later))));
  }

  /** The last decision before the last submission, or whatever else changed the lines since. */
  static Optional<PlanView.Event> decidedBefore(List<PlanView.Event> events) {
    int changed = events.size() - 1;
    while (changed >= 0 && !PlanShapes.CHANGING.contains(events.get(changed).act())) {
      changed--;
    }
    for (int i = changed - 1; i >= 0; i--) {
      PlanView.Event event = events.get(i);
      if (DECIDED.contains(event.act()) && event.content() != null) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /** What is only chosen was never submitted to anybody. */
  private static List<Shape> now(PlanView plan) {
    return plan.lines().stream()
        .filter(line -> line.status() != PlanLineStatus.CHOSEN)
        .map(
            line ->
                new Shape(
                    line.term(),
                    line.discipline(),
                    line.name(),
                    line.credits(),
                    line.type(),
                    line.language(),
                    line.group(),
                    line.stream()))
        .toList();
  }
}
