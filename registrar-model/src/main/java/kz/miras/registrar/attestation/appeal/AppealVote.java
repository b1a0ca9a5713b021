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

/** How a member of the commission voted; who was absent has none. */
@Entity
@Table(name = "appeal_vote")
public class AppealVote {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "appeal-vote")
  @SequenceGenerator(name = "appeal-vote", sequenceName = "attestation_seq", allocationSize = 50)
  private Long id;

  @Column(name = "protocol_id", nullable = false, updatable = false)
  private long protocolId;

  @Column(name = "member_id", nullable = false, updatable = false)
  private long memberId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private AppealHearing.Vote vote;

  protected AppealVote() {}

  /** A vote the rules allow. */
  public AppealVote(long protocol, long member, AppealHearing.Vote vote) {
    this.protocolId = protocol;
    this.memberId = member;
    this.vote = vote;
  }

  public Long getId() {
    return id;
  }

  public long getProtocolId() {
    return protocolId;
  }

  public long getMemberId() {
    return memberId;
  }

  public AppealHearing.Vote getVote() {
    return vote;
  }
}
