package kz.miras.registrar.student;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Sex;

/**
 * The person behind a record of the register: names in both scripts, identity, addresses. Its
 * attributes are columns of the table of whoever extends it, so that the audit trail names each.
 */
@MappedSuperclass
public abstract class Person {

  private String iin;

  @Column(name = "iin_confirmed", nullable = false)
  private boolean iinConfirmed;

  @Column(name = "last_name", nullable = false)
  private String lastName;

  @Column(name = "first_name", nullable = false)
  private String firstName;

  private String patronymic;

  @Column(name = "last_name_latin", nullable = false)
  private String lastNameLatin;

  @Column(name = "first_name_latin", nullable = false)
  private String firstNameLatin;

  @Column(name = "last_name_kk")
  private String lastNameKazakh;

  @Column(name = "first_name_kk")
  private String firstNameKazakh;

  @Column(name = "patronymic_kk")
  private String patronymicKazakh;

  @Column(name = "birth_date", nullable = false)
  private LocalDate birthDate;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Sex sex;

  @Column(nullable = false)
  private String citizenship;

  @Column(name = "identity_doc")
  private String identityDoc;

  @Column(name = "identity_country")
  private String identityCountry;

  private String email;

  private String phone;

  @Column(name = "previous_education")
  private String previousEducation;

  @Column(name = "entrance_exams")
  private String entranceExams;

  protected Person() {}

  protected Person(PersonalRecord record) {
    take(record);
  }

  /** Replaces the personal record; the caller has judged it by the rules. */
  public void describe(PersonalRecord record) {
    take(record);
  }

  private void take(PersonalRecord record) {
    this.iin = record.iin();
    this.iinConfirmed = record.iinConfirmed();
    this.lastName = record.lastName();
    this.firstName = record.firstName();
    this.patronymic = record.patronymic();
    this.lastNameLatin = record.latin().last();
    this.firstNameLatin = record.latin().first();
    this.lastNameKazakh = record.kazakh().last();
    this.firstNameKazakh = record.kazakh().first();
    this.patronymicKazakh = record.kazakh().patronymic();
    this.birthDate = record.birthDate();
    this.sex = record.sex();
    this.citizenship = record.citizenship();
    this.identityDoc = record.document().text();
    this.identityCountry = record.document().country();
    this.email = record.email();
    this.phone = record.phone();
    this.previousEducation = record.previousEducation();
    this.entranceExams = record.entranceExams();
  }

  /** Surname, name and patronymic as documents print them. */
  public String fullName() {
    return lastName + " " + firstName + (patronymic == null ? "" : " " + patronymic);
  }

  /** Surname and name as the passport spells them. */
  public String latinName() {
    return lastNameLatin + " " + firstNameLatin;
  }

  /** The names as Kazakh spells them; as documents print them where it does not differ. */
  public String kazakhName() {
    if (lastNameKazakh == null && firstNameKazakh == null && patronymicKazakh == null) {
      return fullName();
    }
    String last = lastNameKazakh == null ? lastName : lastNameKazakh;
    String first = firstNameKazakh == null ? firstName : firstNameKazakh;
    String third = patronymicKazakh == null ? patronymic : patronymicKazakh;
    return last + " " + first + (third == null ? "" : " " + third);
  }

  /** The surname alone, as each language spells it. */
  public LocalizedText familyName() {
    return LocalizedText.of(
        lastNameKazakh == null ? lastName : lastNameKazakh, lastName, lastNameLatin);
  }

  public String getIin() {
    return iin;
  }

  public boolean isIinConfirmed() {
    return iinConfirmed;
  }

  public String getLastName() {
    return lastName;
  }

  public String getFirstName() {
    return firstName;
  }

  public String getPatronymic() {
    return patronymic;
  }

  public String getLastNameLatin() {
    return lastNameLatin;
  }

  public String getFirstNameLatin() {
    return firstNameLatin;
  }

  public String getLastNameKazakh() {
    return lastNameKazakh;
  }

  public String getFirstNameKazakh() {
    return firstNameKazakh;
  }

  public String getPatronymicKazakh() {
    return patronymicKazakh;
  }

  public LocalDate getBirthDate() {
    return birthDate;
  }

  public Sex getSex() {
    return sex;
  }

  public String getCitizenship() {
    return citizenship;
  }

  public String getIdentityDoc() {
    return identityDoc;
  }

  public String getIdentityCountry() {
    return identityCountry;
  }

  public String getEmail() {
    return email;
  }

  public String getPhone() {
    return phone;
  }

  public String getPreviousEducation() {
    return previousEducation;
  }

  public String getEntranceExams() {
    return entranceExams;
  }
}
