package kz.miras.registrar.attestation.appeal;

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
import java.util.Objects;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * An appeal of a student against a result of a sheet: filed, accepted by the office, heard by a
 * commission, decided with a protocol, and entered into the history by another person (domain 2.6).
 */
@Entity
@Table(name = "appeal")
public class Appeal extends FiledAppeal {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "appeal")
  @SequenceGenerator(name = "appeal", sequenceName = "attestation_seq", allocationSize = 50)
  private Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private AppealStatus status;

  @Column(name = "commission_id")
  private Long commissionId;

  @Column(name = "answered_by")
  private String answeredBy;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "refusal_reason")
  private String refusalReason;

  @Column(name = "hearing_at")
  private Instant hearingAt;

  private String place;

  @Enumerated(EnumType.STRING)
  private AppealOutcome outcome;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "applied_by")
  private String appliedBy;

  @Column(name = "applied_at")
  private Instant appliedAt;

  @Version private int version;

  protected Appeal() {}

  /** An application the rules allow. */
  public Appeal(String number, long student, long sheet, Term term, String reason, Instant at) {
    super(number, student, sheet, term, reason, at);
    this.status = AppealStatus.SUBMITTED;
  }

  /** APL-9. The office puts it before a commission. */
  public void accept(long commission, String by, Instant at) {
    move(AppealStatus.ACCEPTED);
    this.commissionId = commission;
    this.answeredBy = by;
    this.answeredAt = at;
  }

  /**
   * APL-9. The office refuses it for its form.
   *
   * @throws RegistrarException.Refused without a reason the student is told
   */
  public void reject(String why, String by, Instant at) {
    if (why == null || why.isBlank()) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.appeal.refusal-reason", "APL-9").at("refusal"));
    }
    move(AppealStatus.REJECTED);
    this.refusalReason = why.strip();
    this.answeredBy = by;
    this.answeredAt = at;
  }

  /**
   * APL-3. Whether a hearing may be named.
   *
   * @param commission that hears it
   * @param day of the hearing at the university; null where no hour was typed
   * @param moved whether another result stands than the last protocol is about: only then what was
   *     decided is heard again
   */
  public Verdict judgeHearing(
      AppealCommission commission,
      Instant hour,
      LocalDate day,
      String where,
      Instant now,
      boolean moved) {
    Verdict verdict = Verdict.allowed();
    if (status == AppealStatus.DECIDED && !(moved && outcome.changesResult())) {
      verdict = verdict.and(refused("attestation.appeal.decided", ""));
    }
    if (hour == null || !hour.isAfter(now)) {
      verdict = verdict.and(refused("attestation.appeal.hearing-ahead", "hearing"));
    }
    if (where == null || where.isBlank()) {
      verdict = verdict.and(refused("attestation.appeal.place", "place"));
    }
    return hour == null ? verdict : verdict.and(commission.judgeOn(day));
  }

  /** Names hour and place of the hearing, or other ones; what was decided before is heard again. */
  public void schedule(long commission, Instant hour, String where) {
    move(AppealStatus.UNDER_REVIEW);
    this.commissionId = commission;
    this.hearingAt = Objects.requireNonNull(hour, "hour");
    this.place = where.strip();
    this.outcome = null;
    this.decidedBy = null;
    this.decidedAt = null;
  }

  /** APL-3. Whether the hour of the hearing has come. */
  public Verdict judgeDecision(Instant now) {
    return hearingAt != null && now.isBefore(hearingAt)
        ? refused("attestation.appeal.hearing-not-yet", "")
        : Verdict.allowed();
  }

  /** The protocol is written. */
  public void decide(AppealOutcome what, String by, Instant at) {
    move(AppealStatus.DECIDED);
    this.outcome = Objects.requireNonNull(what, "what");
    this.decidedBy = by;
    this.decidedAt = at;
  }

  /**
   * APL-7. Whether somebody may enter the decision into the history.
   *
   * @param ofCommission whether the person is in the commission
   * @param moved whether another result stands than the protocol is about
   */
  public Verdict judgeApplication(String by, boolean ofCommission, boolean moved) {
    Verdict verdict = Verdict.allowed();
    if (status != AppealStatus.DECIDED || !outcome.changesResult()) {
      return verdict.and(Verdict.refused(Refusal.of("attestation.appeal.nothing", "APL-7")));
    }
    if (ofCommission || by.equals(decidedBy)) {
      verdict = verdict.and(Verdict.refused(Refusal.of("attestation.appeal.own", "APL-7")));
    }
    if (moved) {
      verdict = verdict.and(Verdict.refused(Refusal.of("attestation.appeal.moved", "APL-7")));
    }
    return verdict;
  }

  /** The new result is in the history. */
  public void apply(String by, Instant at) {
    move(AppealStatus.APPLIED);
    this.appliedBy = by;
    this.appliedAt = at;
  }

  private void move(AppealStatus next) {
    if (!status.canBecome(next)) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.appeal.wrong-state", "APL-9", getNumber(), status));
    }
    this.status = next;
  }

  /**
   * APL-9. Whether a person may take a step of it; the applicant never, in whatever other role.
   *
   * @param student the student behind the acting account, or null
   */
  public Verdict judgeActor(Long student) {
    return isOf(student)
        ? Verdict.refused(Refusal.of("attestation.appeal.own-step", "APL-9"))
        : Verdict.allowed();
  }

  /** Whether a student has filed it; null for nobody. */
  public boolean isOf(Long student) {
    return student != null && student == getStudentId();
  }

  private static Verdict refused(String code, String field) {
    Refusal refusal = Refusal.of(code, "APL-3");
    return Verdict.refused(field.isEmpty() ? refusal : refusal.at(field));
  }

  public Long getId() {
    return id;
  }

  public AppealStatus getStatus() {
    return status;
  }

  public Long getCommissionId() {
    return commissionId;
  }

  public String getAnsweredBy() {
    return answeredBy;
  }

  public Instant getAnsweredAt() {
    return answeredAt;
  }

  public String getRefusalReason() {
    return refusalReason;
  }

  public Instant getHearingAt() {
    return hearingAt;
  }

  public String getPlace() {
    return place;
  }

  public AppealOutcome getOutcome() {
    return outcome;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public String getAppliedBy() {
    return appliedBy;
  }

  public Instant getAppliedAt() {
    return appliedAt;
  }
}
