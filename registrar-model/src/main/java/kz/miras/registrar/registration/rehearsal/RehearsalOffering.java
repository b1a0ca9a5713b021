package kz.miras.registrar.registration.rehearsal;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.shared.Language;

/**
 * A discipline of the term in one language, with the sections a student needs one of each kind of.
 *
 * @param code of the offering
 * @param discipline its code
 */
public record RehearsalOffering(
    String code, String discipline, Language language, List<Part> sections)
    implements Serializable {

  /** The pool that is everybody's. */
  public static final String ALL = "ALL";

  /**
   * A section.
   *
   * @param lessons when it meets; empty where the timetable is not made yet
   * @param pools its seats
   */
  public record Part(String code, SectionKind kind, List<LessonTime> lessons, List<Pool> pools)
      implements Serializable {

    public Part {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(kind, "kind");
      lessons = List.copyOf(lessons);
      pools = List.copyOf(pools);
    }

    /** A section whose seats are everybody's. */
    public static Part of(String code, SectionKind kind, int seats, List<LessonTime> lessons) {
      return new Part(code, kind, lessons, List.of(new Pool(ALL, seats, null)));
    }

    /** Its seats in all pools. */
    public int seats() {
      return pools.stream().mapToInt(Pool::seats).sum();
    }
  }

  /**
   * Seats of a section for some or for all.
   *
   * @param released from when on what is left is everybody's; null for never, or the pool of all
   */
  public record Pool(String name, int seats, Instant released) implements Serializable {}

  public RehearsalOffering {
    Objects.requireNonNull(discipline, "discipline");
    Objects.requireNonNull(language, "language");
    sections = List.copyOf(sections);
  }

  /** How many students it has room for: the kind of section with the fewest seats decides. */
  public int seats() {
    Map<SectionKind, Integer> seats = new EnumMap<>(SectionKind.class);
    sections.forEach(part -> seats.merge(part.kind(), part.seats(), Integer::sum));
    return seats.values().stream().mapToInt(Integer::intValue).min().orElse(0);
  }
}
