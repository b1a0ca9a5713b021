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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.service.entry.ExchangedSheet;
import kz.miras.registrar.attestation.service.entry.MarkCounter;
import kz.miras.registrar.attestation.service.entry.MarkExchange;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Cursor;
import kz.miras.registrar.frame.ws.Languages;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.ProblemException;

/** Mark sheets of a term: listed, read, filled. */
@Path("mark-sheets")
@RequestScoped
public class MarkSheetsResource {

  @Inject private MarkExchange exchange;
  @Inject private MarkCounter counter;
  @Inject private AuditTrail audit;
  @Context private HttpServletRequest call;

  /** A page of sheets. */
  record Page(List<MarkSheetBody.Head> items, String next) {}

  /** Sheets of a term, without rows. */
  @GET
  @Needs(ApiScope.GRADE_SHEETS_READ)
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
  @Needs(ApiScope.GRADE_SHEETS_READ)
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response sheet(@PathParam("id") String id, @Context Request request) {
    ExchangedSheet sheet = exchange.sheet(id);
    audit.record("sheet.exchange", "Sheet", sheet.head().key(), null, null);
    return Answers.json(request, sheet.tag(), MarkSheetBody.of(sheet));
  }

  /** Stores ratings and scores; each has a verdict of its own. */
  @PUT
  @Needs(ApiScope.GRADE_SHEETS_WRITE)
  @Path("{id}/marks")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response marks(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String key,
      @HeaderParam("If-Match") String match,
      byte[] body) {
    return SentMarks.store(
        key,
        match,
        body,
        Languages.of(call),
        (name, read, sent) -> counter.type(id, name, read, sent),
        () -> exchange.sheet(id).tag());
  }
}
