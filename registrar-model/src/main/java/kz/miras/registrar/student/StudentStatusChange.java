package kz.miras.registrar.student;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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

  @Embedded
  @AttributeOverride(name = "status", column = @Column(name = "from_status", updatable = false))
  @AttributeOverride(
      name = "courseYear",
      column = @Column(name = "from_course_year", updatable = false))
  @AttributeOverride(name = "form", column = @Column(name = "from_study_form", updatable = false))
  @AttributeOverride(
      name = "language",
      column = @Column(name = "from_study_language", updatable = false))
  @AttributeOverride(name = "funding", column = @Column(name = "from_funding", updatable = false))
  @AttributeOverride(
      name = "onMobility",
      column = @Column(name = "from_on_mobility", updatable = false))
  @AssociationOverride(
      name = "curriculum",
      joinColumns = @JoinColumn(name = "from_curriculum_id", updatable = false))
  @AssociationOverride(
      name = "group",
      joinColumns = @JoinColumn(name = "from_group_id", updatable = false))
  private Standing before;

  @Embedded
  @AttributeOverride(name = "status", column = @Column(name = "to_status", updatable = false))
  @AttributeOverride(name = "courseYear", column = @Column(name = "course_year", updatable = false))
  @AttributeOverride(name = "form", column = @Column(name = "to_study_form", updatable = false))
  @AttributeOverride(
      name = "language",
      column = @Column(name = "to_study_language", updatable = false))
  @AttributeOverride(name = "funding", column = @Column(name = "to_funding", updatable = false))
  @AttributeOverride(
      name = "onMobility",
      column = @Column(name = "to_on_mobility", updatable = false))
  @AssociationOverride(
      name = "curriculum",
      joinColumns = @JoinColumn(name = "to_curriculum_id", updatable = false))
  @AssociationOverride(
      name = "group",
      joinColumns = @JoinColumn(name = "to_group_id", updatable = false))
  private Standing after;

  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "undoes_id", updatable = false)
  private StudentStatusChange undoes;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "order_id", updatable = false)
  private StudentOrder order;

  @Column(name = "recorded_at", nullable = false, updatable = false)
  private Instant recordedAt;

  protected StudentStatusChange() {}

  /**
   * A step of the history.
   *
   * @param before null for somebody who was no student yet, and where it is not known
   */
  public StudentStatusChange(
      Student student,
      LocalDate effectiveOn,
      Standing before,
      Standing after,
      StudentOrder order,
      Instant recordedAt) {
    this.student = Objects.requireNonNull(student, "student");
    this.effectiveOn = Objects.requireNonNull(effectiveOn, "effectiveOn");
    this.before = before;
    this.after = Objects.requireNonNull(after, "after");
    this.order = Objects.requireNonNull(order, "order");
    this.recordedAt = Objects.requireNonNull(recordedAt, "recordedAt");
  }

  /** MOV-14. The step back by which an order undoes this one. */
  public StudentStatusChange undoneBy(
      StudentOrder correction, LocalDate effectiveOn, Instant recordedAt) {
    StudentStatusChange back =
        new StudentStatusChange(student, effectiveOn, after, before, correction, recordedAt);
    back.undoes = this;
    return back;
  }

  /** Those steps of a history that no later order took back. */
  public static List<StudentStatusChange> standing(List<StudentStatusChange> history) {
    Set<StudentStatusChange> taken = new HashSet<>();
    history.stream().map(StudentStatusChange::getUndoes).forEach(taken::add);
    return history.stream()
        .filter(step -> step.getUndoes() == null && !taken.contains(step))
        .toList();
  }

  /** Whether it leads from one programme into another. */
  public boolean changesProgramme() {
    return before != null
        && before.getCurriculum() != null
        && after.getCurriculum() != null
        && !before
            .getCurriculum()
            .getProgramme()
            .getCode()
            .equals(after.getCurriculum().getProgramme().getCode());
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

  /** Null where nothing is known of it. */
  public Standing getBefore() {
    return before;
  }

  public Standing getAfter() {
    return after;
  }

  /** The step this one takes back; null for none. */
  public StudentStatusChange getUndoes() {
    return undoes;
  }

  public StudentOrder getOrder() {
    return order;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }
}
