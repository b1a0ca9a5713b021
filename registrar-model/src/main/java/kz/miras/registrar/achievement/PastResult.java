package kz.miras.registrar.achievement;

import java.time.LocalDate;
import java.util.Optional;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * IMP-4. A result taken over from an earlier system: read by the scale of its own date, never by
 * today's. The percentage and the number of the sheet may be lost; then a warning says so.
 *
 * @param sign letter or mark as written then
 * @param percent percentage; null where it is lost
 * @param date day of the result
 * @param document number and date of the sheet; null where they are lost
 */
public record PastResult(String sign, Integer percent, LocalDate date, String document) {

  /** What the rules say of it on a day. */
  public Verdict judge(LocalDate today) {
    if (date.isAfter(today)) {
      return refused("achievement.past.future", "result_on", date);
    }
    Optional<Letter> letter = scale().parse(sign);
    if (letter.isEmpty() && Mark.parse(sign).isEmpty()) {
      return refused("achievement.past.sign", "letter", sign, date);
    }
    Verdict verdict = Verdict.allowed();
    if (letter.isPresent() && percent != null && !scale().agrees(letter.get(), percent)) {
      verdict = refused("achievement.past.disagrees", "percent", percent, sign, date);
    }
    if (letter.isPresent() && percent == null) {
      verdict = verdict.and(warning("achievement.past.no-percent", "percent"));
    }
    if (document == null) {
      verdict = verdict.and(warning("achievement.past.no-sheet", "source_document"));
    }
    return verdict;
  }

  /**
   * The grade it stands for.
   *
   * @throws IllegalStateException for one that was refused
   */
  public Grade grade() {
    return scale()
        .parse(sign)
        .map(letter -> percent == null ? Grade.of(letter) : new Grade(percent, letter, null))
        .or(
            () ->
                Mark.parse(sign)
                    .map(mark -> mark.explainsF() ? Grade.failed(mark) : Grade.of(mark)))
        .orElseThrow(() -> new IllegalStateException(sign));
  }

  private GradeScale scale() {
    return GradeScale.on(date);
  }

  private static Verdict refused(String code, String field, java.io.Serializable... args) {
    return Verdict.refused(Refusal.of(code, "IMP-4", args).at(field));
  }

  private static Verdict warning(String code, String field) {
    return Verdict.warning(Refusal.of(code, "IMP-4").at(field));
  }
}
