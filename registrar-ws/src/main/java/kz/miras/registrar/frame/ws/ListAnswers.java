package kz.miras.registrar.frame.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.service.api.ApiOrder;
import kz.miras.registrar.access.service.api.ApiReader;
import kz.miras.registrar.access.service.api.ApiReader.Page;
import kz.miras.registrar.access.service.api.ApiValues;
import kz.miras.registrar.shared.service.ApiList;

/**
 * Answers of lists: a page, how many there are ({@code X-Total-Count}) and where the next page is
 * ({@code Link}). A parameter that is not one of the list is told, never passed over.
 */
@RequestScoped
public class ListAnswers {

  private static final Set<String> COMMON = Set.of("limit", "cursor", "sort", "fields", "language");

  @Inject private ApiReader reader;

  /** A page of a list. */
  public Response page(ApiList list, UriInfo address, Request call) {
    return page(list, Map.of(), address, call);
  }

  /**
   * A page of a list that hangs on something.
   *
   * @param given values of filters the address itself gives
   */
  public Response page(ApiList list, Map<String, Object> given, UriInfo address, Request call) {
    Map<String, String> asked = new HashMap<>();
    address.getQueryParameters().forEach((name, values) -> asked.put(name, values.get(0)));
    Map<String, Object> values = new HashMap<>(given);
    for (ApiList.Filter filter : list.filters()) {
      String text = asked.get(filter.name());
      if (text != null && !given.containsKey(filter.name())) {
        values.put(filter.name(), value(filter, text));
        asked.remove(filter.name());
      }
    }
    asked.keySet().stream()
        .filter(name -> !COMMON.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw ProblemException.parameter(name, allowed(list, given));
            });
    ApiOrder order = order(list, asked.get("sort"));
    Page page =
        reader.page(
            list,
            new ApiReader.Asked(
                values,
                order,
                members(list, asked.get("fields")),
                Cursor.place(order, asked.get("cursor")),
                Cursor.large(asked.get("limit"))));
    String next = page.more() ? Cursor.after(order, page.last()) : null;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("items", page.items());
    body.put("next", next);
    Response answer = Answers.json(call, body);
    Response.ResponseBuilder told =
        Response.fromResponse(answer).header("X-Total-Count", page.total());
    if (next != null) {
      String here =
          address.getRequestUriBuilder().replaceQueryParam("cursor", next).build().getRawQuery();
      told.header(
          "Link", "<" + address.getRequestUri().getRawPath() + "?" + here + ">; rel=\"next\"");
    }
    return told.build();
  }

  /** One row of a list by its public id. */
  public Response one(ApiList list, String id, Request call) {
    return Answers.json(call, reader.one(list, id));
  }

  /**
   * Insists that a list has a row with a public id.
   *
   * @throws kz.miras.registrar.shared.RegistrarException.NotFound where it has none
   */
  public void exists(ApiList list, String id) {
    reader.one(list, id);
  }

  private static ApiOrder order(ApiList list, String text) {
    return text == null
        ? ApiOrder.OF_KEY
        : ApiOrder.of(list, text)
            .orElseThrow(() -> ProblemException.parameter("sort", String.join(", ", list.sorts())));
  }

  /** The members that are asked for, and the one that says which row it is. */
  private static Set<String> members(ApiList list, String text) {
    Set<String> known = list.members();
    if (text == null) {
      return known;
    }
    Set<String> members = new HashSet<>(List.of(text.split(",", -1)));
    if (!known.containsAll(members)) {
      throw ProblemException.parameter("fields", String.join(", ", known));
    }
    members.add(list.identity());
    return members;
  }

  private static Object value(ApiList.Filter filter, String text) {
    return ApiValues.bound(filter.kind(), text)
        .orElseThrow(
            () ->
                ProblemException.parameter(
                    filter.name(),
                    switch (filter.kind()) {
                      case MOMENT -> "2026-09-01T00:00:00Z";
                      case DATE -> "2026-09-01";
                      case FLAG -> "true, false";
                      default -> filter.kind().name();
                    }));
  }

  private static String allowed(ApiList list, Map<String, Object> given) {
    List<String> names =
        list.filters().stream()
            .map(ApiList.Filter::name)
            .filter(name -> !given.containsKey(name))
            .toList();
    return String.join(", ", names) + (names.isEmpty() ? "" : ", ") + "sort, fields, limit, cursor";
  }
}
