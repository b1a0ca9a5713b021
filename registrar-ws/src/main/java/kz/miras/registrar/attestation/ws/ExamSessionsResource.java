package kz.miras.registrar.attestation.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import kz.miras.registrar.access.service.api.ApiReader;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.attestation.service.AttestationApi;
import kz.miras.registrar.frame.ws.ListAnswers;
import kz.miras.registrar.frame.ws.Needs;

/** Exams of a session. */
@Path("exam-sessions/{id}/exams")
@RequestScoped
public class ExamSessionsResource {

  @Inject private ListAnswers lists;

  @Inject private ApiReader reader;

  /** A page of the exams of the session of a term. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.EXAMS_READ)
  public Response exams(
      @PathParam("id") String id, @Context UriInfo address, @Context Request call) {
    reader.one(AttestationApi.SESSIONS, "t.code = ?", id);
    return lists.page(AttestationApi.EXAMS, Map.of("academicSession", id), address, call);
  }
}
