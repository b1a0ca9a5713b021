package kz.miras.registrar.registration;

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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.student.Student;

/**
 * What keeps a student from registering until it is settled, and with whom to settle it (REG-15).
 * Removed holds stay in the history.
 */
@Entity
@Table(name = "student_hold")
public class StudentHold {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registration-hold")
  @SequenceGenerator(
      name = "registration-hold",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "student_id", updatable = false)
  private Student student;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private HoldKind kind;

  @Column(nullable = false, updatable = false)
  private String reason;

  @Column(nullable = false)
  private String contact;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "unit_id")
  private OrgUnit unit;

  private String document;

  @Column(name = "placed_by", nullable = false, updatable = false)
  private String placedBy;

  @Column(name = "placed_at", nullable = false, updatable = false)
  private Instant placedAt;

  @Column(name = "removed_by")
  private String removedBy;

  @Column(name = "removed_at")
  private Instant removedAt;

  @Column(name = "removal_reason")
  private String removalReason;

  @Version private int version;

  protected StudentHold() {}

  /** A hold in force; the caller has judged it by {@link HoldSound}. */
  public StudentHold(Student student, HoldKind kind, String reason, String by, Instant at) {
    this.uuid = UUID.randomUUID();
    this.student = Objects.requireNonNull(student, "student");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.reason = Objects.requireNonNull(reason, "reason");
    this.placedBy = Objects.requireNonNull(by, "by");
    this.placedAt = Objects.requireNonNull(at, "at");
  }

  /**
   * With whom it is settled, and what it rests on.
   *
   * @param contact person, room, telephone
   * @param unit null where the contact says all
   * @param document number and date; null for none
   */
  public void settledWith(String contact, OrgUnit unit, String document) {
    this.contact = Objects.requireNonNull(contact, "contact");
    this.unit = unit;
    this.document = document;
  }

  /** Removes it; the caller has judged it by {@link HoldSound}. */
  public void remove(String why, String by, Instant at) {
    this.removalReason = Objects.requireNonNull(why, "why");
    this.removedBy = Objects.requireNonNull(by, "by");
    this.removedAt = Objects.requireNonNull(at, "at");
  }

  public boolean isActive() {
    return removedAt == null;
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public Student getStudent() {
    return student;
  }

  public HoldKind getKind() {
    return kind;
  }

  public String getReason() {
    return reason;
  }

  public String getContact() {
    return contact;
  }

  public OrgUnit getUnit() {
    return unit;
  }

  public String getDocument() {
    return document;
  }

  public String getPlacedBy() {
    return placedBy;
  }

  public Instant getPlacedAt() {
    return placedAt;
  }

  public String getRemovedBy() {
    return removedBy;
  }

  public Instant getRemovedAt() {
    return removedAt;
  }

  public String getRemovalReason() {
    return removalReason;
  }

  public int getVersion() {
    return version;
  }
}
