package kz.miras.registrar.achievement.promotion;

import static kz.miras.registrar.shared.RegistrarException.refuse;

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
import java.util.Collection;
import java.util.UUID;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * The end of an academic year for the students of a school, or of one of its programmes: proposed
 * by the office, submitted by the dean, agreed by the director, ended by the signed order.
 */
@Entity
@Table(name = "promotion_run")
public class PromotionRun {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "promotion-run")
  @SequenceGenerator(name = "promotion-run", sequenceName = "achievement_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "year_start", nullable = false, updatable = false)
  private int yearStart;

  @Column(name = "school_id", nullable = false, updatable = false)
  private long schoolId;

  @Column(name = "programme_id", updatable = false)
  private Long programmeId;

  @Column(name = "council_no", nullable = false)
  private String councilNo;

  @Column(name = "council_on", nullable = false)
  private LocalDate councilOn;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private PromotionRunStatus status;

  @Column(name = "prepared_by", nullable = false)
  private String preparedBy;

  @Column(name = "prepared_at", nullable = false)
  private Instant preparedAt;

  @Column(name = "submitted_by")
  private String submittedBy;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "agreed_by")
  private String agreedBy;

  @Column(name = "agreed_at")
  private Instant agreedAt;

  @Column(name = "return_note")
  private String returnNote;

  @Column(name = "order_no")
  private String orderNo;

  @Column(name = "order_on")
  private LocalDate orderOn;

  @Column(name = "effective_on")
  private LocalDate effectiveOn;

  @Column(name = "ordered_by")
  private String orderedBy;

  @Column(name = "ordered_at")
  private Instant orderedAt;

  @Version private int version;

  protected PromotionRun() {}

  /**
   * Begins a run.
   *
   * @param yearStart 2025 for 2025/26
   * @param programmeId null for the whole school
   */
  public PromotionRun(
      int yearStart,
      long schoolId,
      Long programmeId,
      String councilNo,
      LocalDate councilOn,
      String by,
      Instant at) {
    this.uuid = UUID.randomUUID();
    this.yearStart = yearStart;
    this.schoolId = schoolId;
    this.programmeId = programmeId;
    this.councilNo = councilNo.strip();
    this.councilOn = councilOn;
    this.status = PromotionRunStatus.DRAFT;
    this.preparedBy = by;
    this.preparedAt = at;
  }

  /**
   * Its lines have been proposed anew.
   *
   * @param at moment before the first of what they were derived from was read (PRO-9)
   */
  public void prepared(String by, Instant at) {
    in(PromotionRunStatus.DRAFT);
    this.preparedBy = by;
    this.preparedAt = at;
  }

  /** Whether its lines may still change; refuses where it is submitted. */
  public void changing() {
    in(PromotionRunStatus.DRAFT);
  }

  /** The dean submits it. */
  public void submit(Verdict ready, String by, Instant at) {
    in(PromotionRunStatus.DRAFT);
    refuse(ready);
    this.status = PromotionRunStatus.SUBMITTED;
    this.submittedBy = by;
    this.submittedAt = at;
    this.returnNote = null;
  }

  /** It goes back to the office, whoever had it. */
  public void giveBack(String note) {
    if (status != PromotionRunStatus.SUBMITTED && status != PromotionRunStatus.AGREED) {
      in(PromotionRunStatus.SUBMITTED);
    }
    refuse(
        note == null || note.isBlank()
            ? Verdict.refused(Refusal.of("achievement.promotion.no-reason", "PRO-12").at("note"))
            : Verdict.allowed());
    this.status = PromotionRunStatus.DRAFT;
    this.returnNote = note.strip();
    this.submittedBy = null;
    this.submittedAt = null;
    this.agreedBy = null;
    this.agreedAt = null;
  }

  /**
   * The director agrees it (PRO-7).
   *
   * @param changedBy who decided lines of it otherwise than proposed
   */
  public void agree(Verdict ready, Collection<String> changedBy, String by, Instant at) {
    in(PromotionRunStatus.SUBMITTED);
    refuse(ready.and(PromotionRunPolicy.agrees(by, submittedBy, changedBy)));
    this.status = PromotionRunStatus.AGREED;
    this.agreedBy = by;
    this.agreedAt = at;
  }

  /** The signed order is entered. */
  public void order(
      Verdict ready,
      String number,
      LocalDate signedOn,
      LocalDate effective,
      String by,
      Instant at) {
    in(PromotionRunStatus.AGREED);
    refuse(ready);
    this.status = PromotionRunStatus.ORDERED;
    this.orderNo = number.strip();
    this.orderOn = signedOn;
    this.effectiveOn = effective;
    this.orderedBy = by;
    this.orderedAt = at;
  }

  private void in(PromotionRunStatus expected) {
    if (status != expected) {
      throw new RegistrarException.Conflict("achievement.promotion.moved-on", status);
    }
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  /** 2025 for 2025/26. */
  public int getYearStart() {
    return yearStart;
  }

  public long getSchoolId() {
    return schoolId;
  }

  /** Null for the whole school. */
  public Long getProgrammeId() {
    return programmeId;
  }

  /** Number of the council's decision on the thresholds. */
  public String getCouncilNo() {
    return councilNo;
  }

  public LocalDate getCouncilOn() {
    return councilOn;
  }

  public PromotionRunStatus getStatus() {
    return status;
  }

  public int getVersion() {
    return version;
  }
}
