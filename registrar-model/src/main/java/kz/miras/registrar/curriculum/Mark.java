package kz.miras.registrar.curriculum;

import java.util.Optional;

/** SCL-3. Results that are not letters of the scale (domain 2.3). */
public enum Mark {
  /** Зачтено: credits, no digital equivalent. */
  P,
  /** Не зачтено. */
  NP,
  /** Incomplete: no grade yet, with a deadline. */
  I,
  /** Withdrawn after the change window, by leave or by expulsion; never an F. */
  W,
  /** Not admitted to the exam; the grade is F. */
  NA,
  /** Absent without a valid reason; the grade is F, or NP of a pass/fail control. */
  AB,
  /** Absent for a valid reason; becomes I. */
  AE,
  /** Recognised without a digital equivalent: credits, not in GPA. */
  TR,
  /**
   * Exempt (освобождён) by a document: what was asked is met without a control, outside GPA;
   * credits only where the rules say so.
   */
  EX;

  /** P and TR earn credits without entering GPA, whatever the rules say. */
  public boolean earnsCredits() {
    return this == P || this == TR;
  }

  /** Whether what the discipline asked is met: P, TR and exemption. */
  public boolean meets() {
    return earnsCredits() || this == EX;
  }

  /**
   * Whether it is decided on a document and closes a row of a sheet: nothing more is asked of the
   * student there, and nobody types over it.
   */
  public boolean closesRow() {
    return this == W || this == EX;
  }

  /** Whether an examiner or the office may write it in place of an exam score. */
  public boolean isExamMark() {
    return this == NA || this == AB || this == AE;
  }

  /** Whether it stands beside the letter F and explains it. */
  public boolean explainsF() {
    return this == NA || this == AB;
  }

  /** Whether the result is still to come. */
  public boolean isPending() {
    return this == I || this == AE;
  }

  /** Reads a mark in Latin or Cyrillic look-alike letters. */
  public static Optional<Mark> parse(String typed) {
    String folded = Spelling.latin(typed);
    for (Mark mark : values()) {
      if (mark.name().equals(folded)) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }

  /** Message key of the meaning. */
  public String key() {
    return "curriculum.mark." + name();
  }
}
