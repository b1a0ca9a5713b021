package kz.miras.registrar.registration.service;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.shared.Refusal;

/**
 * Refusals as they were kept in JSON, which knows numbers and texts only: days and times become
 * what they were, so that they are shown in the words of whoever reads them.
 */
final class StoredRefusals {

  private static final String TIME = "\\d\\d:\\d\\d(:\\d\\d)?";
  private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";

  private StoredRefusals() {}

  static List<Refusal> restored(List<Refusal> kept) {
    return kept.stream()
        .map(
            one ->
                new Refusal(
                    one.code(),
                    one.rule(),
                    one.field(),
                    one.args().stream().map(StoredRefusals::value).toList()))
        .toList();
  }

  private static Serializable value(Serializable kept) {
    if (kept instanceof Map<?, ?> parts && parts.get("day") instanceof String day) {
      return new LessonTime.Weekday(DayOfWeek.valueOf(day));
    }
    if (!(kept instanceof String text)) {
      return kept;
    }
    if (text.matches(TIME)) {
      return LocalTime.parse(text);
    }
    if (text.matches(DAY)) {
      return LocalDate.parse(text);
    }
    return text.matches(DAY + "T" + TIME + "[.\\d]*") ? LocalDateTime.parse(text) : text;
  }
}
