package kz.miras.registrar.transcript.service.edition;

import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.shared.service.Json;
import tools.jackson.core.JacksonException;

/** Values by key as an edition holds them: one a line, in the order of their keys. */
public final class EditionValues {

  private EditionValues() {}

  /** The values; null where the content holds none. */
  public static Map<String, String> read(String content) {
    try {
      return new TreeMap<>(Json.texts(content));
    } catch (JacksonException e) {
      return null;
    }
  }

  /** As they are kept. */
  public static String written(Map<String, String> values) {
    StringBuilder text = new StringBuilder("{\n");
    int left = values.size();
    for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
      text.append("  ")
          .append(Json.write(value.getKey()))
          .append(": ")
          .append(Json.write(value.getValue() == null ? "" : value.getValue()))
          .append(--left == 0 ? "\n" : ",\n");
    }
    return text.append("}\n").toString();
  }
}
