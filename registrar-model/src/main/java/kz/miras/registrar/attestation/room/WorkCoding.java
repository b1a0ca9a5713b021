package kz.miras.registrar.attestation.room;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * EXR-4 to EXR-6. The coded works of a sheet: who knows whose work is whose never marks one, and
 * who has marked one never gets to know it before all are decoded.
 *
 * @param knowing accounts that made the codes or have seen whose they are
 * @param marking accounts that have marked a work
 * @param works how many carry a code
 * @param marked how many of them have a mark
 * @param decoded whether names stand again
 */
public record WorkCoding(
    Set<String> knowing, Set<String> marking, int works, int marked, boolean decoded)
    implements Serializable {

  /** Fewer are known by who came. */
  private static final int FEWEST = 2;

  public WorkCoding {
    knowing = Set.copyOf(knowing);
    marking = Set.copyOf(marking);
  }

  /**
   * EXR-4. Whether works may be coded, every reason against it at once.
   *
   * @param form how the exam is held; null where nobody has said
   * @param filled whether the sheet is open for its scores
   * @param coded whether its works carry codes already
   * @param unrecorded admitted students whose attendance is not recorded
   * @param sat students with a work
   * @param scored whether a score was typed by name
   */
  public static Verdict codes(
      ExamForm form, boolean filled, boolean coded, int unrecorded, int sat, boolean scored) {
    if (coded) {
      return refused("attestation.coding.done", "EXR-4");
    }
    if (!filled) {
      return refused("attestation.coding.state", "EXR-4");
    }
    Verdict verdict = Verdict.allowed();
    if (form == ExamForm.ORAL || form == ExamForm.DEFENCE) {
      verdict = verdict.and(refused("attestation.coding.oral", "EXR-4"));
    }
    if (unrecorded > 0) {
      verdict = verdict.and(refused("attestation.coding.unrecorded", "EXR-4", unrecorded));
    } else if (sat < FEWEST) {
      verdict = verdict.and(refused("attestation.coding.few", "EXR-4", FEWEST));
    }
    return scored ? verdict.and(refused("attestation.coding.scored", "EXR-4")) : verdict;
  }

  /**
   * EXR-5, EXR-6. Why no score is typed by name.
   *
   * @param decoded whether the student's work is decoded; null where it carries no code
   */
  public static Optional<Refusal> byName(Boolean decoded) {
    if (decoded == null) {
      return Optional.empty();
    }
    return Optional.of(
        decoded
            ? Refusal.of("attestation.cell.decoded", "EXR-6").at("score")
            : Refusal.of("attestation.cell.coded", "EXR-5").at("score"));
  }

  /** EXR-4. Whether the codes may be taken away again: only while nothing was marked by them. */
  public Verdict lifts() {
    return decoded || marked > 0
        ? refused("attestation.coding.marked", "EXR-4")
        : Verdict.allowed();
  }

  /** EXR-5. Whether somebody may be shown whose work is whose. */
  public Verdict shows(String login) {
    return !decoded && marking.contains(login)
        ? refused("attestation.coding.marker", "EXR-5")
        : Verdict.allowed();
  }

  /** EXR-5. Whether somebody may mark works by their codes. */
  public Verdict marks(String login) {
    if (decoded) {
      return refused("attestation.coding.decoded", "EXR-6");
    }
    return knowing.contains(login)
        ? refused("attestation.coding.knows", "EXR-5")
        : Verdict.allowed();
  }

  /** EXR-6. Whether somebody may put names to the marks. */
  public Verdict decodes(String login) {
    if (decoded) {
      return refused("attestation.coding.decoded", "EXR-6");
    }
    Verdict verdict = Verdict.allowed();
    if (marked < works) {
      verdict = verdict.and(refused("attestation.coding.unmarked", "EXR-6", works - marked));
    }
    return marking.contains(login)
        ? verdict.and(refused("attestation.coding.marker", "EXR-6"))
        : verdict;
  }

  private static Verdict refused(String code, String rule, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args));
  }
}
