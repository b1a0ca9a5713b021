package kz.miras.registrar.registration.elective;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.curriculum.Curriculum;

/**
 * An edition of the catalogue of electives (КЭД): what one admission year of a programme may choose
 * in one academic year. Drafted, approved by a decision, published; once published it never changes
 * and is superseded by the next edition.
 */
@Entity
@Table(name = "elective_catalogue")
public class ElectiveCatalogue {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "elective-catalogue")
  @SequenceGenerator(
      name = "elective-catalogue",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "curriculum_id", updatable = false)
  private Curriculum curriculum;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "academic_year_id", updatable = false)
  private AcademicYear academicYear;

  @Column(nullable = false, updatable = false)
  private int edition;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private CatalogueStatus status;

  @Column(name = "prepared_by", nullable = false, updatable = false)
  private String preparedBy;

  @Column(name = "prepared_at", nullable = false, updatable = false)
  private Instant preparedAt;

  private String decision;

  @Column(name = "approved_by")
  private String approvedBy;

  @Column(name = "approved_at")
  private Instant approvedAt;

  @Column(name = "published_at")
  private Instant publishedAt;

  @ElementCollection
  @CollectionTable(name = "elective_author", joinColumns = @JoinColumn(name = "catalogue_id"))
  @Column(name = "account_id")
  private Set<Long> authors = new HashSet<>();

  @Version private int version;

  protected ElectiveCatalogue() {}

  /**
   * An empty draft.
   *
   * @param edition from 1, counted within curriculum and year
   */
  public ElectiveCatalogue(
      Curriculum curriculum, AcademicYear academicYear, int edition, String by, Instant at) {
    this.uuid = UUID.randomUUID();
    this.curriculum = Objects.requireNonNull(curriculum, "curriculum");
    this.academicYear = Objects.requireNonNull(academicYear, "academicYear");
    this.edition = edition;
    this.status = CatalogueStatus.DRAFT;
    this.preparedBy = Objects.requireNonNull(by, "by");
    this.preparedAt = Objects.requireNonNull(at, "at");
  }

  /** Somebody has changed it and so does not approve it. */
  public void changedBy(long account) {
    authors.add(account);
  }

  /** The decision is written down; the caller has judged it by the rules. */
  public void approve(String decision, String by, Instant at) {
    move(CatalogueStatus.DRAFT, CatalogueStatus.APPROVED);
    this.decision = Objects.requireNonNull(decision, "decision");
    this.approvedBy = Objects.requireNonNull(by, "by");
    this.approvedAt = Objects.requireNonNull(at, "at");
  }

  /** Approved too soon: it may be changed again. */
  public void returnToDraft() {
    move(CatalogueStatus.APPROVED, CatalogueStatus.DRAFT);
    this.decision = null;
    this.approvedBy = null;
    this.approvedAt = null;
  }

  /** Students see it from now on. */
  public void publish(Instant at) {
    move(CatalogueStatus.APPROVED, CatalogueStatus.PUBLISHED);
    this.publishedAt = Objects.requireNonNull(at, "at");
  }

  /** The next edition has been published. */
  public void supersede() {
    move(CatalogueStatus.PUBLISHED, CatalogueStatus.SUPERSEDED);
  }

  private void move(CatalogueStatus from, CatalogueStatus to) {
    if (status != from) {
      throw new IllegalStateException("catalogue " + id + " is " + status);
    }
    this.status = to;
  }

  public Set<Long> getAuthors() {
    return Collections.unmodifiableSet(authors);
  }

  /** Course the students of this admission year are in, from 1. */
  public int courseYear() {
    return academicYear.getStartYear() - curriculum.getAdmissionYear() + 1;
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public Curriculum getCurriculum() {
    return curriculum;
  }

  public AcademicYear getAcademicYear() {
    return academicYear;
  }

  public int getEdition() {
    return edition;
  }

  public CatalogueStatus getStatus() {
    return status;
  }

  public String getPreparedBy() {
    return preparedBy;
  }

  public Instant getPreparedAt() {
    return preparedAt;
  }

  public String getDecision() {
    return decision;
  }

  public String getApprovedBy() {
    return approvedBy;
  }

  public Instant getApprovedAt() {
    return approvedAt;
  }

  public Instant getPublishedAt() {
    return publishedAt;
  }

  public int getVersion() {
    return version;
  }
}
