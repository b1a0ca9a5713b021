package kz.miras.registrar.curriculum;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Map;
import kz.miras.registrar.shared.RegistrarException;

/** Values of parameters before they are a set of rules. */
public final class RuleValues {

  private RuleValues() {}

  /**
   * Values as somebody typed them; a blank one is left out.
   *
   * @param typed by the key of the parameter
   */
  public static Map<RuleParameter, String> typed(Map<String, String> typed) {
    Map<RuleParameter, String> values = new EnumMap<>(RuleParameter.class);
    typed.forEach(
        (key, text) -> {
          if (text != null && !text.isBlank()) {
            values.put(
                RuleParameter.ofKey(key)
                    .orElseThrow(() -> new RegistrarException.NotFound("parameter", key)),
                text.strip());
          }
        });
    return values;
  }

  /** With the defaults of those that are missing. */
  public static Map<RuleParameter, String> complete(Map<RuleParameter, String> values) {
    Map<RuleParameter, String> complete = new EnumMap<>(RuleParameter.class);
    for (RuleParameter parameter : RuleParameter.values()) {
      parameter.defaultText().ifPresent(text -> complete.put(parameter, text));
    }
    complete.putAll(values);
    return complete;
  }

  /** Digest of the values of a level: the same for the same values, whoever typed them. */
  public static byte[] fingerprint(Level level, Map<RuleParameter, String> values) {
    StringBuilder text = new StringBuilder(level.name());
    complete(values)
        .forEach(
            (parameter, value) ->
                text.append('\n').append(parameter.name()).append('=').append(value));
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
