package kz.miras.registrar.registration.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.curriculum.WaitingOrder;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.QueueTerms;

/** Where a student stands in waiting lists. */
@Path("students/{id}/waiting-list")
@RequestScoped
public class WaitingListResource {

  @Inject private PlanQueries queries;
  @Inject private QueueTerms terms;

  /**
   * A place.
   *
   * @param sections those the plan is made with meanwhile
   * @param place from 1; the first gets the next seat; of several queues the best; null where the
   *     student is in none of them, because lessons overlap
   * @param streamPlace from 1, in the queue of the stream that was named, while that is full; null
   *     otherwise
   * @param until when it ends; null where it has no end
   * @param anyGroup whether the student waits for any group
   * @param queues of each group that will do; of the one alone where only one will
   */
  record Place(
      String term,
      String discipline,
      String offering,
      String enrolment,
      String sections,
      Integer place,
      Integer streamPlace,
      Instant until,
      boolean anyGroup,
      List<Queue> queues) {}

  /**
   * The queue of a group.
   *
   * @param place from 1; null where its lessons overlap with others of the student, who is in this
   *     queue again once they do not
   */
  record Queue(String group, Integer place) {}

  /**
   * All places of the student.
   *
   * @param order by what waiting lists of the term asked for go
   * @param until when a place in one ends that is taken now
   */
  record Places(WaitingOrder order, Instant until, List<Place> items) {}

  /** Places in the waiting lists of the academic year a term lies in. */
  @GET
  @Needs(ApiScope.PLANS_READ)
  @Produces(MediaType.APPLICATION_JSON)
  public Response places(
      @PathParam("id") String id, @QueryParam("term") String term, @Context Request request) {
    if (term == null || term.isBlank()) {
      throw ProblemException.parameter("term", "2026-AUTUMN");
    }
    List<Place> items =
        queries.plan(id, term).lines().stream()
            .filter(line -> line.seat() == EnrolmentStatus.WAITLISTED)
            .map(
                line ->
                    new Place(
                        line.term(),
                        line.discipline(),
                        String.valueOf(line.offering()),
                        String.valueOf(line.enrolment()),
                        line.sections(),
                        line.place(),
                        line.streamPlace(),
                        line.waitsUntil(),
                        !line.queues().isEmpty(),
                        queues(line)))
            .toList();
    QueueTerms.Published published = terms.of(id, term);
    return Answers.json(request, new Places(published.order(), published.until(), items));
  }

  private static List<Queue> queues(PlanView.Line line) {
    return line.queues().isEmpty() && line.place() != null
        ? List.of(new Queue(line.group(), line.place()))
        : line.queues().stream().map(one -> new Queue(one.group(), one.place())).toList();
  }
}
