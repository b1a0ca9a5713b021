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
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.registration.log.LogAct;

/**
 * REG-33. The queues of sections. A student waits for one group with its stream and subgroup, and
 * holds none of them meanwhile, so that nobody keeps a seat from others that is of no use alone. A
 * seat that becomes free goes to the first who can be given all of theirs, in the very transaction
 * that frees it; a section that is not open gives none. Who waits for another group of the same
 * offering has the seat in the stream already: it passes on. Nothing is judged anew: a hold placed
 * since, for one, stops what is asked for from then on (REG-15), and the place was asked for
 * before.
 */
@ApplicationScoped
class WaitingLists {

  private static final String QUEUE =
      "SELECT w.enrolment_id, e.student_id, w.section_id, w.pool, r.id, h.pool, (SELECT"
          + " GROUP_CONCAT(k.pool ORDER BY k.group_id IS NULL, k.pool) FROM section_reserve k JOIN"
          + " student s ON s.id = e.student_id WHERE k.section_id = w.section_id AND k.released_at"
          + " IS NULL AND (k.programme_id = s.programme_id OR k.group_id = s.group_id)) FROM"
          + " waiting_place w"
          + " JOIN enrolment e ON e.id = w.enrolment_id LEFT JOIN enrolment r ON r.id ="
          + " e.replaces_id AND r.status = 'ENROLLED' LEFT JOIN enrolment_place h ON h.enrolment_id"
          + " = r.id AND h.section_id = w.section_id WHERE w.section_id IN (%s) AND NOT EXISTS (SELECT 1 FROM"
          + " waiting_place x JOIN section c ON c.id = x.section_id WHERE x.enrolment_id ="
          + " w.enrolment_id AND c.status <> 'OPEN') ORDER BY w.queue_rank, w.since, w.enrolment_id,"
          + " w.section_id";

  private static final String INSTEAD =
      "SELECT id FROM enrolment WHERE replaces_id = ? AND status = 'WAITLISTED' ORDER BY id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private EnrolmentRows enrolments;

  /**
   * Who waits, and for which seats together.
   *
   * @param replaces the enrolment that ends then; 0 for none
   * @param kept pools of its seats that pass on, by section
   */
  private record Waiting(
      long enrolment, long student, long replaces, List<Wanted> wanted, Map<Long, String> kept) {}

  /**
   * A seat waited for.
   *
   * @param queue where the place is counted
   * @param pools seats that will do now, in the order they are used
   */
  private record Wanted(SeatBook.Key queue, List<String> pools) {}

  /**
   * Gives what is free in the sections of an offering to those who wait for it, in order.
   *
   * @param sections all of the offering, locked
   * @return enrolments that have all their seats now and still count as waiting, in the order they
   *     got them
   */
  List<Long> fill(SeatBook book, Collection<Long> sections, SeatBook.Asking because) {
    List<Long> complete = new ArrayList<>();
    if (sections.stream().noneMatch(s -> book.row(s, SeatBook.ALL).waiting > 0)) {
      return complete;
    }
    for (Waiting waiting : queue(sections)) {
      List<SeatBook.Key> seats = seats(book, waiting);
      if (seats.isEmpty()) {
        continue;
      }
      enrolments.leaveQueues(waiting.enrolment());
      SeatBook.Asking asking = because.of(waiting.student(), waiting.enrolment());
      for (int i = 0; i < seats.size(); i++) {
        SeatBook.Key seat = seats.get(i);
        book.queue(seat.section(), waiting.wanted().get(i).queue().pool(), -1);
        if (waiting.kept().containsKey(seat.section())) {
          book.log(seat.section(), LogAct.LEFT_QUEUE, seat.pool(), asking, null);
          book.passOn(seat, because.of(waiting.student(), waiting.replaces()), asking);
          enrolments.removePlace(waiting.replaces(), seat.section());
          enrolments.addPlace(waiting.enrolment(), seat);
          continue;
        }
        enrolments.addPlace(waiting.enrolment(), seat);
        book.take(seat.section(), seat.pool());
        book.log(seat.section(), LogAct.PROMOTED, seat.pool(), asking, null);
      }
      complete.add(waiting.enrolment());
    }
    return complete;
  }

  /** Enrolments that wait to take the place of another one. */
  List<Long> insteadOf(long old) {
    List<Long> waiting = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(INSTEAD)) {
      select.setLong(1, old);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          waiting.add(row.getLong(1));
        }
      }
      return waiting;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** A seat in every section waited for; empty where one of them has none. */
  private static List<SeatBook.Key> seats(SeatBook book, Waiting waiting) {
    List<SeatBook.Key> seats = new ArrayList<>();
    for (Wanted wanted : waiting.wanted()) {
      long section = wanted.queue().section();
      String kept = waiting.kept().get(section);
      String pool = kept != null ? kept : book.free(section, wanted.pools());
      if (pool == null) {
        return List.of();
      }
      seats.add(new SeatBook.Key(section, pool));
    }
    return seats;
  }

  /** Seats kept for the student's group and programme before everybody's. */
  private static List<String> pools(String own) {
    return own == null ? List.of(SeatBook.ALL) : List.of((own + "," + SeatBook.ALL).split(","));
  }

  private List<Waiting> queue(Collection<Long> sections) {
    TreeSet<Long> wanted = new TreeSet<>(sections);
    String sql = String.format(QUEUE, String.join(", ", Collections.nCopies(wanted.size(), "?")));
    Map<Long, Waiting> queue = new LinkedHashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      int at = 1;
      for (long section : wanted) {
        select.setLong(at++, section);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long student = row.getLong(2);
          long replaces = row.getLong(5);
          Waiting waiting =
              queue.computeIfAbsent(
                  row.getLong(1),
                  key -> new Waiting(key, student, replaces, new ArrayList<>(), new HashMap<>()));
          waiting
              .wanted()
              .add(
                  new Wanted(
                      new SeatBook.Key(row.getLong(3), row.getString(4)), pools(row.getString(7))));
          if (row.getString(6) != null) {
            waiting.kept().put(row.getLong(3), row.getString(6));
          }
        }
      }
      return List.copyOf(queue.values());
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
