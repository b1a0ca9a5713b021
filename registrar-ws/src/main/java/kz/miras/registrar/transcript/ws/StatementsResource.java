package kz.miras.registrar.transcript.ws;

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
import kz.miras.registrar.frame.ws.ListAnswers;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.transcript.service.TranscriptApi;

/** Documents students have asked for. */
@Path("statements")
@RequestScoped
public class StatementsResource {

  @Inject private ListAnswers lists;

  /** A page of requests. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.STATEMENTS_READ)
  public Response list(@Context UriInfo address, @Context Request call) {
    return lists.page(TranscriptApi.STATEMENTS, address, call);
  }

  /** One request. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.STATEMENTS_READ)
  public Response one(@PathParam("id") String id, @Context Request call) {
    return lists.one(TranscriptApi.STATEMENTS, id, call);
  }
}
