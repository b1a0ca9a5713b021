package kz.miras.registrar.achievement.ws;

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
import kz.miras.registrar.achievement.service.AchievementApi;
import kz.miras.registrar.frame.ws.ListAnswers;
import kz.miras.registrar.frame.ws.Needs;

/** Academic debts. */
@Path("debts")
@RequestScoped
public class DebtsResource {

  @Inject private ListAnswers lists;

  /** A page of debts. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.RESULTS_READ)
  public Response list(@Context UriInfo address, @Context Request call) {
    return lists.page(AchievementApi.DEBTS, address, call);
  }
}
