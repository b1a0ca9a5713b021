package kz.miras.registrar.student.ws;

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
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.student.service.StudentQueries;
import kz.miras.registrar.student.service.StudentQueries.Card;

/** One student. */
@Path("students/{id}")
@RequestScoped
public class StudentResource {

  @Inject private StudentQueries queries;
  @Inject private AuditTrail audit;

  /** The record of a student by public id or student number. */
  @GET
  @Needs(ApiScope.STUDENTS_READ)
  @Produces(MediaType.APPLICATION_JSON)
  public Response student(@PathParam("id") String id, @Context Request request) {
    Card card = queries.card(id);
    audit.record("student.read", "Student", card.id(), null, null);
    return Answers.json(request, StudentBody.of(card));
  }
}
