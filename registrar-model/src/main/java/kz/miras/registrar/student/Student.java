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
import jakarta.persistence.NamedQuery;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.SearchText;

/** A student's record. Status, course and the like are moved by orders only. */
@Entity
@Table(name = "student")
// named, so that they are prepared once and not with each question
@NamedQuery(
    name = "Student.byNumber",
    query =
        "SELECT s FROM Student s JOIN FETCH s.programme LEFT JOIN FETCH s.adviser"
            + " WHERE s.studentNo = :name",
    hints = @QueryHint(name = "eclipselink.join-fetch", value = "s.programme.school"))
@NamedQuery(
    name = "Student.byPublicId",
    query =
        "SELECT s FROM Student s JOIN FETCH s.programme LEFT JOIN FETCH s.adviser"
            + " WHERE s.uuid = :name",
    hints = @QueryHint(name = "eclipselink.join-fetch", value = "s.programme.school"))
public class Student extends Person {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "student")
  @SequenceGenerator(name = "student", sequenceName = "student_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(name = "student_no", nullable = false, updatable = false)
  private String studentNo;

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

  @Column(name = "search_text", nullable = false)
  private String searchText;

  @Version private int version;

  protected Student() {}

  public Student(
      String studentNo, PersonalRecord person, Placement placement, StudentStatus status) {
    super(person);
    this.uuid = UUID.randomUUID();
    this.studentNo = Objects.requireNonNull(studentNo, "studentNo");
    this.admissionYear = placement.admissionYear();
    this.programme = placement.curriculum().getProgramme();
    this.curriculum = placement.curriculum();
    this.group = placement.group();
    this.courseYear = placement.courseYear();
    this.studyForm = placement.form();
    this.studyLanguage = placement.language().tag();
    this.funding = placement.funding();
    this.adviser = placement.adviser();
    this.status = Objects.requireNonNull(status, "status");
  }

  /** The standing; what orders move. */
  public Standing standing() {
    return new Standing(
        status, courseYear, curriculum, group, studyForm, getStudyLanguage(), funding, onMobility);
  }

  /** Moves the standing; only the application of an order calls it. */
  public void stand(Standing to) {
    if (to.getGroup() != null && to.getGroup() != group && to.getGroup().getAdviser() != null) {
      this.adviser = to.getGroup().getAdviser();
    }
    this.status = to.getStatus();
    this.courseYear = to.getCourseYear();
    this.curriculum = to.getCurriculum();
    this.programme = to.getCurriculum().getProgramme();
    this.group = to.getGroup();
    this.studyForm = to.getForm();
    this.studyLanguage = to.getLanguage().tag();
    this.funding = to.getFunding();
    this.onMobility = to.isOnMobility();
  }

  /** Places the student in a group, with an adviser. */
  public void place(StudentGroup group, Teacher adviser) {
    this.group = group;
    this.adviser = adviser;
  }

  /** The text by which the student is found: names in every script, number and ИИН, folded. */
  @PrePersist
  @PreUpdate
  void indexForSearch() {
    this.searchText =
        SearchText.fold(
            String.join(
                " ",
                fullName(),
                latinName(),
                kazakhName().equals(fullName()) ? "" : kazakhName(),
                studentNo,
                getIin() == null ? "" : getIin()));
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

  public String getSearchText() {
    return searchText;
  }

  public int getVersion() {
    return version;
  }
}
