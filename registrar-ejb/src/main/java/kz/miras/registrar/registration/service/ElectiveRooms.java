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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.rule.ElectiveRoom;
import kz.miras.registrar.registration.rule.ElectiveRoom.Filled;
import kz.miras.registrar.registration.service.PlanSources.Prescribed;

/** REG-7. What a student has taken of the electives, and as a minor inside them. */
@ApplicationScoped
class ElectiveRooms {

  private static final String KNOWN =
      "SELECT d.id, d.code, d.credits, MAX(k.minor), MAX(k.ahead) FROM (SELECT o.discipline_id,"
          + " e.type = 'MINOR' AS minor, e.status <> 'COMPLETED' AS ahead FROM enrolment e JOIN"
          + " offering o ON o.id = e.offering_id WHERE e.student_id = ? AND e.status IN"
          + " ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'COMPLETED') UNION ALL SELECT l.discipline_id,"
          + " l.type = 'MINOR', TRUE FROM study_plan_line l JOIN study_plan p ON p.id = l.plan_id"
          + " JOIN term t ON t.id = l.term_id WHERE p.student_id = ? AND l.status <> 'REMOVED' AND"
          + " t.ends_on >= university_today()) k JOIN discipline d ON d.id = k.discipline_id GROUP"
          + " BY d.id, d.code, d.credits";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AcademicRecord record;

  /**
   * A discipline a student has, had or wants.
   *
   * @param minor whether it was ever taken as a minor
   * @param ahead whether it is studied or in a plan; else its enrolments are over
   */
  private record Known(long id, String code, int credits, boolean minor, boolean ahead) {}

  /**
   * The room a student's curriculum leaves for minors, read when it is asked for, and then once:
   * only a minor has to know it.
   *
   * @param prescribed the curriculum by key of discipline
   */
  Supplier<ElectiveRoom> of(long student, Map<Long, Prescribed> prescribed) {
    ElectiveRoom[] read = new ElectiveRoom[1];
    return () -> {
      if (read[0] == null) {
        read[0] = room(student, prescribed);
      }
      return read[0];
    };
  }

  private ElectiveRoom room(long student, Map<Long, Prescribed> prescribed) {
    Set<String> compulsory = new HashSet<>();
    Map<String, Integer> parts = new HashMap<>();
    Map<Long, Prescribed> electives = new HashMap<>();
    prescribed.forEach(
        (id, one) -> {
          if (ElectiveRoom.admits(one.component(), one.kind())) {
            electives.put(id, one);
            parts.merge(
                part(one), one.block() == null ? one.credits() : one.blockCredits(), Math::max);
          } else if (one.component() != null && !one.component().countsAsElective()) {
            compulsory.add(one.code());
          }
        });
    List<Known> known = known(student);
    Map<Long, AcademicRecord.Past> past = record.past(student, asked(electives.keySet(), known));
    List<Filled> filled = new ArrayList<>();
    Set<Long> ahead = new HashSet<>();
    known.stream().filter(Known::ahead).forEach(one -> ahead.add(one.id()));
    electives.forEach(
        (id, one) -> {
          if (ahead.contains(id) || counts(past, id)) {
            filled.add(new Filled(one.code(), part(one), one.credits()));
          }
        });
    for (Known one : known) {
      boolean counts = one.ahead() || counts(past, one.id());
      if (one.minor() && counts && !prescribed.containsKey(one.id())) {
        filled.add(new Filled(one.code(), null, one.credits()));
      }
    }
    return new ElectiveRoom(compulsory, parts, filled);
  }

  private static String part(Prescribed one) {
    return one.block() == null ? one.code() : one.block();
  }

  private static Set<Long> asked(Set<Long> electives, List<Known> known) {
    Set<Long> asked = new HashSet<>(electives);
    known.stream().filter(Known::minor).forEach(one -> asked.add(one.id()));
    return asked;
  }

  /** Passed, or over without a result the caller may know: that takes room as what is studied. */
  private static boolean counts(Map<Long, AcademicRecord.Past> past, long discipline) {
    AcademicRecord.Past one = past.get(discipline);
    return one != null && (one.standing() == AcademicRecord.Standing.PASSED || one.awaited());
  }

  /** Keys of the disciplines a student takes, has taken or plans as a minor. */
  Set<Long> minors(long student) {
    Set<Long> minors = new HashSet<>();
    known(student).stream().filter(Known::minor).forEach(one -> minors.add(one.id()));
    return minors;
  }

  private List<Known> known(long student) {
    List<Known> known = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setLong(1, student);
      select.setLong(2, student);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.add(
              new Known(
                  row.getLong(1),
                  row.getString(2),
                  row.getInt(3),
                  row.getBoolean(4),
                  row.getBoolean(5)));
        }
      }
      return known;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
