package kz.miras.registrar.shared.service;

import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.LocalizedText;

/** Some settings of the university as they are in force on a day, read in one statement. */
public final class SettingsOfDay {

  private final Set<String> asked;
  private final Map<String, String> values;

  SettingsOfDay(Set<String> asked, Map<String, String> values) {
    this.asked = Set.copyOf(asked);
    this.values = values;
  }

  /** As {@link Settings#text}. */
  public String text(String name, String fallback) {
    return values.getOrDefault(known(name), fallback);
  }

  /** As {@link Settings#localized}. */
  public LocalizedText localized(String name) {
    known(name);
    return LocalizedText.of(
        values.getOrDefault(name + ".kk", ""),
        values.getOrDefault(name + ".ru", ""),
        values.getOrDefault(name + ".en", ""));
  }

  /** What was not asked for must not look as if nobody had set it. */
  private String known(String name) {
    if (!asked.contains(name)) {
      throw new IllegalArgumentException(name + " was not read");
    }
    return name;
  }
}
