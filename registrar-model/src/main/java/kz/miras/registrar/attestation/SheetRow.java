package kz.miras.registrar.attestation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Objects;
import kz.miras.registrar.curriculum.Mark;

/** One student's row of a sheet: what has been typed so far. The result is always derived. */
@Entity
@Table(name = "sheet_row")
public class SheetRow extends RowRemarks {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attestation-row")
  @SequenceGenerator(
      name = "attestation-row",
      sequenceName = "attestation_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "sheet_id")
  private Sheet sheet;

  @Column(name = "student_id", nullable = false, updatable = false)
  private long studentId;

  @Column(name = "enrolment_id")
  private Long enrolmentId;

  @Column(nullable = false)
  private short position;

  private BigDecimal p1;

  private BigDecimal p2;

  @Column(name = "carried_rating", updatable = false)
  private Short carriedRating;

  /** Period that is left out by a disposition where the rules say so; null for none. */
  @Column(name = "left_out_period")
  private Short leftOut;

  private Short score;

  @Enumerated(EnumType.STRING)
  private Mark mark;

  /** Number of the act by whose decision the result is annulled (CTL-16); null for none. */
  @Column(name = "annulled_by_act")
  private String annulledByAct;

  /** Key of the decision that exempts the student (SHT-25); null for none. */
  @Column(name = "exemption_id")
  private Long exemptionId;

  @Version private int version;

  protected SheetRow() {}

  /**
   * An empty row.
   *
   * @param carriedRating РД of the earlier sheet in an exam-only sheet; null otherwise
   */
  public SheetRow(
      Sheet sheet, long studentId, Long enrolmentId, int position, Integer carriedRating) {
    this.sheet = Objects.requireNonNull(sheet, "sheet");
    this.studentId = studentId;
    this.enrolmentId = enrolmentId;
    this.position = (short) position;
    this.carriedRating = carriedRating == null ? null : carriedRating.shortValue();
  }

  /** Types the ratings; null clears. */
  public void rate(BigDecimal first, BigDecimal second, String by) {
    // the value object refuses what is outside 0..100
    RowScores checked = new RowScores(first, second, null, null);
    this.p1 = checked.first();
    this.p2 = checked.second();
    typedBy(by);
  }

  /**
   * RAT-6. Writes the rating of a period as the journal of that period gives it.
   *
   * @param period 1 or 2
   */
  public void rateFrom(int period, BigDecimal rating, String by) {
    rate(period == 1 ? rating : p1, period == 1 ? p2 : rating, by);
  }

  /** What is written of a period itself; null for nothing, also where it is left out. */
  public BigDecimal rating(int period) {
    return period == 1 ? p1 : p2;
  }

  /** Whether writing this rating of a period would change it; who has left is not rated. */
  public boolean takes(int period, BigDecimal rating) {
    BigDecimal standing = rating(period);
    return !isClosed() && (standing == null || standing.compareTo(rating) != 0);
  }

  /**
   * RAT-7. Takes it to the sheet of another group with everything typed in it.
   *
   * @param enrolment what the student is enrolled by there
   */
  public void moveTo(Sheet other, Long enrolment, int line) {
    this.sheet = Objects.requireNonNull(other, "other");
    this.enrolmentId = enrolment;
    this.position = (short) line;
  }

  /** Whether somebody has typed in it, left a period out by a disposition, or exempted from it. */
  public boolean isTyped() {
    return getTypedBy() != null || leftOut != null || isExempt();
  }

  /** Types a score or a mark in its place; both null clears. */
  public void grade(Integer score, Mark mark, String by) {
    RowScores checked = new RowScores(null, null, score, mark);
    this.score = checked.score() == null ? null : checked.score().shortValue();
    this.mark = checked.mark();
    scoredBy(by);
  }

  /** EXM-10, EXC-1. A mark is decided; what was typed stays beneath it. */
  public void decide(Mark decided, String by) {
    if (mark != decided) {
      cover(score, mark);
      grade(null, decided, by);
    }
  }

  /**
   * EXM-10, EXC-1. A mark that was decided is taken back for what was typed; every other stands.
   *
   * @param decided NA of who was denied the exam, AE of who was excused
   */
  public void takeBack(Mark decided, String by) {
    if (mark == decided) {
      BeneathMark typed = uncover();
      grade(typed.score(), typed.mark(), typed.typedBy(by));
    }
  }

  /** Moves it to another line of its sheet. */
  public void place(int line) {
    this.position = (short) line;
  }

  /**
   * Closes the row as W: the student left the discipline after its window, or the university.
   *
   * @param reason what was written down; null for nothing
   */
  public void withdraw(String reason) {
    this.exemptionId = null;
    decide(Mark.W, "system");
    remark(reason);
  }

  /**
   * SHT-8. Who had withdrawn is enrolled again: what was typed stands as it was.
   *
   * @param enrolment by which the student is enrolled now
   */
  public void comeBack(Long enrolment) {
    takeBack(Mark.W, "system");
    remark(null);
    this.enrolmentId = enrolment;
  }

  /** Whether an order or the office has taken the student out (ATT-1). */
  public boolean isWithdrawn() {
    return mark == Mark.W;
  }

  /**
   * CTL-16. The result is annulled before it was posted: the score is 0 and nobody types over it.
   *
   * @param act number of the act
   * @param by who decided it
   */
  public void annul(String act, String by) {
    grade(0, null, by);
    this.annulledByAct = Objects.requireNonNull(act, "act");
  }

  /** CTL-16. Whether the result is annulled. */
  public boolean isAnnulled() {
    return annulledByAct != null;
  }

  /**
   * SHT-25. The student is exempt; what was typed stays beneath and comes back with {@link #lift}.
   *
   * @param decision key of the decision
   */
  public void exempt(long decision) {
    this.exemptionId = decision;
  }

  /** SHT-25. The exemption is taken off. */
  public void lift() {
    this.exemptionId = null;
  }

  /** SHT-25. Whether the student is exempt by a document. */
  public boolean isExempt() {
    return exemptionId != null;
  }

  /** Whether nothing more is asked of the student: gone, or exempt. */
  public boolean isClosed() {
    return isWithdrawn() || isExempt();
  }

  /** Whether neither score nor mark is there, not even beneath an exemption. */
  public boolean isBlank() {
    return score == null && mark == null;
  }

  /** Whether somebody has typed a score or a mark; W and EX are not typed. */
  public boolean isScored() {
    return !isClosed() && (score != null || mark != null);
  }

  /**
   * RAT-3. The rating of a period is that of the other one, by a disposition and where the rules
   * leave out what was missed for a reason; a rating that is there counts. One period is left out.
   *
   * @param period 1 or 2
   */
  public void leaveOut(int period) {
    if (leftOut == null || rating(leftOut) != null) {
      this.leftOut = (short) period;
    }
  }

  /**
   * What stands in the row: a carried rating in place of both periods, the other period's rating in
   * place of one that is left out, EX in place of what is typed where the student is exempt.
   */
  public RowScores scores() {
    return RowScores.standing(
        p1,
        p2,
        carriedRating,
        leftOut,
        isExempt()
            ? RowScores.single(Mark.EX)
            : new RowScores(
                null, null, score == null ? null : Integer.valueOf(score), mark, isAnnulled()));
  }

  public Long getId() {
    return id;
  }

  public Sheet getSheet() {
    return sheet;
  }

  public long getStudentId() {
    return studentId;
  }

  public Long getEnrolmentId() {
    return enrolmentId;
  }

  public int getPosition() {
    return position;
  }

  /** Key of the decision that exempts the student; null for none. */
  public Long getExemptionId() {
    return exemptionId;
  }

  public int getVersion() {
    return version;
  }
}
