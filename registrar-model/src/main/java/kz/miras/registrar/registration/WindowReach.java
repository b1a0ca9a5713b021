package kz.miras.registrar.registration;

import java.io.Serializable;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.student.Student;

/**
 * Whom a window is for; what is null narrows nothing.
 *
 * @param level of education
 * @param programme key of the educational programme
 * @param courseYear course the students are on while they register
 */
public record WindowReach(Level level, Long programme, Integer courseYear) implements Serializable {

  /** Everybody. */
  public static final WindowReach ALL = new WindowReach(null, null, null);

  /** Where a student stands. */
  public static WindowReach of(Student student) {
    return new WindowReach(
        student.getProgramme().getLevel(), student.getProgramme().getId(), student.getCourseYear());
  }

  /** Whether a student who stands there is meant. */
  public boolean includes(WindowReach student) {
    return (level == null || level == student.level())
        && (programme == null || programme.equals(student.programme()))
        && (courseYear == null || courseYear.equals(student.courseYear()));
  }

  /**
   * How narrow it is; of two that include the same student the greater wins. A programme is
   * narrower than a course of all programmes, a course narrower than a level.
   */
  public int narrowness() {
    return (programme == null ? 0 : 4) + (courseYear == null ? 0 : 2) + (level == null ? 0 : 1);
  }
}
