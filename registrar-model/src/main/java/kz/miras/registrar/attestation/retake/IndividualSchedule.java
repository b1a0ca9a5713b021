package kz.miras.registrar.attestation.retake;

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
public class IndividualSchedule extends ScheduleRequest {

  private static final int NOTE = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "individual_schedule")
  @SequenceGenerator(
      name = "individual_schedule",
      sequenceName = "attestation_seq",
      allocationSize = 50)
  private Long id;

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

  @Column(name = "session_from")
  private LocalDate sessionFrom;

  @Column(name = "session_to")
  private LocalDate sessionTo;

  @Column(name = "withdrawn_by")
  private String withdrawnBy;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

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
    super(student, term, reason, early, explanation, by, at, decideBy);
    this.status = ScheduleStatus.ASKED;
  }

  /**
   * EXM-7. Whether the dean may say yes or no now; not who asked for it, and not its student.
   *
   * @param student the student behind the acting account, or null
   */
  public Verdict judgeAgreement(String by, Long student) {
    Verdict verdict = status == ScheduleStatus.ASKED ? Verdict.allowed() : wrongState();
    return verdict.and(judgeOwn(isAskedBy(by), student));
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
   * not its student. Past its day the office need not wait for the dean any longer.
   *
   * @param student the student behind the acting account, or null
   */
  public Verdict judgeDecision(String by, Long student, LocalDate today) {
    boolean ready = status == ScheduleStatus.AGREED || isUnanswered(today);
    Verdict verdict = ready ? Verdict.allowed() : wrongState();
    return verdict.and(judgeOwn(isAskedBy(by) || by.equals(agreedBy), student));
  }

  /** Whether the dean has not answered within the days there are for it. */
  public boolean isUnanswered(LocalDate today) {
    return status == ScheduleStatus.ASKED && today.isAfter(getDecideBy());
  }

  /**
   * EXM-7. Whether it may be taken back: before it is decided, by who asked for it or its student.
   *
   * @param student the student behind the acting account, or null
   */
  public Verdict judgeWithdrawal(String by, Long student) {
    boolean open = status == ScheduleStatus.ASKED || status == ScheduleStatus.AGREED;
    Verdict verdict = open ? Verdict.allowed() : wrongState();
    return isAskedBy(by) || isOf(student)
        ? verdict
        : verdict.and(Verdict.refused(Refusal.of("attestation.schedule.not-asked", "EXM-7")));
  }

  /** Takes it back; its exams may be asked for again. */
  public void withdraw(String by, Instant at) {
    this.status = ScheduleStatus.WITHDRAWN;
    this.withdrawnBy = by;
    this.withdrawnAt = at;
  }

  /**
   * EXM-7. Whether the days of an approved session may become others; not by who asked for it or
   * agreed to it, and not by its student.
   *
   * @param student the student behind the acting account, or null
   */
  public Verdict judgeMove(String by, Long student) {
    Verdict verdict = status == ScheduleStatus.APPROVED ? Verdict.allowed() : wrongState();
    return verdict.and(judgeOwn(isAskedBy(by) || by.equals(agreedBy), student));
  }

  /** The session has other days by another document, in place of the one before. */
  public void move(BasisDocument basis, LocalDate from, LocalDate to, String by, Instant at) {
    approve(basis, from, to, by, at);
  }

  private Verdict judgeOwn(boolean earlierStep, Long student) {
    return earlierStep || isOf(student)
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

  /**
   * The office approves on a document.
   *
   * @param from first day of the individual session
   * @param to its last day
   */
  public void approve(BasisDocument basis, LocalDate from, LocalDate to, String by, Instant at) {
    this.sessionFrom = from;
    this.sessionTo = to;
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

  /** First day of the individual session; null until it is approved. */
  public LocalDate getSessionFrom() {
    return sessionFrom;
  }

  public LocalDate getSessionTo() {
    return sessionTo;
  }
}
