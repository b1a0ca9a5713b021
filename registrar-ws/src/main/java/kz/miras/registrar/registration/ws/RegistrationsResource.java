package kz.miras.registrar.registration.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.Bodies;
import kz.miras.registrar.frame.ws.Languages;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.Problem;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;

/** Submitting a plan, and giving seats up. */
@Path("students/{id}/registrations")
@RequestScoped
public class RegistrationsResource {

  private static final int LONGEST_KEY = 64;

  @Inject private RegistrationCounter counter;
  @Inject private Clock clock;
  @Context private HttpServletRequest call;

  /**
   * Submits lines and takes their seats; the same key again answers the same and takes nothing.
   * Lines that were refused beside others that were taken are an answer, each says why; where
   * nothing was taken, all that is a problem.
   */
  @POST
  @Needs(ApiScope.PLANS_WRITE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response submit(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, byte[] body) {
    Instant arrivedAt = clock.instant();
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.parameter("Idempotency-Key", "1–" + LONGEST_KEY);
    }
    RegistrationBody asked = Bodies.read(body, RegistrationBody.class);
    PlanAnswer answer = counter.submit(id, asked.request(), key, arrivedAt);
    Language language = Languages.of(call);
    AnswerBody told = AnswerBody.of(answer, language);
    Response.ResponseBuilder response =
        told.isRefused()
            ? Response.status(AnswerBody.REFUSED)
                .entity(Json.write(told.problem(language)))
                .type(Problem.TYPE)
            : Response.ok(Json.write(told), MediaType.APPLICATION_JSON);
    return response.header("Cache-Control", "no-store").build();
  }

  /** Gives up a seat or a place in a waiting list inside the change window. */
  @DELETE
  @Needs(ApiScope.PLANS_WRITE)
  @Path("{enrolment}")
  public Response drop(@PathParam("id") String id, @PathParam("enrolment") String enrolment) {
    UUID link =
        PublicId.parse(enrolment)
            .orElseThrow(() -> new RegistrarException.NotFound("enrolment", enrolment));
    counter.drop(id, link);
    return Response.noContent().build();
  }
}
