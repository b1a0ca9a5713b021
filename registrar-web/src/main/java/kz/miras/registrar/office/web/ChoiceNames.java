package kz.miras.registrar.office.web;

import java.util.List;
import java.util.Map;

/** Where the names of a field's choices are found. */
final class ChoiceNames {

  private static final Map<String, String> BY_FIELD =
      Map.ofEntries(
          Map.entry("level", "curriculum.level."),
          Map.entry("cycle", "curriculum.cycle."),
          Map.entry("component", "curriculum.component."),
          Map.entry("control_form", "curriculum.control."),
          Map.entry("sex", "shared.sex."),
          Map.entry("study_form", "student.form."),
          Map.entry("funding", "student.funding."),
          Map.entry("language", "transcript.language."),
          Map.entry("study_language", "transcript.language."),
          Map.entry("units.kind", "curriculum.unit-kind."),
          Map.entry("disciplines.kind", "curriculum.kind."),
          Map.entry("events.kind", "calendar.event."),
          Map.entry("orders.kind", "student.order-kind."),
          Map.entry("sections.kind", "registration.section-kind."),
          Map.entry("terms.type", "calendar.term."),
          Map.entry("enrolments.type", "registration.type."),
          Map.entry("results.kind", "achievement.kind."));

  static final List<String> PREFIXES = BY_FIELD.values().stream().distinct().toList();

  private ChoiceNames() {}

  static boolean fits(String field, String list, String prefix) {
    String own = BY_FIELD.getOrDefault(list + "." + field, BY_FIELD.get(field));
    return prefix.equals(own);
  }
}
