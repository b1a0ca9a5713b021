package kz.miras.registrar.attestation.rating;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** RAT-8. One cell of a closed journal as an amendment changes it; never rewritten. */
@Entity
@Table(name = "rating_amended_cell")
public class RatingAmendedCell {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rating-amended-cell")
  @SequenceGenerator(
      name = "rating-amended-cell",
      sequenceName = "attestation_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "amendment_id", nullable = false, updatable = false)
  private long amendmentId;

  @Column(name = "sheet_row_id", nullable = false, updatable = false)
  private long rowId;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Column(name = "cell", nullable = false, updatable = false)
  private String column;

  @Column(name = "was", nullable = false, updatable = false)
  private String was;

  @Column(name = "becomes", nullable = false, updatable = false)
  private String becomes;

  protected RatingAmendedCell() {}

  /**
   * A cell.
   *
   * @param amendment key of the request
   * @param student key of whose row it is
   */
  public RatingAmendedCell(long amendment, long student, RatingCell cell) {
    this.amendmentId = amendment;
    this.studentId = student;
    this.rowId = cell.row();
    this.column = cell.column();
    this.was = cell.before();
    this.becomes = cell.text();
  }

  /** The cell as it would be typed over what stood there. */
  public RatingCell cell() {
    return new RatingCell(rowId, column, becomes, was);
  }

  public long getAmendmentId() {
    return amendmentId;
  }

  public long getStudentId() {
    return studentId;
  }
}
