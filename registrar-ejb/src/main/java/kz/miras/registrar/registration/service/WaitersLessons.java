package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.rule.AnyGroup;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.shared.Refusal;

/**
 * REG-11. The lessons somebody who waits for any group has beside it. They are read under the
 * student's turn: two offerings that promote one student at once, or a submission beside a
 * promotion, must not both pass.
 */
@ApplicationScoped
class WaitersLessons {

  private static final String BESIDE =
      "SELECT d.code, p.section_id FROM enrolment e JOIN offering o ON o.id = e.offering_id JOIN"
          + " discipline d ON d.id = o.discipline_id JOIN %s p ON p.enrolment_id = e.id WHERE"
          + " e.student_id = ? AND o.term_id = ? AND e.status IN ('WAITLISTED', 'ENROLLED') AND"
          + " e.id NOT IN (?, ?)%s";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Offerings offerings;
  @Inject private Seats seats;
  @Inject private Waivers waivers;

  /**
   * When the sections of a waiter meet, and everything else of theirs.
   *
   * @param waived whether a decision lets the lessons of this offering meet others
   * @param others lessons by discipline
   */
  record Beside(
      boolean waived, Map<Long, List<LessonTime>> own, Map<String, List<LessonTime>> others) {

    List<LessonTime> all() {
      return waived ? List.of() : others.values().stream().flatMap(List::stream).toList();
    }

    AnyGroup.Option option(Waiter.Place place) {
      return new AnyGroup.Option(
          place.section(),
          !place.queued().instead(),
          waived ? List.of() : own.getOrDefault(place.section(), List.of()));
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
                clashes.addAll(
                    LessonTime.clashes(
                        discipline, theirs, own.getOrDefault(place.section(), List.of()))));
      }
      return clashes;
    }
  }

  /** Takes the student's turn, and reads. */
  Beside of(Waiter waiter) {
    seats.takeTurn(List.of(waiter.student()));
    Map<Long, String> disciplines = new HashMap<>();
    try (Connection connection = database.getConnection()) {
      read(connection, waiter, "enrolment_place", "", disciplines);
      read(connection, waiter, "waiting_place", " AND NOT p.instead", disciplines);
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
    TreeSet<Long> sections = new TreeSet<>(disciplines.keySet());
    waiter.places().forEach(place -> sections.add(place.section()));
    Map<Long, List<LessonTime>> own = new HashMap<>();
    Map<String, List<LessonTime>> others = new TreeMap<>();
    for (SectionSlot slot : offerings.slotsOf(sections)) {
      String discipline = disciplines.get(slot.getSectionId());
      (discipline == null
              ? own.computeIfAbsent(slot.getSectionId(), key -> new ArrayList<>())
              : others.computeIfAbsent(discipline, key -> new ArrayList<>()))
          .add(LessonTime.of(slot));
    }
    boolean waived =
        waivers
            .byOffering(waiter.student(), waiter.term())
            .getOrDefault(waiter.offering(), Waivers.Consent.NONE)
            .rules()
            .contains(LessonTime.APART);
    return new Beside(waived, own, others);
  }

  private static void read(
      Connection connection, Waiter waiter, String table, String and, Map<Long, String> into)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(BESIDE.formatted(table, and))) {
      select.setLong(1, waiter.student());
      select.setLong(2, waiter.term());
      select.setLong(3, waiter.enrolment());
      select.setLong(4, waiter.replaces());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          into.put(row.getLong(2), row.getString(1));
        }
      }
    }
  }
}
