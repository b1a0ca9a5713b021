package kz.miras.registrar.attestation;

/** What somebody may do with a sheet as it stands. */
public enum SheetAct {
  /** Type ratings. */
  RATE,
  /** Type scores. */
  SCORE,
  /** Open it for entry. */
  OPEN,
  /** Hand it to the office. */
  SUBMIT,
  /** Close it, and so post its results. */
  CLOSE,
  /** Name teacher, examiner, day and room. */
  APPOINT,
  /** Let entry go on beyond its lock. */
  EXTEND,
  /** Excuse a no-show. */
  EXCUSE,
  /** Deny somebody the exam, or admit again. */
  DENY,
  /** Exempt a student, or take an exemption off. */
  EXEMPT,
  /** Publish ratings or results to the students. */
  PUBLISH,
  /** See the room of its exam. */
  ROOM,
  /** Ask for a correction of a posted result. */
  CORRECT;

  /**
   * CTL-15. Whether the sheet is so far that this can be done; who may do it is another question.
   *
   * @param form which columns it has
   */
  public boolean isPossible(SheetStatus status, EntryForm form) {
    return switch (this) {
      case RATE -> status.allowsEntry() && form.entersRating();
      case SCORE -> status.allowsEntry() && form != EntryForm.RATING_ONLY;
      case OPEN -> status == SheetStatus.CREATED;
      // what was typed in time may be handed in late; nothing is typed by that
      case SUBMIT, EXTEND -> status.isFilled();
      case EXCUSE -> status != SheetStatus.CREATED && form != EntryForm.RATING_ONLY;
      case DENY -> status != SheetStatus.CREATED && !status.isPosted() && form.entersExam();
      case EXEMPT -> !status.isPosted() && form.givesFinalResult();
      case PUBLISH -> status != SheetStatus.CREATED && form.givesFinalResult();
      case ROOM -> form != EntryForm.RATING_ONLY;
      case CLOSE -> status == SheetStatus.SUBMITTED;
      case APPOINT -> !status.isPosted();
      case CORRECT -> status.isPosted() && form.givesFinalResult();
    };
  }
}
