package kz.miras.registrar.student;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Sex;

/** A student's record. Status, course and the like are moved by orders only. */
@Entity
@Table(name = "student")
public class Student {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "student")
  @SequenceGenerator(name = "student", sequenceName = "student_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "student_no", nullable = false, updatable = false)
  private String studentNo;

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

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "programme_id")
  private Programme programme;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "curriculum_id")
  private Curriculum curriculum;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "group_id")
  private StudentGroup group;

  @Column(name = "course_year", nullable = false)
  private int courseYear;

  @Enumerated(EnumType.STRING)
  @Column(name = "study_form", nullable = false)
  private StudyForm studyForm;

  @Column(name = "study_language", nullable = false)
  private String studyLanguage;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Funding funding;

  @Column(name = "admission_year", nullable = false)
  private int admissionYear;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "adviser_id")
  private Teacher adviser;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private StudentStatus status;

  @Column(name = "on_mobility", nullable = false)
  private boolean onMobility;

  @Column(name = "previous_education")
  private String previousEducation;

  @Column(name = "search_text", nullable = false)
  private String searchText;

  @Version private int version;

  protected Student() {}

  public Student(
      String studentNo,
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
      Programme programme,
      Curriculum curriculum,
      StudentGroup group,
      int courseYear,
      StudyForm studyForm,
      Language studyLanguage,
      Funding funding,
      int admissionYear,
      Teacher adviser,
      StudentStatus status,
      String previousEducation) {
    this.uuid = UUID.randomUUID();
    this.studentNo = Objects.requireNonNull(studentNo, "studentNo");
    this.iin = iin;
    this.iinConfirmed = iinConfirmed;
    this.lastName = Objects.requireNonNull(lastName, "lastName");
    this.firstName = Objects.requireNonNull(firstName, "firstName");
    this.patronymic = patronymic;
    this.lastNameLatin = Objects.requireNonNull(lastNameLatin, "lastNameLatin");
    this.firstNameLatin = Objects.requireNonNull(firstNameLatin, "firstNameLatin");
    this.birthDate = Objects.requireNonNull(birthDate, "birthDate");
    this.sex = Objects.requireNonNull(sex, "sex");
    this.citizenship = Objects.requireNonNull(citizenship, "citizenship");
    this.identityDoc = identityDoc;
    this.email = email;
    this.phone = phone;
    this.programme = Objects.requireNonNull(programme, "programme");
    this.curriculum = Objects.requireNonNull(curriculum, "curriculum");
    this.group = group;
    this.courseYear = courseYear;
    this.studyForm = Objects.requireNonNull(studyForm, "studyForm");
    this.studyLanguage = studyLanguage.tag();
    this.funding = Objects.requireNonNull(funding, "funding");
    this.admissionYear = admissionYear;
    this.adviser = adviser;
    this.status = Objects.requireNonNull(status, "status");
    this.previousEducation = previousEducation;
  }

  /** Replaces what may be edited; the caller has judged it by the rules. */
  public void edit(
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
    this.iin = iin;
    this.iinConfirmed = iinConfirmed;
    this.lastName = Objects.requireNonNull(lastName, "lastName");
    this.firstName = Objects.requireNonNull(firstName, "firstName");
    this.patronymic = patronymic;
    this.lastNameLatin = Objects.requireNonNull(lastNameLatin, "lastNameLatin");
    this.firstNameLatin = Objects.requireNonNull(firstNameLatin, "firstNameLatin");
    this.birthDate = Objects.requireNonNull(birthDate, "birthDate");
    this.sex = Objects.requireNonNull(sex, "sex");
    this.citizenship = Objects.requireNonNull(citizenship, "citizenship");
    this.identityDoc = identityDoc;
    this.email = email;
    this.phone = phone;
    this.previousEducation = previousEducation;
  }

  /** Moves the status; only the application of an order calls it. */
  public void become(StudentStatus status) {
    this.status = Objects.requireNonNull(status, "status");
  }

  /** Places the student on a course, in a group, with an adviser. */
  public void place(int courseYear, StudentGroup group, Teacher adviser) {
    this.courseYear = courseYear;
    this.group = group;
    this.adviser = adviser;
  }

  /** Moves the student to another programme and its curriculum. */
  public void transfer(Programme programme, Curriculum curriculum) {
    this.programme = Objects.requireNonNull(programme, "programme");
    this.curriculum = Objects.requireNonNull(curriculum, "curriculum");
  }

  public void studyIn(StudyForm form, Language language, Funding funding) {
    this.studyForm = Objects.requireNonNull(form, "form");
    this.studyLanguage = language.tag();
    this.funding = Objects.requireNonNull(funding, "funding");
  }

  public void goOnMobility(boolean away) {
    this.onMobility = away;
  }

  /** Surname, name and patronymic as documents print them. */
  public String fullName() {
    return lastName + " " + firstName + (patronymic == null ? "" : " " + patronymic);
  }

  /** The text by which the student is found: names in both scripts, number and ИИН, lower case. */
  @PrePersist
  @PreUpdate
  void indexForSearch() {
    this.searchText =
        String.join(
                " ",
                lastName,
                firstName,
                patronymic == null ? "" : patronymic,
                lastNameLatin,
                firstNameLatin,
                studentNo,
                iin == null ? "" : iin)
            .toLowerCase(Locale.ROOT);
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public String getStudentNo() {
    return studentNo;
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

  public Programme getProgramme() {
    return programme;
  }

  public Curriculum getCurriculum() {
    return curriculum;
  }

  public StudentGroup getGroup() {
    return group;
  }

  public int getCourseYear() {
    return courseYear;
  }

  public StudyForm getStudyForm() {
    return studyForm;
  }

  public Language getStudyLanguage() {
    return Language.of(studyLanguage);
  }

  public Funding getFunding() {
    return funding;
  }

  public int getAdmissionYear() {
    return admissionYear;
  }

  public Teacher getAdviser() {
    return adviser;
  }

  public StudentStatus getStatus() {
    return status;
  }

  public boolean isOnMobility() {
    return onMobility;
  }

  public String getPreviousEducation() {
    return previousEducation;
  }

  public String getSearchText() {
    return searchText;
  }

  public int getVersion() {
    return version;
  }
}
