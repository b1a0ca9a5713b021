package kz.miras.registrar.student.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;

/** Whose a student is: the answer to "may the caller see this record". */
@ApplicationScoped
public class StudentScope {

  /** Name by which a student asks for the own record. */
  private static final String OWN = "me";

  /** Who teaches a student today, and who replaces the adviser today. */
  private static final String PEOPLE =
      "SELECT DISTINCT st.teacher_id, TRUE FROM enrolment e JOIN enrolment_place p ON p.enrolment_id"
          + " = e.id JOIN section_teacher st ON st.section_id = p.section_id WHERE e.student_id = ?"
          + " AND st.valid_from <= university_today() AND (st.valid_to IS NULL OR st.valid_to >="
          + " university_today()) UNION ALL SELECT v.deputy_id, FALSE FROM adviser_deputy v WHERE"
          + " v.adviser_id = ? AND university_today() BETWEEN v.valid_from AND v.valid_to";

  /** Who replaces which adviser today. */
  private static final String DEPUTIES =
      "SELECT v.adviser_id, v.deputy_id FROM adviser_deputy v WHERE university_today() BETWEEN"
          + " v.valid_from AND v.valid_to";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private Students students;

  /**
   * The student of a public id or number, or "me" for the own one, if the caller has one of the
   * rights over it.
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
        (OWN.equals(name) ? own() : students.byName(name))
            .orElseThrow(() -> new RegistrarException.NotFound("student", name));
    Target target = target(student);
    if (Arrays.stream(permissions).noneMatch(permission -> access.may(permission, target))) {
      access.requireVisible(permissions[0], target, "student", name);
    }
    return new Seen(student, target);
  }

  private Optional<Student> own() {
    Long own = access.current().studentId();
    return own == null ? Optional.empty() : students.byId(own);
  }

  /** Whose the student is; agreements of organisations name the schools they are for. */
  public Target target(Student student) {
    Long school = student.getProgramme().getSchool().getId();
    // who advises, teaches and stands in is asked of the database only where a right depends on it
    People people = new People(student);
    return Target.ofStudent(student.getId())
        .advisedByAny(people::advisers)
        .inSchool(school)
        .under(school)
        .taughtBy(people::teachers);
  }

  /**
   * Those of these students the caller has a right over. Only where a right depends on it is read
   * who replaces their advisers, at once for all, and who teaches each of them.
   */
  public List<Student> ofCaller(Collection<Student> all, String permission) {
    Deputies deputies = new Deputies();
    return all.stream()
        .filter(
            student ->
                access.may(
                    permission, target(student).advisedByAny(() -> deputies.andAdviser(student))))
        .toList();
  }

  private static Long adviser(Student student) {
    return student.getAdviser() == null ? null : student.getAdviser().getId();
  }

  /** Who replaces which adviser today, read at the first question. */
  private final class Deputies {

    private Map<Long, Set<Long>> known;

    Set<Long> andAdviser(Student student) {
      Long adviser = adviser(student);
      if (adviser == null) {
        return Set.of();
      }
      if (known == null) {
        known = deputies();
      }
      Set<Long> advisers = new HashSet<>(known.getOrDefault(adviser, Set.of()));
      advisers.add(adviser);
      return advisers;
    }
  }

  private Map<Long, Set<Long>> deputies() {
    Map<Long, Set<Long>> deputies = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(DEPUTIES);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        deputies.computeIfAbsent(row.getLong(1), key -> new HashSet<>()).add(row.getLong(2));
      }
      return deputies;
    } catch (SQLException e) {
      throw new IllegalStateException("deputies of advisers cannot be read", e);
    }
  }

  /** The adviser, deputies and teachers of a student, read at the first question. */
  private final class People {

    private final Student student;
    private final Set<Long> advisers = new HashSet<>();
    private final Set<Long> teachers = new HashSet<>();
    private boolean known;

    People(Student student) {
      this.student = student;
    }

    Set<Long> advisers() {
      find();
      return advisers;
    }

    Set<Long> teachers() {
      find();
      return teachers;
    }

    private void find() {
      if (!known) {
        Long adviser = adviser(student);
        if (adviser != null) {
          advisers.add(adviser);
        }
        people(student.getId(), adviser, teachers, advisers);
        known = true;
      }
    }
  }

  private void people(long student, Long adviser, Set<Long> teachers, Set<Long> advisers) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PEOPLE)) {
      select.setLong(1, student);
      select.setObject(2, adviser);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          (row.getBoolean(2) ? teachers : advisers).add(row.getLong(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("teachers cannot be read", e);
    }
  }
}
