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
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.service.entry.ExchangedJournal;
import kz.miras.registrar.attestation.service.entry.JournalExchange;
import kz.miras.registrar.attestation.service.entry.MarkCounter;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Cursor;
import kz.miras.registrar.frame.ws.Languages;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.ProblemException;

/** Journals of ratings of a term: listed, read, filled. */
@Path("rating-journals")
@RequestScoped
public class RatingJournalsResource {

  @Inject private JournalExchange exchange;
  @Inject private MarkCounter counter;
  @Inject private AuditTrail audit;
  @Context private HttpServletRequest call;

  /** A page of journals. */
  record Page(List<RatingJournalBody.Head> items, String next) {}

  /** Journals of a term, without rows. */
  @GET
  @Needs(ApiScope.GRADE_SHEETS_READ)
  @Produces(MediaType.APPLICATION_JSON)
  public Response list(
      @QueryParam("term") String term,
      @QueryParam("status") String status,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context Request request) {
    if (term == null || term.isBlank()) {
      throw ProblemException.parameter("term", "2026-AUTUMN");
    }
    int most = Cursor.limit(limit);
    List<ExchangedJournal.Head> found =
        exchange.page(
            term,
            ProblemException.named(SheetStatus.values(), "status", status),
            Cursor.position(cursor),
            most + 1);
    List<ExchangedJournal.Head> page = found.size() > most ? found.subList(0, most) : found;
    String next = found.size() > most ? Cursor.after(page.get(most - 1).key()) : null;
    return Answers.json(
        request, new Page(page.stream().map(RatingJournalBody.Head::of).toList(), next));
  }

  /** A journal with its rows; its tag goes into {@code If-Match} of marks. */
  @GET
  @Needs(ApiScope.GRADE_SHEETS_READ)
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response journal(@PathParam("id") String id, @Context Request request) {
    ExchangedJournal journal = exchange.journal(id);
    audit.record("sheet.exchange", "Sheet", journal.head().key(), null, null);
    return Answers.json(request, journal.tag(), RatingJournalBody.of(journal));
  }

  /** Stores points of weeks, controls and absences; each has a verdict of its own. */
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
        (name, read, sent) -> counter.rate(id, name, read, sent),
        () -> exchange.journal(id).tag());
  }
}
