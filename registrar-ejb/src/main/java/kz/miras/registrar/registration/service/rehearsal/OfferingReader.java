package kz.miras.registrar.registration.service.rehearsal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.rehearsal.RehearsalOffering;
import kz.miras.registrar.registration.rehearsal.RehearsalOffering.Part;
import kz.miras.registrar.registration.rehearsal.RehearsalOffering.Pool;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.UniversityTime;

/** The sections of a term with lessons and all their seats, as if nobody had one yet. */
@ApplicationScoped
class OfferingReader {

  private static final String SECTIONS =
      "SELECT o.id, o.code, d.code, o.language, x.id, x.kind, x.code FROM offering o JOIN discipline"
          + " d ON d.id = o.discipline_id JOIN section x ON x.offering_id = o.id WHERE o.term_id = ?"
          + " AND o.status IN ('PLANNED', 'OPEN') AND x.status = 'OPEN' ORDER BY o.code, x.kind,"
          + " x.code";
  private static final String SEATS =
      "SELECT q.section_id, q.pool, q.capacity, r.release_on, r.programme_id, r.group_id FROM"
          + " section_seat q JOIN section x ON x.id = q.section_id JOIN offering o ON o.id ="
          + " x.offering_id LEFT JOIN section_reserve r ON r.section_id = q.section_id AND r.pool ="
          + " q.pool WHERE o.term_id = ? ORDER BY q.section_id, q.pool <> 'ALL', q.pool";
  private static final String LESSONS =
      "SELECT l.section_id, l.day_of_week, l.starts_at, l.ends_at, l.weeks, l.first_week,"
          + " l.last_week FROM section_slot l JOIN section x ON x.id = l.section_id JOIN offering o"
          + " ON o.id = x.offering_id WHERE o.term_id = ? ORDER BY l.section_id, l.id";

  @Inject private UniversityTime time;

  /** Offerings, and the names of the kept seats of each programme and group. */
  record Offered(
      List<RehearsalOffering> offerings,
      Map<Long, Set<String>> ofProgramme,
      Map<Long, Set<String>> ofGroup) {}

  private record Head(String code, String discipline, Language language, List<Part> parts) {}

  Offered read(Connection connection, Term term) throws SQLException {
    Map<Long, Set<String>> ofProgramme = new HashMap<>();
    Map<Long, Set<String>> ofGroup = new HashMap<>();
    Map<Long, List<Pool>> seats = seats(connection, term, ofProgramme, ofGroup);
    Map<Long, List<LessonTime>> lessons = lessons(connection, term);
    Map<Long, Head> heads = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SECTIONS)) {
      select.setLong(1, term.getId());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Head head =
              new Head(
                  row.getString(2),
                  row.getString(3),
                  Language.of(row.getString(4)),
                  new ArrayList<>());
          heads.putIfAbsent(row.getLong(1), head);
          heads
              .get(row.getLong(1))
              .parts()
              .add(
                  new Part(
                      row.getString(7),
                      SectionKind.valueOf(row.getString(6)),
                      lessons.getOrDefault(row.getLong(5), List.of()),
                      seats.getOrDefault(row.getLong(5), List.of())));
        }
      }
    }
    return new Offered(
        heads.values().stream()
            .map(h -> new RehearsalOffering(h.code(), h.discipline(), h.language(), h.parts()))
            .toList(),
        ofProgramme,
        ofGroup);
  }

  private Map<Long, List<Pool>> seats(
      Connection connection,
      Term term,
      Map<Long, Set<String>> ofProgramme,
      Map<Long, Set<String>> ofGroup)
      throws SQLException {
    Map<Long, List<Pool>> seats = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SEATS)) {
      select.setLong(1, term.getId());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String pool = row.getString(2);
          LocalDate release = row.getObject(4, LocalDate.class);
          seats
              .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
              .add(
                  new Pool(
                      pool,
                      row.getInt(3),
                      release == null ? null : release.atStartOfDay(time.zone()).toInstant()));
          keep(ofProgramme, row.getLong(5), pool);
          keep(ofGroup, row.getLong(6), pool);
        }
      }
    }
    return seats;
  }

  private static void keep(Map<Long, Set<String>> pools, long whose, String pool) {
    if (whose != 0) {
      pools.computeIfAbsent(whose, key -> new HashSet<>()).add(pool);
    }
  }

  private static Map<Long, List<LessonTime>> lessons(Connection connection, Term term)
      throws SQLException {
    Map<Long, List<LessonTime>> lessons = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(LESSONS)) {
      select.setLong(1, term.getId());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lessons
              .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
              .add(
                  new LessonTime(
                      DayOfWeek.of(row.getInt(2)),
                      row.getObject(3, LocalTime.class),
                      row.getObject(4, LocalTime.class),
                      SectionSlot.Weeks.valueOf(row.getString(5)),
                      row.getInt(6),
                      row.getInt(7)));
        }
      }
    }
    return lessons;
  }
}
