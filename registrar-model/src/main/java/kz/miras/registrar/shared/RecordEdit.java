package kz.miras.registrar.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * DAT-3. An edit of a record in a form changes what its editor saw: a new record overwrites none,
 * an open one keeps the fields that tell it from others, and what somebody else has changed
 * meanwhile is not written over (regulation 3.1.20).
 */
public final class RecordEdit {

  private RecordEdit() {}

  /**
   * Judges an edit.
   *
   * @param key the fields that tell one record from another
   * @param seen values as the editor opened them; empty for a new record
   * @param stored values that stand under the typed key now; empty where there are none
   * @param typed values as typed
   * @return every refusal at once, each beside its field
   */
  public static Verdict judge(
      List<String> key,
      Map<String, String> seen,
      Map<String, String> stored,
      Map<String, String> typed) {
    if (seen.isEmpty()) {
      return stored.isEmpty()
          ? Verdict.allowed()
          : Verdict.refused(
              Refusal.of("shared.record.exists", "DAT-3", named(key, typed)).at(key.get(0)));
    }
    List<Refusal> moved = new ArrayList<>();
    for (String field : key) {
      if (!Objects.equals(seen.get(field), typed.get(field))) {
        moved.add(Refusal.of("shared.record.key", "DAT-3", or(seen.get(field))).at(field));
      }
    }
    if (!moved.isEmpty()) {
      return new Verdict(moved, List.of(), false);
    }
    return seen.equals(stored)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("shared.record.stale", "DAT-3"));
  }

  private static String named(List<String> key, Map<String, String> typed) {
    return String.join(", ", key.stream().map(typed::get).filter(Objects::nonNull).toList());
  }

  private static String or(String value) {
    return value == null ? "—" : value;
  }
}
