package kz.miras.registrar.registration.web;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import kz.miras.registrar.registration.service.TermOfferings.Hour;

/** A week of lessons, a row for each hour at which some begin; overlaps are marked. */
public final class WeekGrid {

  /** Days of the grid, Monday first. */
  public static final List<DayOfWeek> DAYS =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY,
          DayOfWeek.SATURDAY);

  private final List<Lesson> lessons = new ArrayList<>();

  /** How certain a lesson is. */
  public enum Kind {
    /** The student has a seat. */
    HELD,
    /** Chosen, and nothing else could be meant. */
    WANTED,
    /** One of several: any group will do, or the student waits. */
    MAYBE
  }

  /**
   * A lesson.
   *
   * @param clash whether it overlaps a certain lesson of another discipline
   */
  public record Lesson(String discipline, String section, Hour hour, Kind kind, boolean clash)
      implements Serializable {

    /** How it is drawn. */
    public String style() {
      return "lesson " + kind.name().toLowerCase(Locale.ROOT) + (clash ? " clash" : "");
    }

    private boolean isHitBy(Lesson other) {
      return other.kind != Kind.MAYBE
          && !other.discipline.equals(discipline)
          && other.hour.time().clashesWith(hour.time());
    }
  }

  /** Lessons that begin at one hour, by day of the grid. */
  public record Row(LocalTime from, List<List<Lesson>> days) implements Serializable {}

  void add(String discipline, String section, Hour hour, Kind kind) {
    lessons.add(new Lesson(discipline, section, hour, kind, false));
  }

  List<Row> rows() {
    TreeMap<LocalTime, List<List<Lesson>>> rows = new TreeMap<>();
    for (Lesson lesson : lessons) {
      int day = DAYS.indexOf(lesson.hour().day());
      if (day < 0) {
        continue;
      }
      List<List<Lesson>> row =
          rows.computeIfAbsent(
              lesson.hour().from(),
              key -> {
                List<List<Lesson>> days = new ArrayList<>();
                DAYS.forEach(one -> days.add(new ArrayList<>()));
                return days;
              });
      boolean clash = lessons.stream().anyMatch(lesson::isHitBy);
      row.get(day)
          .add(
              new Lesson(
                  lesson.discipline(), lesson.section(), lesson.hour(), lesson.kind(), clash));
    }
    return rows.entrySet().stream().map(e -> new Row(e.getKey(), e.getValue())).toList();
  }
}
