package kz.miras.registrar.attestation.retake;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** EXM-7. What an individual schedule was asked for with; nothing of it ever changes. */
@MappedSuperclass
public abstract class ScheduleRequest {

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Column(name = "term_id", nullable = false, updatable = false)
  private long termId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private ScheduleReason reason;

  @Column(nullable = false, updatable = false)
  private boolean early;

  @Column(nullable = false, updatable = false)
  private String explanation;

  @Column(name = "file_name", nullable = false, updatable = false)
  private String fileName;

  @Column(name = "file_sha256", nullable = false, updatable = false)
  private byte[] fileSha256;

  @Basic(fetch = FetchType.LAZY)
  @Column(nullable = false, updatable = false)
  private byte[] scan;

  @Column(name = "asked_by", nullable = false, updatable = false)
  private String askedBy;

  @Column(name = "asked_at", nullable = false, updatable = false)
  private Instant askedAt;

  @Column(name = "decide_by", nullable = false, updatable = false)
  private LocalDate decideBy;

  protected ScheduleRequest() {}

  protected ScheduleRequest(
      long student,
      long term,
      ScheduleReason reason,
      boolean early,
      String explanation,
      String by,
      Instant at,
      LocalDate decideBy) {
    this.uuid = UUID.randomUUID();
    this.studentId = student;
    this.termId = term;
    this.reason = Objects.requireNonNull(reason, "reason");
    this.early = early;
    this.explanation = explanation.strip();
    this.askedBy = by;
    this.askedAt = at;
    this.decideBy = decideBy;
  }

  /** The certificate, before it is stored. */
  public final void attach(String name, byte[] sha256, byte[] content) {
    this.fileName = name;
    this.fileSha256 = sha256.clone();
    this.scan = content.clone();
  }

  final boolean isAskedBy(String login) {
    return login.equals(askedBy);
  }

  final boolean isOf(Long student) {
    return student != null && student == studentId;
  }

  public UUID getUuid() {
    return uuid;
  }

  public long getStudentId() {
    return studentId;
  }

  public long getTermId() {
    return termId;
  }

  public ScheduleReason getReason() {
    return reason;
  }

  public boolean isEarly() {
    return early;
  }

  public String getExplanation() {
    return explanation;
  }

  public String getFileName() {
    return fileName;
  }

  public byte[] getScan() {
    return scan.clone();
  }

  public Instant getAskedAt() {
    return askedAt;
  }

  /** Last day the dean and the office have to decide. */
  public LocalDate getDecideBy() {
    return decideBy;
  }
}
