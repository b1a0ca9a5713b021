package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.service.TermOfferings.Hour;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/**
 * The lessons of a student in a term, of every discipline the student has a seat in or waits for,
 * whatever it is taken as and whoever enrolled the student.
 */
@Stateless
@Guarded
public class TermWeek {

  private static final String LESSONS =
      "SELECT d.code, x.code, h.waits, l.day_of_week, l.starts_at, l.ends_at, l.weeks,"
          + " l.first_week, l.last_week, l.room FROM enrolment e JOIN offering o ON o.id ="
          + " e.offering_id JOIN discipline d ON d.id = o.discipline_id JOIN (SELECT enrolment_id,"
          + " section_id, FALSE AS waits FROM enrolment_place UNION ALL SELECT enrolment_id,"
          + " section_id, TRUE FROM waiting_place WHERE NOT instead) h ON h.enrolment_id = e.id JOIN section x ON"
          + " x.id = h.section_id JOIN section_slot l ON l.section_id = x.id WHERE e.student_id = ?"
          + " AND o.term_id = ? AND e.status IN ('WAITLISTED', 'ENROLLED', 'COMPLETED') ORDER BY"
          + " l.day_of_week, l.starts_at, d.code, x.code";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private StudentScope scope;
  @Inject private PlanWishes terms;

  /**
   * A lesson.
   *
   * @param waits whether the student only waits for a seat in its section
   */
  public record Held(String discipline, String section, boolean waits, Hour hour)
      implements Serializable {}

  /**
   * Lessons of a student.
   *
   * @param student public id or number
   * @param term code of the term
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public List<Held> of(String student, String term) {
    Student found = scope.visible(student, Permissions.PLAN_READ, Permissions.PLAN_MAKE);
    List<Held> held = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LESSONS)) {
      select.setLong(1, found.getId());
      select.setLong(2, terms.term(term).getId());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.add(
              new Held(
                  row.getString(1),
                  row.getString(2),
                  row.getBoolean(3),
                  new Hour(
                      DayOfWeek.of(row.getInt(4)),
                      row.getObject(5, LocalTime.class),
                      row.getObject(6, LocalTime.class),
                      SectionSlot.Weeks.valueOf(row.getString(7)),
                      row.getInt(8),
                      row.getInt(9),
                      row.getString(10))));
        }
      }
      return held;
    } catch (SQLException e) {
      throw new IllegalStateException("the week cannot be read", e);
    }
  }
}
