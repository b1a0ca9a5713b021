package kz.miras.registrar.curriculum;

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

/** A working curriculum (РУП): what one admission year of a programme studies, term by term. */
@Entity
@Table(name = "curriculum")
public class Curriculum {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "curriculum")
  @SequenceGenerator(name = "curriculum", sequenceName = "curriculum_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "programme_id", updatable = false)
  private Programme programme;

  @Column(name = "admission_year", nullable = false, updatable = false)
  private int admissionYear;

  @Column(name = "approved_by")
  private String approvedBy;

  @Version private int version;

  protected Curriculum() {}

  public Curriculum(Programme programme, int admissionYear, String approvedBy) {
    this.programme = Objects.requireNonNull(programme, "programme");
    this.admissionYear = admissionYear;
    this.approvedBy = approvedBy;
  }

  /** It binds from now on; the caller has judged it by the rules. */
  public void approve(String decision) {
    this.approvedBy = Objects.requireNonNull(decision, "decision");
  }

  /** It may be changed again. */
  public void reopen() {
    this.approvedBy = null;
  }

  public boolean isApproved() {
    return approvedBy != null;
  }

  public Long getId() {
    return id;
  }

  public Programme getProgramme() {
    return programme;
  }

  public int getAdmissionYear() {
    return admissionYear;
  }

  public String getApprovedBy() {
    return approvedBy;
  }

  public int getVersion() {
    return version;
  }
}
