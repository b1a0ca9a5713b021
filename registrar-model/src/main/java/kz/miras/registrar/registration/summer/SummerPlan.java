package kz.miras.registrar.registration.summer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.calendar.Term;

/**
 * The plan of a summer semester: when applications come and for which disciplines. Prepared by the
 * office, submitted by the director, approved by the vice-rector, closed with a report.
 */
@Entity
@Table(name = "summer_plan")
public class SummerPlan {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "summer-plan")
  @SequenceGenerator(name = "summer-plan", sequenceName = "registration_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "term_id", updatable = false)
  private Term term;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private SummerStatus status;

  @Column(name = "applications_from")
  private LocalDate applicationsFrom;

  @Column(name = "applications_to")
  private LocalDate applicationsTo;

  private String remark;

  @Column(name = "submitted_by")
  private String submittedBy;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  private String decision;

  @Column(name = "approved_by")
  private String approvedBy;

  @Column(name = "approved_at")
  private Instant approvedAt;

  @Column(name = "closed_by")
  private String closedBy;

  @Column(name = "closed_at")
  private Instant closedAt;

  @ElementCollection
  @CollectionTable(name = "summer_author", joinColumns = @JoinColumn(name = "plan_id"))
  @Column(name = "account_id")
  private Set<Long> authors = new HashSet<>();

  @Version private int version;

  protected SummerPlan() {}

  /** An empty draft for a summer semester. */
  public SummerPlan(Term term) {
    this.uuid = UUID.randomUUID();
    this.term = Objects.requireNonNull(term, "term");
    this.status = SummerStatus.DRAFT;
  }

  /** When applications come, from the first to the last day. */
  public void open(LocalDate from, LocalDate to) {
    this.applicationsFrom = Objects.requireNonNull(from, "from");
    this.applicationsTo = Objects.requireNonNull(to, "to");
  }

  /** Somebody has changed or submitted it and so does not approve it. */
  public void changedBy(long account) {
    authors.add(account);
  }

  /** It goes to whoever approves it; the caller has judged it by the rules. */
  public void submit(String by, Instant at) {
    move(SummerStatus.DRAFT, SummerStatus.SUBMITTED);
    this.submittedBy = Objects.requireNonNull(by, "by");
    this.submittedAt = Objects.requireNonNull(at, "at");
    this.remark = null;
  }

  /** It comes back to be changed. */
  public void giveBack(String remark) {
    move(SummerStatus.SUBMITTED, SummerStatus.DRAFT);
    this.remark = Objects.requireNonNull(remark, "remark");
  }

  /** It holds from now on. */
  public void approve(String decision, String by, Instant at) {
    move(SummerStatus.SUBMITTED, SummerStatus.APPROVED);
    this.decision = Objects.requireNonNull(decision, "decision");
    this.approvedBy = Objects.requireNonNull(by, "by");
    this.approvedAt = Objects.requireNonNull(at, "at");
  }

  /** The semester is over and reported. */
  public void close(String by, Instant at) {
    move(SummerStatus.APPROVED, SummerStatus.CLOSED);
    this.closedBy = Objects.requireNonNull(by, "by");
    this.closedAt = Objects.requireNonNull(at, "at");
  }

  private void move(SummerStatus from, SummerStatus to) {
    if (status != from) {
      throw new IllegalStateException("summer plan " + id + " is " + status);
    }
    this.status = to;
  }

  public Set<Long> getAuthors() {
    return Collections.unmodifiableSet(authors);
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public Term getTerm() {
    return term;
  }

  public SummerStatus getStatus() {
    return status;
  }

  public LocalDate getApplicationsFrom() {
    return applicationsFrom;
  }

  public LocalDate getApplicationsTo() {
    return applicationsTo;
  }

  public String getRemark() {
    return remark;
  }

  public String getSubmittedBy() {
    return submittedBy;
  }

  public Instant getSubmittedAt() {
    return submittedAt;
  }

  public String getDecision() {
    return decision;
  }

  public String getApprovedBy() {
    return approvedBy;
  }

  public Instant getApprovedAt() {
    return approvedAt;
  }

  public Instant getClosedAt() {
    return closedAt;
  }

  public int getVersion() {
    return version;
  }
}
