package kz.miras.registrar.ministry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the stand-in of the platform keeps, by type and key. */
final class PlatformRecords {

  private static final Set<String> FRAME = Set.of("typeCode", "universityId");

  private final Map<String, TreeMap<Long, Map<String, Object>>> records = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();

  /** Fields the platform does not know, by type. */
  private final Map<String, Set<String>> unknown = new HashMap<>();

  synchronized void doesNotKnow(String type, String field) {
    unknown.computeIfAbsent(type, one -> new HashSet<>()).add(field);
  }

  synchronized void knowsAll() {
    unknown.clear();
  }

  synchronized Map<Long, Map<String, Object>> kept(String type) {
    return records.computeIfAbsent(type, one -> new TreeMap<>());
  }

  synchronized void enters(String type, String keyField, long key, String field, Object value) {
    keys.put(type, keyField);
    kept(type)
        .computeIfAbsent(key, one -> new LinkedHashMap<>(Map.of(keyField, key)))
        .put(field, value);
  }

  /** Replaces what is there; true where something was. */
  synchronized boolean keep(Map<String, Object> sent) {
    String type = String.valueOf(sent.get("typeCode"));
    Map<String, Object> known = new LinkedHashMap<>(sent);
    known.keySet().removeAll(unknown.getOrDefault(type, Set.of()));
    return kept(type).put(key(sent), known) != null;
  }

  synchronized boolean remove(String type, long number) {
    return kept(type).remove(number) != null;
  }

  /** The key is the first field behind type and university. */
  synchronized long key(Map<String, Object> record) {
    String type = String.valueOf(record.get("typeCode"));
    String field =
        keys.computeIfAbsent(
            type,
            one ->
                record.keySet().stream()
                    .filter(name -> !FRAME.contains(name))
                    .findFirst()
                    .orElseThrow());
    return record.get(field) instanceof Number number ? number.longValue() : -1;
  }

  /** A page as the platform shows it. */
  synchronized Map<String, Object> page(String type, Map<String, String> query) {
    int page = Integer.parseInt(query.getOrDefault("page", "0"));
    int size = Integer.parseInt(query.getOrDefault("size", "20"));
    List<Map<String, Object>> all = new ArrayList<>(kept(type).values());
    int from = Math.min(all.size(), page * size);
    int to = Math.min(all.size(), from + size);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("content", List.copyOf(all.subList(from, to)));
    told.put("totalElements", all.size());
    told.put("number", page);
    told.put("last", to == all.size());
    return told;
  }

  /** One record; null where it is not there. */
  synchronized Map<String, Object> one(String type, Map<String, String> query) {
    String field = keys.getOrDefault(type, "id");
    return query.containsKey(field) ? kept(type).get(Long.parseLong(query.get(field))) : null;
  }
}
