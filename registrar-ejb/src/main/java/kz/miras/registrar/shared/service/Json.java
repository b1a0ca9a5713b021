package kz.miras.registrar.shared.service;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values as JSON and back: records by their components, dates as ISO texts. */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private Json() {}

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /** An object whose values are texts. */
  public static Map<String, String> texts(String json) {
    return MAPPER.readValue(json, TEXTS);
  }
}
