package kz.miras.registrar.student;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.shared.Language;

/** An academic group of students who follow one curriculum in one language. */
@Entity
@Table(name = "student_group")
public class StudentGroup {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "student_group")
  @SequenceGenerator(name = "student_group", sequenceName = "student_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false)
  private String code;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "curriculum_id", updatable = false)
  private Curriculum curriculum;

  @Column(nullable = false)
  private String language;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "adviser_id")
  private Teacher adviser;

  @Version private int version;

  protected StudentGroup() {}

  public StudentGroup(String code, Curriculum curriculum, Language language, Teacher adviser) {
    this.code = Objects.requireNonNull(code, "code");
    this.curriculum = Objects.requireNonNull(curriculum, "curriculum");
    this.language = language.tag();
    this.adviser = adviser;
  }

  /** Replaces what may be edited; the caller has judged it by the rules. */
  public void edit(String code, Language language, Teacher adviser) {
    this.code = Objects.requireNonNull(code, "code");
    this.language = language.tag();
    this.adviser = adviser;
  }

  public Long getId() {
    return id;
  }

  public String getCode() {
    return code;
  }

  public Curriculum getCurriculum() {
    return curriculum;
  }

  public Language getLanguage() {
    return Language.of(language);
  }

  public Teacher getAdviser() {
    return adviser;
  }

  public int getVersion() {
    return version;
  }
}
