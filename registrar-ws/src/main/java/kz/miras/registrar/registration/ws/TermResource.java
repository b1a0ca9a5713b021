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
import java.util.List;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Cursor;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.registration.service.RosterQueries;
import kz.miras.registrar.registration.service.TermOfferings;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Json;

/** What a term offers, and how the lists of its sections change. */
@Path("terms/{term}")
@RequestScoped
public class TermResource {

  @Inject private TermOfferings offerings;
  @Inject private RosterQueries rosters;

  /** A page of offerings. */
  record OfferingPage(List<OfferingBody> items, String next) {}

  /** An offering. */
  record OfferingBody(
      String id,
      String code,
      String discipline,
      LocalizedText name,
      int credits,
      String language,
      List<SectionBody> sections) {

    static OfferingBody of(TermOfferings.Offered one) {
      return new OfferingBody(
          one.id().toString(),
          one.code(),
          one.discipline(),
          one.name(),
          one.credits(),
          one.language(),
          one.sections().stream().map(SectionBody::of).toList());
    }
  }

  /** A section with its seats and hours. */
  record SectionBody(
      String kind,
      String code,
      int capacity,
      int taken,
      int waiting,
      String teacher,
      List<HourBody> hours) {

    static SectionBody of(TermOfferings.Part part) {
      return new SectionBody(
          part.kind().name(),
          part.code(),
          part.capacity(),
          part.taken(),
          part.waiting(),
          part.teacher(),
          part.hours().stream().map(HourBody::of).toList());
    }
  }

  /** An hour of the week. */
  record HourBody(
      String day, String from, String to, String weeks, int firstWeek, int lastWeek, String room) {

    static HourBody of(TermOfferings.Hour hour) {
      return new HourBody(
          hour.day().name(),
          hour.from().toString(),
          hour.to().toString(),
          hour.weeks().name(),
          hour.firstWeek(),
          hour.lastWeek(),
          hour.room());
    }
  }

  /** A page of the change feed; {@code next} stands behind the last change and is always there. */
  record RosterPage(List<RosterChangeBody> items, String next) {}

  /** Somebody came to a section or left it. */
  record RosterChangeBody(
      String change,
      String at,
      String offering,
      String offeringCode,
      String section,
      String sectionCode,
      String student,
      String studentNo) {

    static RosterChangeBody of(RosterQueries.Change one) {
      return new RosterChangeBody(
          one.joined() ? "JOINED" : "LEFT",
          one.at().toString(),
          one.offering().toString(),
          one.offeringCode(),
          one.section().toString(),
          one.sectionCode(),
          one.student().toString(),
          one.studentNo());
    }
  }

  /** Open offerings of the term. */
  @GET
  @Needs(ApiScope.COURSES_READ)
  @Path("offerings")
  @Produces(MediaType.APPLICATION_JSON)
  public Response offerings(
      @PathParam("term") String term,
      @QueryParam("discipline") String discipline,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context Request request) {
    int most = Cursor.limit(limit);
    List<TermOfferings.Offered> found =
        offerings.page(term, discipline, Cursor.position(cursor), most + 1);
    List<TermOfferings.Offered> page = found.size() > most ? found.subList(0, most) : found;
    String next = found.size() > most ? Cursor.after(page.get(most - 1).key()) : null;
    return Answers.json(
        request, new OfferingPage(page.stream().map(OfferingBody::of).toList(), next));
  }

  /** Who came to sections and left them, in order; ask again with {@code next} for what is new. */
  @GET
  @Needs(ApiScope.ENROLLMENTS_READ)
  @Path("roster-changes")
  @Produces(MediaType.APPLICATION_JSON)
  public Response changes(
      @PathParam("term") String term,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    int most = Cursor.limit(limit);
    long after = Cursor.position(cursor);
    List<RosterQueries.Change> page = rosters.changes(term, after, most);
    long last = page.isEmpty() ? after : page.get(page.size() - 1).place();
    return Response.ok(
            Json.write(
                new RosterPage(
                    page.stream().map(RosterChangeBody::of).toList(), Cursor.after(last))),
            MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .build();
  }
}
