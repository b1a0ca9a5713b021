package kz.miras.registrar.registration.summer;

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
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SummerPurpose;

/** A student who wants a discipline of the summer semester; ends as an enrolment or not at all. */
@Entity
@Table(name = "summer_application")
public class SummerApplication {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "summer-application")
  @SequenceGenerator(
      name = "summer-application",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "summer_discipline_id", updatable = false)
  private SummerDiscipline discipline;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private SummerPurpose purpose;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private EnrolmentType type;

  @Column(updatable = false)
  private String university;

  @Column(nullable = false, updatable = false)
  private boolean recredit;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private SummerApplicationStatus status;

  @Column(name = "applied_at", nullable = false, updatable = false)
  private Instant appliedAt;

  @Column(name = "applied_by", nullable = false, updatable = false)
  private String appliedBy;

  @Column(name = "checked_by")
  private String checkedBy;

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Column(name = "agreed_by")
  private String agreedBy;

  @Column(name = "agreed_at")
  private Instant agreedAt;

  @Column(name = "enrolment_id")
  private Long enrolmentId;

  private String reason;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Version private int version;

  protected SummerApplication() {}

  /**
   * An application the rules allow.
   *
   * @param university the other university the purpose needs; null where it needs none
   */
  public SummerApplication(
      SummerDiscipline discipline,
      long studentId,
      SummerPurpose purpose,
      EnrolmentType type,
      String university,
      String by,
      Instant at) {
    this.uuid = UUID.randomUUID();
    this.discipline = Objects.requireNonNull(discipline, "discipline");
    this.studentId = studentId;
    this.purpose = Objects.requireNonNull(purpose, "purpose");
    this.type = Objects.requireNonNull(type, "type");
    this.university = purpose.isElsewhere() ? university : null;
    this.recredit = purpose.isRecredited();
    this.status = SummerApplicationStatus.APPLIED;
    this.appliedBy = Objects.requireNonNull(by, "by");
    this.appliedAt = Objects.requireNonNull(at, "at");
  }

  /** SUM-13. The office has checked it. */
  public void check(String by, Instant at) {
    this.checkedBy = Objects.requireNonNull(by, "by");
    this.checkedAt = Objects.requireNonNull(at, "at");
  }

  /** SUM-13. The adviser or the dean has agreed to it. */
  public void agree(String by, Instant at) {
    this.agreedBy = Objects.requireNonNull(by, "by");
    this.agreedAt = Objects.requireNonNull(at, "at");
  }

  /** The group is opened; what follows is the enrolment's. */
  public void accept(long enrolment) {
    move(SummerApplicationStatus.ACCEPTED);
    this.enrolmentId = enrolment;
  }

  /** It is studied elsewhere: nothing of it is enrolled here. */
  public void acceptElsewhere() {
    if (!recredit) {
      throw new IllegalStateException("summer application " + id + " is studied here");
    }
    move(SummerApplicationStatus.ACCEPTED);
  }

  /** It comes to nothing. */
  public void end(SummerApplicationStatus as, String reason, Instant at) {
    move(as);
    this.reason = reason;
    this.endedAt = Objects.requireNonNull(at, "at");
  }

  private void move(SummerApplicationStatus to) {
    if (!status.isActive()) {
      throw new IllegalStateException("summer application " + id + " is " + status);
    }
    this.status = to;
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public SummerDiscipline getDiscipline() {
    return discipline;
  }

  public long getStudentId() {
    return studentId;
  }

  public SummerPurpose getPurpose() {
    return purpose;
  }

  public EnrolmentType getType() {
    return type;
  }

  /** The other university; null where there is none. */
  public String getUniversity() {
    return university;
  }

  /** Whether it is studied elsewhere and must be recognised here. */
  public boolean isRecredit() {
    return recredit;
  }

  public SummerApplicationStatus getStatus() {
    return status;
  }

  public Instant getAppliedAt() {
    return appliedAt;
  }

  /** Login of who checked it; null while nobody has. */
  public String getCheckedBy() {
    return checkedBy;
  }

  public Instant getCheckedAt() {
    return checkedAt;
  }

  /** Login of who agreed to it; null while nobody has. */
  public String getAgreedBy() {
    return agreedBy;
  }

  public Instant getAgreedAt() {
    return agreedAt;
  }

  public boolean isChecked() {
    return checkedAt != null;
  }

  public boolean isAgreed() {
    return agreedAt != null;
  }

  public Long getEnrolmentId() {
    return enrolmentId;
  }

  public String getReason() {
    return reason;
  }

  public Instant getEndedAt() {
    return endedAt;
  }

  public int getVersion() {
    return version;
  }
}
