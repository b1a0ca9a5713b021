package kz.miras.registrar.achievement;

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
import java.util.UUID;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/**
 * A request to correct a posted result. One person asks, another decides; approval posts a new
 * entry of the ledger, the old one stays.
 */
@Entity
@Table(name = "grade_correction")
public class GradeCorrection {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "achievement-correction")
  @SequenceGenerator(
      name = "achievement-correction",
      sequenceName = "achievement_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Column(name = "achievement_id", nullable = false, updatable = false)
  private long achievementId;

  @Column(nullable = false, updatable = false)
  private int position;

  @Column(name = "sheet_id", updatable = false)
  private Long sheetId;

  @Column(name = "discipline_id", updatable = false)
  private Long disciplineId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private CorrectionKind kind;

  @Column(updatable = false)
  private Short rating;

  @Column(updatable = false)
  private Short score;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Mark mark;

  @Column(nullable = false, updatable = false)
  private String reason;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private CorrectionDocument document;

  @Column(name = "document_no", nullable = false, updatable = false)
  private String documentNo;

  @Column(name = "document_date", nullable = false, updatable = false)
  private LocalDate documentDate;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private CorrectionStatus status;

  @Column(name = "requested_by", nullable = false, updatable = false)
  private String requestedBy;

  @Column(name = "requested_at", nullable = false, updatable = false)
  private Instant requestedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decision_note")
  private String decisionNote;

  @Version private int version;

  protected GradeCorrection() {}

  /**
   * A request.
   *
   * @param achievementId key of the entry to be corrected
   * @param entry that entry
   */
  public GradeCorrection(
      long achievementId, LedgerEntry entry, CorrectionPolicy.Wish wish, String by, Instant at) {
    this.uuid = UUID.randomUUID();
    this.studentId = entry.studentId();
    this.achievementId = achievementId;
    this.position = Math.toIntExact(entry.position());
    this.sheetId = entry.source().sheetId();
    this.disciplineId = entry.discipline().disciplineId();
    this.kind = wish.kind();
    this.rating = wish.rating() == null ? null : wish.rating().shortValue();
    this.score = wish.score() == null ? null : wish.score().shortValue();
    this.mark = wish.mark();
    this.reason = wish.reason().strip();
    this.document = wish.document();
    this.documentNo = wish.documentNo().strip();
    this.documentDate = wish.documentDate();
    this.status = CorrectionStatus.REQUESTED;
    this.requestedBy = by;
    this.requestedAt = at;
  }

  /** What was asked for. */
  public CorrectionPolicy.Wish wish() {
    return new CorrectionPolicy.Wish(
        kind,
        rating == null ? null : Integer.valueOf(rating),
        score == null ? null : Integer.valueOf(score),
        mark,
        reason,
        document,
        documentNo,
        documentDate);
  }

  /**
   * Decides it.
   *
   * @throws RegistrarException.Refused where the decider asked for it, it is decided already, or a
   *     rejection has no reason (COR-3)
   */
  public void decide(boolean approved, String note, String by, Instant at) {
    if (status != CorrectionStatus.REQUESTED) {
      throw new RegistrarException.Refused(
          Refusal.of("achievement.correction.closed", "COR-2", status));
    }
    if (!CorrectionPolicy.decides(by, requestedBy).isAllowed()) {
      throw new RegistrarException.Refused(CorrectionPolicy.decides(by, requestedBy).refusals());
    }
    if (!approved && (note == null || note.isBlank())) {
      throw new RegistrarException.Refused(
          Refusal.of("achievement.correction.note-needed", "COR-1").at("note"));
    }
    this.status = approved ? CorrectionStatus.APPROVED : CorrectionStatus.REJECTED;
    this.decidedBy = by;
    this.decidedAt = at;
    this.decisionNote = note == null || note.isBlank() ? null : note.strip();
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

  public int getPosition() {
    return position;
  }

  public Long getSheetId() {
    return sheetId;
  }

  public CorrectionStatus getStatus() {
    return status;
  }

  public String getRequestedBy() {
    return requestedBy;
  }

  public Instant getRequestedAt() {
    return requestedAt;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public String getDecisionNote() {
    return decisionNote;
  }

  public int getVersion() {
    return version;
  }
}
