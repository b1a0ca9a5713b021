package kz.miras.registrar.correspondence.ministry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names of fields as they are sent: those of the interface, which differ from the manual, or what
 * the university has set, since a wrong name is taken and lost without a word. Immutable.
 */
public final class PlatformNames {

  private final Map<String, String> entered;

  private PlatformNames(Map<String, String> entered) {
    this.entered = Map.copyOf(entered);
  }

  /** With what the university has set, by {@link #key}. */
  public static PlatformNames with(Map<String, String> entered) {
    return new PlatformNames(entered);
  }

  /** A type and the shipped name of a field. */
  public static String key(PlatformType type, String field) {
    return type.name() + " " + field;
  }

  /** The name a field is sent by. */
  public String sent(PlatformType type, String field) {
    return entered.getOrDefault(key(type, field), field);
  }

  /** A record as the object that is sent. */
  public Map<String, Object> sent(PlatformRecord record, long university) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("typeCode", record.type().name());
    object.put("universityId", university);
    record.fields().forEach((field, value) -> object.put(sent(record.type(), field), value));
    return object;
  }

  /** What was read, by the shipped names of the fields. */
  public Map<String, Object> read(PlatformType type, Map<?, ?> object) {
    Map<String, Object> fields = new HashMap<>();
    for (PlatformField field : PlatformFields.of(type)) {
      Object value = object.get(sent(type, field.name()));
      if (value != null) {
        fields.put(field.name(), value);
      }
    }
    return fields;
  }
}
