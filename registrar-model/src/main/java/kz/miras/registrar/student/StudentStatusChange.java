package kz.miras.registrar.student;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** What one order did to one student; append-only. */
@Entity
@Table(name = "student_status_change")
public class StudentStatusChange {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "student_status_change")
  @SequenceGenerator(
      name = "student_status_change",
      sequenceName = "student_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "student_id", updatable = false)
  private Student student;

  @Column(name = "effective_on", nullable = false, updatable = false)
  private LocalDate effectiveOn;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_status", updatable = false)
  private StudentStatus fromStatus;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status", nullable = false, updatable = false)
  private StudentStatus toStatus;

  @Column(name = "course_year", nullable = false, updatable = false)
  private int courseYear;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "order_id", updatable = false)
  private StudentOrder order;

  @Column(name = "recorded_at", nullable = false, updatable = false)
  private Instant recordedAt;

  protected StudentStatusChange() {}

  public StudentStatusChange(
      Student student,
      LocalDate effectiveOn,
      StudentStatus fromStatus,
      StudentStatus toStatus,
      int courseYear,
      StudentOrder order,
      Instant recordedAt) {
    this.student = Objects.requireNonNull(student, "student");
    this.effectiveOn = Objects.requireNonNull(effectiveOn, "effectiveOn");
    this.fromStatus = fromStatus;
    this.toStatus = Objects.requireNonNull(toStatus, "toStatus");
    this.courseYear = courseYear;
    this.order = Objects.requireNonNull(order, "order");
    this.recordedAt = Objects.requireNonNull(recordedAt, "recordedAt");
  }

  public Long getId() {
    return id;
  }

  public Student getStudent() {
    return student;
  }

  public LocalDate getEffectiveOn() {
    return effectiveOn;
  }

  public StudentStatus getFromStatus() {
    return fromStatus;
  }

  public StudentStatus getToStatus() {
    return toStatus;
  }

  public int getCourseYear() {
    return courseYear;
  }

  public StudentOrder getOrder() {
    return order;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }
}
