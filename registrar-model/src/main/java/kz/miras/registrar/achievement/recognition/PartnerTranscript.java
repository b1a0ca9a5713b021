package kz.miras.registrar.achievement.recognition;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REC-9. What another university says of somebody's results in a file for programs. It saves
 * typing; what is recognised rests on the document itself, as ever.
 *
 * @param organisation that issued it
 * @param number of the document; null where the file has none
 * @param holder as the file writes the name
 * @param birthDate null where the file has none
 * @param courses passed ones
 */
public record PartnerTranscript(
    LocalizedText organisation,
    String number,
    LocalDate issued,
    String holder,
    LocalDate birthDate,
    List<Course> courses)
    implements Serializable {

  /** A result without a grade, as our scale writes it. */
  private static final String PASSED = "P";

  public PartnerTranscript {
    courses = List.copyOf(courses);
  }

  /**
   * A course passed there.
   *
   * @param code null where the file has none
   * @param sign the grade as it is written there; null for none
   * @param percent null for none
   */
  public record Course(String code, LocalizedText name, int credits, String sign, Integer percent)
      implements Serializable {

    /**
     * The grade where our scale has one that is written so; null otherwise: somebody converts it.
     */
    public String letter() {
      boolean known =
          PASSED.equals(sign)
              || Arrays.stream(Letter.values()).anyMatch(letter -> letter.sign().equals(sign));
      return known ? sign : null;
    }
  }

  /**
   * REC-9. Whether it is taken for a student: it says nothing of somebody born on another day.
   *
   * @param born the student's date of birth; null where not known
   */
  public Verdict isOf(LocalDate born) {
    return birthDate == null || born == null || birthDate.equals(born)
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("achievement.recognition.elmo-other", "REC-9", holder).at("elmo"));
  }
}
