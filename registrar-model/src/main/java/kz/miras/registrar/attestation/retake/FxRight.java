package kz.miras.registrar.attestation.retake;

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
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * FXR-1 to FXR-5. A student's right to retake one exam after FX: given by publication, asked for,
 * paid where the rules say so, given a slip (направление) for one sitting, used once.
 */
@Entity
@Table(name = "fx_right")
public class FxRight {

  private static final int DOCUMENT = 200;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fx_right")
  @SequenceGenerator(name = "fx_right", sequenceName = "attestation_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Column(name = "discipline_id", nullable = false, updatable = false)
  private long disciplineId;

  @Column(name = "term_id", nullable = false, updatable = false)
  private long termId;

  @Column(name = "sheet_id", nullable = false, updatable = false)
  private long sheetId;

  @Column(name = "opened_at", nullable = false, updatable = false)
  private Instant openedAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private FxRightStatus status;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "paid_on")
  private LocalDate paidOn;

  @Column(name = "paid_document")
  private String paidDocument;

  @Column(name = "paid_by")
  private String paidBy;

  @Column(name = "slip_no")
  private String slipNo;

  @Column(name = "slip_by")
  private String slipBy;

  @Column(name = "slip_at")
  private Instant slipAt;

  @Column(name = "slip_sheet_id")
  private Long slipSheetId;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Version private int version;

  protected FxRight() {}

  /** Given by a closed sheet to a student whose FX stands in it. */
  public FxRight(long student, long discipline, long term, long sheet, Instant at) {
    this.uuid = UUID.randomUUID();
    this.studentId = student;
    this.disciplineId = discipline;
    this.termId = term;
    this.sheetId = sheet;
    this.openedAt = Objects.requireNonNull(at, "at");
    this.status = FxRightStatus.OPEN;
  }

  /**
   * FXR-1. Whether the retake may be asked for now.
   *
   * @param window its last day; empty while the calendar names none
   */
  public Verdict judgeAsking(Optional<Deadline> window, Instant now, ZoneId zone) {
    if (status == FxRightStatus.ASKED || status == FxRightStatus.SLIP) {
      return refused("attestation.fx-right.asked", "FXR-1");
    }
    return judgeLive().and(judgeTime(window, now, zone));
  }

  /** Asks for it; the office does by its list. */
  public void ask(String by, Instant at) {
    this.status = FxRightStatus.ASKED;
    this.askedBy = by;
    this.askedAt = at;
  }

  /** FXR-2. Whether a payment made on a day may be marked. */
  public Verdict judgePayment(LocalDate on, String document, LocalDate today) {
    if (paidOn != null) {
      return refused("attestation.fx-right.paid", "FXR-2", paidDocument, paidOn);
    }
    Verdict verdict = judgeLive();
    if (on == null || on.isAfter(today)) {
      verdict = verdict.and(at("attestation.fx-right.paid-on", "paid_on"));
    }
    if (document == null || document.isBlank()) {
      verdict = verdict.and(at("attestation.fx-right.paid-document", "document"));
    }
    return verdict.and(Fitted.judge(DOCUMENT, document, "document"));
  }

  private static Verdict at(String code, String field) {
    return Verdict.refused(Refusal.of(code, "FXR-2").at(field));
  }

  /** Accounting has seen the payment. */
  public void pay(LocalDate on, String document, String by) {
    this.paidOn = on;
    this.paidDocument = document.strip();
    this.paidBy = by;
  }

  /** FXR-6. Nobody paid in time what was asked for: it is asked for anew. */
  public void lapse() {
    if (status == FxRightStatus.ASKED && paidOn == null) {
      reopen();
    }
  }

  /** FXR-2. Whether a payment is still missing. */
  public boolean isUnpaid(RuleSet rules) {
    return rules.flag(RuleParameter.FX_PAID) && paidOn == null;
  }

  /** FXR-2, FXR-3. Whether the slip may be issued now. */
  public Verdict judgeSlip(RuleSet rules, Optional<Deadline> window, Instant now, ZoneId zone) {
    if (status == FxRightStatus.SLIP) {
      return refused("attestation.fx-right.slip", "FXR-3", slipNo);
    }
    Verdict verdict = judgeLive().and(judgeTime(window, now, zone));
    return isUnpaid(rules) ? verdict.and(refused("attestation.fx-right.unpaid", "FXR-2")) : verdict;
  }

  /** Issues the slip. */
  public void issue(String number, String by, Instant at) {
    this.status = FxRightStatus.SLIP;
    this.slipNo = number;
    this.slipBy = by;
    this.slipAt = at;
  }

  /** FXR-3. Whether its slip still waits for a sitting. */
  public boolean awaitsSitting() {
    return status == FxRightStatus.SLIP && slipSheetId == null;
  }

  /** The one sitting of the slip. */
  public void seat(long sheet) {
    this.slipSheetId = sheet;
  }

  /** FXR-5. The sitting came to nothing, the student was withdrawn: the slip is for another one. */
  public void free() {
    this.slipSheetId = null;
  }

  /** FXR-1. Whether it may be given again: it has ended unused, and the window is not over. */
  public boolean mayReopen(Optional<Deadline> window, Instant now, ZoneId zone) {
    return (status == FxRightStatus.ENDED || status == FxRightStatus.EXPIRED)
        && judgeTime(window, now, zone).isAllowed();
  }

  /** Gives it again, to be asked for anew; a payment that was seen stays. */
  public void reopen() {
    this.status = FxRightStatus.OPEN;
    this.askedAt = null;
    this.askedBy = null;
    this.slipNo = null;
    this.slipBy = null;
    this.slipAt = null;
    this.slipSheetId = null;
    this.endedAt = null;
  }

  /** FXR-5. Whether it ends unused: the window is over and no sheet has the student. */
  public boolean isOver(Optional<Deadline> window, Instant now, ZoneId zone) {
    return status.isLive()
        && slipSheetId == null
        && window.filter(last -> !last.isKeptAt(now, zone)).isPresent();
  }

  /** Ends it. */
  public void end(FxRightStatus how, Instant at) {
    if (how.isLive()) {
      throw new IllegalArgumentException(how + " is no end");
    }
    this.status = how;
    this.endedAt = at;
  }

  private Verdict judgeLive() {
    return status.isLive()
        ? Verdict.allowed()
        : refused("attestation.fx-right.ended", "FXR-5", status);
  }

  private static Verdict judgeTime(Optional<Deadline> window, Instant now, ZoneId zone) {
    return window
        .filter(last -> !last.isKeptAt(now, zone))
        .map(last -> refused("attestation.fx-right.over", "FXR-1", last.lastDay()))
        .orElseGet(Verdict::allowed);
  }

  private static Verdict refused(String code, String rule, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args));
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public long getStudentId() {
    return studentId;
  }

  public long getDisciplineId() {
    return disciplineId;
  }

  public long getTermId() {
    return termId;
  }

  public long getSheetId() {
    return sheetId;
  }

  public FxRightStatus getStatus() {
    return status;
  }

  public LocalDate getPaidOn() {
    return paidOn;
  }

  public String getPaidDocument() {
    return paidDocument;
  }

  public String getSlipNo() {
    return slipNo;
  }

  public Instant getSlipAt() {
    return slipAt;
  }

  /** The sheet of the sitting; null until it is formed. */
  public Long getSlipSheetId() {
    return slipSheetId;
  }
}
