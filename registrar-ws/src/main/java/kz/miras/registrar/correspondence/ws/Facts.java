package kz.miras.registrar.correspondence.ws;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was submitted, as texts in their order; what is missing is left out. */
final class Facts {

  private final Map<String, String> texts = new LinkedHashMap<>();

  Facts put(String name, Object value) {
    if (value != null && !value.toString().isBlank()) {
      texts.put(name, value.toString().strip());
    }
    return this;
  }

  Map<String, String> texts() {
    return texts;
  }

  /** A day that was submitted. */
  static LocalDate day(Map<String, String> texts, String name) {
    String text = texts.get(name);
    return text == null ? null : LocalDate.parse(text);
  }
}
