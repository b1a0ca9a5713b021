package kz.miras.registrar.attestation.rating;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.KeptBasis;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * RAT-8. Named rows of a closed journal change on a document: one person asks, another decides, and
 * the journal gets its next version. It is never opened again.
 */
@Entity
@Table(name = "rating_amendment")
public class RatingAmendment {

  /** What became of the request. */
  public enum Status implements Keyed {
    REQUESTED,
    APPROVED,
    REJECTED,
    /** Taken back by who asked, before it was decided. */
    WITHDRAWN;

    @Override
    public String key() {
      return "attestation.rating.amend.status." + name();
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rating-amendment")
  @SequenceGenerator(
      name = "rating-amendment",
      sequenceName = "attestation_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "sheet_id", nullable = false, updatable = false)
  private long sheetId;

  @Embedded private KeptBasis basis;

  @Column(name = "requested_by", nullable = false, updatable = false)
  private String requestedBy;

  @Column(name = "requested_at", nullable = false, updatable = false)
  private Instant requestedAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Status status;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  private String note;

  /** The version of the journal it made; null for none. */
  @Column(name = "version_no")
  private Integer versionNo;

  @Version private int version;

  protected RatingAmendment() {}

  /**
   * A request the rules allow.
   *
   * @param sheet key of the journal
   */
  public RatingAmendment(long sheet, BasisDocument basis, String by, Instant at) {
    this.uuid = UUID.randomUUID();
    this.sheetId = sheet;
    this.basis = new KeptBasis(basis);
    this.requestedBy = Objects.requireNonNull(by, "by");
    this.requestedAt = Objects.requireNonNull(at, "at");
    this.status = Status.REQUESTED;
  }

  /**
   * RAT-8. Whether it may be asked for.
   *
   * @param journal state of the journal; an open one is simply typed in
   * @param changes how many cells would become others
   */
  public static Verdict judge(
      BasisDocument basis, SheetStatus journal, int changes, LocalDate today) {
    Verdict verdict = basis.judge("RAT-8", today);
    if (!journal.isPosted()) {
      verdict = verdict.and(refused(Refusal.of("attestation.rating.amend.open", "RAT-8")));
    }
    if (changes == 0) {
      verdict =
          verdict.and(refused(Refusal.of("attestation.rating.amend.nothing", "RAT-8").at("text")));
    }
    return verdict;
  }

  /** RAT-8. Who asked does not decide, and a decision stands. */
  public Verdict judgeDecision(String by) {
    Verdict waits = judgeOpen();
    return waits.isAllowed() && by.equals(requestedBy)
        ? refused(Refusal.of("attestation.rating.amend.own", "RAT-8", basis().number()))
        : waits;
  }

  /** RAT-8. Who asked, and nobody else, takes it back, and a decision stands. */
  public Verdict judgeWithdrawal(String by) {
    Verdict waits = judgeOpen();
    return waits.isAllowed() && !by.equals(requestedBy)
        ? refused(Refusal.of("attestation.rating.amend.not-asked", "RAT-8", basis().number()))
        : waits;
  }

  private Verdict judgeOpen() {
    return switch (status) {
      case REQUESTED -> Verdict.allowed();
      case WITHDRAWN ->
          refused(Refusal.of("attestation.rating.amend.withdrawn", "RAT-8", basis().number()));
      case APPROVED, REJECTED ->
          refused(Refusal.of("attestation.rating.amend.decided", "RAT-8", basis().number()));
    };
  }

  /**
   * It is taken back, and nothing changes; the same may be asked for anew.
   *
   * @throws RegistrarException.Refused where it is decided, or somebody else asked for it
   */
  public void withdraw(String by, Instant at) {
    RegistrarException.refuse(judgeWithdrawal(by));
    this.status = Status.WITHDRAWN;
    this.withdrawnAt = Objects.requireNonNull(at, "at");
  }

  /**
   * It becomes a version of the journal.
   *
   * @param number of that version
   * @throws RegistrarException.Refused where the rules do not let this person decide
   */
  public void approve(int number, String remark, String by, Instant at) {
    decide(Status.APPROVED, remark, by, at);
    this.versionNo = number;
  }

  /**
   * Nothing changes.
   *
   * @throws RegistrarException.Refused where the rules do not let this person decide
   */
  public void reject(String remark, String by, Instant at) {
    decide(Status.REJECTED, remark, by, at);
  }

  private void decide(Status decision, String remark, String by, Instant at) {
    Verdict verdict = judgeDecision(by).and(Fitted.judge(BasisDocument.REASON, remark, "note"));
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    this.status = decision;
    this.note = remark == null || remark.isBlank() ? null : remark.strip();
    this.decidedBy = by;
    this.decidedAt = at;
  }

  private static Verdict refused(Refusal refusal) {
    return Verdict.refused(refusal);
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  /** The document it rests on. */
  public BasisDocument basis() {
    return basis.document();
  }

  public String getRequestedBy() {
    return requestedBy;
  }

  public Instant getRequestedAt() {
    return requestedAt;
  }

  public Status getStatus() {
    return status;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  /** When it was taken back; null where it was not. */
  public Instant getWithdrawnAt() {
    return withdrawnAt;
  }

  public String getNote() {
    return note;
  }

  /** The version of the journal it made; null for none. */
  public Integer getVersionNo() {
    return versionNo;
  }
}
