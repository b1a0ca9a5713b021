package kz.miras.registrar.attestation.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.service.entry.BatchAnswer;
import kz.miras.registrar.attestation.service.entry.ExchangedSheet;
import kz.miras.registrar.attestation.service.entry.MarkCounter;
import kz.miras.registrar.attestation.service.entry.MarkExchange;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Bodies;
import kz.miras.registrar.frame.ws.Cursor;
import kz.miras.registrar.frame.ws.Languages;
import kz.miras.registrar.frame.ws.Problem;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.shared.service.Json;

/** Mark sheets of a term: listed, read, filled. */
@Path("mark-sheets")
@RequestScoped
public class MarkSheetsResource {

  private static final int LONGEST_KEY = 64;

  /** A tag of a header {@code If-Match}; a weak one matches nothing there (RFC 9110, 13.1.1). */
  private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"|(\\*)");

  @Inject private MarkExchange exchange;
  @Inject private MarkCounter counter;
  @Inject private AuditTrail audit;
  @Context private HttpServletRequest call;

  /** A page of sheets. */
  record Page(List<MarkSheetBody.Head> items, String next) {}

  /** Sheets of a term, without rows. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list(
      @QueryParam("term") String term,
      @QueryParam("status") String status,
      @QueryParam("kind") String kind,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context Request request) {
    if (term == null || term.isBlank()) {
      throw ProblemException.parameter("term", "2026-AUTUMN");
    }
    int most = Cursor.limit(limit);
    List<ExchangedSheet.Head> found =
        exchange.page(
            term,
            ProblemException.named(SheetStatus.values(), "status", status),
            ProblemException.named(SheetKind.values(), "kind", kind),
            Cursor.position(cursor),
            most + 1);
    List<ExchangedSheet.Head> page = found.size() > most ? found.subList(0, most) : found;
    String next = found.size() > most ? Cursor.after(page.get(most - 1).key()) : null;
    return Answers.json(
        request, new Page(page.stream().map(MarkSheetBody.Head::of).toList(), next));
  }

  /** A sheet with its rows; its tag goes into {@code If-Match} of marks. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response sheet(@PathParam("id") String id, @Context Request request) {
    ExchangedSheet sheet = exchange.sheet(id);
    audit.record("sheet.exchange", "Sheet", sheet.head().key(), null, null);
    return Answers.json(request, sheet.tag(), MarkSheetBody.of(sheet));
  }

  /** Stores ratings and scores; each has a verdict of its own. */
  @PUT
  @Path("{id}/marks")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response marks(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String key,
      @HeaderParam("If-Match") String match,
      byte[] body) {
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.parameter("Idempotency-Key", "1–" + LONGEST_KEY);
    }
    MarksBody sent = Bodies.read(body, MarksBody.class);
    Optional<BatchAnswer> answer = counter.type(id, key, tags(match), sent.sent());
    if (answer.isEmpty()) {
      throw new ProblemException(Problem.changed(exchange.sheet(id).tag()));
    }
    return Response.ok(
            Json.write(MarksAnswerBody.of(answer.get(), Languages.of(call))),
            MediaType.APPLICATION_JSON)
        .tag(new EntityTag(answer.get().tag()))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Set<String> tags(String match) {
    if (match == null) {
      return null;
    }
    Set<String> tags = new HashSet<>();
    Matcher found = TAG.matcher(match);
    while (found.find()) {
      if (found.group(3) != null) {
        tags.add("*");
      } else if (found.group(1) == null) {
        tags.add(found.group(2));
      }
    }
    return tags;
  }
}
