package kz.miras.registrar.curriculum;

import java.io.Serializable;
import java.util.Optional;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CRD-7, CRD-12. The volume of a programme fits its years, and its code says the level and
 * direction it has. Warnings: codes and shortened programmes of other years differ.
 */
public final class ProgrammeSound {

  private ProgrammeSound() {}

  /**
   * Judges a programme.
   *
   * @param code for example {@code 6B06101}
   * @param direction for example {@code 6B061}
   * @param yearCredits usual credits of a year
   */
  public static Verdict judge(
      String code, String direction, Level level, int credits, int years, int yearCredits) {
    Verdict verdict = Verdict.allowed();
    Optional<Level> coded = Level.ofProgrammeCode(code);
    if (coded.isEmpty() || coded.get() != level) {
      verdict = warning("curriculum.programme.code-level", "CRD-12", "code", level.codePrefix());
    }
    if (!Spelling.latin(code).startsWith(Spelling.latin(direction))) {
      verdict =
          verdict.and(
              warning(
                  "curriculum.programme.code-direction", "CRD-12", "direction_code", direction));
    }
    return credits > years * yearCredits || credits <= (years - 1) * yearCredits
        ? verdict.and(
            warning("curriculum.programme.volume", "CRD-7", "credits", years * yearCredits))
        : verdict;
  }

  private static Verdict warning(String code, String rule, String field, Serializable... args) {
    return Verdict.warning(Refusal.of(code, rule, args).at(field));
  }
}
