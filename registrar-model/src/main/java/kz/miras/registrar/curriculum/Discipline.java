package kz.miras.registrar.curriculum;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.shared.LocalizedText;

/** A discipline (пән) with its credits and form of control; codes and names in three languages. */
@Entity
@Table(name = "discipline")
// named, so that it is prepared once and not with each question
@NamedQuery(
    name = "Discipline.withNeeds",
    query = "SELECT d FROM Discipline d WHERE d.id IN :ids",
    hints = {
      @QueryHint(name = "eclipselink.batch", value = "d.prerequisites"),
      @QueryHint(name = "eclipselink.batch", value = "d.corequisites")
    })
public class Discipline {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "discipline")
  @SequenceGenerator(name = "discipline", sequenceName = "curriculum_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(nullable = false)
  private String code;

  @Column(name = "code_kk", nullable = false)
  private String codeKk;

  @Column(name = "code_en", nullable = false)
  private String codeEn;

  @Embedded private LocalizedText name;

  @Column(nullable = false)
  private int credits;

  @Enumerated(EnumType.STRING)
  @Column(name = "control_form", nullable = false)
  private ControlForm controlForm;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private DisciplineKind kind;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "department_id")
  private OrgUnit department;

  @Column(name = "excluded_from_gpa", nullable = false)
  private boolean excludedFromGpa;

  @Column(name = "state_exam", nullable = false)
  private boolean stateExam;

  @Column(name = "name_repeats", nullable = false)
  private boolean nameRepeats;

  @Column(nullable = false)
  private boolean active;

  @Version private int version;

  protected Discipline() {}

  public Discipline(
      String code,
      String codeKk,
      String codeEn,
      LocalizedText name,
      int credits,
      ControlForm controlForm,
      DisciplineKind kind,
      OrgUnit department,
      boolean excludedFromGpa,
      boolean stateExam) {
    this.uuid = UUID.randomUUID();
    this.active = true;
    this.code = Objects.requireNonNull(code, "code");
    this.codeKk = Objects.requireNonNull(codeKk, "codeKk");
    this.codeEn = Objects.requireNonNull(codeEn, "codeEn");
    this.name = Objects.requireNonNull(name, "name");
    this.credits = credits;
    this.controlForm = Objects.requireNonNull(controlForm, "controlForm");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.department = Objects.requireNonNull(department, "department");
    this.excludedFromGpa = excludedFromGpa;
    this.stateExam = stateExam;
  }

  /** Replaces what may be edited; the caller has judged it by the rules. */
  public void edit(
      String code,
      String codeKk,
      String codeEn,
      LocalizedText name,
      int credits,
      ControlForm controlForm,
      DisciplineKind kind,
      OrgUnit department,
      boolean excludedFromGpa,
      boolean stateExam) {
    this.code = Objects.requireNonNull(code, "code");
    this.codeKk = Objects.requireNonNull(codeKk, "codeKk");
    this.codeEn = Objects.requireNonNull(codeEn, "codeEn");
    this.name = Objects.requireNonNull(name, "name");
    this.credits = credits;
    this.controlForm = Objects.requireNonNull(controlForm, "controlForm");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.department = Objects.requireNonNull(department, "department");
    this.excludedFromGpa = excludedFromGpa;
    this.stateExam = stateExam;
  }

  @ManyToMany
  @JoinTable(
      name = "prerequisite",
      joinColumns = @JoinColumn(name = "discipline_id"),
      inverseJoinColumns = @JoinColumn(name = "requires_id"))
  private Set<Discipline> prerequisites = new HashSet<>();

  /** Disciplines to be passed before; a discipline never requires itself. */
  public Set<Discipline> getPrerequisites() {
    return Collections.unmodifiableSet(prerequisites);
  }

  public void require(Collection<Discipline> disciplines) {
    prerequisites.clear();
    for (Discipline discipline : disciplines) {
      if (discipline != this) {
        prerequisites.add(discipline);
      }
    }
  }

  @ManyToMany
  @JoinTable(
      name = "corequisite",
      joinColumns = @JoinColumn(name = "discipline_id"),
      inverseJoinColumns = @JoinColumn(name = "together_id"))
  private Set<Discipline> corequisites = new HashSet<>();

  /** Disciplines to be studied in the same term, unless they were before. */
  public Set<Discipline> getCorequisites() {
    return Collections.unmodifiableSet(corequisites);
  }

  /** Replaces the disciplines to be studied together with it; it never goes with itself. */
  public void accompany(Collection<Discipline> disciplines) {
    corequisites.clear();
    for (Discipline discipline : disciplines) {
      if (discipline != this) {
        corequisites.add(discipline);
      }
    }
  }

  /** Physical education and languages may repeat their name inside a programme (CRD-5). */
  public void allowRepeatedName(boolean nameRepeats) {
    this.nameRepeats = nameRepeats;
  }

  public boolean isNameRepeats() {
    return nameRepeats;
  }

  public void activate(boolean active) {
    this.active = active;
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public String getCode() {
    return code;
  }

  public String getCodeKk() {
    return codeKk;
  }

  public String getCodeEn() {
    return codeEn;
  }

  public LocalizedText getName() {
    return name;
  }

  public int getCredits() {
    return credits;
  }

  public ControlForm getControlForm() {
    return controlForm;
  }

  public DisciplineKind getKind() {
    return kind;
  }

  public OrgUnit getDepartment() {
    return department;
  }

  public boolean isExcludedFromGpa() {
    return excludedFromGpa;
  }

  public boolean isStateExam() {
    return stateExam;
  }

  public boolean isActive() {
    return active;
  }

  public int getVersion() {
    return version;
  }
}
