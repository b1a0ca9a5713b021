package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Hours and rooms of a term: lectures in the first and last pair, groups in between. A group is
 * never in two places, a room never twice taken; a teacher is chosen who is free.
 */
final class DemoTimetable {

  private static final List<LocalTime> PAIRS =
      List.of(
          LocalTime.of(8, 30),
          LocalTime.of(9, 40),
          LocalTime.of(10, 50),
          LocalTime.of(12, 40),
          LocalTime.of(13, 50),
          LocalTime.of(15, 0));
  private static final int GROUP_PAIRS = PAIRS.size() - 2;
  private static final int MINUTES = 60;
  private static final int DAYS = 5;
  private static final int FLOORS = 5;
  private static final int ROOMS = 60;

  private final Rows rows;
  private final Random random;
  private final Set<String> taken = new HashSet<>();

  DemoTimetable(Rows rows, Random random) {
    this.rows = rows;
    this.random = random;
  }

  /** A free teacher of these for the two hours of a group's discipline. */
  DemoPlan.TeacherRow teacher(List<DemoPlan.TeacherRow> staff, String group, int place) {
    int from = random.nextInt(staff.size());
    for (int i = 0; i < staff.size(); i++) {
      DemoPlan.TeacherRow one = staff.get((from + i) % staff.size());
      if (!taken.contains(one.id() + hour(group, place, 0))
          && !taken.contains(one.id() + hour(group, place, 1))) {
        taken.add(one.id() + hour(group, place, 0));
        taken.add(one.id() + hour(group, place, 1));
        return one;
      }
    }
    return staff.get(from);
  }

  /** The two weekly hours of a group's section. */
  void group(long section, String group, int place) throws SQLException {
    for (int k = 0; k < 2; k++) {
      int hour = number(group, place, k);
      slot(section, hour / GROUP_PAIRS % DAYS + 1, 1 + hour % GROUP_PAIRS);
    }
  }

  /** The weekly lecture of a stream. */
  void lecture(long section, int place) throws SQLException {
    slot(section, place % DAYS + 1, place < DAYS ? 0 : PAIRS.size() - 1);
  }

  private void slot(long section, int day, int pair) throws SQLException {
    LocalTime from = PAIRS.get(pair);
    rows.add(
        "section_slot",
        "id, section_id, day_of_week, starts_at, ends_at, weeks, room",
        rows.nextKey(),
        section,
        day,
        from,
        from.plusMinutes(MINUTES),
        "ALL",
        room(day, pair));
  }

  private String room(int day, int pair) {
    for (int i = 0; i < FLOORS * ROOMS; i++) {
      String room = String.valueOf((1 + i % FLOORS) * 100 + 1 + (i / FLOORS + day) % ROOMS);
      if (taken.add("room " + room + " " + day + " " + pair)) {
        return room;
      }
    }
    return "online";
  }

  /** Groups begin at different hours of the week so that teachers can follow them. */
  private static int number(String group, int place, int k) {
    int hours = DAYS * GROUP_PAIRS;
    return Math.floorMod(group.hashCode() + place + k * hours / 2, hours);
  }

  private static String hour(String group, int place, int k) {
    return " at " + number(group, place, k);
  }
}
