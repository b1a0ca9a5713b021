package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.registration.SectionSound;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.shared.Verdict;

/** Changes how many seats a section has; who waits gets what is new. */
@ApplicationScoped
class SectionSeats {

  private static final String MAKE =
      "INSERT INTO section_seat (section_id, pool, capacity) VALUES (?, 'ALL', 0) ON DUPLICATE KEY"
          + " UPDATE capacity = capacity";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SeatClerk clerk;
  @Inject private EnrolmentRows rows;
  @Inject private Offerings offerings;

  /** Gives a section that was made just now its row of seats, with none yet. */
  void make(long section) {
    update(MAKE, section);
  }

  /** Gives a section that was made just now its seats, and nobody one of them yet. */
  void make(long section, int capacity) {
    make(section);
    SeatWork work = clerk.begin(Set.of(section), clerk.asking(null, null, null));
    resize(work, section, capacity);
    clerk.finish(work);
  }

  /** REG-13. Sets the number of all seats; those that are kept stay so many. */
  Verdict resize(long section, int capacity) {
    make(section);
    return resize(Map.of(section, capacity));
  }

  /**
   * The same for many sections at once, all locked together and in order, for no longer than the
   * numbers take to be written; where one of them is refused, its number stays.
   *
   * @param capacities all seats by key of the section
   */
  Verdict resize(Map<Long, Integer> capacities) {
    Set<Long> affected = new TreeSet<>();
    capacities.keySet().forEach(section -> affected.add(offering(section)));
    SeatWork work =
        clerk.begin(
            affected.stream().map(rows::sections).flatMap(List::stream).toList(),
            clerk.asking(null, null, null));
    Verdict verdict = Verdict.allowed();
    for (Map.Entry<Long, Integer> one : new TreeMap<>(capacities).entrySet()) {
      verdict = verdict.and(resize(work, one.getKey(), one.getValue()));
    }
    affected.forEach(offering -> clerk.fill(work, offering));
    clerk.finish(work);
    return verdict;
  }

  private static Verdict resize(SeatWork work, long section, int capacity) {
    SeatBook.Row row = work.book.row(section, SeatBook.ALL);
    LogEntry.Seats all = work.book.seats(section);
    int kept = all.capacity() - row.capacity;
    int keptFree = kept - (all.taken() - row.taken);
    Verdict verdict = SectionSound.seats(capacity, all.taken(), keptFree);
    if (verdict.isAllowed() && all.capacity() != capacity) {
      row.capacity = capacity - kept;
      work.book.log(section, LogAct.RESIZED, SeatBook.ALL, work.asking, null);
    }
    return verdict;
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
