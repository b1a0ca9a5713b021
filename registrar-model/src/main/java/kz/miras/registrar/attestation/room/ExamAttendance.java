package kz.miras.registrar.attestation.room;

import java.util.Optional;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;

/** Whether a student came to an exam, and what became of it there. */
public enum ExamAttendance implements Keyed {
  PRESENT,
  /** Came after the beginning and was let in. */
  LATE,
  ABSENT,
  /** Came and would not answer. */
  REFUSED,
  /** Was sent out, by an act (EXR-3). */
  REMOVED;

  /** Whether the student was there, known by a document. */
  public boolean came() {
    return this != ABSENT;
  }

  /** Whether there is a work to be marked. */
  public boolean worked() {
    return this == PRESENT || this == LATE;
  }

  /**
   * EXR-9. Why what is typed of the result does not go with what was seen in the room.
   *
   * @param typed a score or a mark in its place
   */
  public Optional<Refusal> refusal(String typed) {
    boolean absent = Mark.parse(typed).filter(mark -> mark == Mark.AB).isPresent();
    String code =
        switch (this) {
          case PRESENT, LATE -> absent ? "attestation.cell.came" : null;
          case ABSENT -> absent ? null : "attestation.cell.absent";
          case REFUSED, REMOVED -> typed.equals("0") ? null : "attestation.cell.no-work";
        };
    return Optional.ofNullable(code).map(key -> Refusal.of(key, "EXR-9").at("score"));
  }

  /** EXR-9. Whether a result that stands goes with it; of nothing typed nothing is said. */
  public boolean fits(RowScores row) {
    if (row.annulled() || row.lacksScore() || row.mark() != null && row.mark() != Mark.AB) {
      return true;
    }
    return refusal(row.mark() == null ? String.valueOf(row.score()) : row.mark().name()).isEmpty();
  }

  @Override
  public String key() {
    return "attestation.room.state." + name();
  }
}
