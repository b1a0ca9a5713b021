package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

  /** REG-13. Sets the number of all seats; those that are kept stay so many. */
  Verdict resize(long section, int capacity) {
    update(MAKE, section);
    SeatWork work = clerk.begin(rows.sections(offering(section)), clerk.asking(null, null, null));
    SeatBook.Row row = work.book.row(section, SeatBook.ALL);
    LogEntry.Seats all = work.book.seats(section);
    int kept = all.capacity() - row.capacity;
    int keptFree = kept - (all.taken() - row.taken);
    Verdict verdict = SectionSound.seats(capacity, all.taken(), keptFree);
    if (!verdict.isAllowed() || all.capacity() == capacity) {
      return verdict;
    }
    row.capacity = capacity - kept;
    work.book.log(section, LogAct.RESIZED, SeatBook.ALL, work.asking, null);
    clerk.fill(work, offering(section));
    clerk.finish(work);
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
