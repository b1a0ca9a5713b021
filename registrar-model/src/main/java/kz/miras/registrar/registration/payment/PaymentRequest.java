package kz.miras.registrar.registration.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A request to pay for a discipline of a term. It waits until accounting marks the payment, its
 * last day passes or what it is for is given up; then it never changes again.
 */
@Entity
@Table(name = "payment_request")
public class PaymentRequest {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payment-request")
  @SequenceGenerator(
      name = "payment-request",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(nullable = false, updatable = false)
  private String number;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Column(name = "term_id", nullable = false, updatable = false)
  private long termId;

  @Column(name = "discipline_id", nullable = false, updatable = false)
  private long disciplineId;

  @Column(name = "enrolment_id")
  private Long enrolmentId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private PaymentPurpose purpose;

  @Column(nullable = false, updatable = false)
  private int credits;

  @Column(nullable = false, updatable = false)
  private BigDecimal price;

  @Column(nullable = false, updatable = false)
  private BigDecimal amount;

  @Column(name = "price_basis", nullable = false, updatable = false)
  private String priceBasis;

  @Column(name = "requested_at", nullable = false, updatable = false)
  private Instant requestedAt;

  @Column(name = "expires_on", nullable = false, updatable = false)
  private LocalDate expiresOn;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private PaymentStatus status;

  @Column(name = "paid_on")
  private LocalDate paidOn;

  private String document;

  @Column(name = "marked_by")
  private String markedBy;

  @Column(name = "marked_at")
  private Instant markedAt;

  @Embedded private PaymentRefund refund;

  @Column(name = "ended_at")
  private Instant endedAt;

  private String reason;

  @Version private int version;

  protected PaymentRequest() {}

  /**
   * What is asked for.
   *
   * @param credits of the discipline
   * @param price tenge for a credit
   * @param basis order the price rests on
   */
  public record Asked(PaymentPurpose purpose, int credits, BigDecimal price, String basis) {

    /** Tenge to be paid. */
    public BigDecimal amount() {
      return price.multiply(BigDecimal.valueOf(credits)).setScale(2);
    }
  }

  /** A request that waits from now on, until the end of its last day. */
  public PaymentRequest(
      String number,
      long studentId,
      long termId,
      long disciplineId,
      Long enrolmentId,
      Asked asked,
      Instant requestedAt,
      LocalDate expiresOn) {
    this.uuid = UUID.randomUUID();
    this.number = Objects.requireNonNull(number, "number");
    this.studentId = studentId;
    this.termId = termId;
    this.disciplineId = disciplineId;
    this.enrolmentId = enrolmentId;
    this.purpose = asked.purpose();
    this.credits = asked.credits();
    this.price = asked.price();
    this.amount = asked.amount();
    this.priceBasis = asked.basis();
    this.requestedAt = Objects.requireNonNull(requestedAt, "requestedAt");
    this.expiresOn = Objects.requireNonNull(expiresOn, "expiresOn");
    this.status = PaymentStatus.REQUESTED;
  }

  /** It is for this enrolment from now on. */
  public void attach(long enrolment) {
    this.enrolmentId = enrolment;
  }

  /** The payment is marked; the caller has judged it by the rules. */
  public void confirm(LocalDate paidOn, String document, String by, Instant at) {
    end(PaymentStatus.PAID, null, at);
    this.paidOn = Objects.requireNonNull(paidOn, "paidOn");
    this.document = Objects.requireNonNull(document, "document");
    this.markedBy = Objects.requireNonNull(by, "by");
    this.markedAt = at;
  }

  /** PAY-8. What was paid is paid back; the caller has judged it by the rules. */
  public void refund(LocalDate on, String document, String by, Instant at) {
    if (status != PaymentStatus.PAID) {
      throw new IllegalStateException("payment request " + number + " is " + status);
    }
    this.status = PaymentStatus.REFUNDED;
    this.refund = new PaymentRefund(on, document, by, at);
  }

  /** Nobody has paid in time. */
  public void expire(Instant at) {
    end(PaymentStatus.EXPIRED, null, at);
  }

  /** It is not needed any more. */
  public void withdraw(String reason, Instant at) {
    end(PaymentStatus.WITHDRAWN, reason, at);
  }

  private void end(PaymentStatus as, String reason, Instant at) {
    if (!isOpen()) {
      throw new IllegalStateException("payment request " + number + " is " + status);
    }
    this.status = as;
    this.reason = reason;
    this.endedAt = Objects.requireNonNull(at, "at");
  }

  /** Whether the payment is still waited for. */
  public boolean isOpen() {
    return status == PaymentStatus.REQUESTED;
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

  public long getStudentId() {
    return studentId;
  }

  public long getTermId() {
    return termId;
  }

  public long getDisciplineId() {
    return disciplineId;
  }

  public Long getEnrolmentId() {
    return enrolmentId;
  }

  public PaymentPurpose getPurpose() {
    return purpose;
  }

  public int getCredits() {
    return credits;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public String getPriceBasis() {
    return priceBasis;
  }

  public Instant getRequestedAt() {
    return requestedAt;
  }

  public LocalDate getExpiresOn() {
    return expiresOn;
  }

  public PaymentStatus getStatus() {
    return status;
  }

  public LocalDate getPaidOn() {
    return paidOn;
  }

  public String getDocument() {
    return document;
  }

  public String getMarkedBy() {
    return markedBy;
  }

  public Instant getMarkedAt() {
    return markedAt;
  }

  /** PAY-8. That it was paid back; null where it was not. */
  public PaymentRefund getRefund() {
    return refund;
  }

  public Instant getEndedAt() {
    return endedAt;
  }

  public String getReason() {
    return reason;
  }

  public int getVersion() {
    return version;
  }
}
