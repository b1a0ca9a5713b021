package kz.miras.registrar.registration.web;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.service.TermOfferings.Hour;
import kz.miras.registrar.registration.service.TermOfferings.Part;

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

  /**
   * A lesson.
   *
   * @param wanted whether it is only chosen yet
   * @param clash whether it overlaps another one
   */
  public record Lesson(String discipline, String section, Hour hour, boolean wanted, boolean clash)
      implements Serializable {

    private LessonTime time() {
      return new LessonTime(
          hour.day(), hour.from(), hour.to(), hour.weeks(), hour.firstWeek(), hour.lastWeek());
    }
  }

  /** Lessons that begin at one hour, by day of the grid. */
  public record Row(LocalTime from, List<List<Lesson>> days) implements Serializable {}

  void add(String discipline, Part section, boolean wanted) {
    section
        .hours()
        .forEach(hour -> lessons.add(new Lesson(discipline, section.code(), hour, wanted, false)));
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
      boolean clash =
          lessons.stream()
              .anyMatch(other -> other != lesson && other.time().clashesWith(lesson.time()));
      row.get(day)
          .add(
              new Lesson(
                  lesson.discipline(), lesson.section(), lesson.hour(), lesson.wanted(), clash));
    }
    return rows.entrySet().stream().map(e -> new Row(e.getKey(), e.getValue())).toList();
  }
}
