package kz.miras.registrar.curriculum.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import kz.miras.registrar.access.service.api.ApiReader;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.curriculum.service.CurriculumApi;
import kz.miras.registrar.curriculum.service.StaffExchange;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.Bodies;
import kz.miras.registrar.frame.ws.ListAnswers;
import kz.miras.registrar.frame.ws.Needs;

/** Teachers and examiners. */
@Path("staff")
@RequestScoped
public class StaffResource {

  @Inject private ListAnswers lists;
  @Inject private ApiReader reader;
  @Inject private StaffExchange staff;

  /**
   * Staff as the system of personnel sends them.
   *
   * @param department code of the unit
   */
  record StaffBody(
      String lastName,
      String firstName,
      String patronymic,
      String department,
      String position,
      String email,
      Boolean active) {

    Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("last_name", lastName);
      values.put("first_name", firstName);
      values.put("patronymic", patronymic);
      values.put("department", department);
      values.put("position", position);
      values.put("email", email);
      values.put("active", active == null ? null : active.toString());
      values.values().removeIf(Objects::isNull);
      return values;
    }
  }

  /** A page of staff. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.STAFF_READ)
  public Response list(@Context UriInfo address, @Context Request call) {
    return lists.page(CurriculumApi.STAFF, address, call);
  }

  /** One member of the staff by the number of personnel. */
  @GET
  @Path("{personnelNo}")
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.STAFF_READ)
  public Response one(@PathParam("personnelNo") String personnelNo, @Context Request call) {
    return Answers.json(call, reader.one(CurriculumApi.STAFF, "t.personnel_no = ?", personnelNo));
  }

  /** Writes one, new or known; what is left out stays as it is. */
  @PUT
  @Path("{personnelNo}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.STAFF_WRITE)
  public Response keep(@PathParam("personnelNo") String personnelNo, byte[] body) {
    boolean created = staff.keep(personnelNo, Bodies.read(body, StaffBody.class).values());
    Response answer =
        Answers.changed(reader.one(CurriculumApi.STAFF, "t.personnel_no = ?", personnelNo));
    return created ? Response.fromResponse(answer).status(201).build() : answer;
  }
}
