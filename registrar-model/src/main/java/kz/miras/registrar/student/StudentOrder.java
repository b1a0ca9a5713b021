package kz.miras.registrar.student;

import jakarta.persistence.Basic;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.shared.Language;

/**
 * A signed order about students; applied once at its effective date, corrected only by another
 * order.
 */
@Entity
@Table(name = "student_order")
public class StudentOrder {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "student_order")
  @SequenceGenerator(name = "student_order", sequenceName = "student_seq", allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Column(nullable = false, updatable = false)
  private String number;

  @Column(nullable = false, updatable = false)
  private int paragraph;

  @Column(name = "signed_on", nullable = false, updatable = false)
  private LocalDate signedOn;

  @Column(name = "effective_on", nullable = false, updatable = false)
  private LocalDate effectiveOn;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private OrderKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "category", updatable = false)
  private OrderGround ground;

  @Column(nullable = false, updatable = false)
  private String title;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "corrects_id", updatable = false)
  private StudentOrder corrects;

  @Column(name = "until_on", updatable = false)
  private LocalDate untilOn;

  @Column(updatable = false)
  private String partner;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "to_curriculum_id", updatable = false)
  private Curriculum toCurriculum;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "to_group_id", updatable = false)
  private StudentGroup toGroup;

  @Column(name = "to_course_year", updatable = false)
  private Integer toCourseYear;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_study_form", updatable = false)
  private StudyForm toForm;

  @Column(name = "to_study_language", updatable = false)
  private String toLanguage;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_funding", updatable = false)
  private Funding toFunding;

  @Column(nullable = false, updatable = false)
  private boolean migrated;

  @Column(name = "applied_at")
  private Instant appliedAt;

  @Column(name = "scan_name")
  private String scanName;

  @Column(name = "scan_sha256")
  private byte[] scanSha256;

  @Basic(fetch = FetchType.LAZY)
  private byte[] scan;

  @Version private int version;

  protected StudentOrder() {}

  /**
   * A signed order.
   *
   * @param paragraph of the order; each says something else of other students
   * @param corrects null for none
   * @param migrated of the time before this system: it tells the history and moves nobody
   */
  public StudentOrder(
      String number,
      int paragraph,
      OrderSound.Written written,
      String title,
      StudentOrder corrects,
      boolean migrated) {
    this.uuid = UUID.randomUUID();
    this.number = Objects.requireNonNull(number, "number");
    this.paragraph = paragraph;
    this.signedOn = Objects.requireNonNull(written.signedOn(), "signedOn");
    this.effectiveOn = Objects.requireNonNull(written.effectiveOn(), "effectiveOn");
    this.kind = Objects.requireNonNull(written.kind(), "kind");
    this.ground = written.ground();
    this.title = Objects.requireNonNull(title, "title");
    this.corrects = corrects;
    this.migrated = migrated;
    OrderTerms terms = written.terms();
    this.untilOn = terms.until();
    this.partner = terms.partner();
    this.toCurriculum = terms.curriculum();
    this.toGroup = terms.group();
    this.toCourseYear = terms.courseYear();
    this.toForm = terms.form();
    this.toLanguage = terms.language() == null ? null : terms.language().tag();
    this.toFunding = terms.funding();
  }

  /** What it says beyond its kind. */
  public OrderTerms terms() {
    return new OrderTerms(
        toCurriculum,
        toGroup,
        toCourseYear,
        toForm,
        toLanguage == null ? null : Language.of(toLanguage),
        toFunding,
        untilOn,
        partner);
  }

  /** Marks it applied; a second time is a defect of the caller. */
  public void applied(Instant at) {
    if (appliedAt != null) {
      throw new IllegalStateException(number + " is applied already");
    }
    this.appliedAt = Objects.requireNonNull(at, "at");
  }

  public boolean isApplied() {
    return appliedAt != null;
  }

  public void attach(String name, byte[] sha256, byte[] content) {
    this.scanName = name;
    this.scanSha256 = sha256.clone();
    this.scan = content.clone();
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public String getNumber() {
    return number;
  }

  public LocalDate getSignedOn() {
    return signedOn;
  }

  public LocalDate getEffectiveOn() {
    return effectiveOn;
  }

  public OrderKind getKind() {
    return kind;
  }

  public int getParagraph() {
    return paragraph;
  }

  public OrderGround getGround() {
    return ground;
  }

  public String getTitle() {
    return title;
  }

  public StudentOrder getCorrects() {
    return corrects;
  }

  public boolean isMigrated() {
    return migrated;
  }

  public Instant getAppliedAt() {
    return appliedAt;
  }

  public String getScanName() {
    return scanName;
  }

  public byte[] getScanSha256() {
    return scanSha256 == null ? null : scanSha256.clone();
  }

  public byte[] getScan() {
    return scan == null ? null : scan.clone();
  }

  public int getVersion() {
    return version;
  }
}
