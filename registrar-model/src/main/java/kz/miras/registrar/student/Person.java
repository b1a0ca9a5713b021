package kz.miras.registrar.student;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
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

  @Column(name = "birth_date", nullable = false)
  private LocalDate birthDate;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Sex sex;

  @Column(nullable = false)
  private String citizenship;

  @Column(name = "identity_doc")
  private String identityDoc;

  private String email;

  private String phone;

  @Column(name = "previous_education")
  private String previousEducation;

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
    this.lastNameLatin = record.lastNameLatin();
    this.firstNameLatin = record.firstNameLatin();
    this.birthDate = record.birthDate();
    this.sex = record.sex();
    this.citizenship = record.citizenship();
    this.identityDoc = record.identityDoc();
    this.email = record.email();
    this.phone = record.phone();
    this.previousEducation = record.previousEducation();
  }

  /** Surname, name and patronymic as documents print them. */
  public String fullName() {
    return lastName + " " + firstName + (patronymic == null ? "" : " " + patronymic);
  }

  /** Surname and name as the passport spells them. */
  public String latinName() {
    return lastNameLatin + " " + firstNameLatin;
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

  public String getEmail() {
    return email;
  }

  public String getPhone() {
    return phone;
  }

  public String getPreviousEducation() {
    return previousEducation;
  }
}
