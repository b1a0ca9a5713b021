package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.registration.SectionSound;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.shared.Verdict;

/** Changes how many seats a section has and for whom they are kept; who waits gets what is new. */
@ApplicationScoped
class SectionSeats {

  private static final String MAKE =
      "INSERT INTO section_seat (section_id, pool, capacity) VALUES (?, 'ALL', 0) ON DUPLICATE KEY"
          + " UPDATE capacity = capacity";
  private static final String KEEP =
      "INSERT INTO section_reserve (section_id, pool, programme_id, group_id, release_on) VALUES (?,"
          + " ?, ?, ?, ?)";
  private static final String RELEASED =
      "UPDATE section_reserve SET released_at = ? WHERE section_id = ? AND pool = ? AND released_at"
          + " IS NULL";
  private static final String DUE =
      "SELECT section_id, pool FROM section_reserve WHERE released_at IS NULL AND release_on <= ?"
          + " ORDER BY section_id, pool";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SeatClerk clerk;
  @Inject private SeatBooks books;
  @Inject private EnrolmentRows rows;
  @Inject private Offerings offerings;

  /** REG-13. Sets the number of everybody's seats. */
  Verdict resize(long section, int capacity) {
    update(MAKE, section);
    SeatWork work = clerk.begin(rows.sections(offering(section)), clerk.asking(null, null, null));
    SeatBook.Row row = work.book.row(section, SeatBook.ALL);
    Verdict verdict = SectionSound.seats(capacity, row.taken);
    if (!verdict.isAllowed() || row.capacity == capacity) {
      return verdict;
    }
    row.capacity = capacity;
    work.book.log(section, LogAct.RESIZED, SeatBook.ALL, work.asking, null);
    clerk.fill(work, offering(section));
    clerk.finish(work);
    return verdict;
  }

  /**
   * REG-31. Keeps seats of everybody's for a programme or a group until a day.
   *
   * @param programme key; null where they are for a group
   * @param group key; null where they are for a programme
   */
  Verdict reserve(long section, Long programme, Long group, int seats, LocalDate releaseOn) {
    String pool = programme == null ? "G" + group : "P" + programme;
    SeatWork work = clerk.begin(rows.sections(offering(section)), clerk.asking(null, null, null));
    SeatBook.Row all = work.book.row(section, SeatBook.ALL);
    Verdict verdict = SectionSound.reserve(seats, all.capacity - all.taken, all.waiting);
    if (!verdict.isAllowed()) {
      return verdict;
    }
    if (!work.book.pools(section).contains(pool)) {
      books.makePool(work.book, section, pool);
      update(KEEP, section, pool, programme, group, releaseOn);
    }
    all.capacity -= seats;
    work.book.row(section, pool).capacity += seats;
    work.book.log(section, LogAct.RESERVED, pool, work.asking, null);
    clerk.finish(work);
    return verdict;
  }

  /** A pool of kept seats whose day has come. */
  record Kept(long section, String pool) {}

  List<Kept> due(LocalDate today) {
    List<Kept> due = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(DUE)) {
      select.setObject(1, today);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          due.add(new Kept(row.getLong(1), row.getString(2)));
        }
      }
      return due;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Makes kept seats that nobody took everybody's. */
  void release(Kept kept) {
    SeatWork work =
        clerk.begin(rows.sections(offering(kept.section())), clerk.asking(null, null, null));
    LocalDateTime now = LocalDateTime.ofInstant(work.asking.now(), ZoneOffset.UTC);
    if (update(RELEASED, now, kept.section(), kept.pool()) == 0) {
      return;
    }
    SeatBook.Row own = work.book.row(kept.section(), kept.pool());
    int free = own.capacity - own.taken;
    own.capacity -= free;
    work.book.row(kept.section(), SeatBook.ALL).capacity += free;
    work.book.log(kept.section(), LogAct.RELEASED, kept.pool(), work.asking, null);
    clerk.fill(work, offering(kept.section()));
    clerk.finish(work);
  }

  private long offering(long section) {
    return offerings.section(section).orElseThrow().getOffering().getId();
  }

  private int update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
