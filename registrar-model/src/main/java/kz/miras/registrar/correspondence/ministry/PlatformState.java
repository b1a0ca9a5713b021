package kz.miras.registrar.correspondence.ministry;

import kz.miras.registrar.student.StudentStatus;

/**
 * GOV-6. What the platform calls the state of a student: its interface counts to four, the
 * ministry's manual to three, and both are told from here. A leave is no state of its own there.
 */
public enum PlatformState {
  STUDYING(1, 1),
  APPLICANT(2, 2),
  EXPELLED(3, 3),
  GRADUATE(4, 3);

  private final int status;
  private final int student;

  PlatformState(int status, int student) {
    this.status = status;
    this.student = student;
  }

  /** Who is on leave studies. */
  public static PlatformState of(StudentStatus status) {
    return switch (status) {
      case STUDYING, ON_LEAVE -> STUDYING;
      case EXPELLED -> EXPELLED;
      case GRADUATED -> GRADUATE;
    };
  }

  /** The field {@code status} of the interface, 1 to 4. */
  public int status() {
    return status;
  }

  /** The field {@code isstudent} of the manual, 1 to 3. */
  public int student() {
    return student;
  }

  /** The course that is told: none of a graduate. */
  public int course(int course) {
    return this == GRADUATE ? 0 : course;
  }
}
