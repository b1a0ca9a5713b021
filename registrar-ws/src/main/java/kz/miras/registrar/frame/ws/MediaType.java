package kz.miras.registrar.frame.ws;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A header {@code Content-Type} in its parts (RFC 9110, 8.3.1). */
record MediaType(String name, Map<String, String> parameters) {

  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([\\w!#$&+.^`|~*'-]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;\"]*))");

  /** The parts of a header; the name is empty where there is none. */
  static MediaType of(String header) {
    String text = header == null ? "" : header.strip();
    int end = text.indexOf(';');
    Map<String, String> parameters = new TreeMap<>();
    if (end >= 0) {
      Matcher found = PARAMETER.matcher(text.substring(end));
      while (found.find()) {
        String value = found.group(2) == null ? found.group(3) : found.group(2);
        parameters.putIfAbsent(found.group(1).toLowerCase(Locale.ROOT), value);
      }
    }
    String name = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return new MediaType(name, parameters);
  }

  Optional<String> parameter(String key) {
    return Optional.ofNullable(parameters.get(key));
  }

  boolean isUtf8() {
    return parameter("charset").map(set -> set.equalsIgnoreCase("utf-8")).orElse(true);
  }
}
