package kz.miras.registrar.correspondence.ministry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of fields as they are sent: those of the interface, which differ from the manual, or what
 * the university has set, since a wrong name is taken and lost without a word. Immutable.
 */
public final class PlatformNames {

  /** What every object has around the fields of its record. */
  private static final Set<String> FRAME = Set.of("typeCode", "universityId");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

  private final Map<String, String> entered;

  private PlatformNames(Map<String, String> entered) {
    this.entered = Map.copyOf(entered);
  }

  /** With what the university has set, by {@link #key}. */
  public static PlatformNames with(Map<String, String> entered) {
    return new PlatformNames(entered);
  }

  /** Whether fields and dictionaries of the platform can be called so. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
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

  /**
   * What was read, by the shipped names of the fields; what the platform has beyond them keeps the
   * name it has there, so that it can be sent back (GOV-1).
   */
  public Map<String, Object> read(PlatformType type, Map<?, ?> object) {
    Map<String, Object> fields = new HashMap<>();
    Set<String> listed = new HashSet<>(FRAME);
    for (PlatformField field : PlatformFields.of(type)) {
      listed.add(field.name());
      listed.add(sent(type, field.name()));
      Object value = object.get(sent(type, field.name()));
      if (value != null) {
        fields.put(field.name(), value);
      }
    }
    object.forEach(
        (name, value) -> {
          if (value != null && !listed.contains(name.toString())) {
            fields.put(name.toString(), value);
          }
        });
    return fields;
  }
}
