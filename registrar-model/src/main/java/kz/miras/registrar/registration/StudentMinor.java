package kz.miras.registrar.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.student.Student;

/**
 * The minor (дополнительная ОП) a student follows by a decision: while it lasts, the disciplines of
 * its curricula are lawful in the student's plan as a minor (O152 п.34).
 */
@Entity
@Table(name = "student_minor")
public class StudentMinor {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "student-minor")
  @SequenceGenerator(name = "student-minor", sequenceName = "registration_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "student_id", nullable = false, updatable = false)
  private Student student;

  @ManyToOne(optional = false)
  @JoinColumn(name = "programme_id", nullable = false)
  private Programme programme;

  @Column(name = "valid_from", nullable = false)
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(nullable = false)
  private String document;

  @Column(name = "recorded_by", nullable = false)
  private String recordedBy;

  @Column(name = "recorded_at", nullable = false)
  private Instant recordedAt;

  @Version private int version;

  protected StudentMinor() {}

  /** Nothing decided yet; the caller has judged what follows by {@link MinorSound}. */
  public StudentMinor(Student student) {
    this.student = Objects.requireNonNull(student, "student");
  }

  /**
   * What was decided.
   *
   * @param validTo last day; null while it goes on
   * @param document number and date of the decision
   */
  public void decided(
      Programme programme,
      LocalDate validFrom,
      LocalDate validTo,
      String document,
      String by,
      Instant at) {
    this.programme = Objects.requireNonNull(programme, "programme");
    this.validFrom = Objects.requireNonNull(validFrom, "validFrom");
    this.validTo = validTo;
    this.document = Objects.requireNonNull(document, "document");
    this.recordedBy = Objects.requireNonNull(by, "by");
    this.recordedAt = Objects.requireNonNull(at, "at");
  }

  public Student getStudent() {
    return student;
  }

  public Programme getProgramme() {
    return programme;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  /** Last day; null while it goes on. */
  public LocalDate getValidTo() {
    return validTo;
  }

  public String getDocument() {
    return document;
  }

  /** Login of who recorded it last. */
  public String getRecordedBy() {
    return recordedBy;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }
}
