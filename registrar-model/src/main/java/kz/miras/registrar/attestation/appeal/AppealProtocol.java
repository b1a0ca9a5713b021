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
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** The protocol of a hearing (domain 3.10); never changed once written. */
@Entity
@Table(name = "appeal_protocol")
public class AppealProtocol {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "appeal-protocol")
  @SequenceGenerator(
      name = "appeal-protocol",
      sequenceName = "attestation_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "appeal_id", nullable = false, updatable = false)
  private long appealId;

  @Column(name = "commission_id", nullable = false, updatable = false)
  private long commissionId;

  @Column(nullable = false, updatable = false)
  private int number;

  @Column(name = "held_at", nullable = false, updatable = false)
  private Instant heldAt;

  @Column(nullable = false, updatable = false)
  private String place;

  @Column(name = "presiding_id", nullable = false, updatable = false)
  private long presidingId;

  @Column(nullable = false, updatable = false)
  private int members;

  @Column(nullable = false, updatable = false)
  private int needed;

  @Column(name = "applicant_present", nullable = false, updatable = false)
  private boolean applicantPresent;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private AppealProposal.Kind proposal;

  @Column(nullable = false, updatable = false)
  private String arguments;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private AppealOutcome outcome;

  @Column(name = "old_rating", updatable = false)
  private Integer oldRating;

  @Column(name = "old_score", updatable = false)
  private Integer oldScore;

  @Column(name = "old_percent", updatable = false)
  private Integer oldPercent;

  @Column(name = "old_sign", nullable = false, updatable = false)
  private String oldSign;

  @Column(name = "new_rating", updatable = false)
  private Integer newRating;

  @Column(name = "new_score", updatable = false)
  private Integer newScore;

  @Column(name = "new_percent", updatable = false)
  private Integer newPercent;

  @Column(name = "new_sign", nullable = false, updatable = false)
  private String newSign;

  @Column(name = "written_by", nullable = false, updatable = false)
  private String writtenBy;

  @Column(name = "written_at", nullable = false, updatable = false)
  private Instant writtenAt;

  protected AppealProtocol() {}

  /**
   * A result in figures.
   *
   * @param percent null for a mark without one
   * @param sign letter or mark
   */
  public record Figures(Integer rating, Integer score, Integer percent, String sign)
      implements Serializable {}

  /**
   * The protocol of a hearing the rules allow.
   *
   * @param appeal at the hour and place it was heard
   * @param number in the commission
   * @param members how many of the commission vote
   * @param needed how many of them make it quorate
   */
  public AppealProtocol(
      Appeal appeal,
      int number,
      AppealHearing hearing,
      int members,
      int needed,
      Figures was,
      Figures now,
      String by,
      Instant at) {
    this.appealId = appeal.getId();
    this.commissionId = appeal.getCommissionId();
    this.number = number;
    this.heldAt = Objects.requireNonNull(appeal.getHearingAt(), "heldAt");
    this.place = appeal.getPlace();
    this.presidingId = hearing.presiding();
    this.members = members;
    this.needed = needed;
    this.applicantPresent = hearing.applicantPresent();
    this.proposal = hearing.proposal().kind();
    this.arguments = hearing.arguments();
    this.outcome = hearing.outcome(was.rating(), was.score());
    this.oldRating = was.rating();
    this.oldScore = was.score();
    this.oldPercent = was.percent();
    this.oldSign = was.sign();
    this.newRating = now.rating();
    this.newScore = now.score();
    this.newPercent = now.percent();
    this.newSign = now.sign();
    this.writtenBy = Objects.requireNonNull(by, "by");
    this.writtenAt = Objects.requireNonNull(at, "at");
  }

  /** The result it is about. */
  public Figures was() {
    return new Figures(oldRating, oldScore, oldPercent, oldSign);
  }

  /** The result it leads to. */
  public Figures now() {
    return new Figures(newRating, newScore, newPercent, newSign);
  }

  public Long getId() {
    return id;
  }

  public long getAppealId() {
    return appealId;
  }

  public long getCommissionId() {
    return commissionId;
  }

  /** Its number among all protocols: those of a commission are counted by themselves. */
  public String designation(AppealCommission commission) {
    return commission.getOrderNo() + "/" + number;
  }

  /** Its number in the commission, from 1 without gaps. */
  public int getNumber() {
    return number;
  }

  public Instant getHeldAt() {
    return heldAt;
  }

  public String getPlace() {
    return place;
  }

  public long getPresidingId() {
    return presidingId;
  }

  public int getMembers() {
    return members;
  }

  public int getNeeded() {
    return needed;
  }

  public boolean isApplicantPresent() {
    return applicantPresent;
  }

  public AppealProposal.Kind getProposal() {
    return proposal;
  }

  public String getArguments() {
    return arguments;
  }

  public AppealOutcome getOutcome() {
    return outcome;
  }

  public String getWrittenBy() {
    return writtenBy;
  }

  public Instant getWrittenAt() {
    return writtenAt;
  }
}
