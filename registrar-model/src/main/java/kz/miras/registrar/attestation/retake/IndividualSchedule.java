package kz.miras.registrar.attestation.retake;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * EXM-7, EXM-9. An individual exam schedule (индивидуальный график сдачи): asked for with a
 * certificate, agreed by the dean, decided by the office on a document.
 */
@Entity
@Table(name = "individual_schedule")
public class IndividualSchedule {

  private static final int NOTE = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "individual_schedule")
  @SequenceGenerator(
      name = "individual_schedule",
      sequenceName = "attestation_seq",
      allocationSize = 50)
  private Long id;

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

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private ScheduleStatus status;

  @Column(name = "agreed_by")
  private String agreedBy;

  @Column(name = "agreed_at")
  private Instant agreedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Enumerated(EnumType.STRING)
  private BasisDocument.Type document;

  @Column(name = "document_no")
  private String documentNo;

  @Column(name = "document_date")
  private LocalDate documentDate;

  private String note;

  @Version private int version;

  protected IndividualSchedule() {}

  /**
   * Asked for.
   *
   * @param decideBy last day the office has to decide
   */
  public IndividualSchedule(
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
    this.status = ScheduleStatus.ASKED;
  }

  /** The certificate, before it is stored. */
  public void attach(String name, byte[] sha256, byte[] content) {
    this.fileName = name;
    this.fileSha256 = sha256.clone();
    this.scan = content.clone();
  }

  /**
   * EXM-7. Whether the dean may say yes or no now; not who asked for it, and not its student.
   *
   * @param student the student behind the acting account, or null
   */
  public Verdict judgeAgreement(String by, Long student) {
    Verdict verdict = status == ScheduleStatus.ASKED ? Verdict.allowed() : wrongState();
    return verdict.and(judgeOwn(by.equals(askedBy), student));
  }

  /** The dean agrees, or does not and says why. */
  public void agree(boolean yes, String why, String by, Instant at) {
    this.status = yes ? ScheduleStatus.AGREED : ScheduleStatus.DECLINED;
    this.agreedBy = by;
    this.agreedAt = at;
    this.note = yes ? null : why.strip();
  }

  /**
   * EXM-7. Whether somebody of the office may decide now; not who asked for it or agreed to it, and
   * not its student.
   *
   * @param student the student behind the acting account, or null
   */
  public Verdict judgeDecision(String by, Long student) {
    Verdict verdict = status == ScheduleStatus.AGREED ? Verdict.allowed() : wrongState();
    return verdict.and(judgeOwn(by.equals(askedBy) || by.equals(agreedBy), student));
  }

  private Verdict judgeOwn(boolean earlierStep, Long student) {
    return earlierStep || student != null && student == studentId
        ? Verdict.refused(Refusal.of("attestation.schedule.own", "EXM-7"))
        : Verdict.allowed();
  }

  /** EXM-7. Whether the reason of a no is said, and fits. */
  public static Verdict judgeRefusal(String why) {
    return why == null || why.isBlank()
        ? Verdict.refused(Refusal.of("attestation.schedule.why", "EXM-7").at("note"))
        : Fitted.judge(NOTE, why, "note");
  }

  private Verdict wrongState() {
    return Verdict.refused(Refusal.of("attestation.schedule.state", "EXM-7", status));
  }

  /** The office approves on a document. */
  public void approve(BasisDocument basis, String by, Instant at) {
    this.document = basis.type();
    this.documentNo = basis.number().strip();
    this.documentDate = basis.date();
    decide(ScheduleStatus.APPROVED, by, at);
  }

  /** The office refuses and says why. */
  public void refuse(String why, String by, Instant at) {
    this.note = why.strip();
    decide(ScheduleStatus.REFUSED, by, at);
  }

  private void decide(ScheduleStatus how, String by, Instant at) {
    this.status = how;
    this.decidedBy = by;
    this.decidedAt = at;
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

  public LocalDate getDecideBy() {
    return decideBy;
  }

  public ScheduleStatus getStatus() {
    return status;
  }

  public String getAgreedBy() {
    return agreedBy;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public String getDocumentNo() {
    return documentNo;
  }

  public LocalDate getDocumentDate() {
    return documentDate;
  }

  /** Why the dean or the office said no; null where nobody did. */
  public String getNote() {
    return note;
  }
}
