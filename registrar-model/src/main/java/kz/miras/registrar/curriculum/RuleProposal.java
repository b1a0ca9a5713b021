package kz.miras.registrar.curriculum;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** New values of parameters for a level from a day on, until somebody else has decided. */
@Entity
@Table(name = "rule_proposal")
public class RuleProposal {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rule_proposal")
  @SequenceGenerator(name = "rule_proposal", sequenceName = "curriculum_seq", allocationSize = 50)
  private Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Level level;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private LocalDate validFrom;

  @Column(nullable = false, updatable = false)
  private String basis;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private ProposalStatus status;

  @Column(name = "proposed_by", nullable = false, updatable = false)
  private String proposedBy;

  @Column(name = "proposed_at", nullable = false, updatable = false)
  private Instant proposedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  private String decision;

  @Column(name = "rule_set_code")
  private String ruleSetCode;

  @ElementCollection
  @CollectionTable(name = "rule_proposal_value", joinColumns = @JoinColumn(name = "proposal_id"))
  @MapKeyColumn(name = "parameter")
  @MapKeyEnumerated(EnumType.STRING)
  @Column(name = "value")
  private Map<RuleParameter, String> values = new HashMap<>();

  @Version private int version;

  protected RuleProposal() {}

  /**
   * A new proposal.
   *
   * @param basis the document it rests on, for example minutes of the Academic council
   * @param values text by parameter; what is missing keeps its default
   */
  public RuleProposal(
      Level level,
      LocalDate validFrom,
      String basis,
      Map<RuleParameter, String> values,
      String proposedBy,
      Instant proposedAt) {
    this.level = Objects.requireNonNull(level, "level");
    this.validFrom = Objects.requireNonNull(validFrom, "validFrom");
    this.basis = Objects.requireNonNull(basis, "basis");
    this.values.putAll(values);
    this.status = ProposalStatus.PROPOSED;
    this.proposedBy = Objects.requireNonNull(proposedBy, "proposedBy");
    this.proposedAt = Objects.requireNonNull(proposedAt, "proposedAt");
  }

  /** It becomes the set of rules of this code. */
  public void approve(EnactedRules rules, String by, Instant at, String decision) {
    decide(ProposalStatus.APPROVED, by, at, decision);
    this.ruleSetCode = rules.getCode();
  }

  /** It stays without effect, by whoever decides. */
  public void reject(String by, Instant at, String reason) {
    decide(ProposalStatus.REJECTED, by, at, reason);
  }

  /** It is taken back by whoever proposed it. */
  public void withdraw(String by, Instant at) {
    decide(ProposalStatus.WITHDRAWN, by, at, null);
  }

  private void decide(ProposalStatus outcome, String by, Instant at, String why) {
    if (status != ProposalStatus.PROPOSED) {
      throw new IllegalStateException("proposal " + id + " is " + status);
    }
    this.status = outcome;
    this.decidedBy = Objects.requireNonNull(by, "by");
    this.decidedAt = Objects.requireNonNull(at, "at");
    this.decision = why;
  }

  public boolean isOpen() {
    return status == ProposalStatus.PROPOSED;
  }

  public Map<RuleParameter, String> getValues() {
    return Collections.unmodifiableMap(values);
  }

  public Long getId() {
    return id;
  }

  public Level getLevel() {
    return level;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public String getBasis() {
    return basis;
  }

  public ProposalStatus getStatus() {
    return status;
  }

  public String getProposedBy() {
    return proposedBy;
  }

  public Instant getProposedAt() {
    return proposedAt;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public String getDecision() {
    return decision;
  }

  public String getRuleSetCode() {
    return ruleSetCode;
  }

  public int getVersion() {
    return version;
  }
}
