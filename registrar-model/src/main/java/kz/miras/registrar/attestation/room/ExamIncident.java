package kz.miras.registrar.attestation.room;

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
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * An act about an incident at an exam: drawn up by one person, decided once by another, who annuls
 * the result or lets it stand (CTL-16). The act itself never changes.
 */
@Entity
@Table(name = "exam_incident")
public class ExamIncident {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "exam-incident")
  @SequenceGenerator(name = "exam-incident", sequenceName = "attestation_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(nullable = false, updatable = false)
  private String number;

  @Column(name = "sheet_id", nullable = false, updatable = false)
  private long sheetId;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Column(name = "occurred_at", nullable = false, updatable = false)
  private Instant occurredAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private IncidentKind kind;

  @Column(nullable = false, updatable = false)
  private boolean removed;

  @Column(nullable = false, updatable = false)
  private String description;

  @Column(nullable = false, updatable = false)
  private String witnesses;

  @Column(updatable = false)
  private String explanation;

  @Column(name = "registered_by", nullable = false, updatable = false)
  private String registeredBy;

  @Column(name = "registered_at", nullable = false, updatable = false)
  private Instant registeredAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private IncidentStatus status;

  @Enumerated(EnumType.STRING)
  private BasisDocument.Type document;

  @Column(name = "document_no")
  private String documentNo;

  @Column(name = "document_date")
  private LocalDate documentDate;

  @Column(name = "decision_reason")
  private String decisionReason;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Version private int version;

  protected ExamIncident() {}

  /** An act the rules allow; it waits for its decision. */
  public ExamIncident(
      String number, long sheet, long student, IncidentAct act, String by, Instant at) {
    this.uuid = UUID.randomUUID();
    this.number = number;
    this.sheetId = sheet;
    this.studentId = student;
    this.occurredAt = act.occurredAt();
    this.kind = act.kind();
    this.removed = act.removed();
    this.description = act.description();
    this.witnesses = String.join("\n", act.witnesses());
    this.explanation = act.explanation().isEmpty() ? null : act.explanation();
    this.registeredBy = by;
    this.registeredAt = at;
    this.status = IncidentStatus.REGISTERED;
  }

  /**
   * EXR-8. Whether somebody may decide it, every reason against it at once.
   *
   * @param annul whether the result is to be annulled
   * @param until last day on which a result of that exam is annulled; null where it has no day
   * @param instead mark that stands in place of a result; null where a score does, or nothing yet
   */
  public Verdict judge(
      boolean annul,
      BasisDocument basis,
      String by,
      LocalDate until,
      Mark instead,
      LocalDate today) {
    if (status != IncidentStatus.REGISTERED) {
      return refused("attestation.incident.decided");
    }
    Verdict verdict = basis.judge("EXR-8", today);
    if (by.equals(registeredBy)) {
      verdict = verdict.and(refused("attestation.incident.own"));
    }
    if (annul && until != null && today.isAfter(until)) {
      verdict = verdict.and(refused("attestation.incident.late", until));
    }
    return annul && instead != null
        ? verdict.and(refused("attestation.incident.no-result", instead))
        : verdict;
  }

  /**
   * Decides it; the caller has judged it.
   *
   * @throws RegistrarException.Refused where it was decided before
   */
  public void decide(boolean annul, BasisDocument basis, String by, Instant at) {
    if (status != IncidentStatus.REGISTERED) {
      throw new RegistrarException.Refused(Refusal.of("attestation.incident.decided", "EXR-8"));
    }
    this.status = annul ? IncidentStatus.ANNULLED : IncidentStatus.DISMISSED;
    this.document = basis.type();
    this.documentNo = basis.number().strip();
    this.documentDate = basis.date();
    this.decisionReason = basis.reason().strip();
    this.decidedBy = by;
    this.decidedAt = at;
  }

  private static Verdict refused(String code, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "EXR-8", args));
  }

  public UUID getUuid() {
    return uuid;
  }

  public String getNumber() {
    return number;
  }

  public long getSheetId() {
    return sheetId;
  }

  public long getStudentId() {
    return studentId;
  }

  public Instant getOccurredAt() {
    return occurredAt;
  }

  public IncidentKind getKind() {
    return kind;
  }

  /** Whether the student was sent out. */
  public boolean isRemoved() {
    return removed;
  }

  public String getDescription() {
    return description;
  }

  /** Names and posts of who was present and signs. */
  public List<String> getWitnesses() {
    return witnesses.lines().toList();
  }

  /** What the student wrote; null for nothing. */
  public String getExplanation() {
    return explanation;
  }

  public String getRegisteredBy() {
    return registeredBy;
  }

  public Instant getRegisteredAt() {
    return registeredAt;
  }

  public IncidentStatus getStatus() {
    return status;
  }

  /** What the decision rests on; null while there is none. */
  public BasisDocument getBasis() {
    return document == null
        ? null
        : new BasisDocument(document, documentNo, documentDate, decisionReason);
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }
}
