package kz.miras.registrar.attestation.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.attestation.service.entry.ExchangedSheet;
import kz.miras.registrar.attestation.service.entry.MarkCounter;
import kz.miras.registrar.attestation.service.entry.MarkExchange;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Languages;
import kz.miras.registrar.frame.ws.Needs;

/** One sheet by the names the standards of learning systems use: read, filled in batches. */
@Path("grade-sheets/{id}")
@RequestScoped
public class GradeSheetsResource {

  @Inject private MarkExchange exchange;
  @Inject private MarkCounter counter;
  @Inject private AuditTrail audit;
  @Context private HttpServletRequest call;

  /** A sheet with its rows; its tag goes into {@code If-Match} of marks. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.GRADE_SHEETS_READ)
  public Response sheet(@PathParam("id") String id, @Context Request request) {
    ExchangedSheet sheet = exchange.sheet(id);
    audit.record("sheet.exchange", "Sheet", sheet.head().key(), null, null);
    return Answers.json(request, sheet.tag(), MarkSheetBody.of(sheet));
  }

  /** Stores a batch of marks; each has a verdict of its own. */
  @POST
  @Path("marks")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.GRADE_SHEETS_WRITE)
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
