package kz.miras.registrar.transcript.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Languages;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.service.StudentQueries;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;

/**
 * A student's transcript: the contents as of now, as JSON or as a PDF marked "not valid", or the
 * last issued document as it was issued.
 */
@Path("students/{id}/transcript")
@RequestScoped
public class TranscriptResource {

  @Inject private DocumentDesk desk;
  @Inject private DocumentReceipts receipts;
  @Inject private StudentQueries students;
  @Inject private AuditTrail audit;

  /** The contents, with what was issued last. */
  @GET
  @Needs(ApiScope.TRANSCRIPTS_READ)
  @Produces(MediaType.APPLICATION_JSON)
  public Response contents(
      @PathParam("id") String id,
      @QueryParam("issued") String issued,
      @QueryParam("language") String language,
      @Context Request request) {
    flag(issued);
    language(language);
    TranscriptView view = desk.contents(id);
    audit.record("transcript.read", "Student", students.publicId(id), null, null);
    return Answers.json(request, TranscriptBody.of(view, desk.latest(id).orElse(null)));
  }

  /** The file. */
  @GET
  @Needs(ApiScope.TRANSCRIPTS_READ)
  @Produces("application/pdf;qs=0.5")
  public Response file(
      @PathParam("id") String id,
      @QueryParam("issued") String issued,
      @QueryParam("language") String language,
      @Context HttpServletRequest call,
      @Context Request request) {
    language(language);
    if (flag(issued)) {
      Stored document =
          desk.latest(id).orElseThrow(() -> new RegistrarException.NotFound("document", id));
      return Answers.pdf(
          request,
          document,
          "transcript-" + document.uuid() + ".pdf",
          () -> receipts.download(document.uuid()));
    }
    Language wanted = Languages.of(call);
    TranscriptView view = desk.contents(id);
    audit.record("transcript.read", "Student", students.publicId(id), null, null);
    return Answers.pdf(
        request,
        view,
        "transcript-" + view.holder().studentNo() + "-" + wanted.tag() + ".pdf",
        () -> desk.preview(id, List.of(wanted)));
  }

  private static void language(String tag) {
    if (tag != null && Languages.asked(tag).isEmpty()) {
      throw ProblemException.parameter("language", "kk, ru, en");
    }
  }

  private static boolean flag(String text) {
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw ProblemException.parameter("issued", "true, false");
    }
    return "true".equals(text);
  }
}
