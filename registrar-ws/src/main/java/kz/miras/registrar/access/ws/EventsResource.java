package kz.miras.registrar.access.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.event.EventFeed;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.frame.ws.Cursor;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.Problem;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.shared.service.Json;

/** What has happened, for programs that ask instead of being told. */
@Path("events")
@RequestScoped
public class EventsResource {

  @Inject private EventFeed feed;

  /** A page of the feed; {@code next} stands behind the last event and is always there. */
  record EventPage(List<Map<String, Object>> items, String next) {}

  /** What has happened behind the cursor, in order; ask again with {@code next} for what is new. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.EVENTS_READ)
  public Response events(
      @QueryParam("types") String types,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    EventFeed.Page page =
        feed.page(
                types(types), cursor == null ? null : Cursor.position(cursor), Cursor.large(limit))
            .orElseThrow(() -> new ProblemException(Problem.of(410, "cursor-gone")));
    return Response.ok(
            Json.write(new EventPage(page.events(), Cursor.after(page.last()))),
            MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Set<EventType> types(String names) {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    if (names != null) {
      for (String name : names.split(",")) {
        types.add(
            EventType.of(name)
                .orElseThrow(
                    () ->
                        ProblemException.parameter(
                            "types",
                            Arrays.stream(EventType.values())
                                .map(EventType::code)
                                .collect(Collectors.joining(", ")))));
      }
    }
    return types;
  }
}
