package kz.miras.registrar.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;

/** Who teaches or examines a section, and since when; a replacement in mid-term names its order. */
@Entity
@Table(name = "section_teacher")
public class SectionTeacher {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registration-teacher")
  @SequenceGenerator(
      name = "registration-teacher",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "section_id", nullable = false, updatable = false)
  private long sectionId;

  @Column(name = "teacher_id", nullable = false, updatable = false)
  private long teacherId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Duty duty;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(updatable = false)
  private String basis;

  @Version private int version;

  protected SectionTeacher() {}

  /**
   * An appointment without end.
   *
   * @param basis order of the replacement; null for the first appointment
   */
  public SectionTeacher(
      long sectionId, long teacherId, Duty duty, LocalDate validFrom, String basis) {
    this.sectionId = sectionId;
    this.teacherId = teacherId;
    this.duty = Objects.requireNonNull(duty, "duty");
    this.validFrom = Objects.requireNonNull(validFrom, "validFrom");
    this.basis = basis;
  }

  /** Whether it is in force on a day. */
  public boolean isInForce(LocalDate day) {
    return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
  }

  /** Ends it on its last day, not before its first. */
  public void endOn(LocalDate lastDay) {
    this.validTo = lastDay.isBefore(validFrom) ? validFrom : lastDay;
  }

  public Long getId() {
    return id;
  }

  public long getSectionId() {
    return sectionId;
  }

  public long getTeacherId() {
    return teacherId;
  }

  public Duty getDuty() {
    return duty;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public String getBasis() {
    return basis;
  }
}
