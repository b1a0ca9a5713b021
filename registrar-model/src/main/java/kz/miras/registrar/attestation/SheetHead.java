package kz.miras.registrar.attestation;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.curriculum.Level;

/** What a sheet is and what it is for, which stands from its forming, and its version. */
@MappedSuperclass
public abstract class SheetHead {

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(nullable = false, updatable = false)
  private String number;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private SheetKind kind;

  @Column(name = "term_id", nullable = false, updatable = false)
  private long termId;

  @Column(name = "discipline_id", nullable = false, updatable = false)
  private long disciplineId;

  @Column(name = "section_id", updatable = false)
  private Long sectionId;

  @Column(name = "continues_id", updatable = false)
  private Long continuesId;

  @Column(name = "fx_used", nullable = false, updatable = false)
  private short fxUsed;

  @Column(name = "rates_id", updatable = false)
  private Long ratesId;

  @Column(name = "period_no", updatable = false)
  private Short period;

  @Column(name = "rule_set_code", nullable = false, updatable = false)
  private String ruleSetCode;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Level level;

  @Column(name = "version_no", nullable = false)
  private int versionNo = 1;

  @Column(name = "supplement_no", nullable = false)
  private short supplement;

  protected SheetHead() {}

  /**
   * SHT-32. Stands beside a posted sheet of its group, for those who came after it.
   *
   * @param number of the supplementary sheet within the group, from 1
   */
  public final void supplement(int number) {
    this.supplement = (short) number;
  }

  protected SheetHead(
      String number,
      SheetKind kind,
      long termId,
      long disciplineId,
      Long sectionId,
      Long continuesId,
      String ruleSetCode) {
    this.uuid = UUID.randomUUID();
    this.number = Objects.requireNonNull(number, "number");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.termId = termId;
    this.disciplineId = disciplineId;
    this.sectionId = sectionId;
    this.continuesId = continuesId;
    this.ruleSetCode = Objects.requireNonNull(ruleSetCode, "ruleSetCode");
  }

  /** The same level; where it continues the other, with the FX retakes used there. */
  final void follow(SheetHead other) {
    this.level = other.level;
    this.fxUsed = kind.continuesAttempt() ? (short) other.fxRetakes() : 0;
  }

  /**
   * CTL-7. FX retakes the attempt has used, this sitting included: an individual sitting after an
   * FX sitting nobody came to is no further one.
   */
  public int fxRetakes() {
    return Math.max(kind.fxRetakes(), fxUsed);
  }

  /** Makes it the rating sheet of a period; before it is stored. */
  final void rates(Long sheet, int period) {
    this.ratesId = Objects.requireNonNull(sheet, "sheet");
    this.period = (short) period;
  }

  final int nextVersion() {
    return ++versionNo;
  }

  /** SHT-16. Number of the version that stands; 1 until posted rows of it are amended. */
  public int getVersionNo() {
    return versionNo;
  }

  public UUID getUuid() {
    return uuid;
  }

  public String getNumber() {
    return number;
  }

  public SheetKind getKind() {
    return kind;
  }

  public long getTermId() {
    return termId;
  }

  public long getDisciplineId() {
    return disciplineId;
  }

  public Long getSectionId() {
    return sectionId;
  }

  /** The sheet whose sitting it continues; null for a first sitting. */
  public Long getContinuesId() {
    return continuesId;
  }

  /** The sheet the ratings of a rating sheet go to; null for every other kind. */
  public Long getRatesId() {
    return ratesId;
  }

  /** Period of a rating sheet, 1 or 2; null for every other kind. */
  public Integer getPeriod() {
    return period == null ? null : Integer.valueOf(period);
  }

  public String getRuleSetCode() {
    return ruleSetCode;
  }

  /** SHT-10. Whether a period of the calendar is for its level; one of no level is for all. */
  public final boolean isConcernedBy(CalendarEvent event) {
    return event.getLevel() == null || level == null || event.getLevel().equals(level.name());
  }

  final void limitTo(Level level) {
    this.level = level;
  }

  /** Level of its students; null for a sheet of earlier years with students of several. */
  public Level getLevel() {
    return level;
  }
}
