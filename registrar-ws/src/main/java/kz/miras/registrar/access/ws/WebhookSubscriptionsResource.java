package kz.miras.registrar.access.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.miras.registrar.access.service.event.WebhookDesk;
import kz.miras.registrar.access.service.event.WebhookDesk.Subscription;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Bodies;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.shared.service.Json;

/** A program's own subscriptions to what happens. */
@Path("webhook-subscriptions")
@RequestScoped
public class WebhookSubscriptionsResource {

  @Inject private WebhookDesk desk;

  /** What a subscription asks for. */
  record Wish(String url, List<String> types) {}

  /** A subscription; its secret is told when it is made and when it is renewed. */
  record WebhookBody(
      String id, String url, List<String> types, String state, String createdAt, String secret) {

    static WebhookBody of(Subscription one) {
      return new WebhookBody(
          one.id(),
          one.url(),
          one.types(),
          one.state().name(),
          one.createdAt().toString(),
          one.secret());
    }
  }

  /** All of the caller. */
  record Webhooks(List<WebhookBody> items) {}

  /** Subscribes to what happens from now on. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.WEBHOOKS_MANAGE)
  public Response subscribe(byte[] body, @Context UriInfo address) {
    Wish wish = Bodies.read(body, Wish.class);
    Subscription made = desk.subscribe(wish.url(), wish.types());
    return Response.created(address.getAbsolutePathBuilder().path(made.id()).build())
        .entity(Json.write(WebhookBody.of(made)))
        .type(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .build();
  }

  /** All of the caller. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.WEBHOOKS_MANAGE)
  public Response own(@Context Request call) {
    return Answers.json(call, new Webhooks(desk.own().stream().map(WebhookBody::of).toList()));
  }

  /** One of the caller. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.WEBHOOKS_MANAGE)
  public Response one(@PathParam("id") String id, @Context Request call) {
    return Answers.json(call, WebhookBody.of(desk.one(id)));
  }

  /** A new secret; the one before signs too for a day. */
  @POST
  @Path("{id}/secret")
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.WEBHOOKS_MANAGE)
  public Response renew(@PathParam("id") String id) {
    return Answers.changed(WebhookBody.of(desk.renew(id)));
  }

  /** Ends one; once more changes nothing. */
  @DELETE
  @Path("{id}")
  @Needs(ApiScope.WEBHOOKS_MANAGE)
  public Response end(@PathParam("id") String id) {
    desk.end(id);
    return Response.noContent().build();
  }
}
