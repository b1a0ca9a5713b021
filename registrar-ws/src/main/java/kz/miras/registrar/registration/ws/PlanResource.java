package kz.miras.registrar.registration.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Bodies;
import kz.miras.registrar.frame.ws.Languages;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;

/** The individual study plan of a student: read, checked, chosen; single lines of it. */
@Path("students/{id}/plan")
@RequestScoped
public class PlanResource {

  @Inject private PlanQueries queries;
  @Inject private PlanDesk desk;
  @Inject private RegistrationCounter counter;
  @Inject private AuditTrail audit;
  @Context private HttpServletRequest call;

  /** The plan of the academic year a term lies in. */
  @GET
  @Needs(ApiScope.PLANS_READ)
  @Produces(MediaType.APPLICATION_JSON)
  public Response plan(
      @PathParam("id") String id, @QueryParam("term") String term, @Context Request request) {
    requireTerm(term);
    PlanView view = queries.plan(id, term);
    audit.record("plan.read", "Student", view.student(), null, null);
    return Answers.json(request, PlanBody.of(view));
  }

  /** What if: every rule asked, nothing saved. */
  @POST
  @Needs(ApiScope.PLANS_READ)
  @Path("check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response check(@PathParam("id") String id, byte[] body) {
    RegistrationBody asked = Bodies.read(body, RegistrationBody.class);
    return answer(AnswerBody.of(desk.check(id, asked.request()), Languages.of(call)));
  }

  /** Chooses lines without submitting them; what was chosen before and is not named goes. */
  @PUT
  @Needs(ApiScope.PLANS_WRITE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response choose(@PathParam("id") String id, byte[] body) {
    RegistrationBody asked = Bodies.read(body, RegistrationBody.class);
    return answer(AnswerBody.of(counter.choose(id, asked.request()), Languages.of(call)));
  }

  /** IUP-5. Submits a line that was given back once more, with the seat that is still kept. */
  @POST
  @Needs(ApiScope.PLANS_WRITE)
  @Path("lines/{discipline}/resubmission")
  public Response again(
      @PathParam("id") String id,
      @PathParam("discipline") String discipline,
      @QueryParam("term") String term) {
    Verdict verdict = counter.again(id, term, line(id, term, discipline));
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    return Response.noContent().build();
  }

  /** REG-5. Takes a line that holds no seat out of the plan. */
  @DELETE
  @Needs(ApiScope.PLANS_WRITE)
  @Path("lines/{discipline}")
  public Response withdraw(
      @PathParam("id") String id,
      @PathParam("discipline") String discipline,
      @QueryParam("term") String term) {
    counter.withdraw(id, term, line(id, term, discipline));
    return Response.noContent().build();
  }

  /** The key of the one line of a discipline in a term. */
  private long line(String id, String term, String discipline) {
    requireTerm(term);
    return queries.plan(id, term).lines().stream()
        .filter(line -> line.term().equals(term) && line.discipline().equals(discipline))
        .map(PlanView.Line::key)
        .findFirst()
        .orElseThrow(() -> new RegistrarException.NotFound("line", discipline));
  }

  private static void requireTerm(String term) {
    if (term == null || term.isBlank()) {
      throw ProblemException.parameter("term", "2026-AUTUMN");
    }
  }

  private static Response answer(AnswerBody body) {
    return Response.ok(Json.write(body), MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .build();
  }
}
