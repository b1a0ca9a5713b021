package kz.miras.registrar.student.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;

/** Whose a student is: the answer to "may the caller see this record". */
@ApplicationScoped
public class StudentScope {

  private static final String TEACHERS =
      "SELECT DISTINCT st.teacher_id FROM enrolment e JOIN enrolment_place p ON p.enrolment_id ="
          + " e.id JOIN section_teacher st ON st.section_id = p.section_id WHERE e.student_id = ?"
          + " AND st.valid_from <= university_today() AND (st.valid_to IS NULL OR st.valid_to >="
          + " university_today())";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private Students students;

  /**
   * The student of a public id or number, if the caller has one of the rights over it.
   *
   * @throws RegistrarException.NotFound otherwise, whether it exists or not
   */
  public Student visible(String name, String... permissions) {
    return seen(name, permissions).student();
  }

  /** A student and whose the student is, for further questions about rights. */
  record Seen(Student student, Target target) {}

  /** The same as {@link #visible}, with what it was decided on. */
  Seen seen(String name, String... permissions) {
    Student student =
        students.byName(name).orElseThrow(() -> new RegistrarException.NotFound("student", name));
    Target target = target(student);
    if (Arrays.stream(permissions).noneMatch(permission -> access.may(permission, target))) {
      access.requireVisible(permissions[0], target, "student", name);
    }
    return new Seen(student, target);
  }

  /** Whose the student is; agreements of organisations name the schools they are for. */
  public Target target(Student student) {
    Long school = student.getProgramme().getSchool().getId();
    return Target.ofStudent(student.getId())
        .advisedBy(student.getAdviser() == null ? null : student.getAdviser().getId())
        .inSchool(school)
        .under(school)
        .taughtBy(teachers(student.getId()));
  }

  private Set<Long> teachers(long student) {
    Set<Long> teachers = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(TEACHERS)) {
      select.setLong(1, student);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          teachers.add(row.getLong(1));
        }
      }
      return teachers;
    } catch (SQLException e) {
      throw new IllegalStateException("teachers cannot be read", e);
    }
  }
}
