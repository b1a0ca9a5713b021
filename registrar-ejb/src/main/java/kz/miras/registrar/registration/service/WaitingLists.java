package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.registration.log.LogAct;

/**
 * The queues of sections. A seat that becomes free goes to the first of the queue in the very
 * transaction that frees it; it is never free in between.
 */
@ApplicationScoped
class WaitingLists {

  private static final String FIRST =
      "SELECT w.id, w.enrolment_id, w.pool, e.student_id FROM waiting_place w JOIN enrolment e ON"
          + " e.id = w.enrolment_id WHERE w.section_id = ? AND (? = 'ALL' OR w.pool = ?) ORDER BY"
          + " w.queue_rank, w.since, w.id LIMIT 1 FOR UPDATE";
  private static final String MORE =
      "SELECT COUNT(*) FROM waiting_place WHERE enrolment_id = ? AND id <> ?";
  private static final String REMOVE = "DELETE FROM waiting_place WHERE id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private EnrolmentRows enrolments;

  /** The first of a queue. */
  private record First(long id, long enrolment, String pool, long student, boolean waitsOn) {}

  /**
   * Gives what is free in these sections to those who wait for it, in order.
   *
   * @return enrolments that have all their seats now and still count as waiting, in the order they
   *     got them
   */
  List<Long> fill(SeatBook book, Iterable<Long> sections, SeatBook.Asking because) {
    Set<Long> complete = new LinkedHashSet<>();
    for (long section : sections) {
      for (String pool : book.pools(section)) {
        fill(book, section, pool, because, complete);
      }
    }
    return new ArrayList<>(complete);
  }

  private void fill(
      SeatBook book, long section, String pool, SeatBook.Asking because, Set<Long> complete) {
    while (book.row(section, SeatBook.ALL).waiting > 0
        && book.row(section, pool).taken < book.row(section, pool).capacity) {
      Optional<First> found = first(section, pool);
      if (found.isEmpty()) {
        return;
      }
      First first = found.get();
      remove(first.id());
      enrolments.addPlace(first.enrolment(), new SeatBook.Key(section, pool));
      book.queue(section, first.pool(), -1);
      book.take(section, pool);
      book.log(
          section, LogAct.PROMOTED, pool, because.of(first.student(), first.enrolment()), null);
      if (!first.waitsOn()) {
        complete.add(first.enrolment());
      }
    }
  }

  private Optional<First> first(long section, String pool) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIRST);
        PreparedStatement more = connection.prepareStatement(MORE)) {
      select.setLong(1, section);
      select.setString(2, pool);
      select.setString(3, pool);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        more.setLong(1, row.getLong(2));
        more.setLong(2, row.getLong(1));
        try (ResultSet count = more.executeQuery()) {
          count.next();
          return Optional.of(
              new First(
                  row.getLong(1),
                  row.getLong(2),
                  row.getString(3),
                  row.getLong(4),
                  count.getInt(1) > 0));
        }
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private void remove(long id) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(REMOVE)) {
      delete.setLong(1, id);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
