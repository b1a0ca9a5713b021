package kz.miras.registrar.access.service.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @param last key of the last one; that the page began behind where it is empty
   * @param more whether there are others behind it
   * @param total how many there are on all pages
   */
  public record Page(List<Map<String, Object>> items, long last, boolean more, long total)
      implements Serializable {
    public Page {
      items = List.copyOf(items);
    }
  }

  private record Row(long key, Map<String, Object> item) {}

  /**
   * The rows behind a key.
   *
   * @param values of filters, by their names, as {@link ApiValues} reads them
   * @throws RegistrarException.Forbidden where the caller's right does not reach everything
   */
  @RolesAllowed(Permissions.API_USE)
  public Page page(ApiList list, Map<String, Object> values, long after, int most) {
    insist(list);
    StringBuilder where = new StringBuilder(list.from());
    List<Object> bound = new ArrayList<>();
    for (ApiList.Filter filter : list.filters()) {
      if (values.containsKey(filter.name())) {
        where.append(" AND ").append(filter.sql());
        bound.add(values.get(filter.name()));
      }
    }
    long total =
        rows.one("SELECT COUNT(*) FROM " + where, row -> row.getLong(1), bound.toArray())
            .orElse(0L);
    bound.add(after);
    bound.add(most + 1);
    List<Row> found =
        read(
            list, where + " AND " + list.key() + " > ? ORDER BY " + list.key() + " LIMIT ?", bound);
    List<Row> page = found.size() > most ? found.subList(0, most) : found;
    audit.record(
        "exchange.list", list.code(), after, null, Json.write(Map.of("rows", page.size())));
    return new Page(
        page.stream().map(Row::item).toList(),
        page.isEmpty() ? after : page.get(page.size() - 1).key(),
        found.size() > most,
        total);
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
        read(list, list.from() + " AND " + condition, List.of(value)).stream()
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

  private List<Row> read(ApiList list, String from, List<?> bound) {
    List<ApiList.Field> told =
        list.fields().stream()
            .filter(field -> field.permission() == null || access.may(field.permission()))
            .toList();
    StringBuilder select = new StringBuilder("SELECT ").append(list.key());
    told.forEach(field -> select.append(", ").append(ApiValues.columns(field)));
    return rows.list(
        select + " FROM " + from,
        row -> {
          Map<String, Object> item = new LinkedHashMap<>();
          int at = 2;
          for (ApiList.Field field : list.fields()) {
            boolean isTold = told.contains(field);
            ApiValues.put(item, field.name(), isTold ? ApiValues.value(row, at, field) : null);
            at += isTold ? ApiValues.width(field) : 0;
          }
          return new Row(row.getLong(1), item);
        },
        bound.toArray());
  }
}
