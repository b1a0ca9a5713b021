package kz.miras.registrar.registration.ws;

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
import java.util.UUID;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.ListAnswers;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.registration.service.RegistrationApi;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** What is offered in terms, and who is enrolled. */
@Path("course-offerings")
@RequestScoped
public class CourseOfferingsResource {

  @Inject private ListAnswers lists;

  /** A page of offerings. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.COURSES_READ)
  public Response list(@Context UriInfo address, @Context Request call) {
    return lists.page(RegistrationApi.OFFERINGS, address, call);
  }

  /** One offering. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.COURSES_READ)
  public Response one(@PathParam("id") String id, @Context Request call) {
    return lists.one(RegistrationApi.OFFERINGS, id, call);
  }

  /** Who is enrolled in an offering, waits for it or was enrolled. */
  @GET
  @Path("{id}/enrollments")
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.ENROLLMENTS_READ)
  public Response enrollments(
      @PathParam("id") String id, @Context UriInfo address, @Context Request call) {
    UUID offering =
        PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound("offering", id));
    lists.exists(RegistrationApi.OFFERINGS, id);
    return lists.page(
        RegistrationApi.ENROLLMENTS, Map.of("offering", offering.toString()), address, call);
  }
}
