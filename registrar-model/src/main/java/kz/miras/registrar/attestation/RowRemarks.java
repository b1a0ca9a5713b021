package kz.miras.registrar.attestation;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** What is noted of a student of a sheet beside the figures that make the result. */
@MappedSuperclass
public abstract class RowRemarks {

  @Column(name = "absences_total")
  private Short absencesTotal;

  @Column(name = "absences_valid")
  private Short absencesValid;

  private String note;

  protected RowRemarks() {}

  /** Lessons missed, and those of them for a valid reason; null for not counted. */
  public void countAbsences(Integer total, Integer valid) {
    this.absencesTotal = total == null ? null : total.shortValue();
    this.absencesValid = valid == null ? null : valid.shortValue();
  }

  public void remark(String note) {
    this.note = note;
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
