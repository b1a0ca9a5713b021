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

  @Column(name = "signed_on", nullable = false, updatable = false)
  private LocalDate signedOn;

  @Column(name = "effective_on", nullable = false, updatable = false)
  private LocalDate effectiveOn;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private OrderKind kind;

  @Column(updatable = false)
  private String category;

  @Column(nullable = false, updatable = false)
  private String title;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "corrects_id", updatable = false)
  private StudentOrder corrects;

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

  public StudentOrder(
      String number,
      LocalDate signedOn,
      LocalDate effectiveOn,
      OrderKind kind,
      String category,
      String title,
      StudentOrder corrects,
      boolean migrated) {
    this.uuid = UUID.randomUUID();
    this.number = Objects.requireNonNull(number, "number");
    this.signedOn = Objects.requireNonNull(signedOn, "signedOn");
    this.effectiveOn = Objects.requireNonNull(effectiveOn, "effectiveOn");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.category = category;
    this.title = Objects.requireNonNull(title, "title");
    this.corrects = corrects;
    this.migrated = migrated;
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

  public String getCategory() {
    return category;
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
