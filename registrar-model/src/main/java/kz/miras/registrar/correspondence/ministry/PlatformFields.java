package kz.miras.registrar.correspondence.ministry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * GOV-1. Every field of every type, read from {@code platform-fields.txt}: a record is always sent
 * whole, since the platform empties what a record does not name.
 */
public final class PlatformFields {

  private static final Map<PlatformType, List<PlatformField>> ALL = load();

  private PlatformFields() {}

  /** The fields of a type, in the order they are sent. */
  public static List<PlatformField> of(PlatformType type) {
    return ALL.get(type);
  }

  /**
   * What a record has there of which this system keeps nothing: fields listed so, and such as are
   * not listed at all.
   */
  public static Map<String, Object> others(PlatformType type, Map<String, ?> theirs) {
    Map<String, Object> others = new TreeMap<>(theirs);
    others.values().removeIf(Objects::isNull);
    of(type).stream()
        .filter(field -> field.isKept() || field.name().equals(type.keyField()))
        .forEach(field -> others.remove(field.name()));
    return others;
  }

  private static Map<PlatformType, List<PlatformField>> load() {
    Map<PlatformType, List<PlatformField>> all = new EnumMap<>(PlatformType.class);
    PlatformType type = null;
    for (String line : lines("platform-fields.txt")) {
      if (line.startsWith("[")) {
        type = PlatformType.valueOf(line.substring(1, line.length() - 1));
        all.put(type, new ArrayList<>());
      } else {
        all.get(type).add(field(type, line.split("\\s+")));
      }
    }
    // the archive has the same columns
    all.put(
        PlatformType.DELETED_TRANSCRIPT,
        all.get(PlatformType.TRANSCRIPT).stream()
            .map(
                field ->
                    new PlatformField(
                        PlatformType.DELETED_TRANSCRIPT,
                        field.name(),
                        field.manual(),
                        field.kind(),
                        field.mandatory(),
                        field.longest(),
                        field.source()))
            .toList());
    return Collections.unmodifiableMap(all);
  }

  private static PlatformField field(PlatformType type, String[] cells) {
    return new PlatformField(
        type,
        cells[0],
        cells[4],
        FieldKind.of(cells[1]),
        cells[2].equals("*"),
        cells[3].equals("-") ? 0 : Integer.parseInt(cells[3]),
        cells[5]);
  }

  /** Lines of a table beside this class, without its remarks. */
  static List<String> lines(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                PlatformFields.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
