package kz.miras.registrar.attestation.rating;

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
import java.math.BigDecimal;
import java.util.Objects;
import kz.miras.registrar.curriculum.Mark;

/** Points of a student's current control (ТК) in one week, and who typed them. */
@Entity
@Table(name = "rating_week")
public class RatingWeek {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rating-week")
  @SequenceGenerator(name = "rating-week", sequenceName = "attestation_seq", allocationSize = 50)
  private Long id;

  @Column(name = "sheet_row_id", nullable = false, updatable = false)
  private long rowId;

  @Column(nullable = false, updatable = false)
  private short week;

  private BigDecimal points;

  @Enumerated(EnumType.STRING)
  private Mark mark;

  @Column(name = "typed_by", nullable = false)
  private String typedBy;

  @Version private int version;

  protected RatingWeek() {}

  /**
   * Points of a week.
   *
   * @param row key of the row of the rating sheet
   * @param week of the term, from 1
   * @param points 0 to 100; null where they were taken back, or it was missed
   * @param mark AB or AE; null where it was not missed
   */
  public RatingWeek(long row, int week, BigDecimal points, Mark mark, String by) {
    this.rowId = row;
    this.week = (short) week;
    type(points, mark, by);
  }

  /** Types other points, or that it was missed; null takes them back. */
  final void type(BigDecimal points, Mark mark, String by) {
    this.points = points;
    this.mark = mark;
    this.typedBy = Objects.requireNonNull(by, "by");
  }

  public Long getId() {
    return id;
  }

  public long getRowId() {
    return rowId;
  }

  public int getWeek() {
    return week;
  }

  /** 0 to 100; null where they were taken back, or it was missed. */
  public BigDecimal getPoints() {
    return points;
  }

  /** RAT-10. AB where it was missed without a reason, AE where for one; null where it was not. */
  public Mark getMark() {
    return mark;
  }

  /** As it would be typed; empty for nothing. */
  String text() {
    if (mark != null) {
      return mark.name();
    }
    return points == null ? "" : points.stripTrailingZeros().toPlainString();
  }

  public String getTypedBy() {
    return typedBy;
  }
}
