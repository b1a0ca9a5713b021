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
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/**
 * A student on a discipline of a term. Its places in sections are rows of {@code enrolment_place}.
 */
@Entity
@Table(name = "enrolment")
public class Enrolment {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registration-enrolment")
  @SequenceGenerator(
      name = "registration-enrolment",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Column(name = "offering_id", nullable = false, updatable = false)
  private long offeringId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private EnrolmentType type;

  @Column(name = "attempt_no", nullable = false, updatable = false)
  private short attemptNo;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private EnrolmentStatus status;

  @Column(name = "enrolled_at", nullable = false, updatable = false)
  private Instant enrolledAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  private String reason;

  @Column(name = "replaces_id", updatable = false)
  private Long replacesId;

  @Column(nullable = false)
  private boolean provisional;

  @Version private int version;

  protected Enrolment() {}

  /** An enrolment whose seats have been taken. */
  public Enrolment(
      long studentId, long offeringId, EnrolmentType type, int attemptNo, Instant enrolledAt) {
    this.uuid = UUID.randomUUID();
    this.studentId = studentId;
    this.offeringId = offeringId;
    this.type = Objects.requireNonNull(type, "type");
    this.attemptNo = (short) attemptNo;
    this.status = EnrolmentStatus.ENROLLED;
    this.enrolledAt = Objects.requireNonNull(enrolledAt, "enrolledAt");
  }

  /**
   * Ends it.
   *
   * @throws RegistrarException.Refused where its state does not allow that end
   */
  public void end(EnrolmentStatus as, String reason, Instant at) {
    if (!status.next().contains(as)) {
      throw new RegistrarException.Refused(
          Refusal.of("registration.enrolment.ended", "REG-5", status));
    }
    this.status = as;
    this.reason = reason;
    this.endedAt = at;
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public long getStudentId() {
    return studentId;
  }

  public long getOfferingId() {
    return offeringId;
  }

  public EnrolmentType getType() {
    return type;
  }

  public int getAttemptNo() {
    return attemptNo;
  }

  public EnrolmentStatus getStatus() {
    return status;
  }

  public Instant getEndedAt() {
    return endedAt;
  }

  /** The enrolment it takes the place of once a seat is free; null for none. */
  public Long getReplacesId() {
    return replacesId;
  }

  /** Whether it holds only until a mark or a payment arrives. */
  public boolean isProvisional() {
    return provisional;
  }

  public String getReason() {
    return reason;
  }
}
