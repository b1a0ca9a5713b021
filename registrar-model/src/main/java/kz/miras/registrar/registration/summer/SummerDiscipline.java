package kz.miras.registrar.registration.summer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.shared.Language;

/** A discipline of a summer semester in one language, and what was decided about it. */
@Entity
@Table(name = "summer_discipline")
public class SummerDiscipline {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "summer-discipline")
  @SequenceGenerator(
      name = "summer-discipline",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "plan_id", updatable = false)
  private SummerPlan plan;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "discipline_id", updatable = false)
  private Discipline discipline;

  @Column(nullable = false, updatable = false)
  private String language;

  @Column(nullable = false)
  private int minimum;

  private BigDecimal price;

  @Column(name = "individual_price")
  private BigDecimal individualPrice;

  @Column(name = "group_cost")
  private BigDecimal groupCost;

  @Column(nullable = false)
  private boolean proposed;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private SummerGroupStatus status;

  @Column(name = "group_count", nullable = false)
  private int groupCount;

  @Column(name = "offering_id")
  private Long offeringId;

  private String reason;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Version private int version;

  protected SummerDiscipline() {}

  /**
   * A discipline that may be taught.
   *
   * @param minimum fewest students a group is opened for
   * @param proposed whether a school proposes it and the office has not taken it over yet
   */
  public SummerDiscipline(
      SummerPlan plan, Discipline discipline, Language language, int minimum, boolean proposed) {
    this.uuid = UUID.randomUUID();
    this.plan = Objects.requireNonNull(plan, "plan");
    this.discipline = Objects.requireNonNull(discipline, "discipline");
    this.language = language.tag();
    this.minimum = minimum;
    this.proposed = proposed;
    this.status = SummerGroupStatus.PLANNED;
  }

  /**
   * What it costs, to students and to the university; in tenge, null for none of its own.
   *
   * @param price of a credit in place of the order's
   * @param individualPrice of a credit in lessons for fewer than the minimum
   * @param groupCost of one group
   */
  public void plan(
      int minimum, BigDecimal price, BigDecimal individualPrice, BigDecimal groupCost) {
    this.minimum = minimum;
    this.price = price;
    this.individualPrice = individualPrice;
    this.groupCost = groupCost;
    this.proposed = false;
  }

  /** Groups of an offering are opened. */
  public void open(long offering, int groups, String by, Instant at) {
    decide(SummerGroupStatus.OPENED, offering, groups, null, by, at);
  }

  /** It is taught to fewer than the minimum. */
  public void individual(long offering, String by, Instant at) {
    decide(SummerGroupStatus.INDIVIDUAL, offering, 1, null, by, at);
  }

  /** It is not taught. */
  public void refuse(String reason, String by, Instant at) {
    decide(SummerGroupStatus.REFUSED, null, 0, Objects.requireNonNull(reason, "reason"), by, at);
  }

  private void decide(
      SummerGroupStatus as, Long offering, int groups, String reason, String by, Instant at) {
    if (status == SummerGroupStatus.REFUSED
        || status.isTaught() && as != SummerGroupStatus.REFUSED) {
      throw new IllegalStateException("summer discipline " + id + " is " + status);
    }
    this.status = as;
    this.offeringId = offering;
    this.groupCount = groups;
    this.reason = reason;
    this.decidedBy = Objects.requireNonNull(by, "by");
    this.decidedAt = Objects.requireNonNull(at, "at");
  }

  /** Price of a credit of its own as it is taught; null for the order's. */
  public BigDecimal specialPrice() {
    return status == SummerGroupStatus.INDIVIDUAL ? individualPrice : price;
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public SummerPlan getPlan() {
    return plan;
  }

  public Discipline getDiscipline() {
    return discipline;
  }

  public Language getLanguage() {
    return Language.of(language);
  }

  public int getMinimum() {
    return minimum;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public BigDecimal getIndividualPrice() {
    return individualPrice;
  }

  public BigDecimal getGroupCost() {
    return groupCost;
  }

  public boolean isProposed() {
    return proposed;
  }

  public SummerGroupStatus getStatus() {
    return status;
  }

  public int getGroupCount() {
    return groupCount;
  }

  public Long getOfferingId() {
    return offeringId;
  }

  public String getReason() {
    return reason;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public int getVersion() {
    return version;
  }
}
