package kz.miras.registrar.registration.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** PAY-8. That a payment was paid back: when, by which document, and who recorded it. */
@Embeddable
public class PaymentRefund implements Serializable {

  private static final long serialVersionUID = 1L;

  @Column(name = "refunded_on")
  private LocalDate day;

  @Column(name = "refund_document")
  private String paper;

  @Column(name = "refunded_by")
  private String recordedBy;

  @Column(name = "refunded_at")
  private Instant recordedAt;

  protected PaymentRefund() {}

  /**
   * A refund.
   *
   * @param day on which it was paid back
   * @param paper its document
   */
  PaymentRefund(LocalDate day, String paper, String by, Instant at) {
    this.day = Objects.requireNonNull(day, "day");
    this.paper = Objects.requireNonNull(paper, "paper");
    this.recordedBy = Objects.requireNonNull(by, "by");
    this.recordedAt = Objects.requireNonNull(at, "at");
  }

  /** The day it was paid back. */
  public LocalDate getDay() {
    return day;
  }

  /** Its document. */
  public String getPaper() {
    return paper;
  }

  public String getRecordedBy() {
    return recordedBy;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }
}
