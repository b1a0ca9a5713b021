package kz.miras.registrar.attestation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * SHT-25. The decision that a student need not take the control of a sheet (освобождение). Nothing
 * of it changes but that it may be taken off once, with a reason, before the row is posted.
 */
@Entity
@Table(name = "exemption")
public class Exemption {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attestation-exemption")
  @SequenceGenerator(
      name = "attestation-exemption",
      sequenceName = "attestation_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "sheet_id", nullable = false, updatable = false)
  private long sheetId;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Embedded private KeptBasis basis;

  @Column(name = "decided_by", nullable = false, updatable = false)
  private String decidedBy;

  @Column(name = "decided_at", nullable = false, updatable = false)
  private Instant decidedAt;

  @Column(name = "lifted_by")
  private String liftedBy;

  @Column(name = "lifted_at")
  private Instant liftedAt;

  @Column(name = "lift_reason")
  private String liftReason;

  @Version private int version;

  protected Exemption() {}

  /**
   * A decision.
   *
   * @param sheet key of the sheet it was taken in
   * @param basis a whole document (SHT-25)
   */
  public Exemption(long sheet, long student, BasisDocument basis, String by, Instant at) {
    this.sheetId = sheet;
    this.studentId = student;
    this.basis = new KeptBasis(basis);
    this.decidedBy = by;
    this.decidedAt = at;
  }

  /** It is taken off. */
  public void lift(String why, String by, Instant at) {
    this.liftReason = why.strip();
    this.liftedBy = by;
    this.liftedAt = at;
  }

  /** The document it rests on, with its reason. */
  public BasisDocument basis() {
    return basis.document();
  }

  public Long getId() {
    return id;
  }

  public long getSheetId() {
    return sheetId;
  }

  public long getStudentId() {
    return studentId;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  /** Who took it off; null where it stands. */
  public String getLiftedBy() {
    return liftedBy;
  }

  public Instant getLiftedAt() {
    return liftedAt;
  }

  public String getLiftReason() {
    return liftReason;
  }

  public int getVersion() {
    return version;
  }
}
