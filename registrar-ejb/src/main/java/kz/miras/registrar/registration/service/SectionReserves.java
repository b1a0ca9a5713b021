package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionSound;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * REG-31. Seats of a section kept for a programme or a group until a day; then, or when the office
 * says so, they are everybody's, and who waits gets them.
 */
@ApplicationScoped
public class SectionReserves {

  private static final String KEEP =
      "INSERT INTO section_reserve (section_id, pool, programme_id, group_id, release_on) VALUES (?,"
          + " ?, ?, ?, ?) ON DUPLICATE KEY UPDATE release_on = VALUES(release_on), released_at ="
          + " NULL";
  private static final String RELEASED =
      "UPDATE section_reserve SET released_at = ? WHERE section_id = ? AND pool = ? AND released_at"
          + " IS NULL";
  // seats that were taken of the kept ones and places in their queue count with everybody's now
  private static final List<String> EVERYBODYS =
      List.of(
          "UPDATE enrolment_place SET pool = 'ALL' WHERE section_id = ? AND pool = ?",
          "UPDATE waiting_place SET pool = 'ALL' WHERE section_id = ? AND pool = ?");
  private static final String DUE =
      "SELECT section_id, pool FROM section_reserve WHERE released_at IS NULL AND release_on <= ?"
          + " ORDER BY section_id, pool";
  private static final String OF_SECTION =
      "SELECT r.pool, p.code, p.name_kk, p.name_ru, p.name_en, g.code, q.capacity, q.taken,"
          + " r.release_on FROM section_reserve r JOIN section_seat q ON q.section_id ="
          + " r.section_id AND q.pool = r.pool LEFT JOIN programme p ON p.id = r.programme_id LEFT"
          + " JOIN student_group g ON g.id = r.group_id WHERE r.section_id = ? AND r.released_at IS"
          + " NULL ORDER BY p.code IS NULL, p.code, g.code";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SeatClerk clerk;
  @Inject private SeatBooks books;
  @Inject private EnrolmentRows rows;
  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private AuditTrail trail;
  @Inject private UniversityTime time;

  /**
   * Seats that are kept.
   *
   * @param pool names them within the section
   * @param programme code; null where they are a group's
   * @param name of the programme; null where they are a group's
   * @param group code; null where they are a programme's
   * @param seats how many are kept in all
   * @param taken how many of them somebody has
   */
  public record Reserve(
      String pool,
      String programme,
      LocalizedText name,
      String group,
      int seats,
      int taken,
      LocalDate releaseOn)
      implements Serializable {}

  /** A pool of kept seats. */
  record Kept(long section, String pool) {}

  /**
   * Keeps so many seats in all for a programme or a group until a day.
   *
   * @param programme key; null where they are for a group
   * @param group key; null where they are for a programme
   */
  Verdict keep(Section of, Long programme, Long group, int seats, LocalDate releaseOn) {
    long section = of.getId();
    String pool = programme == null ? "G" + group : "P" + programme;
    SeatWork work = begin(of);
    SeatBook.Row all = work.book.row(section, SeatBook.ALL);
    boolean known = work.book.pools(section).contains(pool);
    SeatBook.Row own = known ? work.book.row(section, pool) : new SeatBook.Row(0, 0, 0);
    Term term = calendars.term(of.getOffering().getTermId()).orElseThrow();
    Verdict verdict =
        SectionSound.reserve(
            new SectionSound.Keeping(
                seats, own.capacity, own.taken, all.capacity - all.taken, all.waiting),
            releaseOn,
            time.today(),
            term.getEndsOn());
    if (!verdict.isAllowed()) {
      return verdict;
    }
    if (!known) {
      books.makePool(work.book, section, pool);
    }
    update(KEEP, section, pool, programme, group, releaseOn);
    int before = own.capacity;
    int more = seats - before;
    all.capacity -= more;
    work.book.row(section, pool).capacity += more;
    work.book.log(section, LogAct.RESERVED, pool, work.asking, null);
    clerk.fill(work, of.getOffering().getId());
    clerk.finish(work);
    trail.record(
        "section.reserve",
        "Section",
        section,
        before == 0 ? null : Json.write(Map.of("pool", pool, "seats", before)),
        Json.write(Map.of("pool", pool, "seats", seats, "releaseOn", releaseOn)));
    return verdict;
  }

  /** Pools whose day has come. */
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

  /** Makes kept seats everybody's, those that are taken too; nothing where they are already. */
  void release(Kept kept) {
    Section of = offerings.section(kept.section()).orElseThrow();
    SeatWork work = begin(of);
    LocalDateTime now = LocalDateTime.ofInstant(work.asking.now(), ZoneOffset.UTC);
    if (update(RELEASED, now, kept.section(), kept.pool()) == 0) {
      return;
    }
    SeatBook.Row own = work.book.row(kept.section(), kept.pool());
    SeatBook.Row all = work.book.row(kept.section(), SeatBook.ALL);
    int seats = own.capacity;
    EVERYBODYS.forEach(sql -> update(sql, kept.section(), kept.pool()));
    all.capacity += own.capacity;
    all.taken += own.taken;
    own.capacity = 0;
    own.taken = 0;
    own.waiting = 0;
    work.book.log(kept.section(), LogAct.RELEASED, kept.pool(), work.asking, null);
    clerk.fill(work, of.getOffering().getId());
    clerk.finish(work);
    trail.record(
        "section.release",
        "Section",
        kept.section(),
        Json.write(Map.of("pool", kept.pool(), "seats", seats)),
        null);
  }

  /** Seats a section keeps now. */
  List<Reserve> of(long section) {
    List<Reserve> reserves = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OF_SECTION)) {
      select.setLong(1, section);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          boolean programme = row.getString(2) != null;
          reserves.add(
              new Reserve(
                  row.getString(1),
                  row.getString(2),
                  programme
                      ? LocalizedText.of(row.getString(3), row.getString(4), row.getString(5))
                      : null,
                  row.getString(6),
                  row.getInt(7),
                  row.getInt(8),
                  row.getObject(9, LocalDate.class)));
        }
      }
      return reserves;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private SeatWork begin(Section of) {
    return clerk.begin(rows.sections(of.getOffering().getId()), clerk.asking(null, null, null));
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
