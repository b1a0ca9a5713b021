package kz.miras.registrar.access.service.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.ApiList;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.TableRows;

/** Reads the lists of other programs; each page leaves a line in the audit trail. */
@Stateless
@Guarded
public class ApiReader {

  @Inject private TableRows rows;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * A page.
   *
   * @param items in the order of the list
   * @param last place of the last one; that the page began behind where it is empty
   * @param more whether there are others behind it
   * @param total how many there are on all pages
   */
  public record Page(List<Map<String, Object>> items, ApiOrder.Place last, boolean more, long total)
      implements Serializable {
    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * What of a list is asked for.
   *
   * @param values of filters, by their names, as {@link ApiValues} reads them
   * @param members that are told of each row
   * @param after place the page begins behind
   * @param most rows of it
   */
  public record Asked(
      Map<String, Object> values,
      ApiOrder order,
      Set<String> members,
      ApiOrder.Place after,
      int most)
      implements Serializable {
    public Asked {
      values = Map.copyOf(values);
      members = Set.copyOf(members);
    }
  }

  private record Row(ApiOrder.Place place, Map<String, Object> item) {}

  /**
   * The rows behind a place.
   *
   * @throws RegistrarException.Forbidden where the caller's right does not reach everything
   */
  @RolesAllowed(Permissions.API_USE)
  public Page page(ApiList list, Asked asked) {
    insist(list);
    StringBuilder where = new StringBuilder(list.from());
    List<Object> bound = new ArrayList<>();
    for (ApiList.Filter filter : list.filters()) {
      if (asked.values().containsKey(filter.name())) {
        where.append(" AND ").append(filter.sql());
        bound.add(asked.values().get(filter.name()));
      }
    }
    long total =
        rows.one("SELECT COUNT(*) FROM " + where, row -> row.getLong(1), bound.toArray())
            .orElse(0L);
    String behind = asked.order().behind(list, asked.after(), bound);
    int most = asked.most();
    bound.add(most + 1);
    List<Row> found =
        read(
            list,
            asked.order(),
            asked.members(),
            where + " AND " + behind + " ORDER BY " + asked.order().clause(list) + " LIMIT ?",
            bound);
    List<Row> page = found.size() > most ? found.subList(0, most) : found;
    audit.record("exchange.list", list.code(), asked.after().key(), null, told(list, asked, page));
    return new Page(
        page.stream().map(Row::item).toList(),
        page.isEmpty() ? asked.after() : page.get(page.size() - 1).place(),
        found.size() > most,
        total);
  }

  /** What the audit trail keeps: how many rows, and of which members where not of all. */
  private static String told(ApiList list, Asked asked, List<Row> page) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("rows", page.size());
    if (!asked.members().containsAll(list.members())) {
      told.put("fields", list.members().stream().filter(asked.members()::contains).toList());
    }
    return Json.write(told);
  }

  /**
   * The row with a public id.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  @RolesAllowed(Permissions.API_USE)
  public Map<String, Object> one(ApiList list, String id) {
    String uuid =
        PublicId.parse(id)
            .orElseThrow(() -> new RegistrarException.NotFound(list.code(), id))
            .toString();
    return one(list, list.fields().get(0).sql() + " = ?", uuid);
  }

  /**
   * The row a condition finds.
   *
   * @param condition with one mark for the value
   * @throws RegistrarException.NotFound where there is none
   */
  @RolesAllowed(Permissions.API_USE)
  public Map<String, Object> one(ApiList list, String condition, String value) {
    insist(list);
    Map<String, Object> found =
        read(
                list,
                ApiOrder.OF_KEY,
                list.members(),
                list.from() + " AND " + condition,
                List.of(value))
            .stream()
            .findFirst()
            .map(Row::item)
            .orElseThrow(() -> new RegistrarException.NotFound(list.code(), value));
    audit.record("exchange.read", list.code(), value, null, null);
    return found;
  }

  private void insist(ApiList list) {
    if (!access.scopes(list.permission()).contains(Scope.ALL)) {
      throw new RegistrarException.Forbidden(list.permission());
    }
  }

  private List<Row> read(
      ApiList list, ApiOrder order, Set<String> members, String from, List<?> bound) {
    List<ApiList.Field> asked =
        list.fields().stream().filter(field -> members.contains(field.member())).toList();
    List<ApiList.Field> told =
        asked.stream()
            .filter(field -> field.permission() == null || access.may(field.permission()))
            .toList();
    StringBuilder select = new StringBuilder("SELECT ").append(list.key());
    select.append(order.columns(list));
    told.forEach(field -> select.append(", ").append(ApiValues.columns(field)));
    int ordered = order.parts().size();
    return rows.list(
        select + " FROM " + from,
        row -> {
          List<String> values = new ArrayList<>();
          for (int i = 0; i < ordered; i++) {
            values.add(row.getString(2 + i));
          }
          Map<String, Object> item = new LinkedHashMap<>();
          int at = 2 + ordered;
          for (ApiList.Field field : asked) {
            boolean isTold = told.contains(field);
            ApiValues.put(item, field.name(), isTold ? ApiValues.value(row, at, field) : null);
            at += isTold ? ApiValues.width(field) : 0;
          }
          return new Row(new ApiOrder.Place(row.getLong(1), values), item);
        },
        bound.toArray());
  }
}
