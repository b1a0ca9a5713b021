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
 * @param lastNameLatin as in the passport
 * @param citizenship two letters of ISO 3166
 * @param identityDoc kind, number and date of the document; needed where there is no ИИН
 * @param previousEducation document the person was admitted with
 */
public record PersonalRecord(
    String iin,
    boolean iinConfirmed,
    String lastName,
    String firstName,
    String patronymic,
    String lastNameLatin,
    String firstNameLatin,
    LocalDate birthDate,
    Sex sex,
    String citizenship,
    String identityDoc,
    String email,
    String phone,
    String previousEducation) {

  public PersonalRecord {
    Objects.requireNonNull(lastName, "lastName");
    Objects.requireNonNull(firstName, "firstName");
    Objects.requireNonNull(lastNameLatin, "lastNameLatin");
    Objects.requireNonNull(firstNameLatin, "firstNameLatin");
    Objects.requireNonNull(birthDate, "birthDate");
    Objects.requireNonNull(sex, "sex");
    Objects.requireNonNull(citizenship, "citizenship");
  }
}
