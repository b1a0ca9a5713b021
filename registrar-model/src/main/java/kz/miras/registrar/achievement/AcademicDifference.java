package kz.miras.registrar.achievement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;

/**
 * DEB-3. A discipline of an academic difference (академическая разница): after a transfer, a
 * reinstatement or a leave the student has to pass it by a day. It is owed from the day of its
 * document; a passing result closes it.
 */
@Entity
@Table(name = "academic_difference")
public class AcademicDifference {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "academic-difference")
  @SequenceGenerator(
      name = "academic-difference",
      sequenceName = "achievement_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "student_id", nullable = false, updatable = false)
  private Student student;

  @ManyToOne(optional = false)
  @JoinColumn(name = "discipline_id", nullable = false, updatable = false)
  private Discipline discipline;

  @Column(name = "listed_on", nullable = false)
  private LocalDate listedOn;

  @Column(name = "due_on", nullable = false)
  private LocalDate dueOn;

  @Column(nullable = false)
  private String document;

  @Column(name = "lifted_on")
  private LocalDate liftedOn;

  @Column(name = "entered_by", nullable = false)
  private String enteredBy;

  @Column(name = "entered_at", nullable = false)
  private Instant enteredAt;

  @Version private int version;

  protected AcademicDifference() {}

  /** Nothing listed yet; the caller has judged what follows by {@link #judge}. */
  public AcademicDifference(Student student, Discipline discipline) {
    this.student = Objects.requireNonNull(student, "student");
    this.discipline = Objects.requireNonNull(discipline, "discipline");
  }

  /**
   * DEB-3. Whether a difference may be listed: its day lies after its document, it is not lifted
   * before, and nothing that is passed already is listed.
   *
   * @param listedOn day of the document
   * @param dueOn last day to close it
   * @param liftedOn from when it is owed no more; null while it stands
   * @param passed whether the student has passed the discipline already
   */
  public static Verdict judge(
      LocalDate listedOn, LocalDate dueOn, LocalDate liftedOn, boolean passed) {
    List<Refusal> refusals = new ArrayList<>();
    if (!dueOn.isAfter(listedOn)) {
      refusals.add(Refusal.of("achievement.difference.due", "DEB-3", listedOn).at("due_on"));
    }
    if (liftedOn != null && liftedOn.isBefore(listedOn)) {
      refusals.add(Refusal.of("achievement.difference.lifted", "DEB-3", listedOn).at("lifted_on"));
    }
    if (passed) {
      refusals.add(Refusal.of("achievement.difference.passed", "DEB-3").at("discipline"));
    }
    return new Verdict(refusals, List.of(), false);
  }

  /** Writes down what the document says. */
  public void list(
      LocalDate listedOn,
      LocalDate dueOn,
      String document,
      LocalDate liftedOn,
      String by,
      Instant at) {
    this.listedOn = Objects.requireNonNull(listedOn, "listedOn");
    this.dueOn = Objects.requireNonNull(dueOn, "dueOn");
    this.document = Objects.requireNonNull(document, "document");
    this.liftedOn = liftedOn;
    this.enteredBy = by;
    this.enteredAt = at;
  }

  /** Whether it is asked of the student on a day, passed or not. */
  public boolean standsOn(LocalDate day) {
    return !listedOn.isAfter(day) && (liftedOn == null || liftedOn.isAfter(day));
  }

  /**
   * What it obliges to.
   *
   * @param since the term in which it was listed
   */
  public Obligation obligation(TermRef since) {
    return new Obligation(
        "id:" + discipline.getId(), Credits.of(discipline.getCredits()), since, dueOn);
  }

  public Student getStudent() {
    return student;
  }

  public Discipline getDiscipline() {
    return discipline;
  }

  public LocalDate getListedOn() {
    return listedOn;
  }

  /** Last day to close it. */
  public LocalDate getDueOn() {
    return dueOn;
  }

  public String getDocument() {
    return document;
  }

  /** From when it is owed no more; null while it stands. */
  public LocalDate getLiftedOn() {
    return liftedOn;
  }

  public String getEnteredBy() {
    return enteredBy;
  }

  public Instant getEnteredAt() {
    return enteredAt;
  }

  public int getVersion() {
    return version;
  }
}
