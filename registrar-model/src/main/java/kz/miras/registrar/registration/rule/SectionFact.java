package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A section somebody wants a seat in: stream, group or subgroup. Whether it has one is asked under
 * lock afterwards (REG-3).
 *
 * @param lessons when it meets; empty where the timetable is not known
 */
public record SectionFact(String code, List<LessonTime> lessons) implements Serializable {

  public SectionFact {
    Objects.requireNonNull(code, "code");
    lessons = List.copyOf(lessons);
  }
}
