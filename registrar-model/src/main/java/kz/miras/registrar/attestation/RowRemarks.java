package kz.miras.registrar.attestation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import kz.miras.registrar.curriculum.Mark;

/**
 * What is noted of a student of a sheet beside the figures that make the result, and who typed
 * those.
 */
@MappedSuperclass
public abstract class RowRemarks {

  @Column(name = "absences_total")
  private Short absencesTotal;

  @Column(name = "absences_valid")
  private Short absencesValid;

  private String note;

  @Column(name = "typed_by")
  private String typedBy;

  @Column(name = "scored_by")
  private String scoredBy;

  @Embedded private BeneathMark beneath;

  protected RowRemarks() {}

  /** Lessons missed, and those of them for a valid reason; null for not counted. */
  public void countAbsences(Integer total, Integer valid) {
    this.absencesTotal = total == null ? null : total.shortValue();
    this.absencesValid = valid == null ? null : valid.shortValue();
  }

  public void remark(String note) {
    this.note = note;
  }

  /** Says who has typed in a part of it, also in one that is kept elsewhere. */
  public void typedBy(String by) {
    this.typedBy = by;
  }

  /** Says who has typed score or mark. */
  final void scoredBy(String by) {
    this.typedBy = by;
    this.scoredBy = by;
  }

  /** Keeps what stands there while a mark is decided over it. */
  final void cover(Short score, Mark mark) {
    this.beneath = new BeneathMark(score, mark, scoredBy);
  }

  /** Gives back what was kept. */
  final BeneathMark uncover() {
    BeneathMark kept = beneath == null ? BeneathMark.NOTHING : beneath;
    this.beneath = null;
    return kept;
  }

  public String getTypedBy() {
    return typedBy;
  }

  /** Who typed score or mark; null for nobody. */
  public String getScoredBy() {
    return scoredBy;
  }

  public String getNote() {
    return note;
  }

  public Short getAbsencesTotal() {
    return absencesTotal;
  }

  public Short getAbsencesValid() {
    return absencesValid;
  }
}
