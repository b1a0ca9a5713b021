package kz.miras.registrar.attestation.retake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One exam of an individual schedule. */
@Entity
@Table(name = "individual_sitting")
public class IndividualSitting {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "individual_sitting")
  @SequenceGenerator(
      name = "individual_sitting",
      sequenceName = "attestation_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "schedule_id", nullable = false, updatable = false)
  private long scheduleId;

  @Column(name = "sheet_id", nullable = false, updatable = false)
  private long sheetId;

  @Column(name = "individual_sheet_id")
  private Long individualSheetId;

  @Column(name = "left_out")
  private String leftOut;

  @Version private int version;

  protected IndividualSitting() {}

  public IndividualSitting(long schedule, long sheet) {
    this.scheduleId = schedule;
    this.sheetId = sheet;
  }

  /** The sheet of the early sitting. */
  public void sit(long sheet) {
    this.individualSheetId = sheet;
  }

  /** When all was decided, this exam was no longer to be put off: the student had sat it. */
  public void leaveOut(String code) {
    this.leftOut = code;
  }

  public long getSheetId() {
    return sheetId;
  }

  public Long getIndividualSheetId() {
    return individualSheetId;
  }

  /** Code of what kept it from being carried out; null for nothing. */
  public String getLeftOut() {
    return leftOut;
  }
}
