package kz.miras.registrar.attestation;

/** Which columns a sheet has, and so what its author types. */
public enum EntryForm {
  /** Ratings of both periods, then the exam score; the total is weighted. */
  RATING_AND_EXAM(true, true),
  /** The rating stands from the earlier sheet; only a new exam score is typed. */
  EXAM_ONLY(false, true),
  /** One score of 0 to 100 on the letter scale. */
  SINGLE_SCORE(false, false),
  /** One score of 0 to 100; the result is P or NP. */
  PASS_FAIL(false, false),
  /** Ratings of one period, no final result (domain 3.2). */
  RATING_ONLY(true, false);

  private final boolean rating;
  private final boolean exam;

  EntryForm(boolean rating, boolean exam) {
    this.rating = rating;
    this.exam = exam;
  }

  /** Whether ratings are typed in this sheet. */
  public boolean entersRating() {
    return rating;
  }

  /** Whether an exam score is typed in this sheet. */
  public boolean entersExam() {
    return exam;
  }

  /** Whether one score makes the result. */
  public boolean isSingleScore() {
    return this == SINGLE_SCORE || this == PASS_FAIL;
  }

  public boolean isPassFail() {
    return this == PASS_FAIL;
  }

  /** Whether closing the sheet posts final results to the achievement ledger. */
  public boolean givesFinalResult() {
    return this != RATING_ONLY;
  }
}
