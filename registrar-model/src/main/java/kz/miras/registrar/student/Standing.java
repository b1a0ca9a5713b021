package kz.miras.registrar.student;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.shared.Language;

/**
 * How and where somebody stands: everything that orders move, and nothing else moves. Immutable.
 */
@Embeddable
public class Standing {

  @Enumerated(EnumType.STRING)
  private StudentStatus status;

  @Column(name = "course_year")
  private Integer courseYear;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "curriculum_id")
  private Curriculum curriculum;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "group_id")
  private StudentGroup group;

  @Enumerated(EnumType.STRING)
  @Column(name = "study_form")
  private StudyForm form;

  @Column(name = "study_language")
  private String language;

  @Enumerated(EnumType.STRING)
  private Funding funding;

  @Column(name = "on_mobility")
  private Boolean onMobility;

  protected Standing() {}

  /**
   * A standing.
   *
   * @param group null where there is none
   */
  public Standing(
      StudentStatus status,
      int courseYear,
      Curriculum curriculum,
      StudentGroup group,
      StudyForm form,
      Language language,
      Funding funding,
      boolean onMobility) {
    this.status = Objects.requireNonNull(status, "status");
    this.courseYear = courseYear;
    this.curriculum = Objects.requireNonNull(curriculum, "curriculum");
    this.group = group;
    this.form = Objects.requireNonNull(form, "form");
    this.language = language.tag();
    this.funding = Objects.requireNonNull(funding, "funding");
    this.onMobility = onMobility;
  }

  /** Only status and course are known, as of orders of the time before this system. */
  public static Standing past(StudentStatus status, Integer courseYear) {
    Standing standing = new Standing();
    standing.status = status;
    standing.courseYear = courseYear;
    return standing;
  }

  /** Whether all of it is known, so that it can be gone back to. */
  public boolean isComplete() {
    return status != null && curriculum != null && form != null;
  }

  public StudentStatus getStatus() {
    return status;
  }

  public Integer getCourseYear() {
    return courseYear;
  }

  public Curriculum getCurriculum() {
    return curriculum;
  }

  public StudentGroup getGroup() {
    return group;
  }

  public StudyForm getForm() {
    return form;
  }

  public Language getLanguage() {
    return language == null ? null : Language.of(language);
  }

  public Funding getFunding() {
    return funding;
  }

  public boolean isOnMobility() {
    return Boolean.TRUE.equals(onMobility);
  }
}
