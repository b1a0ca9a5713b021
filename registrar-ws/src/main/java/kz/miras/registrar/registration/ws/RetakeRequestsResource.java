package kz.miras.registrar.registration.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.ListAnswers;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.registration.service.RegistrationApi;

/** Wishes to take a discipline again. */
@Path("retake-requests")
@RequestScoped
public class RetakeRequestsResource {

  @Inject private ListAnswers lists;

  /** A page of them. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.RETAKES_READ)
  public Response list(@Context UriInfo address, @Context Request call) {
    return lists.page(RegistrationApi.RETAKES, address, call);
  }
}
