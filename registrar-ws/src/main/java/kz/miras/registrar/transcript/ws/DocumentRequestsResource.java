package kz.miras.registrar.transcript.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Bodies;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.transcript.TranscriptRequestStatus;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentRequestDesk;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;

/** Asking for documents, and what becomes of it; a caller sees the own requests only. */
@Path("document-requests")
@RequestScoped
public class DocumentRequestsResource {

  private static final int LONGEST_KEY = 64;

  @Inject private DocumentRequestDesk desk;
  @Inject private DocumentReceipts receipts;

  /** All requests of the caller, the latest first. */
  record Requests(List<DocumentRequestAnswer> items) {}

  /** The kinds of documents of a student. */
  record Kinds(List<DocumentKindAnswer> items) {}

  /** Asks for a document; the same key again answers the same and asks nothing twice. */
  @POST
  @Needs(ApiScope.DOCUMENTS_REQUEST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response ask(
      @HeaderParam("Idempotency-Key") String key, byte[] body, @Context UriInfo address) {
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.parameter("Idempotency-Key", "1–" + LONGEST_KEY);
    }
    DocumentRequestBody asked = Bodies.read(body, DocumentRequestBody.class);
    Stored request = desk.askOnce(asked.whose(), asked.wish(), key);
    return Response.created(
            address.getAbsolutePathBuilder().path(request.uuid().toString()).build())
        .entity(Json.write(DocumentRequestAnswer.of(request)))
        .type(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .build();
  }

  /** What the caller has asked for. */
  @GET
  @Needs(ApiScope.DOCUMENTS_REQUEST)
  @Produces(MediaType.APPLICATION_JSON)
  public Response requests(@Context Request call) {
    return Answers.json(
        call, new Requests(desk.own().stream().map(DocumentRequestAnswer::of).toList()));
  }

  /** The kinds the caller, or a student a program names, may ask for, and what each asks. */
  @GET
  @Needs(ApiScope.DOCUMENTS_REQUEST)
  @Path("kinds")
  @Produces(MediaType.APPLICATION_JSON)
  public Response kinds(@QueryParam("student") String student, @Context Request call) {
    return Answers.json(
        call,
        new Kinds(
            desk.offers(student == null ? "me" : student).stream()
                .map(DocumentKindAnswer::of)
                .toList()));
  }

  /** How far one is. */
  @GET
  @Needs(ApiScope.DOCUMENTS_REQUEST)
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response one(@PathParam("id") String id, @Context Request call) {
    return Answers.json(call, DocumentRequestAnswer.of(desk.one(id)));
  }

  /** The document as it was issued. */
  @GET
  @Needs(ApiScope.DOCUMENTS_REQUEST)
  @Path("{id}/document")
  @Produces("application/pdf")
  public Response document(@PathParam("id") String id, @Context Request call) {
    Stored request = desk.one(id);
    if (request.status().told() != TranscriptRequestStatus.ISSUED) {
      throw new RegistrarException.Conflict("transcript.ask.not-issued", request.status());
    }
    return Answers.pdf(
        call,
        request.documentNumber(),
        request.receipt().replace('/', '-') + ".pdf",
        () -> receipts.download(request.document()));
  }

  /** Takes a request back; once more changes nothing. */
  @DELETE
  @Needs(ApiScope.DOCUMENTS_REQUEST)
  @Path("{id}")
  public Response cancel(@PathParam("id") String id) {
    desk.cancel(id, null);
    return Response.noContent().build();
  }
}
