package kz.miras.registrar.achievement.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.achievement.service.summary.ResultFeed;
import kz.miras.registrar.frame.ws.Cursor;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.shared.service.Json;

/** Results of all students as they are recorded, for programs that keep a copy. */
@Path("result-changes")
@RequestScoped
public class ResultChangesResource {

  @Inject private ResultFeed feed;

  /** A page of the feed; {@code next} stands behind the last result and is always there. */
  record FeedPage(List<ChangeBody> items, String next) {}

  /** A result as it was recorded. */
  record ChangeBody(
      String student,
      String studentNo,
      long position,
      Long corrects,
      String code,
      String year,
      String term,
      String kind,
      int credits,
      Integer percent,
      String grade,
      BigDecimal points,
      LocalDate date,
      String document,
      String recordedAt) {

    static ChangeBody of(ResultFeed.Change one) {
      return new ChangeBody(
          one.student().toString(),
          one.studentNo(),
          one.position(),
          one.corrects(),
          one.code(),
          one.year(),
          one.term(),
          one.kind(),
          one.credits(),
          one.percent(),
          one.grade(),
          one.points(),
          one.date(),
          one.document(),
          one.recordedAt().toString());
    }
  }

  /** What was recorded behind the cursor, in order; ask again with {@code next} for what is new. */
  @GET
  @Needs(ApiScope.RESULTS_READ)
  @Produces(MediaType.APPLICATION_JSON)
  public Response changes(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    int most = Cursor.limit(limit);
    long after = Cursor.position(cursor);
    List<ResultFeed.Change> page = feed.changes(after, most);
    long last = page.isEmpty() ? after : page.get(page.size() - 1).place();
    return Response.ok(
            Json.write(
                new FeedPage(page.stream().map(ChangeBody::of).toList(), Cursor.after(last))),
            MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .build();
  }
}
