package kz.miras.registrar.access.service.api;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.ApiList.Field;
import kz.miras.registrar.shared.service.ApiList.Kind;

/** Values of lists: of a row as they leave, of a parameter as they are bound. */
public final class ApiValues {

  private static final int LONGEST = 100;
  private static final int NANOS_OF_A_MICRO = 1_000;
  private static final int MICROS = 6;

  private ApiValues() {}

  /**
   * The value a parameter gives.
   *
   * @return empty where it cannot be one of this kind
   */
  public static Optional<Object> bound(Kind kind, String text) {
    try {
      return Optional.of(
          switch (kind) {
            case UUID -> UUID.fromString(text).toString();
            case NUMBER -> Integer.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case MOMENT -> seconds(text);
            case FLAG -> flag(text);
            case TEXT -> text(text);
            default -> throw new IllegalArgumentException(text);
          });
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static BigDecimal seconds(String text) {
    Instant moment = OffsetDateTime.parse(text).toInstant();
    return BigDecimal.valueOf(moment.getEpochSecond())
        .add(BigDecimal.valueOf(moment.getNano() / NANOS_OF_A_MICRO, MICROS));
  }

  private static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return text.equals("true");
  }

  private static String text(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  static String columns(Field field) {
    return field.kind() == Kind.NAMES
        ? field.sql() + "_kk, " + field.sql() + "_ru, " + field.sql() + "_en"
        : field.sql();
  }

  static int width(Field field) {
    return field.kind() == Kind.NAMES ? 3 : 1;
  }

  static Object value(ResultSet row, int at, Field field) throws SQLException {
    if (row.getObject(at) == null) {
      return field.kind() == Kind.TEXTS ? List.of() : null;
    }
    return switch (field.kind()) {
      case NUMBER -> row.getBigDecimal(at);
      case FLAG -> row.getBoolean(at);
      case DATE -> row.getObject(at, LocalDate.class).toString();
      case TIME -> row.getObject(at, LocalTime.class).toString();
      case MOMENT -> row.getObject(at, LocalDateTime.class).toInstant(ZoneOffset.UTC).toString();
      case NAMES ->
          LocalizedText.of(row.getString(at), row.getString(at + 1), row.getString(at + 2));
      case TEXTS -> List.of(row.getString(at).split(","));
      default -> row.getString(at);
    };
  }

  /** Puts a value under a name whose dots are objects. */
  @SuppressWarnings("unchecked")
  static void put(Map<String, Object> item, String name, Object value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      item.put(name, value);
    } else {
      put(
          (Map<String, Object>)
              item.computeIfAbsent(name.substring(0, dot), key -> new LinkedHashMap<>()),
          name.substring(dot + 1),
          value);
    }
  }
}
