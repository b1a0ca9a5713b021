package kz.miras.registrar.curriculum;

import java.util.Optional;
import kz.miras.registrar.shared.Keyed;

/** Level of higher and postgraduate education; parameters and scales of conduct differ by it. */
public enum Level implements Keyed {
  BACHELOR(6, "B"),
  MASTER(7, "M"),
  PHD(8, "D");

  private final int nqfLevel;
  private final String letter;

  Level(int nqfLevel, String letter) {
    this.nqfLevel = nqfLevel;
    this.letter = letter;
  }

  /** Level of the national qualifications framework, printed on the diploma (DIP-7). */
  public int nqfLevel() {
    return nqfLevel;
  }

  /** First two signs of programme codes of this level, for example {@code 6B}. */
  public String codePrefix() {
    return nqfLevel + letter;
  }

  /** Whether it is "higher education" in the words of O595 п.50: honours exist only there. */
  public boolean isHigherEducation() {
    return this == BACHELOR;
  }

  /**
   * The level of a programme code.
   *
   * @param programmeCode for example {@code 6B06101}
   * @return empty where the code begins with none of the known prefixes
   */
  public static Optional<Level> ofProgrammeCode(String programmeCode) {
    String folded = Spelling.latin(programmeCode);
    for (Level level : values()) {
      if (folded.startsWith(level.codePrefix())) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  @Override
  public String key() {
    return "curriculum.level." + name();
  }
}
