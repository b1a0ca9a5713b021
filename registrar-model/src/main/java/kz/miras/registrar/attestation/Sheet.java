package kz.miras.registrar.attestation;

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
import java.time.LocalTime;
import java.util.Collection;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * A mark sheet (ведомость). The office forms and opens it, the teacher types the ratings, the
 * examiner the scores and submits, the office closes and so posts (CTL-1, domain 3.1). A closed
 * sheet is never opened again.
 */
@Entity
@Table(name = "sheet")
public class Sheet extends SheetSitting {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attestation")
  @SequenceGenerator(name = "attestation", sequenceName = "attestation_seq", allocationSize = 50)
  private Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private SheetStatus status;

  @Column(name = "submitted_by")
  private String submittedBy;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "returned_by")
  private String returnedBy;

  @Column(name = "returned_remark")
  private String returnedRemark;

  @Column(name = "closed_by")
  private String closedBy;

  @Column(name = "closed_at")
  private Instant closedAt;

  private byte[] checksum;

  @Version private int version;

  protected Sheet() {}

  /** A sheet formed for a section, still without entry. */
  public Sheet(
      String number,
      SheetKind kind,
      long termId,
      long disciplineId,
      Long sectionId,
      String ruleSetCode) {
    super(number, kind, termId, disciplineId, sectionId, null, ruleSetCode);
    this.status = SheetStatus.CREATED;
  }

  private Sheet(
      Sheet other, String number, SheetKind kind, Long section, Long earlier, String rules) {
    super(number, kind, other.getTermId(), other.getDisciplineId(), section, earlier, rules);
    follow(other);
    this.status = SheetStatus.CREATED;
  }

  /** A sheet that continues the sitting of another: FX retake or individual sitting. */
  public static Sheet following(Sheet earlier, String number, SheetKind kind, String ruleSetCode) {
    return new Sheet(earlier, number, kind, earlier.getSectionId(), earlier.id, ruleSetCode);
  }

  /** A sheet by the rules of another for a group of its discipline; without entry. */
  public static Sheet like(Sheet other, String number, long section, SheetKind kind, Level level) {
    Sheet sheet = new Sheet(other, number, kind, section, null, other.getRuleSetCode());
    sheet.limitTo(level);
    return sheet;
  }

  /**
   * The rating sheet of a period of another sheet; its teacher fills it. It is open at once: the
   * calendar says from which day it is typed (RAT-2).
   */
  public static Sheet rating(Sheet main, String number, int period) {
    String rules = main.getRuleSetCode();
    Sheet sheet = new Sheet(main, number, SheetKind.RATING, main.getSectionId(), null, rules);
    sheet.rates(main.id, period);
    sheet.assign(main.getTeacherId(), null);
    sheet.open();
    return sheet;
  }

  /** Names who types what; may change until the sheet is closed. */
  public void assign(Long teacherId, Long examinerId) {
    requireNotPosted();
    name(teacherId, examinerId);
  }

  /** SHT-6. Whether these may be named; a replacement in an open sheet needs a basis. */
  public Verdict judgeAppointment(Long teacherId, Long examinerId, String basis) {
    boolean without = basis == null || basis.isBlank();
    return status != SheetStatus.CREATED && without && isNewTo(teacherId, examinerId)
        ? Verdict.refused(Refusal.of("attestation.appoint.basis", "SHT-6").at("basis"))
        : Verdict.allowed();
  }

  /**
   * SHT-6. Replaces teacher or examiner.
   *
   * @param basis the order it rests on; needed once the sheet is open
   * @param on the day it is done
   */
  public void appoint(Long teacherId, Long examinerId, String basis, LocalDate on) {
    Verdict verdict = judgeAppointment(teacherId, examinerId, basis);
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    boolean named = isNewTo(teacherId, examinerId);
    assign(teacherId, examinerId);
    rest(basis, named, on);
  }

  /**
   * SHT-15. Whether its exam may move, and its lock with it, without a decision.
   *
   * @param scored whether somebody has typed a score or a mark
   */
  public Verdict judgeDay(
      LocalDate date, LocalTime time, SittingClock clock, boolean scored, Instant now) {
    boolean stands = status == SheetStatus.OVERDUE || clock.stands(scored || date == null, now);
    return stands && !mayBeOn(date, time) ? Verdict.refused(dayStands()) : Verdict.allowed();
  }

  /** SHT-15. Whether a day and time need no judgement: they stand, or nothing was typed yet. */
  public boolean mayBeOn(LocalDate date, LocalTime time) {
    return status == SheetStatus.CREATED || isSatOn(date, time);
  }

  /**
   * Says when and where the exam is; any part may be unknown.
   *
   * @throws RegistrarException.Refused where the sheet is overdue and the day another (SHT-15)
   */
  public void schedule(LocalDate date, LocalTime time, String room) {
    requireNotPosted();
    if (status == SheetStatus.OVERDUE && !isSatOn(date, time)) {
      throw new RegistrarException.Refused(dayStands());
    }
    sit(date, time, room);
  }

  /** Says how the exam is held, how long, and by which protocol (SHT-12); any may be unknown. */
  public void holdAs(ExamForm form, Integer minutes, String protocolNo, LocalDate protocolDate) {
    requireNotPosted();
    hold(form, minutes);
    protocol(protocolNo, protocolDate);
  }

  public void open() {
    move(SheetStatus.OPEN);
  }

  /**
   * SHT-14. Entry is locked and nobody has submitted it: it waits for a decision, and nothing of it
   * is posted by itself.
   *
   * @throws RegistrarException.Refused where entry has not ended
   */
  public void fallOverdue(SittingClock clock, Instant now) {
    if (!clock.isLocked(now)) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.sheet.not-late", "SHT-14", getNumber()));
    }
    move(SheetStatus.OVERDUE);
  }

  /** SHT-15. A decision lets entry go on. */
  public void goOn() {
    if (status == SheetStatus.OVERDUE) {
      move(SheetStatus.OPEN);
    }
  }

  /** The entry is complete and handed to the office. */
  public void submit(String by, Instant at) {
    move(SheetStatus.SUBMITTED);
    this.submittedBy = by;
    this.submittedAt = at;
  }

  /**
   * SHT-5. The office gives it back for another look; nothing typed is lost.
   *
   * @param remark what to look at; whoever fills the sheet reads it there
   */
  public void giveBack(String by, String remark) {
    if (remark == null || remark.isBlank()) {
      refuse(Refusal.of("attestation.sheet.remark-needed", "SHT-5").at("remark"));
    }
    move(SheetStatus.OPEN);
    this.submittedBy = null;
    this.submittedAt = null;
    this.returnedBy = by;
    this.returnedRemark = remark.strip();
  }

  /** SHT-16. Posted results of it are others now; gives the number of the version that says so. */
  public int amend() {
    move(SheetStatus.AMENDED);
    return nextVersion();
  }

  /**
   * Closes it; its results are posted in the same transaction.
   *
   * @param typedBy everybody who ever typed in it, what was typed over included
   * @throws RegistrarException.Refused where the closer typed in it or submitted it (SOD-1)
   */
  public void close(String by, Collection<String> typedBy, Instant at, byte[] checksum) {
    SheetComplete.byAnother(by, submittedBy, typedBy).refusals().forEach(Sheet::refuse);
    move(SheetStatus.CLOSED);
    this.closedBy = by;
    this.closedAt = at;
    this.checksum = checksum.clone();
  }

  private static void refuse(Refusal refusal) {
    throw new RegistrarException.Refused(refusal);
  }

  private void move(SheetStatus next) {
    if (!status.canBecome(next)) {
      refuse(Refusal.of("attestation.sheet.wrong-state", "CTL-15", getNumber(), status));
    }
    this.status = next;
  }

  private void requireNotPosted() {
    if (status.isPosted()) {
      refuse(Refusal.of("attestation.sheet.closed", "CTL-15", getNumber()));
    }
  }

  public Long getId() {
    return id;
  }

  public SheetStatus getStatus() {
    return status;
  }

  public String getSubmittedBy() {
    return submittedBy;
  }

  public Instant getSubmittedAt() {
    return submittedAt;
  }

  /** Who gave it back last; null for nobody. */
  public String getReturnedBy() {
    return returnedBy;
  }

  public String getReturnedRemark() {
    return returnedRemark;
  }

  public String getClosedBy() {
    return closedBy;
  }

  public Instant getClosedAt() {
    return closedAt;
  }

  public byte[] getChecksum() {
    return checksum == null ? null : checksum.clone();
  }

  public int getVersion() {
    return version;
  }
}
