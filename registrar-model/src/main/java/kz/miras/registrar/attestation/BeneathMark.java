package kz.miras.registrar.attestation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import kz.miras.registrar.curriculum.Mark;

/** What was typed in a row before a mark was decided over it, and by whom. */
@Embeddable
class BeneathMark {

  static final BeneathMark NOTHING = new BeneathMark(null, null, null);

  @Column(name = "beneath_score")
  private Short score;

  @Enumerated(EnumType.STRING)
  @Column(name = "beneath_mark")
  private Mark mark;

  @Column(name = "beneath_by")
  private String typedBy;

  protected BeneathMark() {}

  BeneathMark(Short score, Mark mark, String typedBy) {
    this.score = score;
    this.mark = mark;
    this.typedBy = typedBy;
  }

  Integer score() {
    return score == null ? null : Integer.valueOf(score);
  }

  Mark mark() {
    return mark;
  }

  /** Who typed it, or somebody else where nothing was typed. */
  String typedBy(String other) {
    return score == null && mark == null ? other : typedBy;
  }
}
