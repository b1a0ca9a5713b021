package kz.miras.registrar.shared;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * One field of a record that people type or import; form, template and import share it.
 *
 * @param key name in templates and forms, stable across languages
 * @param type what may stand in it
 * @param required whether it may be empty
 * @param maxLength most characters of a text
 * @param choices allowed values of a CHOICE, by name; empty otherwise
 */
public record Field(String key, Type type, boolean required, int maxLength, List<String> choices)
    implements Serializable {

  /** What may stand in a field. */
  public enum Type {
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    TIME,
    FLAG,
    CHOICE
  }

  public Field {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
    choices = List.copyOf(choices);
  }

  public static Field text(String key, int maxLength) {
    return new Field(key, Type.TEXT, true, maxLength, List.of());
  }

  public static Field number(String key) {
    return new Field(key, Type.INTEGER, true, 18, List.of());
  }

  public static Field decimal(String key) {
    return new Field(key, Type.DECIMAL, true, 18, List.of());
  }

  public static Field date(String key) {
    return new Field(key, Type.DATE, true, 10, List.of());
  }

  public static Field time(String key) {
    return new Field(key, Type.TIME, true, 5, List.of());
  }

  public static Field flag(String key) {
    return new Field(key, Type.FLAG, true, 5, List.of());
  }

  /** One of the constants of an enum, by name. */
  public static Field choice(String key, Class<? extends Enum<?>> of) {
    return choice(key, java.util.Arrays.stream(of.getEnumConstants()).map(Enum::name).toList());
  }

  public static Field choice(String key, List<String> values) {
    return new Field(key, Type.CHOICE, true, 64, values);
  }

  /** The same field, which may stay empty. */
  public Field optional() {
    return new Field(key, type, false, maxLength, choices);
  }
}
