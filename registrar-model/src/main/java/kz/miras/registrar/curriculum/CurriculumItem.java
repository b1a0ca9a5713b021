package kz.miras.registrar.curriculum;

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
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;

/** One discipline of a curriculum with its term, cycle, component and choice block. */
@Entity
@Table(name = "curriculum_item")
public class CurriculumItem {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "curriculum_item")
  @SequenceGenerator(name = "curriculum_item", sequenceName = "curriculum_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "curriculum_id", updatable = false)
  private Curriculum curriculum;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "discipline_id", updatable = false)
  private Discipline discipline;

  @Column(name = "term_no", nullable = false)
  private int termNo;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Cycle cycle;

  @Enumerated(EnumType.STRING)
  private Component component;

  @Column(name = "choice_block")
  private String choiceBlock;

  @Column(name = "choice_credits")
  private Integer choiceCredits;

  @Version private int version;

  protected CurriculumItem() {}

  public CurriculumItem(
      Curriculum curriculum,
      Discipline discipline,
      int termNo,
      Cycle cycle,
      Component component,
      String choiceBlock,
      Integer choiceCredits) {
    this.curriculum = Objects.requireNonNull(curriculum, "curriculum");
    this.discipline = Objects.requireNonNull(discipline, "discipline");
    this.termNo = termNo;
    this.cycle = Objects.requireNonNull(cycle, "cycle");
    this.component = component;
    this.choiceBlock = choiceBlock;
    this.choiceCredits = choiceCredits;
  }

  /** Replaces what may be edited; the caller has judged it by the rules. */
  public void edit(
      int termNo, Cycle cycle, Component component, String choiceBlock, Integer choiceCredits) {
    this.termNo = termNo;
    this.cycle = Objects.requireNonNull(cycle, "cycle");
    this.component = component;
    this.choiceBlock = choiceBlock;
    this.choiceCredits = choiceCredits;
  }

  public Long getId() {
    return id;
  }

  public Curriculum getCurriculum() {
    return curriculum;
  }

  public Discipline getDiscipline() {
    return discipline;
  }

  public int getTermNo() {
    return termNo;
  }

  public Cycle getCycle() {
    return cycle;
  }

  public Component getComponent() {
    return component;
  }

  public String getChoiceBlock() {
    return choiceBlock;
  }

  public Integer getChoiceCredits() {
    return choiceCredits;
  }

  public int getVersion() {
    return version;
  }
}
