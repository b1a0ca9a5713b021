package kz.miras.registrar.achievement.ws;

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
import java.util.Comparator;
import java.util.List;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.achievement.service.AchievementQueries;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Cursor;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.student.service.StudentQueries;

/** A student's results, page by page in the order they were recorded. */
@Path("students/{id}/results")
@RequestScoped
public class ResultsResource {

  @Inject private AchievementQueries queries;
  @Inject private StudentQueries students;
  @Inject private AuditTrail audit;

  /**
   * A page.
   *
   * @param items in the order they were recorded
   * @param next cursor of the following page; null on the last one
   */
  record Page(List<ResultBody> items, String next) {}

  /** The results behind the cursor; what is recorded meanwhile comes on the last page. */
  @GET
  @Needs(ApiScope.RESULTS_READ)
  @Produces(MediaType.APPLICATION_JSON)
  public Response results(
      @PathParam("id") String id,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context Request request) {
    int most = Cursor.limit(limit);
    long after = Cursor.position(cursor);
    List<ResultBody> rest =
        queries.record(id, null).terms().stream()
            .flatMap(term -> term.lines().stream().map(line -> ResultBody.of(term, line)))
            .filter(result -> result.position() > after)
            .sorted(Comparator.comparingLong(ResultBody::position))
            .toList();
    audit.record("results.read", "Student", students.publicId(id), null, null);
    List<ResultBody> page = rest.size() > most ? rest.subList(0, most) : rest;
    String next = rest.size() > most ? Cursor.after(page.get(most - 1).position()) : null;
    return Answers.json(request, new Page(page, next));
  }
}
