package kz.miras.registrar.student;

import java.time.LocalDate;
import java.util.Objects;
import kz.miras.registrar.shared.Sex;

/**
 * What is known of a person apart from the study. The rules have judged it before it is stored.
 *
 * @param iin twelve digits; null for a foreigner without one
 * @param iinConfirmed somebody has confirmed that birth date and sex differ from the digits
 * @param patronymic null where there is none
 * @param latin surname and name as in the passport
 * @param kazakh the names as Kazakh spells them, where that differs
 * @param citizenship two letters of ISO 3166
 * @param document identity document; needed where there is no ИИН
 * @param previousEducation document the person was admitted with: kind, number, date (line 4 of the
 *     supplement to the diploma)
 * @param entranceExams kind, number of the document and date (line 5 of it)
 */
public record PersonalRecord(
    String iin,
    boolean iinConfirmed,
    String lastName,
    String firstName,
    String patronymic,
    Names latin,
    Names kazakh,
    LocalDate birthDate,
    Sex sex,
    String citizenship,
    Document document,
    String email,
    String phone,
    String previousEducation,
    String entranceExams) {

  /** A name in one spelling; any part may be null. */
  public record Names(String last, String first, String patronymic) {

    /** Not spelled so. */
    public static final Names NONE = new Names(null, null, null);
  }

  /**
   * An identity document.
   *
   * @param text kind, number and date
   * @param country that issued it, two letters of ISO 3166
   */
  public record Document(String text, String country) {

    /** Not known. */
    public static final Document NONE = new Document(null, null);
  }

  public PersonalRecord {
    Objects.requireNonNull(lastName, "lastName");
    Objects.requireNonNull(firstName, "firstName");
    Objects.requireNonNull(latin.last(), "latin.last");
    Objects.requireNonNull(latin.first(), "latin.first");
    Objects.requireNonNull(kazakh, "kazakh");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(birthDate, "birthDate");
    Objects.requireNonNull(sex, "sex");
    Objects.requireNonNull(citizenship, "citizenship");
  }
}
