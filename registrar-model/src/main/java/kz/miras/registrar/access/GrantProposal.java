package kz.miras.registrar.access;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * A grant on its way: for staff of the office it is prepared, approved by somebody else and only
 * then executed (regulation 6).
 */
@Entity
@Table(name = "grant_proposal")
public class GrantProposal {

  /** How far it has come. */
  public enum Status {
    PREPARED,
    APPROVED,
    REJECTED,
    EXECUTED;

    /** Message key of the name. */
    public String key() {
      return "access.proposal." + name();
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "grant_proposal")
  @SequenceGenerator(name = "grant_proposal", sequenceName = "account_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id", updatable = false)
  private Account account;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Role role;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private LocalDate validFrom;

  @Column(name = "valid_to", updatable = false)
  private LocalDate validTo;

  @Column(nullable = false, updatable = false)
  private String basis;

  @Column(name = "delegated_from", updatable = false)
  private Long delegatedFrom;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Status status = Status.PREPARED;

  @Column(name = "prepared_by", nullable = false, updatable = false)
  private long preparedBy;

  @Column(name = "prepared_at", nullable = false, updatable = false)
  private Instant preparedAt;

  @Column(name = "decided_by")
  private Long decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  private String decision;

  @Column(name = "executed_by")
  private Long executedBy;

  @Column(name = "executed_at")
  private Instant executedAt;

  @Version private int version;

  protected GrantProposal() {}

  public GrantProposal(Account account, Grant grant, long preparedBy, Instant at) {
    this.account = Objects.requireNonNull(account, "account");
    this.role = grant.role();
    this.validFrom = grant.from();
    this.validTo = grant.to();
    this.basis = grant.basis();
    this.delegatedFrom = grant.delegatedFrom();
    this.preparedBy = preparedBy;
    this.preparedAt = at;
  }

  /** The director agrees; the rules have been asked before. */
  public void approve(long by, Instant at, String decision) {
    decide(Status.APPROVED, by, at, decision);
  }

  public void reject(long by, Instant at, String reason) {
    decide(Status.REJECTED, by, at, reason);
  }

  private void decide(Status next, long by, Instant at, String text) {
    require(Status.PREPARED);
    this.status = next;
    this.decidedBy = by;
    this.decidedAt = at;
    this.decision = text;
  }

  /** The administrator enters what was approved. */
  public RoleGrant execute(long by, Instant at) {
    require(Status.APPROVED);
    this.status = Status.EXECUTED;
    this.executedBy = by;
    this.executedAt = at;
    return new RoleGrant(account, role, null, validFrom, validTo, basis, delegatedFrom);
  }

  private void require(Status expected) {
    if (status != expected) {
      throw new IllegalStateException("proposal " + id + " is " + status);
    }
  }

  /** What would be granted. */
  public Grant toGrant() {
    return new Grant(role, Set.of(), validFrom, validTo, basis, delegatedFrom);
  }

  public Long getId() {
    return id;
  }

  public Account getAccount() {
    return account;
  }

  public Status getStatus() {
    return status;
  }

  public long getPreparedBy() {
    return preparedBy;
  }
}
