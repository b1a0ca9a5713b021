package kz.miras.registrar.student;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A student has left for a while or for good: on leave, expelled, transferred out. Registration
 * releases enrolments, attestation closes rows of open sheets as W; each tells here what it did.
 */
public final class StudentLeft {

  private final long studentId;
  private final LocalDate since;
  private final String order;
  private final Set<Long> teachers = new TreeSet<>();
  private int released;
  private int withdrawn;

  /**
   * The departure.
   *
   * @param order number and date of the order
   */
  public StudentLeft(long studentId, LocalDate since, String order) {
    this.studentId = studentId;
    this.since = Objects.requireNonNull(since, "since");
    this.order = Objects.requireNonNull(order, "order");
  }

  public long studentId() {
    return studentId;
  }

  public LocalDate since() {
    return since;
  }

  public String order() {
    return order;
  }

  /** An enrolment or a waiting place has been given back. */
  public void released() {
    released++;
  }

  /** A row of an open sheet has been closed as W. */
  public void withdrawn() {
    withdrawn++;
  }

  /** Somebody who taught or examines the student and should know. */
  public void concerns(long teacher) {
    teachers.add(teacher);
  }

  public int releasedCount() {
    return released;
  }

  public int withdrawnCount() {
    return withdrawn;
  }

  public Set<Long> teachers() {
    return Set.copyOf(teachers);
  }
}
