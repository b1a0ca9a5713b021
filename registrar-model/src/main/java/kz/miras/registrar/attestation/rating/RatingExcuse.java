package kz.miras.registrar.attestation.rating;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * RAT-3. A student who came late or missed the control of a period for a reason takes it alone, by
 * a disposition (распоряжение) of dean and office, until its last day (CTL-14).
 */
@Entity
@Table(name = "rating_excuse")
public class RatingExcuse {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rating-excuse")
  @SequenceGenerator(name = "rating-excuse", sequenceName = "attestation_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Column(name = "discipline_id", nullable = false, updatable = false)
  private long disciplineId;

  @Column(name = "term_id", nullable = false, updatable = false)
  private long termId;

  @Column(name = "period_no", nullable = false, updatable = false)
  private short period;

  @Column(name = "document_no", nullable = false)
  private String documentNo;

  @Column(name = "document_date", nullable = false)
  private LocalDate documentDate;

  @Column(name = "until_on", nullable = false)
  private LocalDate until;

  @Column(nullable = false)
  private String reason;

  @Column(name = "decided_by", nullable = false)
  private String decidedBy;

  @Column(name = "decided_at", nullable = false)
  private Instant decidedAt;

  private Short score;

  @Column(name = "scored_by")
  private String scoredBy;

  /** Whether the score is the 0 of who did not come. */
  @Column(nullable = false)
  private boolean missed;

  @Version private int version;

  protected RatingExcuse() {}

  /**
   * The disposition.
   *
   * @param number of the document
   * @param date of the document
   * @param until last day of the control
   * @param reason why, in words
   */
  public record Basis(String number, LocalDate date, LocalDate until, String reason)
      implements Serializable {

    public Basis {
      number = number == null ? "" : number.strip();
      reason = reason == null ? "" : reason.strip();
    }
  }

  /** A disposition the rules allow. */
  public RatingExcuse(
      long student, long discipline, long term, int period, Basis basis, String by, Instant at) {
    this.uuid = UUID.randomUUID();
    this.studentId = student;
    this.disciplineId = discipline;
    this.termId = term;
    this.period = (short) period;
    renew(basis, by, at);
  }

  /**
   * Whether a disposition may be entered.
   *
   * @param rated whether the student has a rating of the period already
   */
  public static Verdict judge(Basis basis, boolean rated, LocalDate today) {
    Verdict verdict = Verdict.allowed();
    if (rated) {
      verdict = refused(verdict, "attestation.rating.excuse.rated", "student");
    }
    if (basis.number().isEmpty()) {
      verdict = refused(verdict, "attestation.rating.excuse.number", "number");
    }
    if (basis.date() == null || basis.date().isAfter(today)) {
      verdict = refused(verdict, "attestation.rating.excuse.date", "date");
    }
    if (basis.until() == null || basis.until().isBefore(today)) {
      verdict = refused(verdict, "attestation.rating.excuse.until", "until");
    }
    if (basis.reason().isEmpty()) {
      verdict = refused(verdict, "attestation.rating.excuse.reason", "reason");
    }
    return verdict
        .and(Fitted.judge(BasisDocument.NUMBER, basis.number(), "number"))
        .and(Fitted.judge(BasisDocument.REASON, basis.reason(), "reason"));
  }

  private static Verdict refused(Verdict verdict, String code, String field) {
    return verdict.and(Verdict.refused(Refusal.of(code, "RAT-3").at(field)));
  }

  /**
   * Replaces it by another disposition, for example with a later day; who had not come may come
   * then.
   */
  public final void renew(Basis basis, String by, Instant at) {
    if (missed) {
      this.missed = false;
      this.score = null;
      this.scoredBy = null;
    }
    this.documentNo = basis.number();
    this.documentDate = Objects.requireNonNull(basis.date(), "date");
    this.until = Objects.requireNonNull(basis.until(), "until");
    this.reason = basis.reason();
    this.decidedBy = Objects.requireNonNull(by, "by");
    this.decidedAt = Objects.requireNonNull(at, "at");
  }

  /**
   * Types what the student got in the control taken alone.
   *
   * @param score 0 to 100
   * @throws RegistrarException.Refused where it is over, is typed by who decided it, or is no score
   */
  public void rate(Integer score, String by, LocalDate today) {
    if (score == null || score < 0 || score > 100) {
      throw refusal("attestation.rating.excuse.score", "RAT-3");
    }
    if (today.isAfter(until)) {
      throw refusal("attestation.rating.excuse.over", "RAT-3", documentNo, until);
    }
    if (by.equals(decidedBy)) {
      throw refusal("attestation.rating.excuse.own", "SOD-1", documentNo);
    }
    this.score = score.shortValue();
    this.scoredBy = by;
  }

  /**
   * Says that the student did not come in its time; counts as 0, typed and so no silent zero.
   *
   * @throws RegistrarException.Refused where its last day is still to come, there is a score, or it
   *     is said by who decided it
   */
  public void didNotCome(String by, LocalDate today) {
    if (score != null || !today.isAfter(until)) {
      throw refusal("attestation.rating.excuse.not-over", "RAT-3", documentNo, until);
    }
    if (by.equals(decidedBy)) {
      throw refusal("attestation.rating.excuse.own", "SOD-1", documentNo);
    }
    this.score = 0;
    this.scoredBy = by;
    this.missed = true;
  }

  /** Whether the student did not come in its time; another disposition takes that back. */
  public boolean isMissed() {
    return missed;
  }

  private static RegistrarException.Refused refusal(
      String code, String rule, Serializable... args) {
    return new RegistrarException.Refused(Refusal.of(code, rule, args).at("score"));
  }

  /** Whether it is about the control of a discipline in a period of its term. */
  public boolean isOf(long discipline, int number) {
    return disciplineId == discipline && period == number;
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

  public int getPeriod() {
    return period;
  }

  public String getDocumentNo() {
    return documentNo;
  }

  public LocalDate getDocumentDate() {
    return documentDate;
  }

  public LocalDate getUntil() {
    return until;
  }

  public String getReason() {
    return reason;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  /** 0 to 100; null until the control was taken. */
  public Integer getScore() {
    return score == null ? null : Integer.valueOf(score);
  }

  public String getScoredBy() {
    return scoredBy;
  }
}
