package kz.miras.registrar.registration.elective;

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
import kz.miras.registrar.curriculum.Discipline;

/** A discipline of a catalogue of electives, with what a student should know before choosing it. */
@Entity
@Table(name = "elective_entry")
public class ElectiveEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "elective-entry")
  @SequenceGenerator(
      name = "elective-entry",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "catalogue_id", updatable = false)
  private ElectiveCatalogue catalogue;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "discipline_id", updatable = false)
  private Discipline discipline;

  @Column(name = "choice_block", nullable = false)
  private String choiceBlock;

  @Column(name = "term_no", nullable = false)
  private int termNo;

  @Column(nullable = false)
  private String languages;

  @Column(name = "description_kk")
  private String descriptionKk;

  @Column(name = "description_ru")
  private String descriptionRu;

  @Column(name = "description_en")
  private String descriptionEn;

  @Column(name = "addition_basis")
  private String additionBasis;

  @Version private int version;

  protected ElectiveEntry() {}

  /** An entry without description; the caller has judged it by the rules. */
  public ElectiveEntry(
      ElectiveCatalogue catalogue,
      Discipline discipline,
      String choiceBlock,
      int termNo,
      String languages) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.discipline = Objects.requireNonNull(discipline, "discipline");
    place(choiceBlock, termNo, languages, null);
  }

  /**
   * Where in the choice it stands.
   *
   * @param languages tags of the languages it is taught in, with spaces between
   * @param additionBasis decision that allows it; null where the curriculum has it
   */
  public final void place(String choiceBlock, int termNo, String languages, String additionBasis) {
    this.choiceBlock = Objects.requireNonNull(choiceBlock, "choiceBlock");
    this.termNo = termNo;
    this.languages = Objects.requireNonNull(languages, "languages");
    this.additionBasis = additionBasis;
  }

  /** What it is about, in three languages; null where it is not written yet. */
  public void describe(String kk, String ru, String en) {
    this.descriptionKk = kk;
    this.descriptionRu = ru;
    this.descriptionEn = en;
  }

  /** Whether it is described in all three languages. */
  public boolean isDescribed() {
    return descriptionKk != null && descriptionRu != null && descriptionEn != null;
  }

  public Long getId() {
    return id;
  }

  public ElectiveCatalogue getCatalogue() {
    return catalogue;
  }

  public Discipline getDiscipline() {
    return discipline;
  }

  public String getChoiceBlock() {
    return choiceBlock;
  }

  public int getTermNo() {
    return termNo;
  }

  public String getLanguages() {
    return languages;
  }

  public String getDescriptionKk() {
    return descriptionKk;
  }

  public String getDescriptionRu() {
    return descriptionRu;
  }

  public String getDescriptionEn() {
    return descriptionEn;
  }

  public String getAdditionBasis() {
    return additionBasis;
  }

  public int getVersion() {
    return version;
  }
}
