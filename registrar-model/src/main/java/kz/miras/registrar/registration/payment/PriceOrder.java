package kz.miras.registrar.registration.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import kz.miras.registrar.curriculum.Level;

/** The price of a credit, set by an order from a day on; never changed, a later one follows it. */
@Entity
@Table(name = "price_order")
public class PriceOrder {

  /** Days as orders write them, in each language alike. */
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price-order")
  @SequenceGenerator(name = "price-order", sequenceName = "registration_seq", allocationSize = 50)
  private Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private PaymentPurpose purpose;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Level level;

  @Column(name = "term_id", updatable = false)
  private Long termId;

  @Column(name = "academic_year_id", updatable = false)
  private Long academicYearId;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private LocalDate validFrom;

  @Column(nullable = false, updatable = false)
  private BigDecimal price;

  @Column(name = "order_no", nullable = false, updatable = false)
  private String orderNo;

  @Column(name = "order_date", nullable = false, updatable = false)
  private LocalDate orderDate;

  @Column(name = "entered_by", nullable = false, updatable = false)
  private String enteredBy;

  @Column(name = "entered_at", nullable = false, updatable = false)
  private Instant enteredAt;

  protected PriceOrder() {}

  /**
   * A price.
   *
   * @param level null for every level
   * @param termId key of the one term it is for; null for more
   * @param academicYearId key of the one academic year it is for; null for more
   * @param price tenge for a credit
   */
  public PriceOrder(
      PaymentPurpose purpose,
      Level level,
      Long termId,
      Long academicYearId,
      LocalDate validFrom,
      BigDecimal price,
      String orderNo,
      LocalDate orderDate,
      String enteredBy,
      Instant enteredAt) {
    this.purpose = Objects.requireNonNull(purpose, "purpose");
    this.level = level;
    this.termId = termId;
    this.academicYearId = academicYearId;
    this.validFrom = Objects.requireNonNull(validFrom, "validFrom");
    this.price = Objects.requireNonNull(price, "price");
    this.orderNo = Objects.requireNonNull(orderNo, "orderNo");
    this.orderDate = Objects.requireNonNull(orderDate, "orderDate");
    this.enteredBy = Objects.requireNonNull(enteredBy, "enteredBy");
    this.enteredAt = Objects.requireNonNull(enteredAt, "enteredAt");
  }

  /** The order as people name it. */
  public String basis() {
    return "№ " + orderNo + ", " + DAY.format(orderDate);
  }

  public Long getId() {
    return id;
  }

  public PaymentPurpose getPurpose() {
    return purpose;
  }

  public Level getLevel() {
    return level;
  }

  public Long getTermId() {
    return termId;
  }

  public Long getAcademicYearId() {
    return academicYearId;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public String getOrderNo() {
    return orderNo;
  }

  public LocalDate getOrderDate() {
    return orderDate;
  }

  public Instant getEnteredAt() {
    return enteredAt;
  }
}
