package kz.miras.registrar.attestation;

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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/**
 * A mark sheet (ведомость). The office forms and opens it, the teacher types the ratings, the
 * examiner the scores and submits, the office closes and so posts (CTL-1, domain 3.1). A closed
 * sheet is never opened again.
 */
@Entity
@Table(name = "sheet")
public class Sheet {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attestation")
  @SequenceGenerator(name = "attestation", sequenceName = "attestation_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(nullable = false, updatable = false)
  private String number;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private SheetKind kind;

  @Column(name = "term_id", nullable = false, updatable = false)
  private long termId;

  @Column(name = "discipline_id", nullable = false, updatable = false)
  private long disciplineId;

  @Column(name = "section_id", updatable = false)
  private Long sectionId;

  @Column(name = "rule_set_code", nullable = false, updatable = false)
  private String ruleSetCode;

  @Column(name = "teacher_id")
  private Long teacherId;

  @Column(name = "examiner_id")
  private Long examinerId;

  @Column(name = "exam_date")
  private LocalDate examDate;

  @Column(name = "exam_time")
  private LocalTime examTime;

  private String room;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private SheetStatus status;

  @Column(name = "rating_by")
  private String ratingBy;

  @Column(name = "submitted_by")
  private String submittedBy;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "closed_by")
  private String closedBy;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "published_at")
  private Instant publishedAt;

  private byte[] checksum;

  @Version private int version;

  protected Sheet() {}

  /** A sheet formed for a section, still without entry. */
  public Sheet(
      String number,
      SheetKind kind,
      long termId,
      long disciplineId,
      Long sectionId,
      String ruleSetCode) {
    this.uuid = UUID.randomUUID();
    this.number = Objects.requireNonNull(number, "number");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.termId = termId;
    this.disciplineId = disciplineId;
    this.sectionId = sectionId;
    this.ruleSetCode = Objects.requireNonNull(ruleSetCode, "ruleSetCode");
    this.status = SheetStatus.CREATED;
  }

  /** Names who types what; may change until the sheet is closed. */
  public void assign(Long teacherId, Long examinerId) {
    requireNotPosted();
    this.teacherId = teacherId;
    this.examinerId = examinerId;
  }

  /** Says when and where the exam is; any part may be unknown. */
  public void schedule(LocalDate date, LocalTime time, String room) {
    requireNotPosted();
    this.examDate = date;
    this.examTime = time;
    this.room = room;
  }

  public void open() {
    move(SheetStatus.OPEN);
  }

  /** The entry is complete and handed to the office. */
  public void submit(String by, Instant at) {
    move(SheetStatus.SUBMITTED);
    this.submittedBy = by;
    this.submittedAt = at;
  }

  /** The office gives it back for another look; nothing typed is lost. */
  public void giveBack() {
    move(SheetStatus.OPEN);
    this.submittedBy = null;
    this.submittedAt = null;
  }

  /**
   * Closes it; its results are posted in the same transaction.
   *
   * @param scoredBy everybody who typed a score in it
   * @throws RegistrarException.Refused where the closer typed a score or submitted it (SOD-1)
   */
  public void close(String by, Collection<String> scoredBy, Instant at, byte[] checksum) {
    if (by.equals(submittedBy) || scoredBy.contains(by)) {
      throw new RegistrarException.Refused(Refusal.of("attestation.sheet.four-eyes", "SOD-1", by));
    }
    move(SheetStatus.CLOSED);
    this.closedBy = by;
    this.closedAt = at;
    this.publishedAt = at;
    this.checksum = checksum.clone();
  }

  private void move(SheetStatus next) {
    if (!status.canBecome(next)) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.sheet.wrong-state", "CTL-15", number, status));
    }
    this.status = next;
  }

  private void requireNotPosted() {
    if (status.isPosted()) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.sheet.closed", "CTL-15", number));
    }
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public String getNumber() {
    return number;
  }

  public SheetKind getKind() {
    return kind;
  }

  public long getTermId() {
    return termId;
  }

  public long getDisciplineId() {
    return disciplineId;
  }

  public Long getSectionId() {
    return sectionId;
  }

  public String getRuleSetCode() {
    return ruleSetCode;
  }

  public Long getTeacherId() {
    return teacherId;
  }

  public Long getExaminerId() {
    return examinerId;
  }

  public LocalDate getExamDate() {
    return examDate;
  }

  public LocalTime getExamTime() {
    return examTime;
  }

  public String getRoom() {
    return room;
  }

  public SheetStatus getStatus() {
    return status;
  }

  public String getSubmittedBy() {
    return submittedBy;
  }

  public Instant getSubmittedAt() {
    return submittedAt;
  }

  public String getClosedBy() {
    return closedBy;
  }

  public Instant getClosedAt() {
    return closedAt;
  }

  public byte[] getChecksum() {
    return checksum == null ? null : checksum.clone();
  }

  public int getVersion() {
    return version;
  }
}
