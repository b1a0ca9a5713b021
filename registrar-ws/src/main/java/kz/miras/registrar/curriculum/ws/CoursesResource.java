package kz.miras.registrar.curriculum.ws;

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
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.curriculum.service.CurriculumApi;
import kz.miras.registrar.frame.ws.ListAnswers;
import kz.miras.registrar.frame.ws.Needs;

/** Disciplines of the catalogue. */
@Path("courses")
@RequestScoped
public class CoursesResource {

  @Inject private ListAnswers lists;

  /** A page of disciplines. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.COURSES_READ)
  public Response list(@Context UriInfo address, @Context Request call) {
    return lists.page(CurriculumApi.COURSES, address, call);
  }

  /** One discipline. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.COURSES_READ)
  public Response one(@PathParam("id") String id, @Context Request call) {
    return lists.one(CurriculumApi.COURSES, id, call);
  }
}
