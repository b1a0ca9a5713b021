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
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.ListAnswers;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.service.StudentApi;

/** Orders about students. */
@Path("orders")
@RequestScoped
public class OrdersResource {

  @Inject private ListAnswers lists;

  /** A page of orders. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.ORDERS_READ)
  public Response list(@Context UriInfo address, @Context Request call) {
    return lists.page(StudentApi.ORDERS, address, call);
  }

  /** One order. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.ORDERS_READ)
  public Response one(@PathParam("id") String id, @Context Request call) {
    return lists.one(StudentApi.ORDERS, id, call);
  }

  /** Whom an order is about. */
  @GET
  @Path("{id}/students")
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.ORDERS_READ)
  public Response students(
      @PathParam("id") String id, @Context UriInfo address, @Context Request call) {
    UUID order = PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound("order", id));
    lists.exists(StudentApi.ORDERS, id);
    return lists.page(StudentApi.ORDER_STUDENTS, Map.of("order", order.toString()), address, call);
  }
}
