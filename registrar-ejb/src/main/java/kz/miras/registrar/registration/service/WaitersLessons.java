package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.rule.AnyGroup;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Statements;

/**
 * REG-11. The lessons those who wait for any group of an offering have beside it. They are looked
 * at for all of them at once, which keeps nobody waiting; once more, under the student's turn, for
 * whoever is to be seated: two offerings that promote one student at once, or a submission beside a
 * promotion, must not both pass.
 */
@ApplicationScoped
class WaitersLessons {

  private static final String BESIDE =
      "SELECT e.student_id, e.id, d.code, p.section_id, COALESCE(e.replaces_id, 0) FROM enrolment e JOIN offering o ON o.id ="
          + " e.offering_id JOIN discipline d ON d.id = o.discipline_id JOIN %s p ON"
          + " p.enrolment_id = e.id WHERE e.student_id IN (%s) AND o.term_id = ? AND e.status IN"
          + " ('WAITLISTED', 'ENROLLED')%s";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Offerings offerings;
  @Inject private Seats seats;
  @Inject private Waivers waivers;

  /**
   * When the sections of a waiter meet, and everything else of theirs.
   *
   * @param discipline code of the one waited for
   * @param waived whether a decision lets the lessons of this offering meet others
   * @param others lessons by discipline
   */
  record Beside(
      String discipline,
      boolean waived,
      Map<Long, List<LessonTime>> own,
      Map<String, List<LessonTime>> others) {

    List<LessonTime> all() {
      return waived ? List.of() : others.values().stream().flatMap(List::stream).toList();
    }

    /** When a section meets. */
    List<LessonTime> lessons(Waiter.Place place) {
      return own.getOrDefault(place.section(), List.of());
    }

    AnyGroup.Option option(Waiter.Place place) {
      return new AnyGroup.Option(
          place.section(), !place.queued().instead(), waived ? List.of() : lessons(place));
    }

    List<AnyGroup.Option> options(List<Waiter.Place> places) {
      return places.stream().map(this::option).toList();
    }

    boolean fits(Waiter.Place place) {
      return option(place).fits(all());
    }

    /** What speaks against a section. */
    List<Refusal> clashes(Waiter.Place place) {
      List<Refusal> clashes = new ArrayList<>();
      if (!waived) {
        others.forEach(
            (discipline, theirs) ->
                clashes.addAll(LessonTime.clashes(discipline, theirs, lessons(place))));
      }
      return clashes;
    }

    /** What speaks against a section beside those of the other kinds, of the same discipline. */
    List<Refusal> clashes(Waiter.Place place, Collection<Waiter.Place> with) {
      return LessonTime.clashes(
          discipline,
          with.stream()
              .filter(other -> other.kind() != place.kind())
              .flatMap(other -> lessons(other).stream())
              .toList(),
          lessons(place));
    }
  }

  /**
   * What is seen of those who wait for an offering, read for all of them when it is first needed.
   */
  final class Look {
    private final List<Waiter> waiters;
    private Map<Long, Beside> seen;

    private Look(List<Waiter> waiters) {
      this.waiters = waiters;
    }

    Beside of(Waiter waiter) {
      seen = seen == null ? read(waiters) : seen;
      return seen.get(waiter.enrolment());
    }
  }

  /**
   * Looks at everybody without a turn: what is seen may be over in a moment.
   *
   * @param waiters of one offering
   */
  Look look(Collection<Waiter> waiters) {
    return new Look(waiters.stream().filter(Waiter::isForAny).toList());
  }

  /** Takes the student's turn, and reads. */
  Beside of(Waiter waiter) {
    seats.takeTurn(List.of(waiter.student()));
    return read(List.of(waiter)).get(waiter.enrolment());
  }

  /**
   * A section somebody has a seat in, or waits for by plan.
   *
   * @param replaces key of the enrolment it is to take the place of; 0 for none
   */
  private record Taken(long enrolment, String discipline, long section, long replaces) {

    /** Whether it is had beside what is waited for: not what goes for it, nor what it goes for. */
    boolean isBeside(Waiter waiter) {
      return enrolment != waiter.enrolment()
          && enrolment != waiter.replaces()
          && replaces != waiter.enrolment();
    }
  }

  private Map<Long, Beside> read(List<Waiter> waiters) {
    Map<Long, List<Taken>> taken = new HashMap<>();
    TreeSet<Long> students = new TreeSet<>();
    waiters.forEach(waiter -> students.add(waiter.student()));
    long term = waiters.get(0).term();
    try (Connection connection = database.getConnection()) {
      read(connection, students, term, "enrolment_place", "", taken);
      read(connection, students, term, "waiting_place", " AND NOT p.instead", taken);
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
    TreeSet<Long> sections = new TreeSet<>();
    taken.values().forEach(all -> all.forEach(one -> sections.add(one.section())));
    waiters.forEach(waiter -> waiter.places().forEach(place -> sections.add(place.section())));
    Map<Long, List<LessonTime>> lessons = new HashMap<>();
    for (SectionSlot slot : offerings.slotsOf(sections)) {
      lessons
          .computeIfAbsent(slot.getSectionId(), key -> new ArrayList<>())
          .add(LessonTime.of(slot));
    }
    Set<Long> waived =
        waivers.students(students, term, waiters.get(0).offering(), LessonTime.APART);
    Map<Long, Beside> read = new HashMap<>();
    for (Waiter waiter : waiters) {
      Map<String, List<LessonTime>> others = new TreeMap<>();
      for (Taken one : taken.getOrDefault(waiter.student(), List.of())) {
        if (one.isBeside(waiter)) {
          others
              .computeIfAbsent(one.discipline(), key -> new ArrayList<>())
              .addAll(lessons.getOrDefault(one.section(), List.of()));
        }
      }
      read.put(
          waiter.enrolment(),
          new Beside(waiter.discipline(), waived.contains(waiter.student()), lessons, others));
    }
    return read;
  }

  private static void read(
      Connection connection,
      Collection<Long> students,
      long term,
      String table,
      String and,
      Map<Long, List<Taken>> into)
      throws SQLException {
    String marks = Statements.places(students.size());
    try (PreparedStatement select =
        connection.prepareStatement(BESIDE.formatted(table, marks, and))) {
      int at = 1;
      for (long student : students) {
        select.setLong(at++, student);
      }
      select.setLong(at, term);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          into.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
              .add(new Taken(row.getLong(2), row.getString(3), row.getLong(4), row.getLong(5)));
        }
      }
    }
  }
}
