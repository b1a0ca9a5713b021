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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.calendar.service.CalendarApi;
import kz.miras.registrar.curriculum.service.CurriculumApi;
import kz.miras.registrar.frame.ws.Answers;
import kz.miras.registrar.frame.ws.ListAnswers;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.ApiList;

/** Dictionaries. */
@Path("reference-data")
@RequestScoped
public class ReferenceDataResource {

  @Inject private ListAnswers lists;

  /** The dictionaries there are, by their names. */
  private static final Map<String, ApiList> DICTIONARIES =
      Stream.of(CalendarApi.TERMS, CurriculumApi.UNITS, CurriculumApi.PROGRAMMES)
          .collect(Collectors.toMap(ApiList::code, list -> list, (a, b) -> a, TreeMap::new));

  /** Names of the dictionaries. */
  record Dictionaries(List<String> items) {}

  /** Which dictionaries there are. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.REFERENCE_READ)
  public Response dictionaries(@Context Request call) {
    return Answers.json(call, new Dictionaries(List.copyOf(DICTIONARIES.keySet())));
  }

  /** A page of a dictionary. */
  @GET
  @Path("{dictionary}")
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(ApiScope.REFERENCE_READ)
  public Response dictionary(
      @PathParam("dictionary") String dictionary, @Context UriInfo address, @Context Request call) {
    ApiList list = DICTIONARIES.get(dictionary);
    if (list == null) {
      throw new RegistrarException.NotFound("dictionary", dictionary);
    }
    return lists.page(list, address, call);
  }
}
